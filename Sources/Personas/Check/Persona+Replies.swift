import CoachingLanguage

extension Persona {
  /// The most characters of a reply: six lines of eighty, as much as one takes in at a glance.
  static let longestReply = 480

  /// Too few variants, the same variant twice, replies too long, and words of the core that leak.
  func findingsOnReplies() -> [Finding] {
    var findings: [Finding] = []
    var lines: [String: Int] = [:]
    let fallbackName = language == .dutch ? "anders" : "otherwise"
    let blocks: [(name: String, place: Place, replies: [ReplyLine])] =
      nodes.map { ($0.name, $0.place, $0.replies) } + fallbacks.map { (fallbackName, $0.place, $0.replies) }
    for block in blocks {
      if block.replies.count == 1 { findings.append(finding(.oneVariant, at: block.place, ["node": block.name])) }
    }
    for reply in openings + blocks.flatMap(\.replies) {
      let length = reply.text.count
      if length > Persona.longestReply {
        let facts = ["length": String(length), "most": String(Persona.longestReply)]
        findings.append(finding(.longReply, at: reply.place, facts))
      }
      let words = Word.all(in: reply.text).map(\.folded).joined(separator: " ")
      guard !words.isEmpty else { continue }
      if let line = lines[words] {
        findings.append(finding(.sameVariant, at: reply.place, ["line": String(line)]))
      } else {
        lines[words] = reply.place.line
      }
    }
    if !nodes.contains(where: { $0.part == .core }) {
      findings.append(finding(.noCore, at: Place(line: 1), [:]))
    }
    return findings + leaks()
  }

  /// Replies before the core that already say it: four words in a row, or two and at least half of its own words.
  private func leaks() -> [Finding] {
    var findings: [Finding] = []
    for (place, core) in nodes.enumerated() where core.part == .core {
      let after = place..<index.end[place]
      let coreWords = core.replies.map { Word.all(in: $0.text).map(\.folded) }
      let runs = Set(coreWords.flatMap { Persona.runs(of: 4, in: $0) })
      let own = coreWords.map { Set($0.filter { $0.unicodeScalars.count > 5 }) }
      let earlier =
        openings
        + nodes.indices.filter { !after.contains($0) && nodes[$0].part != .core }
        .flatMap { nodes[$0].replies }
      for reply in earlier {
        let words = Word.all(in: reply.text).map(\.folded)
        var shared = Persona.runs(of: 4, in: words).first(where: runs.contains)
        if shared == nil {
          let said = Set(words)
          let common = own.first { $0.intersection(said).count >= max(2, ($0.count + 1) / 2) }
          shared = common.map { $0.intersection(said).sorted().joined(separator: ", ") }
        }
        if let shared {
          findings.append(finding(.coreLeaks, at: reply.place, ["node": core.name, "words": shared]))
        }
      }
    }
    return findings
  }

  private static func runs(of length: Int, in words: [String]) -> [String] {
    guard words.count >= length else { return [] }
    return (0...(words.count - length)).map { words[$0..<($0 + length)].joined(separator: " ") }
  }
}
