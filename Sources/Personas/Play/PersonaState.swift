/// What lasts from one turn to the next: how open the employee is, what was given away, and which variants were used.
///
/// A value: keep it to go back to it. The same seed and the same utterances give the same states on every machine.
public struct PersonaState: Sendable, Equatable {
  /// Decides with which variant each node begins, and nothing else.
  public var seed: UInt64
  /// 0 (closed) to 10.
  public internal(set) var openness: Int
  /// Places of the inner nodes that were said.
  var said: Set<Int> = []
  /// Places of the topics that were signalled.
  var signals: Set<Int> = []
  /// What the nodes said have added to openness for good; raises the ceilings of the ``Temperament``.
  var lift = 0
  /// How often each answer was given; only turns the variants round.
  var uses: [Answer: Int] = [:]

  init(seed: UInt64, openness: Int) {
    self.seed = seed
    self.openness = openness
  }

  /// The state after `reply`, which must have been made for this state.
  public func recording(_ reply: Reply) -> PersonaState {
    var next = self
    next.openness = reply.opennessAfter
    if let inner = reply.innerNode { next.said.insert(inner) }
    next.signals.formUnion(reply.signalledTopics)
    next.lift += reply.lift
    next.uses[reply.answer, default: 0] += 1
    return next
  }
}

/// What a reply was taken from.
enum Answer: Hashable, Sendable {
  case node(Int)
  case fallback(Int)
  case general(Int)

  var number: UInt64 {
    switch self {
    case .node(let place): UInt64(place) * 4
    case .fallback(let place): UInt64(place) * 4 + 1
    case .general(let place): UInt64(place) * 4 + 2
    }
  }
}
