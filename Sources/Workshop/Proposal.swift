public import CoachingLanguage
public import Practice

/// A line that somebody in the group would say, what the room thought it would do, and what came of it.
public struct Proposal: Sendable, Equatable {
  /// 1 for the first, rising by 1.
  public var id: Int
  /// The turn the talk stood at; 0 for the opening.
  public var at: Int
  /// Whose it is, by their place in the names, 0-based; `nil` where that was not said.
  public var by: Int?
  public var line: String
  /// The hands of the room; `nil` where nobody was asked.
  public var hands: Hands?
  /// What came back when it was tried without being said.
  public var tried: Turn?
  /// The turn in which it was said.
  public var said: Int?
  public var isWithdrawn = false

  /// Whether the room has seen what comes of it, so that nothing is left to predict.
  public var isOpen: Bool { tried == nil && said == nil }

  init(id: Int, at: Int, by: Int?, line: String) {
    self.id = id
    self.at = at
    self.by = by
    self.line = line
  }
}

/// How many hands went up for what a line would do.
public struct Hands: Sendable, Equatable, Codable {
  /// For "it asks", "it listens" and "it tells".
  public var ask: Int
  public var listen: Int
  public var tell: Int
  /// For "this opens the other" and "this closes the other".
  public var open: Int
  public var close: Int

  /// More hands than a room holds.
  public static let most = 99

  public init(ask: Int = 0, listen: Int = 0, tell: Int = 0, open: Int = 0, close: Int = 0) {
    self.ask = ask
    self.listen = listen
    self.tell = tell
    self.open = open
    self.close = close
  }

  /// The counts in "7 2 1 6 4", "7 2 1" or "7 2 1 / 6 4": for asks, listens and tells, then for opens and closes.
  ///
  /// Before the bar there may be nothing. `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    var numbers: [[Int]] = []
    for part in parts {
      let words = part.split { !$0.isNumber && $0 != "-" }
      let counts = words.compactMap { Int($0) }
      guard counts.count == words.count, counts.allSatisfy({ (0...Hands.most).contains($0) }) else { return nil }
      numbers.append(counts)
    }
    // What stands there besides numbers is there to keep them apart.
    guard text.allSatisfy({ $0.isNumber || $0.isWhitespace || "-,;/.|".contains($0) }) else { return nil }
    if numbers.count == 1, numbers[0].count == 5 { numbers = [Array(numbers[0][..<3]), Array(numbers[0][3...])] }
    let moves = numbers[0]
    let ways = numbers.count > 1 ? numbers[1] : []
    guard [0, 3].contains(moves.count), [0, 2].contains(ways.count), moves.count + ways.count > 0 else { return nil }
    self.init()
    if moves.count == 3 { (ask, listen, tell) = (moves[0], moves[1], moves[2]) }
    if ways.count == 2 { (open, close) = (ways[0], ways[1]) }
  }

  var isPossible: Bool { [ask, listen, tell, open, close].allSatisfy { (0...Hands.most).contains($0) } }

  /// How many were raised for what a line does; the others are about what comes of it.
  public var forMoves: Int { ask + listen + tell }
  public var forWays: Int { open + close }

  /// How many were raised for this stance; none for one that was not asked about.
  public func count(_ stance: Stance) -> Int {
    switch stance {
    case .ask: ask
    case .listen: listen
    case .tell: tell
    case .arrange, .other: 0
    }
  }
}

/// What a line turned out to do.
public struct Outcome: Sendable, Equatable {
  public var stance: Stance
  public var move: Move
  /// By how much the other opened, -10...10; below 0 they closed.
  public var change: Int

  public init(_ turn: Turn) {
    move = turn.leader.leading.move
    stance = move.stance
    change = turn.facts.opennessAfter - turn.facts.opennessBefore
  }
}
