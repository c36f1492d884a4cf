/// The four questions of an after-action review, in the order they are asked.
///
/// The form is that of the United States Army (Training Circular 25-20, 1993): a review by those who took part, led by
/// somebody who asks.
public enum AfterAction: String, CaseIterable, Sendable, Codable {
  /// What we meant to do.
  case meant
  /// What happened.
  case happened
  /// Why it happened so.
  case why
  /// What we do next time.
  case next

  public var following: AfterAction? {
    switch self {
    case .meant: .happened
    case .happened: .why
    case .why: .next
    case .next: nil
    }
  }
}
