import CoachingLanguage

/// A persona's nodes arranged for the one question of every turn: who answers?
///
/// Nodes are found by what was heard, so that a turn costs about the same in a persona of 10 nodes and in one of 10,000.
struct AnswerIndex: Sendable {
  /// What is looked at first of a node; most nodes are ruled out here.
  struct Gate: Sendable {
    /// Of the node's first condition on moves alone, the moves that pass.
    var moves = UInt32.max
    /// Of its conditions on openness alone, the values that pass all.
    var openness = UInt16.max
    /// The place of the parent, -1 for none.
    var parent: Int32 = -1
    var tests: [ConditionTest] = []
  }

  var gates: [Gate] = []
  /// Whether something depends on the node having been said: a node under it, its signal, or openness it adds.
  var isInner: [Bool] = []
  /// The place behind the last node under each.
  var end: [Int] = []
  /// A node's place in the order that decides who answers: most conditions, deeper, earlier.
  var rank: [Int] = []
  /// How many conditions each node has.
  var conditionCount: [Int] = []
  /// Topics, as places, that a node signals.
  var signals: [[Int]] = []
  /// Variants of each node: those with signals first.
  var variants: [Variants] = []
  var fallbackTests: [[ConditionTest]] = []
  /// Places in ``Persona/fallbacks``, most conditions first.
  var fallbackOrder: [Int] = []
  var general: [Fallback] = []
  var generalTests: [[ConditionTest]] = []
  var generalOrder: [Int] = []
  var topics = TopicMatcher()

  private var byTopic: [[Int]] = []
  private var byMove: [[Int]] = []
  private var byStep: [[Int]] = []
  private var rest: [Int] = []

  struct Variants: Sendable {
    /// Places in ``Node/replies`` of the lines that carry a signal, and of those that don't.
    var signalling: [Int] = []
    var plain: [Int] = []
  }

  init() {}

  init(_ persona: Persona, general: [Fallback]) {
    let names = persona.topics.enumerated().map { ($0.element.name, $0.offset) }
    let numbers = Dictionary(names) { first, _ in first }
    let tests = persona.nodes.map { node in node.conditions.map { ConditionTest($0, topicNumbers: numbers) } }
    let wanted = Set(tests.joined().flatMap(\.signals))
    topics = TopicMatcher(persona.topics)
    byTopic = Array(repeating: [], count: persona.topics.count)
    byMove = Array(repeating: [], count: Move.allCases.count)
    byStep = Array(repeating: [], count: Step.allCases.count)

    let count = persona.nodes.count
    isInner = Array(repeating: false, count: count)
    end = Array(1..<(count + 1))
    for (place, node) in persona.nodes.enumerated() {
      var gate = Gate(parent: Int32(node.parent ?? -1), tests: tests[place])
      if let first = gate.tests.first(where: \.isMovesAlone) { gate.moves = first.moves }
      for test in gate.tests where test.isOpennessAlone { gate.openness &= test.openness }
      gates.append(gate)
      let given = Set(node.replies.flatMap(\.signals).compactMap { numbers[$0] })
      signals.append(given.sorted())
      variants.append(Variants(node.replies))
      conditionCount.append(node.conditions.count)
      if node.effect > 0 || !given.isDisjoint(with: wanted) { isInner[place] = true }
      if let parent = node.parent { isInner[parent] = true }
      file(place, gate.tests)
    }
    for place in persona.nodes.indices.reversed() {
      if let parent = persona.nodes[place].parent { end[parent] = max(end[parent], end[place]) }
    }
    let order = persona.nodes.indices.sorted { first, second in
      let one = persona.nodes[first]
      let other = persona.nodes[second]
      return (one.conditions.count, one.depth, second) > (other.conditions.count, other.depth, first)
    }
    rank = Array(repeating: 0, count: count)
    for (position, place) in order.enumerated() { rank[place] = position }

    fallbackTests = persona.fallbacks.map { $0.conditions.map { ConditionTest($0, topicNumbers: numbers) } }
    fallbackOrder = AnswerIndex.order(persona.fallbacks)
    self.general = general
    generalTests = general.map { $0.conditions.map { ConditionTest($0, topicNumbers: [:]) } }
    generalOrder = AnswerIndex.order(general)
  }

  private static func order(_ fallbacks: [Fallback]) -> [Int] {
    fallbacks.indices.filter { !fallbacks[$0].replies.isEmpty }.sorted {
      (fallbacks[$0].conditions.count, $1) > (fallbacks[$1].conditions.count, $0)
    }
  }

  /// Files a node under what must be heard for it: one of the topics, moves or rungs of its most telling condition.
  private mutating func file(_ place: Int, _ tests: [ConditionTest]) {
    if let test = tests.first(where: \.isTopicsAlone) {
      for topic in test.topics { byTopic[topic].append(place) }
    } else if let test = tests.first(where: \.isStepsAlone) {
      for rung in byStep.indices where test.steps & (1 << UInt8(rung)) != 0 { byStep[rung].append(place) }
    } else if let test = tests.first(where: \.isMovesAlone) {
      for move in byMove.indices where test.moves & (1 << UInt32(move)) != 0 { byMove[move].append(place) }
    } else {
      rest.append(place)
    }
  }

  /// Calls `visit` with every node that may react to what was heard; with some more than once.
  func forEachCandidate(for heard: Heard, _ visit: (Int) -> Void) {
    for topic in heard.topics { byTopic[topic].forEach(visit) }
    var moves = heard.moves
    while moves != 0 {
      byMove[moves.trailingZeroBitCount].forEach(visit)
      moves &= moves - 1
    }
    var steps = heard.steps
    while steps != 0 {
      byStep[steps.trailingZeroBitCount].forEach(visit)
      steps &= steps - 1
    }
    rest.forEach(visit)
  }

  /// Whether the conditions of a node hold; not whether it is open.
  func holds(_ place: Int, for heard: Heard, openness: Int, signals given: Set<Int>) -> Bool {
    gates[place].tests.allSatisfy { $0.holds(for: heard, openness: openness, signals: given) }
  }

  /// The node that answers, of those that are open and whose conditions hold; `nil` where a fallback must.
  ///
  /// Most conditions wins; then what was not said yet, of the nodes that leave a trace; then the deeper; then the
  /// earlier. A node that has been said is silent where a node under it holds: what was given away is gone on with.
  func winner(for heard: Heard, openness: Int, said: Set<Int>, signals given: Set<Int>) -> Int? {
    var holding: [Int] = []
    let opennessBit = UInt16(1) << UInt16(openness)
    gates.withUnsafeBufferPointer { gates in
      forEachCandidate(for: heard) { place in
        guard gates[place].moves & heard.moves != 0, gates[place].openness & opennessBit != 0 else { return }
        let parent = Int(gates[place].parent)
        guard parent < 0 || said.contains(parent) else { return }
        if holds(place, for: heard, openness: openness, signals: given) { holding.append(place) }
      }
    }
    var best: Int?
    for place in holding where best == nil || precedes(place, best!, said: said) {
      if isInner[place], said.contains(place), end[place] > place + 1 {
        let under = (place + 1)..<end[place]
        if holding.contains(where: under.contains) { continue }
      }
      best = place
    }
    return best
  }

  /// Whether `first` answers before `second` where both could.
  func precedes(_ first: Int, _ second: Int, said: Set<Int>) -> Bool {
    if conditionCount[first] != conditionCount[second] { return conditionCount[first] > conditionCount[second] }
    let firstIsSaid = isInner[first] && said.contains(first)
    let secondIsSaid = isInner[second] && said.contains(second)
    if firstIsSaid != secondIsSaid { return secondIsSaid }
    return rank[first] < rank[second]
  }
}

extension AnswerIndex.Variants {
  init(_ replies: [ReplyLine]) {
    for (place, reply) in replies.enumerated() {
      if reply.signals.isEmpty { plain.append(place) } else { signalling.append(place) }
    }
  }

  var count: Int { signalling.count + plain.count }

  /// The variant for use number `use`, the first being 0, in an order that `seed` begins somewhere else.
  ///
  /// Lines with a signal come first, so that the signal is given as soon as the node is said.
  func place(use: Int, seed: UInt64) -> Int {
    let position = use % count
    if position < signalling.count { return signalling[(position + Int(seed % 64)) % signalling.count] }
    return plain[(position - signalling.count + Int(seed % 64)) % plain.count]
  }
}

extension ConditionTest {
  private var hasMoves: Bool { moves != 0 }
  private var hasSteps: Bool { steps != 0 }
  private var hasOpenness: Bool { openness != 0 }

  var isMovesAlone: Bool { hasMoves && !hasSteps && !hasOpenness && topics.isEmpty && signals.isEmpty }
  var isStepsAlone: Bool { hasSteps && !hasMoves && !hasOpenness && topics.isEmpty && signals.isEmpty }
  var isOpennessAlone: Bool { hasOpenness && !hasMoves && !hasSteps && topics.isEmpty && signals.isEmpty }
  var isTopicsAlone: Bool { !topics.isEmpty && !hasMoves && !hasSteps && !hasOpenness && signals.isEmpty }
}
