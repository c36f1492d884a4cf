public import CoachingLanguage
public import Evaluator

/// One line of the leader with everything that came of it.
public struct Turn: Sendable, Equatable, Codable {
  /// 1-based.
  public var number: Int
  public var leader: CodedUtterance
  public var feedback: Feedback
  /// What the persona said.
  public var answer: String
  /// The node of the persona that answered; `nil` for a fallback.
  public var node: String?
  public var facts: Evaluator.Talk.Facts
}
