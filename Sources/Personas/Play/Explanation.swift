import CoachingLanguage

/// Why the employee answered as they did: what was heard, who won, and who almost did.
public struct Explanation: Sendable, Equatable {
  /// The sentences that were heard, with the words that decided; the leading one first.
  public var sentences: [CodedSentence]
  public var topics: [HeardTopic]
  /// Openness when the leader spoke, 0...10.
  public var opennessBefore: Int
  /// Openness once the words had landed, which is what conditions look at, 0...10.
  public var opennessHeard: Int
  public var winner: Candidate
  /// At most two, those that missed least first.
  public var runnersUp: [Candidate]

  /// A topic, and the leader's words that belong to it.
  public struct HeardTopic: Sendable, Equatable {
    public var topic: String
    public var words: String
  }

  /// A node or a fallback that could have answered.
  public struct Candidate: Sendable, Equatable {
    /// `nil` for a fallback.
    public var node: String?
    /// 1-based; 0 for a general answer of the language.
    public var line: Int
    /// Its conditions as written.
    public var conditions: [String]
    /// Why it did not answer; `nil` for the winner.
    public var missed: Missed?
  }

  public enum Missed: Sendable, Equatable {
    /// This condition did not hold.
    case condition(String, Place)
    /// It is under a node that has not been said.
    case closed(parent: String)
    /// It held, but another node goes before it.
    case outranked
  }
}

extension Persona {
  /// Why ``reply(to:in:)`` answers `utterance` as it does.
  public func explain(_ utterance: CodedUtterance, in state: PersonaState) -> Explanation {
    let hits = index.topics.hits(in: utterance.text)
    let heard = Heard(utterance, topics: Set(hits.map(\.topic)))
    let now = temperament.openness(after: heard, from: state.openness, lift: state.lift)
    let winner = index.winner(for: heard, openness: now, said: state.said, signals: state.signals)

    let scalars = Array(utterance.text.unicodeScalars)
    var words: [Explanation.HeardTopic] = []
    for hit in hits {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[hit.range])
      words.append(Explanation.HeardTopic(topic: topics[hit.topic].name, words: String(view)))
    }
    let leading = utterance.leading
    let others = utterance.sentences.filter { $0 != leading && heard.moveList.contains($0.move) }

    var won: Explanation.Candidate
    if let winner {
      won = candidate(winner)
    } else {
      let fallback = fallback(for: heard, openness: now, in: state).1
      won = Explanation.Candidate(
        node: nil, line: fallback.place.line, conditions: fallback.conditions.map(\.text), missed: nil)
    }
    won.missed = nil
    return Explanation(
      sentences: [leading] + others, topics: words, opennessBefore: state.openness, opennessHeard: now, winner: won,
      runnersUp: runnersUp(to: winner, heard, openness: now, in: state))
  }

  private func candidate(_ place: Int) -> Explanation.Candidate {
    let node = nodes[place]
    return Explanation.Candidate(
      node: node.name, line: node.place.line, conditions: node.conditions.map(\.text), missed: nil)
  }

  /// The two nodes that came nearest: fewest conditions missed, being closed counting as one, then most conditions held.
  private func runnersUp(
    to winner: Int?, _ heard: Heard, openness now: Int, in state: PersonaState
  ) -> [Explanation.Candidate] {
    var ranked: [(missed: Int, held: Int, rank: Int, candidate: Explanation.Candidate)] = []
    for place in nodes.indices where place != winner {
      let (failed, isClosed, candidate) = considered(place, heard, openness: now, in: state)
      let held = index.gates[place].tests.count - failed
      guard held > 0 else { continue }
      ranked.append((failed + (isClosed ? 1 : 0), held, index.rank[place], candidate))
    }
    ranked.sort { ($0.missed, -$0.held, $0.rank) < ($1.missed, -$1.held, $1.rank) }
    return ranked.prefix(2).map(\.candidate)
  }

  /// How many conditions of a node that did not answer fail, whether it is closed, and what to say of it: the first
  /// condition that failed, else what it waits for.
  func considered(
    _ place: Int, _ heard: Heard, openness now: Int, in state: PersonaState
  ) -> (failed: Int, isClosed: Bool, candidate: Explanation.Candidate) {
    let node = nodes[place]
    let tests = index.gates[place].tests
    let failed = tests.indices.filter { !tests[$0].holds(for: heard, openness: now, signals: state.signals) }
    let isClosed = node.parent.map { !state.said.contains($0) } ?? false
    var candidate = candidate(place)
    if let first = failed.first {
      candidate.missed = .condition(node.conditions[first].text, node.conditions[first].place)
    } else if isClosed, let parent = node.parent {
      candidate.missed = .closed(parent: nodes[parent].name)
    } else {
      candidate.missed = .outranked
    }
    return (failed.count, isClosed, candidate)
  }
}
