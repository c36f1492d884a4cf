public import CoachingLanguage

/// The one thing a talk is for practising; of each ``Review/NextTime`` that can be practised, by the same name.
public enum Focus: String, CaseIterable, Sendable, Codable {
  /// Asking before telling.
  case askFirst = "ask-first"
  /// One question at a time.
  case oneQuestion = "one-question"
  /// Giving back what was heard.
  case giveBack = "give-back"
  /// Asking for the feeling.
  case feeling
  /// Asking on after what points at more.
  case pickUp = "pick-up"
  /// Asking on until the core.
  case why
  /// Giving the core back.
  case understand
  /// Checking whether the solution is one.
  case check
  /// Agreeing on what happens next.
  case followUp = "follow-up"

  /// What the review advised to try; `nil` for what is no skill: to begin, and to do it again.
  public init?(_ next: Review.NextTime) { self.init(rawValue: next.rawValue) }

  /// The step of the ladder it is about; `nil` for what is about no step.
  var step: Step? {
    switch self {
    case .feeling: .feeling
    case .why: .why
    default: nil
    }
  }

  /// Whether `utterance`, said after `talk`, does it.
  public func isDone(by utterance: CodedUtterance, after talk: Talk) -> Bool {
    let sentences = utterance.sentences
    return switch self {
    case .askFirst:
      !sentences.contains { $0.stance == .tell } && sentences.contains { $0.stance == .ask || $0.move == .reflection }
    case .oneQuestion: utterance.questionCount == 1
    case .giveBack: sentences.contains { $0.move == .reflection }
    // Whether a line followed a signal shows in the answer to it; without one, asking on is what can be seen.
    case .pickUp:
      !(talk.turns.last?.facts?.signals.isEmpty ?? true) && !sentences.contains { $0.stance == .tell }
        && sentences.contains { $0.isAskingOn }
    case .feeling, .why: sentences.contains { $0.step == step && $0.move == .openQuestion }
    case .understand: Why(of: talk).reached != nil && sentences.contains { $0.move == .reflection }
    case .check: sentences.contains { $0.move == .solutionCheck }
    case .followUp: sentences.contains { $0.move == .followUp }
    }
  }

  /// Whether it is time for it: `talk` has come to where it could be done, and it was not done yet, or not for a while.
  public func isDue(after talk: Talk) -> Bool {
    let ladder = Ladder(of: talk)
    switch self {
    case .askFirst: return true
    case .oneQuestion: return talk.turns.last.map { $0.leader.questionCount > 1 } ?? false
    case .pickUp: return !(talk.turns.last?.facts?.signals.isEmpty ?? true)
    case .giveBack:
      let last = talk.turns.suffix(2)
      return last.count == 2 && !last.contains { isDone(by: $0.leader, after: talk) }
    case .feeling: return !ladder.has(.feeling) && (ladder.has(.event) || ladder.has(.role))
    case .why: return ladder.has(.feeling) && ladder.asked[.why] == nil
    case .understand:
      let why = Why(of: talk)
      return why.reached != nil && why.understood == nil
    case .check, .followUp:
      return ladder.has(.solution) && !talk.turns.contains { isDone(by: $0.leader, after: talk) }
    }
  }

  /// The turns in which it was done, 1-based.
  public func doneTurns(in talk: Talk) -> [Int] {
    var before = talk
    before.turns = []
    var turns: [Int] = []
    for (index, turn) in talk.turns.enumerated() {
      if isDone(by: turn.leader, after: before) { turns.append(index + 1) }
      before.turns.append(turn)
    }
    return turns
  }

  /// Whether the talk as a whole did it: by the rule for which the review would else advise it.
  public func isDone(in review: Review) -> Bool {
    switch self {
    case .askFirst: review.measures.tellShare.map { $0 < Review.mostTelling } ?? false
    case .giveBack:
      review.measures.reflectionsPerQuestion.map { $0 >= Review.fewestReflections }
        ?? (review.measures.count(.reflection) > 0)
    case .oneQuestion: review.measures.stackedTurns.isEmpty
    case .pickUp: review.signals.contains { $0.pickedUp != nil } && review.signals.count { $0.pickedUp == nil } < 2
    case .why: review.why.reached != nil
    case .understand: review.why.understood != nil
    case .feeling, .check, .followUp: !doneTurns(in: review.talk).isEmpty
    }
  }
}
