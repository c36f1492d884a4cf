import CoachingLanguage
import Evaluator
import Personas
import Practice
import Reporting
import Testing

private let layout = Layout(width: 60) { $0.count }

@Suite("The tree of tries as text")
struct TriesTextTests {
  private func practice() throws -> Practice {
    let text = """
      # Noor Bakker
      taal: nl
      situatie: Een gesprek.
      opening: Hoi.
      openheid: 3

      ## begin
      als: vraag of advies of reflectie
      - Ja.
      """
    let persona = try #require(PersonaReader.read(text).persona)
    return Practice(
      persona: persona, pack: LanguagePack(language: .dutch, files: []), phrases: Phrasebook(.dutch), seed: 1)
  }

  /// The rows without what is told of them, trailing spaces left out.
  private func rows(_ practice: Practice, _ layout: Layout = layout) -> [String] {
    TriesText(phrases: Phrasebook(.dutch), layout: layout).lines(for: practice.record).map { line in
      line.firstRange(of: "  · ").map { String(line[..<$0.lowerBound]) } ?? line
    }
  }

  @Test("The talk as it stands is on the left, and what was gone back on stands indented under the turn it came after")
  func tree() throws {
    var talk = try practice()
    for line in ["a", "b", "c"] { _ = talk.say(line) }
    _ = talk.undo(2)
    for line in ["d", "e"] { _ = talk.say(line) }
    _ = talk.undo(1)
    _ = talk.say("f")
    #expect(
      rows(talk) == ["  0  Noor: Hoi.", "  1  a", "  2  └ b", "  3    c", "  4  d", "  5  └ e", "▸ 6  f"])
    _ = talk.jump(to: 2)
    #expect(
      rows(talk) == ["  0  Noor: Hoi.", "  1  a", "  4  └ d", "  5    └ e", "  6    f", "▸ 2  b", "  3  c"])
    _ = talk.jump(to: 0)
    #expect(rows(talk)[0] == "▸ 0  Noor: Hoi.")
  }

  @Test("A long line is cut to the width, and silence is shown")
  func cut() throws {
    var talk = try practice()
    _ = talk.say(String(repeating: "woord ", count: 40))
    _ = talk.say("")
    for width in [20, 40, 60] {
      let narrow = Layout(width: width) { $0.count }
      let lines = TriesText(phrases: Phrasebook(.dutch), layout: narrow).lines(for: talk.record)
      for line in lines { #expect(line.count <= width, "'\(line)'") }
      #expect(lines[1].contains("woord"))
      #expect(lines[2].hasPrefix("▸ 2  …"))
    }
  }

  @Test("A talk of thousands of turns is no deeper for it")
  func long() throws {
    var talk = try practice()
    var record = talk.record
    let turn = talk.say("a")
    for id in 1...20_000 {
      let isPossible = record.take(.turn(.init(id: id, parent: id - 1, turn: turn)))
      #expect(isPossible)
    }
    #expect(TriesText(phrases: Phrasebook(.dutch), layout: layout).lines(for: record).count == 20_001)
  }
}

@Suite("Texts beside each other")
struct SideBySideTests {
  private let texts: [[(first: String, text: String)]] = [
    [("", "een twee drie vier vijf zes zeven acht negen"), ("  + ", "goed")], [("", "kort")],
  ]

  @Test("Where there is room, each has a column, and no line is wider than the page")
  func beside() {
    let lines = SideBySide(layout: Layout(width: 64) { $0.count }).lines(texts)
    #expect(lines.count == 3)
    #expect(lines[0].hasSuffix("│ kort"))
    #expect(lines[2].contains("  + goed"))
    for line in lines { #expect(line.count <= 64) }
  }

  @Test("Where there is not, and in a pipe, they stand below each other", arguments: [40, Int.max])
  func below(width: Int) {
    let lines = SideBySide(layout: Layout(width: width) { $0.count }).lines(texts)
    #expect(lines.last == "kort")
    #expect(!lines.contains { $0.contains("│") })
  }

  @Test("One text has the whole width, and none has no lines")
  func one() {
    #expect(SideBySide(layout: layout).lines([texts[0]]).count == 2)
    #expect(SideBySide(layout: layout).lines([]).isEmpty)
  }
}

@Suite("Plain marks")
struct PlainMarksTests {
  @Test("Every mark that is drawn has its plain one, and letters keep their accents")
  func spell() {
    #expect(PlainMarks.spell("„Zoë” zei: ‘één’ … – → ●") == "\"Zoë\" zei: 'één' ... - -> *")
    #expect(PlainMarks.spell("gewoon") == "gewoon")
  }

  @Test("No phrase of the program needs anything else", arguments: Language.shipped)
  func phrases(language: Language) {
    let phrases = Phrasebook(language)
    for key in phrases.keys {
      for text in phrases.variants(key) {
        let left = PlainMarks.spell(text).unicodeScalars.filter { !$0.isASCII && !$0.properties.isAlphabetic }
        #expect(left.isEmpty, "\(key) has \(left)")
      }
    }
  }

  @Test("Text is spelled before it is measured")
  func measured() {
    var plain = Layout(width: 20) { $0.count }
    plain.spelling = PlainMarks.spell
    for line in plain.wrap(String(repeating: "… ", count: 30)) { #expect(line.count <= 20) }
    #expect(plain.cut("…………………………", to: 10) == ".......…".replacing("…", with: "..."))
  }
}
