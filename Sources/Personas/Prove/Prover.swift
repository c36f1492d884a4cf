import CoachingLanguage

/// Settles the claims of a ``Proof`` one after the other.
struct Prover {
  private let persona: Persona
  private let stateLimit: Int
  private var alphabet: Alphabet
  /// For each utterance of `alphabet`; none where there are too many nodes to search at all.
  private var plans: [Game.Plan]
  private let bounds: Bounds
  private let game: Game?
  private let cores: Set<Int>
  private let always: Set<Int>
  private let atBest: Set<Int>
  private var result = Proof()
  /// The search with every utterance; made when the bounds leave something open.
  private var whole: Search?

  init(_ persona: Persona, stateLimit: Int) {
    self.persona = persona
    self.stateLimit = stateLimit
    let alphabet = Alphabet(persona)
    let game = Game(persona)
    self.alphabet = alphabet
    self.game = game
    bounds = Bounds(persona, alphabet.utterances)
    plans = game.map { alphabet.utterances.map($0.plan) } ?? []
    cores = Set(persona.nodes.indices.filter { persona.nodes[$0].part == .core })
    always = bounds.alwaysSayable()
    atBest = bounds.sayableAtBest { _ in true }
  }

  mutating func proof() -> Proof {
    guard !cores.isEmpty else { return result }
    settle(.everyNodeCanBeSaid, everyNode())
    settle(.coreCanBeReached, core())
    settle(.coreIsNeverLost, neverLost())
    settle(.notByTelling, notReached(.coreByTelling) { $0.isTellingAlone })
    settle(.notWithoutOpenQuestion, notReached(.coreWithoutOpenQuestion) { !$0.hasOpenQuestion })
    settle(.notWithoutListening, notReached(.coreWithoutListening) { !$0.hasListening })
    settle(.notByRepeating, notByRepeating())
    let unknown = result.verdicts.filter { $0.verdict == .unknown }
    if !unknown.isEmpty {
      report(
        .notProven, persona.nodes[cores.min() ?? 0],
        ["states": String(result.statesSeen), "claims": unknown.map(\.claim.rawValue).joined(separator: ", ")])
    }
    return result
  }

  private mutating func settle(_ claim: Proof.Claim, _ verdict: Proof.Verdict) {
    result.verdicts.append((claim, verdict))
  }

  private mutating func report(
    _ code: Finding.Code, _ node: Node, _ facts: [String: String], path: [Utterance] = []
  ) {
    var facts = facts
    facts["node"] = node.name
    result.findings.append(
      Finding(
        path: persona.source.path, line: node.place.line, column: node.place.column, width: node.place.width,
        code: code, facts: facts, conversation: persona.conversation(path)))
  }

  // MARK: The claims

  /// Every node is in the always-sayable set, or is found by a search.
  private mutating func everyNode() -> Proof.Verdict {
    var verdict = Proof.Verdict.holds
    for place in persona.nodes.indices where !atBest.contains(place) {
      verdict = .fails
      let isClosedAbove = persona.nodes[place].parent.map { !atBest.contains($0) } ?? false
      if !isClosedAbove { report(.neverSaid, persona.nodes[place], ["why": missing(place)]) }
    }
    var open = atBest.subtracting(always)
    // The deepest first: on the way there most others are met.
    for place in open.sorted(by: { (persona.nodes[$0].depth, $1) > (persona.nodes[$1].depth, $0) })
    where open.contains(place) {
      guard let search = explore(to: [place], on: bounds.way(to: place), limit: min(stateLimit, 3000)) else { break }
      open.subtract(search.firstSaid.keys)
    }
    open.subtract(foundByWandering(to: open))
    guard !open.isEmpty else { return verdict }
    guard runWhole() else { return verdict == .fails ? .fails : .unknown }
    let missed = open.filter { whole?.firstSaid[$0] == nil }
    guard !missed.isEmpty else { return verdict }
    guard whole?.isComplete == true, alphabet.isComplete else { return verdict == .fails ? .fails : .unknown }
    for place in missed.sorted() {
      if let parent = persona.nodes[place].parent, missed.contains(parent) { continue }
      var facts = ["other": "", "line": ""]
      if let rival = rival(of: place) {
        facts = ["other": persona.nodes[rival].name, "line": String(persona.nodes[rival].place.line)]
      }
      report(.alwaysBeaten, persona.nodes[place], facts)
    }
    return .fails
  }

  /// Those of `places` that answer in talks at random with a leaning towards them: one such talk is as good as a search.
  private func foundByWandering(to places: Set<Int>) -> Set<Int> {
    guard let game, !places.isEmpty else { return [] }
    var numbers = SplitMix64(seed: 1)
    var found: Set<Int> = []
    for place in places.sorted() {
      let way = bounds.way(to: place)
      let towards = plans.indices.filter { !alphabet.utterances[$0].purposes.isDisjoint(with: way) }
      guard !towards.isEmpty else { continue }
      for _ in 0..<60 where !found.contains(place) {
        var state = game.start
        for _ in 0..<60 {
          let isTowards = numbers.next() % 10 < 7
          let plan =
            isTowards ? towards[Int(numbers.next() % UInt64(towards.count))] : Int(numbers.next() % UInt64(plans.count))
          let (next, node) = game.after(plans[plan], in: state, lift: game.lift(state.said))
          state = next
          if let node { found.insert(node) }
        }
      }
    }
    return found
  }

  private mutating func core() -> Proof.Verdict {
    var found: [Utterance]?
    for core in cores.sorted() where found == nil {
      let way = bounds.way(to: core)
      let helpers = persona.nodes.indices.filter { persona.nodes[$0].effect > 0 }
      found =
        search(for: [core], on: way, limit: min(stateLimit, 5000))
        ?? search(
          for: [core], on: helpers.reduce(way) { $0.union(bounds.way(to: $1)) }, limit: min(stateLimit, 10_000))
    }
    if found == nil, cores.isDisjoint(with: always), !cores.isDisjoint(with: atBest), runWhole(), let whole {
      found = cores.compactMap { whole.path(toNode: $0) }.min { $0.count < $1.count }
      if found == nil, !whole.isComplete || !alphabet.isComplete { return .unknown }
    }
    if let found {
      result.route = persona.conversation(found)
      return .holds
    }
    if !cores.isDisjoint(with: always) { return .holds }
    if !cores.isDisjoint(with: atBest), game == nil { return .unknown }
    report(.coreUnreachable, persona.nodes[cores.min() ?? 0], [:])
    return .fails
  }

  private mutating func neverLost() -> Proof.Verdict {
    if !cores.isDisjoint(with: always) { return .holds }
    if cores.isDisjoint(with: atBest) { return .fails }
    if let path = pathToLoss() {
      report(.coreLost, persona.nodes[cores.min() ?? 0], [:], path: path)
      return .fails
    }
    guard runWhole(), let whole, whole.isComplete else { return .unknown }
    let can = whole.canReach(cores)
    // Once the core has been said there is nothing more to lose.
    let bits = game.map { game in cores.reduce(UInt128(0)) { $0 | game.bits[$1] } } ?? 0
    guard let lost = can.indices.first(where: { !can[$0] && whole.states[$0].said & bits == 0 }) else { return .holds }
    if !can[0] { return .fails }
    report(.coreLost, persona.nodes[cores.min() ?? 0], [:], path: whole.path(to: lost))
    return .fails
  }

  /// A conversation that opens a node which then stands in the way of the core for good; the shortest of those tried.
  private mutating func pathToLoss() -> [Utterance]? {
    guard let game else { return nil }
    let rivals = cores.reduce(Set<Int>()) { $0.union(bounds.rivals(onWayTo: $1)) }
    var shortest: [Utterance]?
    for parent in Set(rivals.compactMap { persona.nodes[$0].parent }).sorted() where atBest.contains(parent) {
      let way = bounds.way(to: parent)
      // Cheap to tell first: would everything above it being said be a loss?
      guard cores.isDisjoint(with: bounds.sayableAtBest(after: way) { _ in true }) else { continue }
      guard let path = search(for: [parent], on: way, limit: min(stateLimit, 3000)) else { continue }
      var state = game.start
      var said: Set<Int> = []
      for utterance in path {
        let (next, node) = game.after(game.plan(utterance), in: state, lift: game.lift(state.said))
        state = next
        if let node { said.insert(node) }
      }
      guard cores.isDisjoint(with: said), path.count < shortest?.count ?? .max else { continue }
      if cores.isDisjoint(with: bounds.sayableAtBest(after: said) { _ in true }) { shortest = path }
    }
    return shortest
  }

  private mutating func notReached(_ code: Finding.Code, with isAllowed: (Utterance) -> Bool) -> Proof.Verdict {
    if cores.isDisjoint(with: bounds.sayableAtBest(with: isAllowed)) { return .holds }
    guard let game else { return .unknown }
    var search = Search(game, alphabet.utterances, plans, saying: isAllowed)
    let cores = cores
    search.run(limit: affordable(search.utteranceCount)) { cores.contains($0) }
    result.statesSeen += search.states.count
    if let core = cores.sorted().first(where: { search.firstSaid[$0] != nil }) {
      report(code, persona.nodes[core], [:], path: search.path(toNode: core) ?? [])
      return .fails
    }
    return search.isComplete && alphabet.isComplete ? .holds : .unknown
  }

  /// Says each utterance until nothing changes any more.
  private mutating func notByRepeating() -> Proof.Verdict {
    guard let game else { return .unknown }
    let asked = opennessAsked()
    for (utterance, plan) in zip(alphabet.utterances, plans) {
      var state = game.start
      var times = 0
      while times < 64 {
        let (next, node) = game.after(plan, in: state, lift: game.lift(state.said))
        times += 1
        let isCore = node.map(cores.contains) ?? false
        if isCore || (asked > persona.openness && next.openness >= asked) {
          let facts = ["openness": String(next.openness), "times": String(times), "asked": String(asked)]
          let core = persona.nodes[cores.min() ?? 0]
          report(.farmed, core, facts, path: Array(repeating: utterance, count: times))
          return .fails
        }
        if next == state { break }
        state = next
      }
    }
    return .holds
  }

  /// The most openness that the core, or what it lies under, asks for at the least.
  private func opennessAsked() -> Int {
    var asked = 0
    for core in cores {
      for place in bounds.way(to: core) {
        let mask = persona.index.gates[place].openness
        if mask != .max, mask != 0 { asked = max(asked, mask.trailingZeroBitCount) }
      }
    }
    return asked
  }

  // MARK: Searching

  /// The shortest way to one of `goals` with utterances that nodes of `way` answer, and bare moves.
  private mutating func search(for goals: Set<Int>, on way: Set<Int>, limit: Int) -> [Utterance]? {
    guard let search = explore(to: goals, on: way, limit: limit) else { return nil }
    return goals.compactMap { search.path(toNode: $0) }.min { $0.count < $1.count }
  }

  /// What is met on the shortest way to one of `goals`; `nil` where there are too many nodes to search.
  private mutating func explore(to goals: Set<Int>, on way: Set<Int>, limit: Int) -> Search? {
    guard let game else { return nil }
    var search = Search(game, alphabet.utterances, plans) { utterance in
      utterance.purpose == nil || !utterance.purposes.isDisjoint(with: way)
    }
    search.run(limit: min(limit, max(200, 300_000 / max(1, search.utteranceCount)))) { goals.contains($0) }
    result.statesSeen += search.states.count
    return search
  }

  /// The states a search may look at: fewer where there is more to say in each.
  private func affordable(_ utteranceCount: Int) -> Int {
    min(stateLimit, max(500, stateLimit * 200 / max(1, utteranceCount)))
  }

  /// Runs the search with every utterance, once. False where there are too many nodes to search at all.
  private mutating func runWhole() -> Bool {
    if whole != nil { return true }
    guard let game else { return false }
    alphabet.addUnblocking(for: Set(persona.nodes.indices).subtracting(always))
    plans = alphabet.utterances.map(game.plan)
    var search = Search(game, alphabet.utterances, plans)
    search.run(limit: affordable(plans.count)) { _ in false }
    result.statesSeen += search.states.count
    whole = search
    return true
  }

  /// The node that answers in place of one that never does.
  private func rival(of place: Int) -> Int? {
    for utterance in alphabet.utterances where utterance.contenders.contains(where: { $0.node == place }) {
      if let first = utterance.contenders.first, first.node != place { return first.node }
    }
    return nil
  }

  /// The condition that can't be met, as written.
  private func missing(_ place: Int) -> String {
    let node = persona.nodes[place]
    let given = Set(atBest.flatMap { persona.index.signals[$0] })
    for (condition, test) in zip(node.conditions, persona.index.gates[place].tests) {
      let isOnlySignals = test.moves == 0 && test.steps == 0 && test.topics.isEmpty && test.openness == 0
      if isOnlySignals, given.isDisjoint(with: test.signals) { return condition.text }
    }
    return node.conditions.first { condition in
      condition.alternatives.contains { if case .openness = $0 { true } else { false } }
    }?.text ?? node.conditions.map(\.text).joined(separator: ", ")
  }
}
