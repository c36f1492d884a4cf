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
    var found: [Key: [String: Int]] = [:]
    for conversation in conversations {
      var state = start()
      for line in conversation {
        let reply = reply(to: line, in: state)
        state = state.recording(reply)
        guard reply.isFallback else { continue }
        found[Key(move: line.leading.move, topics: reply.topicsHeard.sorted()), default: [:]][line.text, default: 0] +=
          1
      }
    }
    let gaps = found.map { key, lines in
      let sorted = lines.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
      return Gap(
        move: key.move, topics: key.topics, lines: sorted, count: lines.values.reduce(0, +),
        draft: draft(key.move, key.topics, sorted))
    }
    return gaps.sorted { first, second in
      if first.count != second.count { return first.count > second.count }
      return (first.move.rawValue, first.topics.joined()) < (second.move.rawValue, second.topics.joined())
    }
  }

  private func draft(_ move: Move, _ topics: [String], _ lines: [String]) -> String {
    let isDutch = language == .dutch
    let name = ([Keywords.name(of: move, in: language)] + topics).joined(separator: " ")
    let about = topics.map { Keywords.about($0, in: language) }
    let conditions = ([Keywords.name(of: move, in: language)] + about).joined(separator: ", ")
    var text = "## \(name)\n\(isDutch ? "als" : "when"): \(conditions)\n"
    text += isDutch ? "- (wat zegt \(self.name) hierop?)\n- (en een tweede keer?)\n" : ""
    text += isDutch ? "" : "- (what does \(self.name) say to this?)\n- (and the second time?)\n"
    for line in lines.prefix(3) where !line.isEmpty { text += "\(isDutch ? "bv" : "e.g."): \(line)\n" }
    return text
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
