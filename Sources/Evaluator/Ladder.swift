public import CoachingLanguage

/// How far down the talk went, from the subject in short to the core "why" and on to the other's own solution.
public struct Ladder: Sendable, Equatable {
  /// The first turn in which the leader asked for each step, 1-based.
  public private(set) var asked: [Step: Int] = [:]
  /// The first turn in which the other's answer reached each step, 1-based; empty for a talk without a persona.
  public private(set) var reached: [Step: Int] = [:]

  /// Follows the ladder through a talk.
  public init(of talk: Talk) {
    for (index, turn) in talk.turns.enumerated() {
      for sentence in turn.leader.sentences {
        if let step = sentence.step, asked[step] == nil { asked[step] = index + 1 }
      }
      if let facts = turn.facts {
        if let step = facts.step, reached[step] == nil { reached[step] = index + 1 }
        if facts.isCore, reached[.why] == nil { reached[.why] = index + 1 }
        if facts.isSolution, reached[.solution] == nil { reached[.solution] = index + 1 }
      }
    }
  }

  /// Whether a step was asked for or answered.
  public func has(_ step: Step) -> Bool { asked[step] != nil || reached[step] != nil }

  /// The step to ask for next: the first that was neither asked nor reached; after all of them, the solution.
  public var next: Step { Step.allCases.first { !has($0) } ?? .solution }
}

/// Whether the talk came to the core: why the other does what they do.
public struct Why: Sendable, Equatable {
  /// The turn in which the other said it, 1-based; `nil` where they did not.
  public var reached: Int?
  /// The turn in which the leader gave it back in a reflection, 1-based; `nil` where that did not happen.
  public var understood: Int?

  /// Looks for the core in a talk.
  ///
  /// Where a persona answered, its file says which answer is the core. In a talk that was really held nobody can say
  /// that for sure, and the answer to a question after the why is taken for it.
  public init(of talk: Talk) {
    let isPlayed = talk.turns.contains { $0.facts != nil }
    reached = talk.turns.firstIndex { turn in
      if isPlayed { return turn.facts?.isCore ?? false }
      return !turn.answer.isEmpty && turn.leader.sentences.contains { $0.step == .why && $0.move == .openQuestion }
    }.map { $0 + 1 }
    guard let reached else { return }
    understood = talk.turns.indices.dropFirst(reached).first { index in
      talk.turns[index].leader.sentences.contains { $0.move == .reflection }
    }.map { $0 + 1 }
  }
}
