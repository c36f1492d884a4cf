import CoachingLanguage

/// How one kind of leader fared with a persona, over many talks.
public struct PlayResult: Sendable {
  public var leader: SimulatedLeader
  public var runs: Int
  /// In how many of them the core was said.
  public var reached: Int
  /// Median turn in which it was, 1-based, over the runs that reached it; `nil` where none did.
  public var medianTurns: Int?
  /// The deepest nodes at which the other runs ended, most often first; an empty name for no node at all.
  public var stuckAt: [(node: String, runs: Int)]
  /// Answers that were fallbacks, of all answers, in `0...1`.
  public var fallbackShare: Double

  /// In `0...1`.
  public var reachedShare: Double { runs == 0 ? 0 : Double(reached) / Double(runs) }
}

extension Persona {
  /// Lets a simulated leader talk with the persona.
  ///
  /// - Parameters:
  ///   - runs: How many talks, at least 1.
  ///   - turns: The most turns of a talk.
  ///   - seed: The same seed gives the same talks on every machine.
  ///   - progress: Called after each talk with how many are done.
  public func play(
    _ leader: SimulatedLeader, runs: Int = 200, turns: Int = 30, seed: UInt64 = 1, progress: (Int) -> Void = { _ in }
  ) -> PlayResult {
    var reachedIn: [Int] = []
    var stuck: [Int: Int] = [:]
    var answers = 0
    var fallbacks = 0
    for run in 0..<max(1, runs) {
      var numbers = SplitMix64(seed: Persona.seed(ofRun: run, from: seed))
      var state = start(seed: numbers.next())
      var notes = SimulatedLeader.Notes()
      var reachedTurn: Int?
      var deepest = -1
      for turn in 1...max(1, turns) {
        let line = leader.line(in: notes, of: self, using: &numbers)
        let reply = reply(to: line, in: state)
        state = state.recording(reply)
        answers += 1
        if reply.isFallback { fallbacks += 1 }
        if case .node(let place) = reply.answer, deepest < 0 || nodes[place].depth >= nodes[deepest].depth {
          deepest = place
        }
        if reply.isCore, reachedTurn == nil { reachedTurn = turn }
        notes.take(reply)
        if let reachedTurn, turn > reachedTurn + 5 { break }
      }
      if let reachedTurn { reachedIn.append(reachedTurn) } else { stuck[deepest, default: 0] += 1 }
      progress(run + 1)
    }
    reachedIn.sort()
    return PlayResult(
      leader: leader, runs: max(1, runs), reached: reachedIn.count,
      medianTurns: reachedIn.isEmpty ? nil : reachedIn[(reachedIn.count - 1) / 2],
      stuckAt: stuck.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map {
        ($0.key < 0 ? "" : nodes[$0.key].name, $0.value)
      },
      fallbackShare: Double(fallbacks) / Double(max(1, answers)))
  }

  /// The seed of one talk of many.
  ///
  /// Mixed before the talks are counted on from it, or seed 2 would play the talks of seed 1 but for the first.
  static func seed(ofRun run: Int, from seed: UInt64) -> UInt64 {
    SplitMix64.mix(SplitMix64.mix(seed) &+ UInt64(run))
  }
}
