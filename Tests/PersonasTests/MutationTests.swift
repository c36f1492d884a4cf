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
    // Their order means nothing.
    let topics = persona.topics.map { $0.words.map(TopicMatcher.folded).sorted().joined(separator: ",") }.sorted()
    let fallbacks = persona.fallbacks.map { "\($0.conditions.map { Persona.key($0) }) \($0.replies.count)" }
    return "\(persona.language.rawValue) \(persona.openness) \(persona.difficulty) "
      + "\(Move.allCases.map { "\(persona.temperament[$0])" }) \(nodes) \(topics) \(fallbacks)"
  }

  /// A slip that was made, and what came of it.
  struct Trial {
    var slip: Slip
    /// The first line that was touched, as it is now, and what was found in the whole file.
    var shown: String
    var isFound: Bool
  }

  /// Makes one slip in `lines`; `nil` where that slip can't be made at the place it fell on.
  ///
  /// Found is a finding on a line that was touched or under the heading that line stands under, or a file that still means
  /// the same.
  static func trial(
    _ slip: Slip, in lines: [String], meaning meant: String, leavingOut: Set<Finding.Code> = [], isProving: Bool = true,
    using numbers: inout SplitMix64
  ) -> Trial? {
    guard let (text, touched) = mutated(lines, slip, using: &numbers) else { return nil }
    let changed = text.split(separator: "\n", omittingEmptySubsequences: false)
    func heading(above line: Int) -> Int {
      var line = min(line, changed.count)
      while line > 1, !changed[line - 1].hasPrefix("#") { line -= 1 }
      return line
    }
    let headings = Set(touched.map { heading(above: $0) })
    func isThere(_ finding: Finding) -> Bool {
      guard !leavingOut.contains(finding.code) else { return false }
      return headings.contains(heading(above: finding.line)) || touched.contains { finding.facts["line"] == String($0) }
    }
    let reading = PersonaReader.read(text, path: "slip.md")
    var findings = reading.check(isProving: false, code: simpleCoder).findings
    var isFound = findings.contains(where: isThere) || reading.persona.map { meaning($0) == meant } ?? false
    if !isFound, isProving, let persona = reading.persona {
      // What takes longest, and only where nothing else was found.
      findings += persona.prove().findings
      isFound = findings.contains(where: isThere)
    }
    let found = findings.filter { !leavingOut.contains($0.code) }.map { "\($0.line) \($0.code.rawValue)" }
    let at = max(1, touched.min() ?? 1)
    return Trial(slip: slip, shown: "\(at): \(changed[at - 1].prefix(60)) — \(found.prefix(4))", isFound: isFound)
  }

  /// Tells of `trials` what was missed; gives the share that was found, 0...1.
  static func foundShare(of trials: [Trial], _ slips: [Slip] = Slip.allCases) -> Double {
    let asked = trials.filter { slips.contains($0.slip) }
    for slip in slips {
      let missed = asked.filter { $0.slip == slip && !$0.isFound }
      print("\(slip): \(asked.count { $0.slip == slip }), missed \(missed.count)")
      for trial in missed { print("   \(trial.shown)") }
    }
    return Double(asked.count(where: \.isFound)) / Double(max(1, asked.count))
  }

  @Test("Of slips in a small persona, nearly all are found where they are or change nothing; none stops the program")
  func slips() {
    let lines = Sanne.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let meant = MutationTests.meaning(Sanne.persona)
    var numbers = SplitMix64(seed: 11)
    var trials: [Trial] = []
    while trials.count < 210 {
      for slip in Slip.allCases {
        if let trial = MutationTests.trial(slip, in: lines, meaning: meant, using: &numbers) { trials.append(trial) }
      }
    }
    #expect(MutationTests.foundShare(of: trials) >= 0.95)
  }

  /// A slip of the pen breaks a rule of the notation. A heading or a reply that stands somewhere else mostly does not: it is
  /// another persona, just as well formed, which its example conversations tell from the one that was meant. Nor can it be
  /// known what word of a topic was meant. The bounds leave room for other personas than those there are now.
  @Test("Of slips of the pen in the shipped personas nearly all are found; of what was moved, what breaks a rule")
  func shipped() throws {
    let files = EmbeddedFile.all(under: "Personas/")
    #expect(files.count >= 12)
    var numbers = SplitMix64(seed: 5)
    var trials: [Trial] = []
    for file in files {
      let persona = try #require(PersonaReader.read(file.text, path: file.path).persona)
      let meant = MutationTests.meaning(persona)
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      for slip in Slip.allCases {
        for _ in 0..<2 {
          // Samples are for the real coder; the toy one of these tests hears something else in them.
          let trial = MutationTests.trial(
            slip, in: lines, meaning: meant,
            leavingOut: [.sampleElsewhere, .sampleNowhere, .counterSampleHits, .twinDiffers], isProving: false,
            using: &numbers)
          if let trial { trials.append(trial) }
        }
      }
    }
    #expect(trials.count >= 140)
    #expect(MutationTests.foundShare(of: trials, [.dropped, .doubled, .joined, .split, .misspelt]) >= 0.92)
    #expect(MutationTests.foundShare(of: trials, [.moved, .level]) >= 0.5)
  }
}
