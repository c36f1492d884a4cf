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

  /// What follows `utterance`: the new state, and the node that answered, `nil` for a fallback.
  func after(_ utterance: Utterance, in state: SearchState, lift: Int) -> (state: SearchState, node: Int?) {
    let now = utterance.opennessAfter[lift][Int(state.openness)]
    guard let winner = winner(utterance, said: state.said, openness: now) else {
      return (SearchState(said: state.said, openness: now), nil)
    }
    let effect = persona.nodes[winner].effect
    var after = Int(now)
    if effect < 0 || state.said & bits[winner] == 0 { after = min(10, max(0, after + effect)) }
    return (SearchState(said: state.said | bits[winner], openness: Int8(after)), winner)
  }

  /// The same choice as ``AnswerIndex/winner(for:openness:said:signals:)``; a test compares the two.
  func winner(_ utterance: Utterance, said: UInt128, openness: Int8) -> Int? {
    let contenders = utterance.contenders
    var best: Int?
    for position in contenders.indices {
      let place = contenders[position].node
      if let best, persona.index.conditionCount[place] < persona.index.conditionCount[best] { break }
      guard holds(contenders[position], said: said, openness: openness) else { continue }
      let isSaid = said & bits[place] != 0
      if isSaid {
        if best != nil { continue }
        let end = persona.index.end[place]
        let isPassedOver = contenders.contains {
          $0.node > place && $0.node < end && holds($0, said: said, openness: openness)
        }
        if !isPassedOver { best = place }
      } else if let kept = best {
        if said & bits[kept] != 0 { return place }
      } else {
        return place
      }
    }
    return best
  }

  private func holds(_ contender: Utterance.Contender, said: UInt128, openness: Int8) -> Bool {
    if let parent = persona.nodes[contender.node].parent, said & bits[parent] == 0 { return false }
    return contender.rest.allSatisfy { rest in
      rest.openness & (1 << UInt16(openness)) != 0 || rest.signals.contains { said & givers[$0] != 0 }
    }
  }
}

/// A search over states, the nearest to the start first, that keeps how each was come by.
struct Search {
  let game: Game
  let utterances: [Utterance]
  private(set) var states: [SearchState] = []
  /// For each state the one before it, the utterance between them, and the node that answered.
  private var origins: [(state: Int, utterance: Int, node: Int?)] = []
  private var numbers: [SearchState: Int] = [:]
  /// The first arrival at each node: the state before it and the utterance.
  private(set) var firstSaid: [Int: (state: Int, utterance: Int)] = [:]
  /// False where the search stopped at its limit.
  private(set) var isComplete = false

  init(_ game: Game, _ utterances: [Utterance]) {
    self.game = game
    self.utterances = utterances
  }

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
      for (number, utterance) in utterances.enumerated() {
        let (after, node) = game.after(utterance, in: state, lift: lift)
        if let node, firstSaid[node] == nil {
          firstSaid[node] = (next, number)
          if isDone(node) { return }
        }
        if numbers[after] == nil {
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
      for utterance in utterances {
        let (after, node) = game.after(utterance, in: state, lift: lift)
        if let node, goals.contains(node) {
          if !can[from] { queue.append(from) }
          can[from] = true
        }
        if let to = numbers[after], to != from { before[to].append(Int32(from)) }
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
