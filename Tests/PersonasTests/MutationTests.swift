import CoachingLanguage
import Testing

@testable import Personas

/// Slips of a hand: what a file goes through on its way from a trainer to the program.
@Suite struct MutationTests {
  enum Slip: String, CaseIterable, Sendable {
    case dropped, doubled, joined, split, moved, misspelt, level
  }

  /// A copy of `lines` with one slip, and the lines it touches.
  static func mutated(_ lines: [String], _ slip: Slip, using numbers: inout SplitMix64) -> (
    text: String, lines: Set<Int>
  )? {
    func pick(_ count: Int) -> Int { Int(numbers.next() % UInt64(max(1, count))) }
    var copy = lines
    let filled = lines.indices.filter { !lines[$0].isEmpty }
    switch slip {
    case .dropped, .doubled:
      let at = filled[pick(filled.count)]
      var characters = Array(copy[at])
      let place = pick(characters.count)
      if slip == .dropped { characters.remove(at: place) } else { characters.insert(characters[place], at: place) }
      copy[at] = String(characters)
      return (copy.joined(separator: "\n"), [at + 1])
    case .joined:
      let at = pick(lines.count - 1)
      guard !lines[at].isEmpty, !lines[at + 1].isEmpty else { return nil }
      copy[at] += copy.remove(at: at + 1)
      return (copy.joined(separator: "\n"), [at + 1])
    case .split:
      let at = filled[pick(filled.count)]
      guard lines[at].count > 4 else { return nil }
      let place = lines[at].index(lines[at].startIndex, offsetBy: 1 + pick(lines[at].count - 2))
      copy[at] = String(lines[at][..<place])
      copy.insert(String(lines[at][place...]), at: at + 1)
      return (copy.joined(separator: "\n"), [at + 1, at + 2])
    case .moved:
      let from = filled[pick(filled.count)]
      let line = copy.remove(at: from)
      let to = pick(copy.count)
      copy.insert(line, at: to)
      return (copy.joined(separator: "\n"), [from + 1, to + 1, from, from + 2])
    case .misspelt:
      let keyed = lines.indices.filter { lines[$0].contains(":") && !lines[$0].hasPrefix("-") }
      let at = keyed[pick(keyed.count)]
      var characters = Array(copy[at])
      guard let colon = characters.firstIndex(of: ":"), colon > 1 else { return nil }
      let place = pick(colon - 1)
      characters.swapAt(place, place + 1)
      copy[at] = String(characters)
      return (copy.joined(separator: "\n"), [at + 1])
    case .level:
      let headings = lines.indices.filter { lines[$0].hasPrefix("#") }
      let at = headings[pick(headings.count)]
      copy[at] = numbers.next() % 2 == 0 ? "#" + copy[at] : String(copy[at].dropFirst())
      return (copy.joined(separator: "\n"), [at + 1])
    }
  }

  /// All of a persona but its free text: what a slip may not change unseen.
  static func meaning(_ persona: Persona) -> String {
    let nodes = persona.nodes.map { node in
      let signals = node.replies.map { $0.signals.joined(separator: "+") }.sorted()
      return "\(node.part) \(node.depth) \(node.parent ?? -1) \(node.conditions.map { Persona.key($0) }) \(signals) "
        + "\(node.step?.rawValue ?? "") \(node.effect) \(node.isTemptation)"
    }
    let topics = persona.topics.map { $0.words.map(TopicMatcher.folded).joined(separator: ",") }
    let fallbacks = persona.fallbacks.map { "\($0.conditions.map { Persona.key($0) }) \($0.replies.count)" }
    return "\(persona.language.rawValue) \(persona.openness) \(persona.difficulty) "
      + "\(Move.allCases.map { "\(persona.temperament[$0])" }) \(nodes) \(topics) \(fallbacks)"
  }

  @Test("Of slips in a file, nearly all are found where they are or change nothing; none stops the program")
  func slips() {
    let lines = Sanne.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let meant = MutationTests.meaning(Sanne.persona)
    var numbers = SplitMix64(seed: 11)
    var tried: [Slip: Int] = [:]
    var missed: [Slip: [String]] = [:]
    while tried.values.reduce(0, +) < 210 {
      for slip in Slip.allCases {
        guard let (text, touched) = MutationTests.mutated(lines, slip, using: &numbers) else { continue }
        tried[slip, default: 0] += 1
        let reading = PersonaReader.read(text, path: "slip.md")
        let check = reading.check(isProving: reading.persona != nil, code: simpleCoder)
        let isFound = check.findings.contains { finding in
          touched.contains { $0 == finding.line || finding.facts["line"] == String($0) }
        }
        let isSame = reading.persona.map { MutationTests.meaning($0) == meant } ?? false
        if !isFound, !isSame {
          let at = touched.min() ?? 1
          let changed = text.split(separator: "\n", omittingEmptySubsequences: false)
          missed[slip, default: []].append(
            "\(at): \(changed[at - 1]) — \(check.findings.map { "\($0.line) \($0.code.rawValue)" })")
        }
      }
    }
    let all = tried.values.reduce(0, +)
    let lost = missed.values.map(\.count).reduce(0, +)
    print("slips: \(all), missed: \(lost)")
    for (slip, lines) in missed { print(slip, tried[slip] ?? 0, lines.joined(separator: "\n   "), separator: "\n   ") }
    #expect(Double(lost) / Double(all) <= 0.05)
  }
}
