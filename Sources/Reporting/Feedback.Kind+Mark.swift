public import Evaluator

extension Feedback.Kind {
  /// What stands before such a line: told apart without colour, too.
  public var mark: String {
    switch self {
    case .credit: "+"
    case .point: "!"
    case .instead: "→"
    case .note: "·"
    }
  }
}
