import CoachingLanguage

/// Something leaders said that no node answered, with a node ready to paste.
public struct Gap: Sendable {
  public var move: Move
  /// The persona's topics heard in it; none where it was about nothing the persona knows.
  public var topics: [String]
  /// The lines, the most frequent first, each once.
  public var lines: [String]
  /// How often it was said.
  public var count: Int
  /// A node for it, in the notation, with a reply left to write.
  public var draft: String
}

extension Persona {
  /// What met only a fallback in conversations that really took place, most frequent first.
  ///
  /// - Parameter conversations: The leader's lines of each, in order. Loose lines are conversations of one line each.
  public func gaps(in conversations: [[CodedUtterance]]) -> [Gap] {
    struct Key: Hashable {
      var move: Move
      var topics: [String]
    }
    var found: [Key: (lines: [String: Int], after: [String: Int])] = [:]
    for conversation in conversations {
      var state = start()
      var last: String?
      for line in conversation {
        let reply = reply(to: line, in: state)
        state = state.recording(reply)
        if let node = reply.node { last = node }
        guard reply.isFallback else { continue }
        let key = Key(move: line.leading.move, topics: reply.topicsHeard.sorted())
        found[key, default: ([:], [:])].lines[line.text, default: 0] += 1
        if let last { found[key]?.after[last, default: 0] += 1 }
      }
    }
    let gaps = found.map { key, said in
      let sorted = said.lines.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
      let above = nodes.max { said.after[$0.name] ?? 0 < said.after[$1.name] ?? 0 }
      return Gap(
        move: key.move, topics: key.topics, lines: sorted, count: said.lines.values.reduce(0, +),
        draft: draft(key.move, key.topics, sorted, below: above.flatMap { said.after[$0.name] == nil ? nil : $0 }))
    }
    return gaps.sorted { first, second in
      if first.count != second.count { return first.count > second.count }
      return (first.move.rawValue, first.topics.joined()) < (second.move.rawValue, second.topics.joined())
    }
  }

  /// A node to paste. One that waits for a move alone would answer every line of its kind, so what is about no topic gets
  /// a topic of its own words, and stands below the node that was said before it.
  private func draft(_ move: Move, _ topics: [String], _ lines: [String], below above: Node?) -> String {
    let isDutch = language == .dutch
    var notes: [String] = []
    var topics = topics
    var level = "##"
    if topics.isEmpty {
      if let above {
        level = String(repeating: "#", count: above.depth + 2)
        let place = "„\(above.name)” (\(isDutch ? "regel" : "line") \(above.place.line))"
        notes.append(isDutch ? "Hoort onder \(place)." : "Belongs below \(place).")
      }
      let words = newTopic(of: lines)
      if let name = words.first {
        topics = [name]
        let line = "\(name): \(words.joined(separator: ", "))"
        notes.append(
          isDutch
            ? "Zet onder `## woorden`, en haal weg wat overal past: \(line)"
            : "Put under `## words`, and take out what fits anywhere: \(line)")
      } else if isDutch {
        notes.append(
          "Let op: dit antwoord komt\(above == nil ? "" : " daarna") op alles van deze soort. Voeg een voorwaarde toe.")
      } else {
        notes.append(
          "Mind: this answers everything of its kind\(above == nil ? "" : " from there on"). Add a condition.")
      }
    }
    let name = ([Keywords.name(of: move, in: language)] + topics).joined(separator: " ")
    let about = topics.map { Keywords.about($0, in: language) }
    let conditions = ([Keywords.name(of: move, in: language)] + about).joined(separator: ", ")
    var text = notes.map { "// \($0)\n" }.joined()
    text += "\(level) \(name)\n\(isDutch ? "als" : "when"): \(conditions)\n"
    text += isDutch ? "- (wat zegt \(self.name) hierop?)\n- (en een tweede keer?)\n" : ""
    text += isDutch ? "" : "- (what does \(self.name) say to this?)\n- (and the second time?)\n"
    for line in lines.prefix(3) where !line.isEmpty { text += "\(isDutch ? "bv" : "e.g."): \(line)\n" }
    return text
  }

  /// The words of lines that say what they are about, and that can be words of a topic; the first can be its name too.
  private func newTopic(of lines: [String]) -> [String] {
    let said =
      LanguagePack.shipped(language).map { pack in lines.prefix(3).flatMap { pack.contentWords(in: $0) } } ?? []
    let taken = Set(topics.map { Folding.name($0.name) })
    var seen: Set<String> = []
    let words = said.map { Folding.name($0.folded) }.filter { TopicMatcher.isPattern($0) && seen.insert($0).inserted }
    guard let name = words.firstIndex(where: { Keywords.moves[$0] == nil && !taken.contains($0) }) else { return [] }
    return [words[name]] + words.enumerated().filter { $0.offset != name }.map(\.element)
  }

  /// For each move, topic and third of openness (0–3, 4–6, 7–10) how many nodes could answer; what has none is a hole.
  ///
  /// - Returns: One row for each of `moves` and each topic, `nil` standing for no topic, with the three counts.
  public func grid(moves: [Move] = Move.allCases) -> [(move: Move, topic: String?, nodes: [Int])] {
    let everySignal = Set(topics.indices)
    return moves.flatMap { move in
      ([nil] + topics.indices.map { Optional($0) }).map { topic in
        let heard = Heard(leading: move, moves: [move], topics: topic.map { [$0] } ?? [])
        let counts = [0...3, 4...6, 7...10].map { third in
          nodes.indices.count { place in
            third.contains { index.holds(place, for: heard, openness: $0, signals: everySignal) }
          }
        }
        return (move, topic.map { topics[$0].name }, counts)
      }
    }
  }
}
