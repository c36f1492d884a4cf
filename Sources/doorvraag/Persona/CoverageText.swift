import CoachingLanguage
import Personas

/// How much of a persona its example conversations came to, and what they left out.
struct CoverageText {
  let persona: Persona
  let results: [TalkResult]
  /// Whether everything that is missing is listed, or only the first of it.
  let showsAll: Bool

  func print(_ console: Console, _ phrases: Phrasebook) {
    let missing = persona.missing(in: results)
    let variants = persona.nodes.reduce(0) { $0 + $1.replies.count }
    console.print(
      phrases(
        "test.coverage",
        [
          "nodes": String(persona.nodes.count - missing.nodes.count), "of": String(persona.nodes.count),
          "variants": String(variants - missing.replies.count), "ofvariants": String(variants),
        ]), .strong)
    let unsaid = Set(missing.nodes.map(\.name))
    let lines = missing.nodes.map { (line: $0.place.line, text: $0.name) }
    list(lines, phrases("test.missing.nodes"), console, phrases)
    // Of a node that was never said, every variant is missing; that needs no saying.
    let replies = persona.nodes.filter { !unsaid.contains($0.name) }.flatMap(\.replies)
    let left = Set(missing.replies.map(\.place.line))
    let texts = replies.filter { left.contains($0.place.line) }.map { (line: $0.place.line, text: $0.text) }
    list(texts, phrases("test.missing.variants"), console, phrases)
  }

  private func list(
    _ lines: [(line: Int, text: String)], _ title: String, _ console: Console, _ phrases: Phrasebook
  ) {
    guard !lines.isEmpty else { return }
    console.print(title)
    let shown = showsAll ? lines[...] : lines.prefix(8)
    let widest = String(shown.map(\.line).max() ?? 0).count
    for (line, text) in shown {
      let number = String(repeating: " ", count: widest - String(line).count) + String(line)
      console.print(console.layout.wrap(text, first: "  \(number)  ", rest: widest + 4))
    }
    if shown.count < lines.count {
      console.print(["  " + phrases("test.more", ["count": String(lines.count - shown.count)])], .faint)
    }
  }
}
