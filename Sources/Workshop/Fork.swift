import CoachingLanguage
public import Practice

/// A moment at which the group saw more than one way to go on.
public struct Fork: Sendable, Equatable {
  /// The turn after which it was, by its `id`; 0 for the opening.
  public var at: Int
  /// What the other had just said.
  public var answer: String
  /// The ways, in the order they were proposed or said.
  public var ways: [Way]

  public struct Way: Sendable, Equatable {
    public var line: String
    /// What came of it.
    public var turn: Turn
    /// Whether the talk went on with it; else it was tried, or gone back on.
    public var isKept: Bool
    public var hands: Hands?

    public var outcome: Outcome { Outcome(turn) }
  }
}

extension RecordedWorkshop {
  /// The moments with more than one way, in the order in which they came up.
  public var forks: [Fork] {
    let kept = Set(talk.line(to: talk.place).map(\.id))
    var forks: [Fork] = []
    var places: [Int: Int] = [:]
    func add(_ way: Fork.Way, at place: Int) {
      if let known = places[place] {
        // A line that was tried and then said is one way.
        if let same = forks[known].ways.firstIndex(where: { $0.line == way.line }) {
          let isKept = forks[known].ways[same].isKept || way.isKept
          let hands = forks[known].ways[same].hands ?? way.hands
          forks[known].ways[same].isKept = isKept
          forks[known].ways[same].hands = hands
        } else {
          forks[known].ways.append(way)
        }
      } else {
        places[place] = forks.count
        forks.append(Fork(at: place, answer: talk.attempt(place)?.turn.answer ?? talk.header.opening, ways: [way]))
      }
    }
    let said = Dictionary(
      (room?.proposals ?? []).compactMap { proposal in proposal.said.map { ($0, proposal) } }, uniquingKeysWith: { $1 })
    // Turns and tries by place: what was tried there comes before what was said there.
    for place in 0...talk.tries.count {
      for proposal in room?.proposals ?? [] where proposal.at == place && !proposal.isWithdrawn {
        if let turn = proposal.tried {
          add(.init(line: proposal.line, turn: turn, isKept: false, hands: proposal.hands), at: place)
        }
      }
      for attempt in talk.children(of: place) {
        let line = attempt.turn.leader.text
        let hands = said[attempt.id]?.hands
        add(.init(line: line, turn: attempt.turn, isKept: kept.contains(attempt.id), hands: hands), at: place)
      }
    }
    return forks.filter { $0.ways.count > 1 }
  }
}
