import CoachingLanguage
import Evaluator
import Reporting
import Testing

private let layout = Layout(width: 30) { $0.count }

@Suite("Text in columns")
struct LayoutTests {
  @Test("Lines are broken between words and never longer than the width", arguments: [20, 40, 80, 200])
  func wraps(width: Int) {
    let text = "Een zin die lang genoeg is om over meer dan één regel te lopen, en nog een stukje verder."
    let layout = Layout(width: width) { $0.count }
    for (first, rest) in [("", 0), ("Sanne: ", 2), ("  ! ", 4)] {
      let lines = layout.wrap(text, first: first, rest: rest)
      #expect(lines.allSatisfy { $0.count <= width })
      let words = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
      #expect(words == (first + text).split(separator: " ").joined(separator: " "))
    }
  }

  @Test("A word longer than a line is broken, not lost")
  func longWord() {
    let lines = layout.wrap(String(repeating: "a", count: 70))
    #expect(lines.map(\.count) == [30, 30, 10])
  }

  @Test("A label that leaves no room for its text keeps its indent, and the text goes on under it")
  func longLabel() {
    let lines = layout.wrap("een twee", first: "  Een opschrift zonder einde: ", rest: 4)
    #expect(lines == ["  Een opschrift zonder einde:", "    een twee"])
  }

  @Test("New lines in the text stay")
  func newLines() { #expect(layout.wrap("een\ntwee", first: "> ", rest: 2) == ["> een", "  twee"]) }
}

@Suite("The codebook for people")
struct GlossaryTests {
  private let glossary = Glossary(Phrasebook(.dutch))

  @Test(
    "A term is found by its name with or without an article, by its codebook name, whatever the capitals",
    arguments: ["een sturende vraag", "Sturende vraag", "leading-question"])
  func finds(term: String) { #expect(glossary.look(up: term) == .entry("move.leading-question")) }

  @Test("Every move and step can be looked up by its codebook name, in both languages", arguments: Language.shipped)
  func all(language: Language) {
    let glossary = Glossary(Phrasebook(language))
    for name in Move.allCases.map(\.rawValue) + Step.allCases.map(\.rawValue) {
      guard case .entry(let key) = glossary.look(up: name) else {
        Issue.record("'\(name)' is not found")
        continue
      }
      #expect(glossary.page(key, layout).count > 1)
    }
  }

  @Test("A slip gets the nearest term")
  func nearest() { #expect(glossary.look(up: "sturende vraga") == .unknown(nearest: "sturende vraag")) }

  @Test("The overview has all moves")
  func overview() {
    let text = glossary.overview(Layout(width: 200) { $0.count }).joined(separator: "\n")
    #expect(Move.allCases.allSatisfy { move in text.contains(Phrasebook(.dutch)("move.\(move.rawValue).means")) })
  }
}
