import CoachingLanguage

/// All that lasts between two turns, as far as what can follow depends on it.
struct SearchState: Hashable, Sendable {
  /// Bit n for inner node n, in the order of the file.
  var said: UInt128
  var openness: Int8
}

/// Plays a persona as ``Persona/reply(to:in:)`` does, on states made small.
struct Game: Sendable {
  let persona: Persona
  /// The bit of each inner node; 0 for a leaf.
  let bits: [UInt128]
  /// For each topic, the inner nodes that signal it.
  let givers: [UInt128]
  let effects: [(bit: UInt128, effect: Int)]

  /// More nodes that leave a trace than this are not searched.
  static let mostInnerNodes = 128

  /// `nil` where too many nodes leave a trace.
  init?(_ persona: Persona) {
    let inner = persona.nodes.indices.filter { persona.index.isInner[$0] }
    guard inner.count <= Game.mostInnerNodes else { return nil }
    self.persona = persona
    var bits = Array(repeating: UInt128(0), count: persona.nodes.count)
    for (number, place) in inner.enumerated() { bits[place] = 1 << UInt128(number) }
    var givers = Array(repeating: UInt128(0), count: persona.topics.count)
    for place in persona.nodes.indices {
      for topic in persona.index.signals[place] { givers[topic] |= bits[place] }
    }
    self.bits = bits
    self.givers = givers
    effects = persona.nodes.indices.filter { persona.nodes[$0].effect > 0 }.map { (bits[$0], persona.nodes[$0].effect) }
  }

  var start: SearchState { SearchState(said: 0, openness: Int8(persona.openness)) }

  func lift(_ said: UInt128) -> Int {
    var lift = 0
    for (bit, effect) in effects where said & bit != 0 { lift += effect }
    return min(10, lift)
  }

  /// An utterance with all that deciding on its answer needs, side by side.
  struct Plan: Sendable {
    var entries: [Entry]
    var opennessAfter: [[Int8]]

    struct Entry: Sendable {
      var node: Int
      var bit: UInt128
      /// All ones where the node lies under none.
      var parent: UInt128
      var conditionCount: Int
      /// The place behind the last node under it.
      var end: Int
      var effect: Int
      var rest: [(openness: UInt16, givers: UInt128)]

      func holds(said: UInt128, openness: Int8) -> Bool {
        guard parent == .max || said & parent != 0 else { return false }
        for condition in rest
        where condition.openness & (1 << UInt16(openness)) == 0 && said & condition.givers == 0 {
          return false
        }
        return true
      }
    }
  }

  func plan(_ utterance: Utterance) -> Plan {
    let entries = utterance.contenders.map { contender in
      let node = persona.nodes[contender.node]
      return Plan.Entry(
        node: contender.node, bit: bits[contender.node], parent: node.parent.map { bits[$0] } ?? .max,
        conditionCount: persona.index.conditionCount[contender.node], end: persona.index.end[contender.node],
        effect: node.effect,
        rest: contender.rest.map { rest in (rest.openness, rest.signals.reduce(0) { $0 | givers[$1] }) })
    }
    return Plan(entries: entries, opennessAfter: utterance.opennessAfter)
  }

  /// What follows an utterance: the new state, and the node that answered, `nil` for a fallback.
  func after(_ plan: Plan, in state: SearchState, lift: Int) -> (state: SearchState, node: Int?) {
    let now = plan.opennessAfter[lift][Int(state.openness)]
    guard let winner = winner(plan, said: state.said, openness: now) else {
      return (SearchState(said: state.said, openness: now), nil)
    }
    var after = Int(now)
    if winner.effect < 0 || state.said & winner.bit == 0 { after = min(10, max(0, after + winner.effect)) }
    return (SearchState(said: state.said | winner.bit, openness: Int8(after)), winner.node)
  }

  /// The same choice as ``AnswerIndex/winner(for:openness:said:signals:)``; a test compares the two.
  func winner(_ plan: Plan, said: UInt128, openness: Int8) -> Plan.Entry? {
    var best: Plan.Entry?
    for entry in plan.entries {
      if let best, entry.conditionCount < best.conditionCount { break }
      guard entry.holds(said: said, openness: openness) else { continue }
      // Not said yet, or without a trace: goes before whatever was said, with as many conditions.
      if said & entry.bit == 0 { return entry }
      guard best == nil else { continue }
      let isPassedOver = plan.entries.contains {
        $0.node > entry.node && $0.node < entry.end && $0.holds(said: said, openness: openness)
      }
      if !isPassedOver { best = entry }
    }
    return best
  }
}

/// A search over states, the nearest to the start first, that keeps how each was come by.
struct Search {
  let game: Game
  private let utterances: [Utterance]
  private let plans: [Game.Plan]
  /// The places in `utterances` of those that are said.
  private let chosen: [Int]
  private(set) var states: [SearchState] = []
  /// For each state the one before it, the utterance between them, and the node that answered.
  private var origins: [(state: Int, utterance: Int, node: Int?)] = []
  private var numbers: [SearchState: Int] = [:]
  /// The first arrival at each node: the state before it and the utterance.
  private(set) var firstSaid: [Int: (state: Int, utterance: Int)] = [:]
  /// False where the search stopped at its limit.
  private(set) var isComplete = false

  /// - Parameters:
  ///   - plans: One for each of `utterances`; made once, for every search.
  ///   - isChosen: Which utterances are said in this search.
  init(
    _ game: Game, _ utterances: [Utterance], _ plans: [Game.Plan], saying isChosen: (Utterance) -> Bool = { _ in true }
  ) {
    self.game = game
    self.utterances = utterances
    self.plans = plans
    chosen = utterances.indices.filter { isChosen(utterances[$0]) }
  }

  /// How many kinds of utterances are said.
  var utteranceCount: Int { chosen.count }

  /// Explores from the start until `isDone` or until `limit` states were seen.
  mutating func run(limit: Int, until isDone: (Int) -> Bool) {
    states = [game.start]
    origins = [(-1, -1, nil)]
    numbers = [game.start: 0]
    var next = 0
    while next < states.count {
      if states.count > limit { return }
      let state = states[next]
      let lift = game.lift(state.said)
      for number in chosen {
        let (after, node) = game.after(plans[number], in: state, lift: lift)
        if let node, firstSaid[node] == nil {
          firstSaid[node] = (next, number)
          if isDone(node) { return }
        }
        if after != state, numbers[after] == nil {
          numbers[after] = states.count
          states.append(after)
          origins.append((next, number, node))
        }
      }
      next += 1
    }
    isComplete = true
  }

  /// The states from which one of `goals` can be said, as flags by state. Only after a complete run.
  func canReach(_ goals: Set<Int>) -> [Bool] {
    var before: [[Int32]] = Array(repeating: [], count: states.count)
    var can = Array(repeating: false, count: states.count)
    var queue: [Int] = []
    for (from, state) in states.enumerated() {
      let lift = game.lift(state.said)
      for number in chosen {
        let (after, node) = game.after(plans[number], in: state, lift: lift)
        if let node, goals.contains(node) {
          if !can[from] { queue.append(from) }
          can[from] = true
        }
        if after != state, let to = numbers[after] { before[to].append(Int32(from)) }
      }
    }
    while let to = queue.popLast() {
      for from in before[to] where !can[Int(from)] {
        can[Int(from)] = true
        queue.append(Int(from))
      }
    }
    return can
  }

  /// The utterances that lead to a state, from the start.
  func path(to state: Int) -> [Utterance] {
    var path: [Utterance] = []
    var current = state
    while current > 0 {
      path.append(utterances[origins[current].utterance])
      current = origins[current].state
    }
    return path.reversed()
  }

  /// The shortest conversation in which `node` answers at the end.
  func path(toNode node: Int) -> [Utterance]? {
    guard let (state, utterance) = firstSaid[node] else { return nil }
    return path(to: state) + [utterances[utterance]]
  }
}
