import Practice

/// How often the room as a whole saw coming what a line would do: hands for what came out, of all hands.
public struct RoomPredictions: Sendable, Equatable {
  /// Lines that were predicted and then seen.
  public var lines = 0
  /// For whether it asks, listens or tells.
  public var moveHits = 0
  public var moveHands = 0
  /// For whether the other opens or closes; lines after which nothing changed are left out, because no hand was for that.
  public var wayHits = 0
  public var wayHands = 0
  /// Lines of which most hands said otherwise than what came out: the ones to talk about.
  public var surprises: [Surprise] = []

  public struct Surprise: Sendable, Equatable {
    public var line: String
    public var hands: Hands
    public var outcome: Outcome
  }

  public init() {}
}

extension RecordedWorkshop {
  public var predictions: RoomPredictions {
    var predictions = RoomPredictions()
    for proposal in room?.proposals ?? [] {
      guard let hands = proposal.hands, let outcome = outcome(of: proposal) else { continue }
      predictions.lines += 1
      predictions.moveHits += hands.count(outcome.stance)
      predictions.moveHands += hands.forMoves
      if outcome.change != 0 {
        predictions.wayHits += outcome.change > 0 ? hands.open : hands.close
        predictions.wayHands += hands.forWays
      }
      if hands.isSurprised(by: outcome) {
        predictions.surprises.append(.init(line: proposal.line, hands: hands, outcome: outcome))
      }
    }
    return predictions
  }

  /// What came of a line; `nil` while nobody knows.
  public func outcome(of proposal: Proposal) -> Outcome? { turn(of: proposal).map { Outcome($0) } }

  /// What was answered to a line, and what was heard in it.
  public func turn(of proposal: Proposal) -> Turn? {
    proposal.said.flatMap { talk.attempt($0)?.turn } ?? proposal.tried
  }
}

extension Hands {
  /// Whether fewer than half of the hands were for what came out.
  public func isSurprised(by outcome: Outcome) -> Bool {
    if forMoves > 0, count(outcome.stance) * 2 < forMoves { return true }
    guard forWays > 0, outcome.change != 0 else { return false }
    return (outcome.change > 0 ? open : close) * 2 < forWays
  }
}
