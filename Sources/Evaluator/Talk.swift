public import CoachingLanguage

/// A coaching talk as the evaluator sees it: what the leader said, coded, and what the other said back.
public struct Talk: Sendable, Equatable, Codable {
  public var language: Language
  /// The first name of the other, for feedback; `nil` where it is not known.
  public var name: String?
  /// What the other said before the leader's first line; empty where the leader began.
  public var opening: String
  public var turns: [Turn]

  /// One line of the leader and the answer to it.
  public struct Turn: Sendable, Equatable, Codable {
    public var leader: CodedUtterance
    /// What the other answered; empty where there is no answer yet.
    public var answer: String
    /// What is known of the answer; `nil` for a talk that was held without a persona.
    public var facts: Facts?

    public init(leader: CodedUtterance, answer: String = "", facts: Facts? = nil) {
      self.leader = leader
      self.answer = answer
      self.facts = facts
    }
  }

  /// What a persona's file says of an answer, which no evaluator could hear in its words.
  public struct Facts: Sendable, Equatable, Codable {
    /// How open the other was before and after, 0 (shut) to 10.
    public var opennessBefore: Int
    public var opennessAfter: Int
    /// The rung of the ladder the answer reaches.
    public var step: Step?
    /// Whether the answer says the core: why the other does what they do.
    public var isCore: Bool
    /// Words in the answer that point at something deeper, by the subject they point at.
    public var signals: [Signal]
    /// Subjects of earlier signals that the leader's line was about; see ``Turn/pickedUp``.
    public var followed: [String]
    /// Whether the answer invites advice.
    public var isTemptation: Bool
    /// Whether the answer holds the other's own solution, answers the solution check, or agrees on what happens next.
    public var isSolution: Bool
    public var isCheck: Bool
    public var isAgreement: Bool

    public struct Signal: Sendable, Equatable, Codable {
      public var topic: String
      /// The words, as the other said them.
      public var words: String

      public init(topic: String, words: String) {
        self.topic = topic
        self.words = words
      }
    }

    public init(
      opennessBefore: Int, opennessAfter: Int, step: Step? = nil, isCore: Bool = false, signals: [Signal] = [],
      followed: [String] = [], isTemptation: Bool = false, isSolution: Bool = false, isCheck: Bool = false,
      isAgreement: Bool = false
    ) {
      self.opennessBefore = opennessBefore
      self.opennessAfter = opennessAfter
      self.step = step
      self.isCore = isCore
      self.signals = signals
      self.followed = followed
      self.isTemptation = isTemptation
      self.isSolution = isSolution
      self.isCheck = isCheck
      self.isAgreement = isAgreement
    }
  }

  public init(language: Language, name: String? = nil, opening: String = "", turns: [Turn] = []) {
    self.language = language
    self.name = name
    self.opening = opening
    self.turns = turns
  }

  /// Every sentence of the leader, with the 1-based number of its turn.
  public var sentences: [(turn: Int, sentence: CodedSentence)] {
    turns.enumerated().flatMap { index, turn in turn.leader.sentences.map { (index + 1, $0) } }
  }
}
