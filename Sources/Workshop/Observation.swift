public import Evaluator

/// What somebody watches while another speaks: one thing each.
public enum Observation: String, CaseIterable, Sendable, Codable {
  case openQuestions = "open-questions"
  case listening
  case solution
  case signals
  case ladder

  /// What the person at this place in the names watches; the tasks go round.
  public static func task(ofPlace place: Int) -> Observation { allCases[place % allCases.count] }

  /// How many numbers a tally has: of signals both those that were picked up and those that were left.
  public var numberCount: Int {
    switch self {
    case .openQuestions, .listening, .ladder: 1
    case .signals: 2
    case .solution: 0
    }
  }
}

/// What the observers of one thing counted.
public struct Tally: Sendable, Equatable, Codable {
  public var task: Observation
  /// As many as the task has; see ``Observation/numberCount``.
  public var numbers: [Int]
  /// Whose solution it became, for ``Observation/solution``.
  public var owner: String?

  public static let most = 999

  public init(task: Observation, numbers: [Int] = [], owner: Solution.Owner? = nil) {
    self.task = task
    self.numbers = numbers
    self.owner = owner?.rawValue
  }

  /// Reads "4", "2 of 3" or whatever numbers stand in a line; `nil` where they are not as many as the task has.
  public init?(_ task: Observation, _ line: String) {
    let numbers = line.split { !$0.isNumber }.compactMap { Int($0) }
    guard task.numberCount > 0 else { return nil }
    self.init(task: task, numbers: numbers)
    if !isPossible { return nil }
  }

  var isPossible: Bool {
    guard numbers.count == task.numberCount, numbers.allSatisfy({ (0...Tally.most).contains($0) }) else { return false }
    if task == .ladder { return (0...6).contains(numbers[0]) }
    return task != .solution || owner.flatMap(Solution.Owner.init) != nil
  }
}
