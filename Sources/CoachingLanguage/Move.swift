/// What a leader does with one sentence.
///
/// Every sentence gets exactly one move, and a move belongs to one ``Stance``. The terms follow Motivational Interviewing
/// Treatment Integrity (MITI 4.2) and the Motivational Interviewing Skill Code (MISC 2.1).
public enum Move: String, CaseIterable, Sendable, Hashable, Codable {
  // Ask.
  case openQuestion = "open-question"
  case closedQuestion = "closed-question"
  case permission
  case solutionCheck = "solution-check"
  // Listen.
  case reflection
  case affirmation
  case acknowledgement
  case silence
  // Tell.
  case advice
  case leadingQuestion = "leading-question"
  case instruction
  case takeover
  case opinion
  case judgement
  case reassurance
  case information
  // Arrange.
  case followUp = "follow-up"
  case structure
  // None of these.
  case other

  /// The stance this move belongs to.
  public var stance: Stance {
    switch self {
    case .openQuestion, .closedQuestion, .permission, .solutionCheck: .ask
    case .reflection, .affirmation, .acknowledgement, .silence: .listen
    case .advice, .leadingQuestion, .instruction, .takeover, .opinion, .judgement, .reassurance, .information: .tell
    case .followUp, .structure: .arrange
    case .other: .other
    }
  }

  /// Its place in `allCases`, for tables by move.
  var number: Int {
    switch self {
    case .openQuestion: 0
    case .closedQuestion: 1
    case .permission: 2
    case .solutionCheck: 3
    case .reflection: 4
    case .affirmation: 5
    case .acknowledgement: 6
    case .silence: 7
    case .advice: 8
    case .leadingQuestion: 9
    case .instruction: 10
    case .takeover: 11
    case .opinion: 12
    case .judgement: 13
    case .reassurance: 14
    case .information: 15
    case .followUp: 16
    case .structure: 17
    case .other: 18
    }
  }

  /// Whether the leader fills in the solution: advice, a leading question, an instruction or a takeover.
  public var isAdvising: Bool {
    switch self {
    case .advice, .leadingQuestion, .instruction, .takeover: true
    default: false
    }
  }

  /// Whether the leader's own perspective is not parked: an opinion, a judgement or a reassurance.
  public var isOwnPerspective: Bool {
    switch self {
    case .opinion, .judgement, .reassurance: true
    default: false
    }
  }

  /// Whether this is an open or a closed question.
  public var isQuestion: Bool { self == .openQuestion || self == .closedQuestion }
}

/// What a leader is doing towards the other person: five kinds of ``Move``.
public enum Stance: String, CaseIterable, Sendable, Hashable, Codable {
  case ask, listen, tell, arrange, other
}

/// A rung of the ladder a question can open, from the subject in short to the other's own way forward.
///
/// `allCases` is in the order of the ladder.
public enum Step: String, CaseIterable, Sendable, Hashable, Comparable, Codable {
  case situation, event, role, feeling, why, solution

  public static func < (lower: Step, higher: Step) -> Bool { lower.rung < higher.rung }

  /// The place on the ladder, 0 for `situation` to 5 for `solution`.
  public var rung: Int {
    switch self {
    case .situation: 0
    case .event: 1
    case .role: 2
    case .feeling: 3
    case .why: 4
    case .solution: 5
    }
  }
}
