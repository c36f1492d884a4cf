public import CoachingLanguage

/// How far down the talk went, from the subject in short to the core "why" and on to the other's own solution.
public struct Ladder: Sendable, Equatable {
  /// The first turn in which the leader asked for each step, 1-based.
  public private(set) var asked: [Step: Int] = [:]
  /// The first turn in which the other's answer reached each step, 1-based.
  ///
  /// A persona's file says which step an answer reaches. In a talk that was really held a step counts as reached where
  /// it was asked for and at least five words came back, and the feeling and the way forward also where they are heard in
  /// the words.
  public private(set) var reached: [Step: Int] = [:]

  /// Follows the ladder through a talk, as far as it takes no ear for the other's words.
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

  init(in heard: HeardTalk, why: Why) {
    self.init(of: heard.talk)
    guard !heard.isPlayed else { return }
    for (index, turn) in heard.talk.turns.enumerated() {
      let said = heard.words[index + 1]
      for sentence in turn.leader.sentences {
        if let step = sentence.step, step != .why, said >= Ladder.fewestWords { reach(step, index + 1) }
      }
      if said >= Ladder.fewestWords, heard.has("feeling", in: index + 1) { reach(.feeling, index + 1) }
      if said >= Ladder.fewestWords, heard.has("own-idea", in: index + 1) { reach(.solution, index + 1) }
    }
    if let turn = why.reached { reach(.why, turn) }
  }

  /// How many words an answer must have to be one.
  private static let fewestWords = 5

  private mutating func reach(_ step: Step, _ turn: Int) {
    if reached[step] == nil { reached[step] = turn }
  }

  /// Whether a step was asked for or answered.
  public func has(_ step: Step) -> Bool { asked[step] != nil || reached[step] != nil }

  /// The step to ask for next: the first that was neither asked nor reached; after all of them, the solution.
  public var next: Step { Step.allCases.first { !has($0) } ?? .solution }
}
