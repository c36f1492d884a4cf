import CoachingLanguage

/// Whose solution it became.
///
/// Whoever is relieved of responsibility takes none: a solution that the other brings in is one they will carry out.
public struct Solution: Sendable, Equatable {
  public var owner: Owner
  /// The turn in which it was first brought in, 1-based; `nil` where there was none.
  public var turn: Int?
  /// The words of it; empty where there was none.
  public var words = ""
  /// Whether the persona's file says so; else it was heard in the words.
  public var isCertain: Bool

  public enum Owner: String, Sendable, CaseIterable {
    /// The other brought one in, and the leader added none of their own after that.
    case other
    /// The other brought one in, and the leader advised then or later.
    case shared
    /// The leader advised, and the other brought in nothing.
    case leader
    case nobody
  }

  static func found(in heard: HeardTalk) -> Solution {
    let turns = heard.talk.turns
    let advised = turns.indices.filter { turns[$0].leader.sentences.contains { $0.move.isAdvising } }.map { $0 + 1 }
    if let own = own(heard) {
      let owner: Owner = (advised.last ?? 0) >= own.turn ? .shared : .other
      return Solution(owner: owner, turn: own.turn, words: own.words, isCertain: heard.isPlayed)
    }
    guard let first = advised.first,
      let sentence = turns[first - 1].leader.sentences.first(where: { $0.move.isAdvising })
    else { return Solution(owner: .nobody, isCertain: heard.isPlayed) }
    return Solution(owner: .leader, turn: first, words: sentence.text, isCertain: heard.isPlayed)
  }

  private static func own(_ heard: HeardTalk) -> (turn: Int, words: String)? {
    for (index, turn) in heard.talk.turns.enumerated() {
      if heard.isPlayed {
        if turn.facts?.isSolution ?? false { return (index + 1, turn.answer) }
      } else if let cue = heard.cues[index + 1].first(where: { $0.kind == "own-idea" }) {
        // "I could ask Fatma" right after "You could ask Fatma" is not an idea of their own.
        if turn.leader.sentences.contains(where: { $0.move.isAdvising }) { continue }
        return (index + 1, cue.sentence)
      }
    }
    return nil
  }
}
