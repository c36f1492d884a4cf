import CoachingLanguage

/// One condition of a node or a fallback: holds if any of its alternatives does.
public struct Condition: Sendable, Equatable {
  public var alternatives: [Alternative]
  /// As written, such as `vraag of reflectie`.
  public var text: String
  public var place: Place

  public enum Alternative: Sendable, Equatable {
    /// One of these moves was heard.
    case moves([Move])
    /// The utterance has words of this topic.
    case topic(String)
    /// A question opened this rung.
    case step(Step)
    /// Openness, after the utterance has had its effect, is in this range of 0...10.
    case openness(ClosedRange<Int>)
    /// The employee has signalled this topic.
    case signal(String)
  }
}

/// A condition in a form that is tested in a few steps.
struct ConditionTest: Sendable, Equatable {
  /// Bit n for move n of `Move.allCases`.
  var moves: UInt32 = 0
  /// Bit n for rung n.
  var steps: UInt8 = 0
  /// Bit n for openness n.
  var openness: UInt16 = 0
  /// Places in ``Persona/topics``, rising.
  var topics: [Int] = []
  var signals: [Int] = []

  /// - Parameter topicNumbers: The place in ``Persona/topics`` of each topic; an unknown topic never holds.
  init(_ condition: Condition, topicNumbers: [String: Int]) {
    for alternative in condition.alternatives {
      switch alternative {
      case .moves(let all): moves |= MoveBits.of(all)
      case .topic(let name): if let number = topicNumbers[name] { topics.append(number) }
      case .step(let step): steps |= 1 << UInt8(step.rung)
      case .openness(let range): for value in range { openness |= 1 << UInt16(value) }
      case .signal(let name): if let number = topicNumbers[name] { signals.append(number) }
      }
    }
    topics.sort()
  }

  /// Whether the condition holds for what was heard.
  @inline(__always)
  func holds(for heard: Heard, openness now: Int, signals given: Set<Int>) -> Bool {
    if moves & heard.moves != 0 || steps & heard.steps != 0 || openness & (1 << UInt16(now)) != 0 { return true }
    if !topics.isEmpty, !heard.topics.isEmpty, topics.contains(where: heard.topics.contains) { return true }
    return !signals.isEmpty && signals.contains(where: given.contains)
  }
}

/// Sets of moves as bits.
enum MoveBits {
  private static let numbers = Dictionary(uniqueKeysWithValues: zip(Move.allCases, 0...))

  static func of(_ move: Move) -> UInt32 { 1 << UInt32(numbers[move] ?? 0) }
  static func of(_ moves: some Sequence<Move>) -> UInt32 { moves.reduce(0) { $0 | of($1) } }

  static let openQuestion = of(.openQuestion)
  static let listening = of(Move.allCases.filter { $0.stance == .listen })
  static let asking = of(Move.allCases.filter(\.isQuestion))
  static let telling = of(Move.allCases.filter { $0.stance == .tell })
}
