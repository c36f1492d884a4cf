extension CodedSentence {
  /// The rule named where the leader said what a sentence was: no rule of a pack has this name.
  public static let leaderRule = "leader"

  /// Whether the move is the leader's own reading, and not that of the rules.
  public var isCorrected: Bool { rule == CodedSentence.leaderRule }

  /// The sentence as the leader reads it. What the rules heard becomes the first of its ``readings``.
  ///
  /// A question keeps its step where it still is a question; the leader is not asked for one.
  public func corrected(to move: Move) -> CodedSentence {
    guard move != self.move else { return self }
    var sentence = self
    sentence.move = move
    if !move.isQuestion { sentence.step = nil }
    sentence.isSure = true
    sentence.rule = CodedSentence.leaderRule
    sentence.readings = [.init(move: self.move, rule: rule)] + readings.filter { $0.move != move }
    return sentence
  }
}
