import CoachingLanguage

/// An answer that invited the leader to give the solution.
public struct Temptation: Sendable, Equatable {
  /// The turn whose answer tempted, 1-based; 0 for the opening.
  public var turn: Int
  /// The words, as the other said them.
  public var words: String
  /// Whether the leader did not advise in the turn that followed.
  public var isResisted: Bool
  /// Whether the persona's file says so; else it was heard in the words.
  public var isCertain: Bool

  /// The temptations of a talk that the leader had a turn to answer to, in order.
  static func all(in heard: HeardTalk) -> [Temptation] {
    let turns = heard.talk.turns
    return turns.indices.compactMap { index in
      // What tempts is the answer before this turn: the opening before the first.
      let words: String
      if heard.isPlayed {
        guard index > 0, turns[index - 1].facts?.isTemptation ?? false else { return nil }
        words = turns[index - 1].answer
      } else {
        guard let cue = heard.cues[index].first(where: { $0.kind == "asks-advice" }) else { return nil }
        words = cue.sentence
      }
      let isAdvised = turns[index].leader.sentences.contains { $0.move.isAdvising }
      return Temptation(turn: index, words: words, isResisted: !isAdvised, isCertain: heard.isPlayed)
    }
  }
}
