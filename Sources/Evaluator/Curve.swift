import CoachingLanguage

/// How far the other was open, turn by turn, on a scale of 0 to 10.
///
/// A persona knows. In a talk that was really held it is an estimate from how much the other said: the square root of the
/// number of words, so that the step from two words to ten counts as much as that from ten to thirty; 60 words are a 10.
public struct Curve: Sendable, Equatable {
  /// Before the leader's first line.
  public var start: Int
  /// After each turn.
  public var values: [Int]
  /// Whether it is what a persona's file says; else it is the estimate.
  public var isCertain: Bool

  init(_ heard: HeardTalk) {
    isCertain = heard.isPlayed
    if heard.isPlayed {
      start = heard.talk.turns.first?.facts?.opennessBefore ?? 0
      var last = start
      var values: [Int] = []
      for turn in heard.talk.turns {
        last = turn.facts?.opennessAfter ?? last
        values.append(last)
      }
      self.values = values
    } else {
      let estimates = heard.words.map(Curve.estimate)
      start = estimates[0]
      values = Array(estimates.dropFirst())
    }
  }

  /// What changed in this turn, 1-based.
  public func change(in turn: Int) -> Int { values[turn - 1] - (turn == 1 ? start : values[turn - 2]) }

  private static func estimate(words: Int) -> Int {
    var root = 0
    // 10 for 60 words: n words are n·100/60 on the scale squared.
    while root < 10, (root + 1) * (root + 1) * 60 <= words * 100 { root += 1 }
    return root
  }
}
