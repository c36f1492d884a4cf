import CoachingLanguage
import Evaluator
import Practice
import Reporting
import TestSupport
import Testing
import Workshop

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A workshop that is over, with all there can be in its review.
private func over(_ setup: WorkshopSetup = .init(names: ["Anna", "Bram"], turns: 1, aim: "Eerst vragen.")) throws
  -> RecordedWorkshop
{
  var group = try workshop(setup)
  try group.propose("Anna: \(ask)", at: start)
  try group.propose("Bram: \(tell)", at: start)
  try group.predict(1, Hands(ask: 8, tell: 1, open: 6, close: 3), at: start)
  try group.predict(2, Hands(ask: 5, tell: 4, open: 7, close: 2), at: start)
  try group.tryOut([], at: start)
  try group.say(1, at: start)
  group.note("Bram zegt weinig.", at: start)
  try group.propose("Bram: \(tell)", at: start)
  try group.say(1, at: start)
  _ = group.undo(1, at: start)
  try group.propose("Anna: \(deeper)", at: start)
  try group.say(1, at: start)
  group.count(Tally(task: .openQuestions, numbers: [3]), at: start)
  group.count(Tally(task: .solution, owner: .leader), at: start)
  group.count(Tally(task: .signals, numbers: [1, 0]), at: start)
  for (part, text) in [
    (AfterAction.meant, "Eerst vragen, dan pas <iets> zeggen."), (.happened, "Het ging snel & open."),
    (.why, "We gaven geen raad, zei Anna."), (.next, "| Morgen weer *vragen*."),
  ] {
    group.review(part, at: start)
    group.answer(text, at: start)
  }
  group.end(at: start + 60)
  return group.recorded
}

private func review(_ workshop: RecordedWorkshop, _ language: Language = .dutch) -> WorkshopReview {
  WorkshopReview(workshop, review: Review(of: workshop.talk.talk, pack: dutch), phrases: Phrasebook(language))
}

@Suite("What a group keeps of a workshop")
struct WorkshopReviewTests {
  @Test("As text and as Markdown it is as it was kept")
  func snapshots() throws {
    let review = review(try over())
    #expect(try Snapshot("review.md").difference(from: review.markdown) == nil)
    let text = review.lines(layout(80)).map { $0.text + "\n" }.joined()
    #expect(try Snapshot("review.txt").difference(from: text) == nil)
  }

  @Test("The page is well formed, fetches nothing, and shows what people typed as text", arguments: Language.shipped)
  func page(language: Language) throws {
    let html = review(try over(), language).html
    #expect(try Markup(html).problems == [])
    #expect(html.contains("Eerst vragen, dan pas &lt;iets&gt; zeggen."))
    #expect(!html.contains("://") && !html.contains("<script"))
  }

  @Test("Nobody's name stands beside a line, and nothing is counted by person")
  func nobodysResult() throws {
    let review = review(try over())
    for text in [review.markdown, review.lines(layout(200)).map(\.text).joined(separator: "\n")] {
      let named = text.split(separator: "\n").filter { $0.contains("Bram") }
      #expect(named.map(String.init) == ["Erbij waren: Anna, Bram."])
      #expect(!text.contains("zegt weinig"), "a note is for nobody else")
    }
  }

  @Test("Without names nobody is named")
  func nameless() throws {
    let review = review(try over(.init(names: ["Anna", "Bram"], turns: 1, isAnonymous: true)))
    for text in [review.markdown, review.html] {
      #expect(!text.contains("Anna") && !text.contains("Bram"))
      #expect(text.contains("Erbij waren 2 mensen.") && text.contains("zei deelnemer 1."))
    }
  }

  @Test("Notes are there for the facilitator alone")
  func notes() throws {
    #expect(review(try over()).notes(layout(80)).map(\.text) == ["Beurt 1: Bram zegt weinig."])
    #expect(review(try workshop().recorded).notes(layout(80)).map(\.text) == ["Je hebt niets genoteerd."])
  }

  @Test("A workshop in which nothing was said has a review, too")
  func empty() throws {
    let review = review(try workshop(.init()).recorded)
    #expect(try Markup(review.html).problems == [])
    #expect(review.markdown.contains("## Wat doen we de volgende keer?"))
  }
}

@Suite("Sheets for observers")
struct ObserverSheetTests {
  @Test("There is one for every task, as it was kept")
  func snapshot() throws {
    let sheets = ObserverSheets(names: [], phrases: phrases)
    #expect(try Snapshot("sheets.md").difference(from: sheets.markdown) == nil)
  }

  @Test("Where people are named each has a sheet, and those who go without a name fill theirs in")
  func names() throws {
    let sheets = ObserverSheets(names: ["Anna & co", "", "Ça*va"], phrases: phrases)
    #expect(sheets.markdown.split(separator: "\n---\n").count == 3)
    #expect(sheets.markdown.contains("Waarnemer: Anna \\& co") && sheets.markdown.contains("Ça\\*va"))
    #expect(sheets.html.contains("Waarnemer: Anna &amp; co"))
    #expect(sheets.html.split(separator: "class=\"sheet\"").count == 4)
    #expect(sheets.lines(layout(60)).contains { $0.text == "Anna & co: open vragen" })
  }

  @Test("The page is well formed in both languages", arguments: Language.shipped)
  func page(language: Language) throws {
    let html = ObserverSheets(names: [], phrases: Phrasebook(language)).html
    #expect(try Markup(html).problems == [])
    for task in Observation.allCases {
      #expect(html.contains(HTMLText.escaped(Phrasebook(language)("workshop.sheet.\(task.rawValue).watch"))))
    }
  }
}

/// As a page has text.
private enum HTMLText {
  static func escaped(_ text: String) -> String { text.replacing("'", with: "&#39;") }
}
