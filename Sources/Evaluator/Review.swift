public import CoachingLanguage

/// What there is to say at the end of a talk.
public struct Review: Sendable, Equatable {
  public var talk: Talk
  public var measures: Measures
  public var ladder: Ladder
  public var why: Why
  /// How open the other was, turn by turn.
  public var curve: Curve
  /// What pointed at more, in the order it was said.
  public var signals: [Signal]
  /// What invited advice, in the order it was said.
  public var temptations: [Temptation]
  public var solution: Solution
  /// The next step that was agreed; `nil` where none was.
  public var agreement: Agreement?
  public var moments: Moments
  /// The sentence in which the leader first advised, with its 1-based turn.
  public var firstAdvice: Moments.Moment?
  public var nextTime: NextTime

  /// Reviews `talk`; `pack` is that of its language.
  public init(of talk: Talk, pack: LanguagePack) {
    self.talk = talk
    let heard = HeardTalk(talk, pack: pack)
    measures = Measures(of: talk, pack: pack)
    why = Why(in: heard)
    ladder = Ladder(in: heard, why: why)
    curve = Curve(heard)
    signals = Signal.all(in: heard)
    temptations = Temptation.all(in: heard)
    solution = Solution.found(in: heard)
    agreement = Agreement.found(in: heard)
    moments = Moments(heard, curve, signals)
    firstAdvice = talk.sentences.first { $0.sentence.move.isAdvising }.map {
      Moments.Moment(turn: $0.turn, sentence: $0.sentence)
    }
    nextTime = .begin
    nextTime = chooseNextTime()
  }

  /// Whether what the other meant was judged from words, so that signals, the core and the solution may be mistaken.
  public var isGuessed: Bool { !talk.isPlayed }

  /// How many sentences count as the leader reads them, and not as the rules do.
  public var correctedCount: Int { talk.sentences.count { $0.sentence.isCorrected } }
}
