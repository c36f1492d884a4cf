import CoachingLanguage
import LineEditing
import Practice
import Reporting
import Testing
import Workshop

@Suite("The guide for facilitators")
struct WorkshopGuideTests {
  private func text(_ page: WorkshopGuide.Page, _ language: Language, columns: Int = 100) -> String {
    WorkshopGuide(Phrasebook(language)).panel(page).text(layout(columns)).map { $0.text + "\n" }.joined()
  }

  @Test("Every page is found by its name in either language", arguments: Language.shipped)
  func names(language: Language) {
    let guide = WorkshopGuide(Phrasebook(language))
    for (name, page) in [
      ("afspraak", .contract), ("Contract", .contract), ("45", .short), ("90", .long), ("advies", .advice),
      ("advice", .advice), ("vragen", .questions), ("terugblik", .review), ("prepare", .prepare),
    ] as [(String, WorkshopGuide.Page)] {
      #expect(guide.look(up: name) == .page(page), "\(name)")
    }
    #expect(guide.look(up: "afsprak") == .unknown(nearest: "afspraak"))
    #expect(guide.message(forUnknown: "x", nearest: nil).contains("45"))
  }

  @Test("The commands it names are those there are", arguments: Language.shipped)
  func commands(language: Language) {
    let phrases = Phrasebook(language)
    let known = Set(
      phrases.keys.filter { $0.hasPrefix("workshop.command.") && !$0.hasSuffix(".does") }
        .flatMap { phrases($0).split(separator: " ").map { "/" + $0 } })
    var found = 0
    for page in WorkshopGuide.Page.allCases {
      for word in text(page, language, columns: 400).split(whereSeparator: { " \n,.;:()".contains($0) })
      where word.hasPrefix("/") {
        #expect(known.contains(String(word)), "\(word)")
        found += 1
      }
    }
    #expect(found >= 6)
  }

  @Test("What it says can stand in a setup file can, and so can the questions it shows", arguments: Language.shipped)
  func files(language: Language) {
    let quoted = text(.prepare, language, columns: 1000).split { "„”“".contains($0) }
      .filter { $0.contains(": ") && $0.count < 40 && !$0.contains(".") }
    #expect(quoted.count == 6)
    #expect(SetupFile(quoted.joined(separator: "\n")).problems.isEmpty)
    let lines = text(.questions, language).split(separator: "\n").filter { $0.contains(":  ") }
    var bank = DiscussionBank(Phrasebook(language))
    #expect(lines.count == 4)
    #expect(bank.add(lines.joined(separator: "\n"), Language.shipped.map { Phrasebook($0) }).isEmpty)
  }

  @Test(
    "A script's times follow each other and fill its hour", arguments: [(WorkshopGuide.Page.short, 45), (.long, 90)])
  func times(page: WorkshopGuide.Page, minutes: Int) {
    let times = text(page, .dutch).split(separator: "\n").compactMap { line -> [Int]? in
      let numbers = line.drop { $0 == " " }.prefix { $0 != " " }.split(separator: "–").compactMap { Int($0) }
      return numbers.count == 2 ? numbers : nil
    }
    #expect(times.first?[0] == 0 && times.last?[1] == minutes)
    for (before, after) in zip(times, times.dropFirst()) { #expect(before[1] == after[0]) }
  }

  @Test("It is read a page of the screen at a time, and nothing of it is lost", arguments: sizes)
  func pages(columns: Int, rows: Int) {
    for page in WorkshopGuide.Page.allCases {
      let panel = WorkshopGuide(phrases).panel(page)
      let screens = panel.pages(layout(columns), rows: rows - 3)
      for screen in screens {
        #expect(screen.count == rows - 3)
        for line in screen { #expect(Terminal.columns(of: line.text) <= columns) }
      }
      func words(_ lines: [ReviewText.Line]) -> [Substring] { lines.flatMap { $0.text.split(separator: " ") } }
      let title = words(Array(screens[0].prefix(1))).count
      let read = screens.map { words(Array($0.dropFirst())) }.joined().filter { !$0.contains("/\(screens.count)") }
      #expect(Array(read) == Array(words(panel.text(layout(columns))).dropFirst(title)))
    }
  }
}

@Suite("What a room is told of a line")
struct RoomRemarkTests {
  @Test(
    "It is about what we did, and speaks to nobody, for every move and in both languages", arguments: Language.shipped)
  func nobody(language: Language) {
    let phrases = Phrasebook(language)
    let one: Set = ["je", "jij", "jou", "jouw", "you", "your", "yours"]
    let keys =
      Move.allCases.map { "workshop.says." + $0.rawValue }
      + Step.allCases.map { "workshop.says.open-question." + $0.rawValue }
    for key in keys + ["workshop.says.unsure"] {
      let texts = phrases.variants(key)
      #expect(!texts.isEmpty, "\(key)")
      for text in texts {
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        #expect(one.isDisjoint(with: words), "\(key): \(text)")
      }
    }
  }
}
