public import CoachingLanguage

/// What there is to say at the end of a talk.
public struct Review: Sendable, Equatable {
  public var talk: Talk
  public var measures: Measures
  public var ladder: Ladder
  public var why: Why
  /// The sentence in which the leader first advised, with its 1-based turn.
  public var firstAdvice: Moment?
  public var nextTime: NextTime

  /// A sentence worth quoting.
  public struct Moment: Sendable, Equatable {
    /// 1-based.
    public var turn: Int
    public var sentence: CodedSentence
  }

  /// The one thing to try in the next talk.
  ///
  /// In the order they are chosen: the first that applies is the one.
  public enum NextTime: String, CaseIterable, Sendable {
    /// Nothing was said.
    case begin
    /// More telling than asking and listening together.
    case askFirst = "ask-first"
    /// Questions, but hardly anything given back.
    case giveBack = "give-back"
    /// The feeling was never asked for.
    case feeling
    /// The core was not reached.
    case why
    /// The core was reached and not given back.
    case understand
    /// The solution was not checked.
    case check
    /// No next step was set.
    case followUp = "follow-up"
    /// All of it was there.
    case again
  }

  /// Reviews `talk`; `pack` is that of its language.
  public init(of talk: Talk, pack: LanguagePack) {
    self.talk = talk
    measures = Measures(of: talk, pack: pack)
    ladder = Ladder(of: talk)
    why = Why(of: talk)
    firstAdvice = talk.sentences.first { $0.sentence.move.isAdvising }.map {
      Moment(turn: $0.turn, sentence: $0.sentence)
    }
    nextTime = .begin
    nextTime = chooseNextTime()
  }

  private func chooseNextTime() -> NextTime {
    if !talk.sentences.contains(where: { $0.sentence.move != .silence }) { return .begin }
    if let tellShare = measures.tellShare, tellShare >= 0.4 { return .askFirst }
    if let reflections = measures.reflectionsPerQuestion, reflections < 0.3 { return .giveBack }
    if !ladder.has(.feeling) { return .feeling }
    if why.reached == nil { return .why }
    if why.understood == nil { return .understand }
    if measures.solutionChecks.isEmpty { return .check }
    if measures.followUps.isEmpty { return .followUp }
    return .again
  }
}
