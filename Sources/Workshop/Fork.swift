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
    public var fate: Fate
    public var hands: Hands?

    public var outcome: Outcome { Outcome(turn) }
  }

  /// What became of a way; a later one goes for more.
  public enum Fate: String, Sendable, Equatable, CaseIterable, Comparable {
    /// It was looked at, and not said.
    case tried
    /// It was said, and the group went back to take another.
    case left
    /// The talk went on with it.
    case kept

    public static func < (lower: Fate, higher: Fate) -> Bool {
      (allCases.firstIndex(of: lower) ?? 0) < (allCases.firstIndex(of: higher) ?? 0)
    }
  }

  /// At most so many of its ways: the one that was kept, and of the others the last.
  public func telling(_ most: Int) -> [Way] {
    guard ways.count > most else { return ways }
    let kept = ways.firstIndex { $0.fate == .kept }
    let others = ways.indices.filter { $0 != kept }.suffix(kept == nil ? most : most - 1)
    return ways.indices.filter { $0 == kept || others.contains($0) }.map { ways[$0] }
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
          let other = forks[known].ways[same]
          forks[known].ways[same].fate = max(other.fate, way.fate)
          forks[known].ways[same].hands = other.hands ?? way.hands
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
          add(.init(line: proposal.line, turn: turn, fate: .tried, hands: proposal.hands), at: place)
        }
      }
      for attempt in talk.children(of: place) {
        let line = attempt.turn.leader.text
        let hands = said[attempt.id]?.hands
        let fate: Fork.Fate = kept.contains(attempt.id) ? .kept : .left
        add(.init(line: line, turn: attempt.turn, fate: fate, hands: hands), at: place)
      }
    }
    return forks.filter { $0.ways.count > 1 }
  }
}
