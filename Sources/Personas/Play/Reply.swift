import CoachingLanguage

/// What the employee says back, and what it meant.
public struct Reply: Sendable, Equatable {
  public var text: String
  /// The name of the node that answered; `nil` for a fallback.
  public var node: String?
  /// The line of the persona file where the node or fallback begins, 1-based; 0 for a general answer of the language.
  public var line: Int
  /// What the node is in the course of the talk; `nil` for a fallback.
  public var part: Node.Part?
  /// Openness when the leader spoke, 0...10.
  public var opennessBefore: Int
  /// Openness after the utterance and the reply, 0...10.
  public var opennessAfter: Int
  /// What this reply gives away for the leader to pick up.
  public var signals: [Signal]
  /// Whether it invites the leader to advise.
  public var isTemptation: Bool
  /// The rung of the ladder it reaches.
  public var step: Step?
  /// The persona's topics that the leader spoke of, in the order of the utterance.
  public var topicsHeard: [String]

  /// Words in which an employee gives away that there is more.
  public struct Signal: Sendable, Equatable {
    public var topic: String
    /// The words themselves: the sentence of the line that gives it away.
    public var words: String

    public init(topic: String, words: String) {
      self.topic = topic
      self.words = words
    }
  }

  var answer: Answer
  /// The node's place, if it leaves a trace.
  var innerNode: Int?
  var signalledTopics: [Int] = []
  /// What it adds to openness for good.
  var lift = 0

  public var isFallback: Bool { node == nil }
  public var isCore: Bool { part == .core }
  public var isSolution: Bool { part == .solution }
  public var isCheck: Bool { part == .check }
  public var isAgreement: Bool { part == .agreement }
}
