import CoachingLanguage

/// One kind of thing a leader can say, as far as this persona can tell it from others.
struct Utterance: Sendable {
  var heard: Heard
  /// The node it was made for; `nil` for a bare move.
  var purpose: Int?
  /// All the nodes for which it is one of the least.
  var purposes: Set<Int> = []
  /// The nodes that could answer it in some state, in the order in which they would.
  var contenders: [Contender]
  /// Openness after it, by the lift (0...10) and the openness (0...10) before it.
  var opennessAfter: [[Int8]]

  var isTellingAlone: Bool { heard.moves & ~MoveBits.telling == 0 }
  var hasOpenQuestion: Bool { heard.moves & MoveBits.openQuestion != 0 }
  var hasListening: Bool { heard.moves & MoveBits.listening != 0 }

  /// A node that could answer, and what remains to be seen in a state.
  struct Contender: Sendable, Hashable {
    var node: Int
    /// Of the conditions that were not met by what was heard: the values of openness that meet each, and the topics
    /// whose signal does.
    var rest: [Rest]

    struct Rest: Sendable, Hashable {
      var openness: UInt16
      var signals: [Int]
    }
  }
}

/// Everything a leader can say to a persona, in as few utterances as decide every turn.
///
/// More words only let more nodes answer. So for each node it is enough to try the least that makes it answer, with each
/// move that could go with it; all else gives the same answer as one of these. Two things are added: bare moves, and,
/// where a node that was said stands in the way, words that call up a node under it as well.
struct Alphabet {
  private(set) var utterances: [Utterance] = []
  /// False where a node has so many alternatives that not all were tried.
  private(set) var isComplete = true
  private let persona: Persona
  private var seen: [Signature: Int] = [:]
  private var tried: [Need: Int] = [:]
  private let needs: [[Need]]
  /// Openness after an utterance, every table once.
  private var tables: [[[Int8]]] = []
  /// The place in `tables` by the moves heard, which decide the leading one too.
  private var tableOfMoves: [UInt32: Int] = [:]
  /// All nodes in the order in which they would answer.
  private let order: [Int]

  private static let mostPerNode = 512

  private struct Signature: Hashable {
    var contenders: [Utterance.Contender]
    /// The place in `tables`.
    var table: Int
    var kind: Int
  }

  /// What must be heard for a node, at the least.
  struct Need: Hashable {
    var moves: UInt32 = 0
    var steps: UInt8 = 0
    var topics: Set<Int> = []
  }

  init(_ persona: Persona) {
    self.persona = persona
    order = persona.nodes.indices.sorted { persona.index.rank[$0] < persona.index.rank[$1] }
    var isComplete = true
    needs = persona.nodes.indices.map { place in
      let (needs, isAll) = Alphabet.needs(of: persona.index.gates[place].tests)
      if !isAll { isComplete = false }
      return needs
    }
    self.isComplete = isComplete
    for move in Move.allCases { add(Need(moves: MoveBits.of(move)), purpose: nil) }
    for place in persona.nodes.indices {
      for need in needs[place] { addVariants(of: need, purpose: place) }
    }
  }

  private func test(_ place: Int) -> [ConditionTest] { persona.index.gates[place].tests }

  /// Every smallest set of things heard that meets a node's conditions on what is heard.
  private static func needs(of tests: [ConditionTest]) -> (needs: [Need], isAll: Bool) {
    var all: Set<Need> = [Need()]
    var isAll = true
    for test in tests {
      var next: Set<Need> = []
      for need in all {
        if test.openness != 0 || !test.signals.isEmpty { next.insert(need) }
        for bit in 0..<UInt32(Move.allCases.count) where test.moves & (1 << bit) != 0 {
          var more = need
          more.moves |= 1 << bit
          next.insert(more)
        }
        for topic in test.topics {
          var more = need
          more.topics.insert(topic)
          next.insert(more)
        }
        for rung in 0..<UInt8(Step.allCases.count) where test.steps & (1 << rung) != 0 {
          for question in [Move.openQuestion, .closedQuestion] {
            var more = need
            more.steps |= 1 << rung
            if more.moves & MoveBits.asking == 0 { more.moves |= MoveBits.of(question) }
            next.insert(more)
          }
        }
      }
      if next.count > Alphabet.mostPerNode {
        isAll = false
        next = Set(next.sorted { ($0.moves, $0.steps) < ($1.moves, $1.steps) }.prefix(Alphabet.mostPerNode))
      }
      all = next
    }
    // In a fixed order, so that the same file gives the same examples.
    let sorted = all.sorted { first, second in
      let one = (first.topics.count, first.moves, first.steps)
      let other = (second.topics.count, second.moves, second.steps)
      return one == other ? first.topics.sorted().lexicographicallyPrecedes(second.topics.sorted()) : one < other
    }
    return (sorted, isAll)
  }

  private mutating func addVariants(of need: Need, purpose: Int) {
    if need.moves != 0 { add(need, purpose: purpose) }
    for move in Alphabet.movesToTry {
      var more = need
      more.moves |= MoveBits.of(move)
      if more.moves != need.moves { add(more, purpose: purpose) }
    }
  }

  /// Every move, those first that a coach would choose, so that the examples sound like one.
  private static let movesToTry: [Move] =
    [.openQuestion, .reflection] + Move.allCases.filter { $0 != .openQuestion && $0 != .reflection }

  private mutating func add(_ need: Need, purpose: Int?) {
    if let known = tried[need] {
      if known >= 0, let purpose { utterances[known].purposes.insert(purpose) }
      return
    }
    tried[need] = -1
    guard let heard = Alphabet.heard(need) else { return }
    let contenders = order.filter { mayHold($0, heard) }.map {
      Utterance.Contender(node: $0, rest: rest(of: $0, heard))
    }
    let table = table(for: heard)
    var utterance = Utterance(heard: heard, purpose: purpose, contenders: contenders, opennessAfter: tables[table])
    if let purpose { utterance.purposes = [purpose] }
    let kind =
      (utterance.isTellingAlone ? 1 : 0) + (utterance.hasOpenQuestion ? 2 : 0) + (utterance.hasListening ? 4 : 0)
    let signature = Signature(contenders: contenders, table: table, kind: kind)
    if let known = seen[signature] {
      if let purpose { utterances[known].purposes.insert(purpose) }
      tried[need] = known
      return
    }
    seen[signature] = utterances.count
    tried[need] = utterances.count
    utterances.append(utterance)
  }

  /// The place in `tables` of what an utterance does to openness.
  private mutating func table(for heard: Heard) -> Int {
    if let known = tableOfMoves[heard.moves] { return known }
    let table = (0...10).map { lift in
      (0...10).map { Int8(persona.temperament.openness(after: heard, from: $0, lift: lift)) }
    }
    let number = tables.firstIndex(of: table) ?? tables.count
    if number == tables.count { tables.append(table) }
    tableOfMoves[heard.moves] = number
    return number
  }

  /// The utterance in which exactly these moves are heard; `nil` where there can be none.
  static func heard(_ need: Need) -> Heard? {
    let moves = Move.allCases.filter { need.moves & MoveBits.of($0) != 0 }
    let rest = moves.filter { $0.stance != .ask && $0.stance != .listen }
    guard rest.count <= 1 else { return nil }
    let asking = moves.filter { $0.stance == .ask }
    var leading = asking.last ?? moves.last { $0 != .acknowledgement } ?? moves.last
    if let other = rest.first {
      // Advice and judgement drown out the rest; other telling leads only where nothing is asked.
      if other.isAdvising || other == .judgement, moves.count > 1 { return nil }
      if other.stance == .tell, !asking.isEmpty { return nil }
      if other == .structure || other == .other, moves.contains(where: { $0 != other && $0 != .acknowledgement }) {
        return nil
      }
      leading = other
    }
    // Silence is a turn of its own.
    if moves.contains(.silence), moves.count > 1 || !need.topics.isEmpty { return nil }
    if need.steps != 0, need.moves & MoveBits.asking == 0 { return nil }
    guard let leading else { return nil }
    let others = moves.filter { $0 != leading }
    return Heard(leading: leading, moves: [leading] + others, steps: need.steps, topics: need.topics)
  }

  private func mayHold(_ place: Int, _ heard: Heard) -> Bool {
    test(place).allSatisfy { $0.openness != 0 || !$0.signals.isEmpty || $0.isHeard(in: heard) }
  }

  private func rest(of place: Int, _ heard: Heard) -> [Utterance.Contender.Rest] {
    test(place).filter { !$0.isHeard(in: heard) }.map { .init(openness: $0.openness, signals: $0.signals) }
  }

  /// The most utterances that unblocking adds.
  private static let mostUnblocking = 400

  /// Adds, for nodes that may stand back behind one that was said, words that call up a node under that one too.
  mutating func addUnblocking(for places: Set<Int>) {
    let index = persona.index
    let before = utterances
    for utterance in before {
      for purpose in utterance.purposes.sorted() where places.contains(purpose) {
        for contender in utterance.contenders {
          let blocker = contender.node
          if index.rank[blocker] >= index.rank[purpose] { break }
          let under = (blocker + 1)..<index.end[blocker]
          guard !under.contains(purpose), !under.isEmpty else { continue }
          for below in under {
            for need in needs[below].prefix(8) {
              guard utterances.count - before.count < Alphabet.mostUnblocking else {
                isComplete = false
                return
              }
              add(
                Need(
                  moves: utterance.heard.moves | need.moves, steps: utterance.heard.steps | need.steps,
                  topics: utterance.heard.topics.union(need.topics)), purpose: purpose)
            }
          }
        }
      }
    }
  }
}

extension ConditionTest {
  /// Whether what was heard alone meets the condition.
  func isHeard(in heard: Heard) -> Bool {
    moves & heard.moves != 0 || steps & heard.steps != 0 || topics.contains(where: heard.topics.contains)
  }
}
