public import CoachingLanguage

/// The three moments of a talk that are worth quoting.
public struct Moments: Sendable, Equatable {
  /// The question after which most came; `nil` where none was asked.
  public var bestQuestion: Moment?
  /// The turn in which the other opened or closed most; `nil` where nothing changed.
  public var turningPoint: TurningPoint?
  /// The signal that was left lying and mattered most; `nil` where none was.
  public var missed: Signal?

  /// A sentence worth quoting.
  public struct Moment: Sendable, Equatable {
    /// 1-based.
    public var turn: Int
    public var sentence: CodedSentence
  }

  /// A turn in which something changed.
  public struct TurningPoint: Sendable, Equatable {
    /// 1-based.
    public var turn: Int
    /// By how much, -10...10; never 0.
    public var change: Int
    /// The sentence that did it.
    public var sentence: CodedSentence
  }

  init(_ heard: HeardTalk, _ curve: Curve, _ signals: [Signal]) {
    bestQuestion = Moments.bestQuestion(heard, curve, signals)
    turningPoint = Moments.turningPoint(heard, curve, besides: bestQuestion?.turn)
    let missed = signals.filter { $0.pickedUp == nil }
    // The one that was clearest, and of those the last: what is freshest can still be asked after.
    self.missed = missed.last { $0.isCertain } ?? missed.last { $0.kind == .feeling } ?? missed.last
  }

  private static func bestQuestion(_ heard: HeardTalk, _ curve: Curve, _ signals: [Signal]) -> Moment? {
    var best: (moment: Moment, score: Int)?
    for (index, turn) in heard.talk.turns.enumerated() {
      guard let question = turn.leader.sentences.last(where: { $0.move.isQuestion }) else { continue }
      let number = index + 1
      var score = question.move == .openQuestion ? 4 : 0
      score += curve.change(in: number) * 3
      score += signals.contains { $0.pickedUp == number } ? 4 : 0
      score += turn.facts?.isCore ?? false ? 8 : 0
      score += turn.facts?.step.map(\.rung) ?? (heard.has("reason", in: number) ? 4 : 0)
      if heard.has("feeling", in: number) { score += 3 }
      if let step = question.step { score += step.rung }
      if turn.leader.sentences.contains(where: { $0.stance == .tell }) { score -= 8 }
      if score > best?.score ?? .min { best = (Moment(turn: number, sentence: question), score) }
    }
    return best?.moment
  }

  /// The largest change; of equals one that is not quoted already, and one that closed: the best question opened.
  private static func turningPoint(_ heard: HeardTalk, _ curve: Curve, besides quoted: Int?) -> TurningPoint? {
    var best: (turn: Int, change: Int, rank: Int)?
    for turn in heard.talk.turns.indices.map({ $0 + 1 }) {
      let change = curve.change(in: turn)
      guard change != 0, curve.isCertain || isPlausible(change, heard.talk.turns[turn - 1].leader) else { continue }
      let rank = change.magnitude * 4 + (change < 0 ? 1 : 0) + (turn == quoted ? 0 : 2)
      if Int(rank) > best?.rank ?? 0 { best = (turn, change, Int(rank)) }
    }
    guard let best else { return nil }
    return TurningPoint(
      turn: best.turn, change: best.change, sentence: heard.talk.turns[best.turn - 1].leader.leading)
  }

  /// Whether a line can have brought a change about that is only an estimate: short answers have many reasons.
  private static func isPlausible(_ change: Int, _ leader: CodedUtterance) -> Bool {
    let isTelling = leader.leading.stance == .tell
    return change < 0 ? isTelling : !isTelling && leader.sentences.contains { $0.isAskingOn }
  }
}
