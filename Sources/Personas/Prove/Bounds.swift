import CoachingLanguage

/// Two sets between which the truth lies, found without a search: what can always be said, and what could be at best.
///
/// Both take time in proportion to the persona. Most personas are proven by them alone.
struct Bounds {
  let persona: Persona
  let utterances: [Utterance]
  /// For each node the utterances it could answer.
  private let answering: [[Int]]
  /// For each topic the nodes that signal it.
  private let givers: [[Int]]
  /// Bare moves that nobody answers by closing up.
  private let adjusting: [Utterance]

  init(_ persona: Persona, _ utterances: [Utterance]) {
    self.persona = persona
    self.utterances = utterances
    var answering: [[Int]] = Array(repeating: [], count: persona.nodes.count)
    for (number, utterance) in utterances.enumerated() {
      for contender in utterance.contenders { answering[contender.node].append(number) }
    }
    self.answering = answering
    adjusting = utterances.filter { utterance in
      utterance.purpose == nil && utterance.contenders.allSatisfy { persona.nodes[$0.node].effect >= 0 }
    }
    var givers: [[Int]] = Array(repeating: [], count: persona.topics.count)
    for place in persona.nodes.indices {
      for topic in persona.index.signals[place] { givers[topic].append(place) }
    }
    self.givers = givers
  }

  private func lift(_ places: some Sequence<Int>) -> Int {
    min(10, places.reduce(0) { $0 + max(0, persona.nodes[$1].effect) })
  }

  // MARK: What can always be said

  /// Nodes that can be brought about from every state whatever, so that they can never be lost.
  ///
  /// A node belongs to them if its parent and the signals it waits for do, and if from every openness there is a way to
  /// an utterance it answers that no other node can take from it, whichever nodes were said before. What must be
  /// regained is counted with no more lift than these nodes give, and with every lift above that.
  func alwaysSayable() -> Set<Int> {
    var always: Set<Int> = []
    let most = lift(persona.nodes.indices)
    while true {
      let least = lift(always)
      let before = always
      for place in persona.nodes.indices where !always.contains(place) {
        if let parent = persona.nodes[place].parent, !before.contains(parent), !always.contains(parent) { continue }
        if isSayable(place, lifts: least...most, given: before) { always.insert(place) }
      }
      if always == before { return always }
    }
  }

  private func isSayable(_ place: Int, lifts: ClosedRange<Int>, given: Set<Int>) -> Bool {
    // For each utterance the values of openness at which nothing takes it away.
    let winning = answering[place].map { number in
      (number, (0...10).filter { wins(place, utterances[number], openness: Int8($0), given: given) })
    }.filter { !$0.1.isEmpty }
    guard !winning.isEmpty else { return false }
    return lifts.allSatisfy { isSayable(lift: $0, winning) }
  }

  private func isSayable(lift: Int, _ winning: [(utterance: Int, openness: [Int])]) -> Bool {
    var good = Array(repeating: false, count: 11)
    for (number, values) in winning {
      let table = utterances[number].opennessAfter[lift]
      for openness in 0...10 where !good[openness] && values.contains(Int(table[openness])) { good[openness] = true }
    }
    guard good.contains(true) else { return false }
    // From every openness there must be a way to a good one.
    var changed = true
    while changed {
      changed = false
      for openness in 0...10 where !good[openness] {
        for utterance in adjusting where good[Int(utterance.opennessAfter[lift][openness])] {
          good[openness] = true
          changed = true
          break
        }
      }
    }
    return !good.contains(false)
  }

  /// Whether `place`, open and not said yet, answers whatever else was said.
  private func wins(_ place: Int, _ utterance: Utterance, openness: Int8, given: Set<Int>) -> Bool {
    let bit = UInt16(1) << UInt16(openness)
    let index = persona.index
    for contender in utterance.contenders {
      let other = contender.node
      if other == place {
        return contender.rest.allSatisfy { rest in
          rest.openness & bit != 0 || rest.signals.contains { givers[$0].contains(where: given.contains) }
        }
      }
      // What lies under it is closed; what it lies under stands back for it.
      let isUnder = other > place && other < index.end[place]
      let isAbove = place > other && place < index.end[other]
      if isUnder || isAbove { continue }
      // As many conditions, and a trace: it goes first once, and then no more.
      if index.conditionCount[other] == index.conditionCount[place], index.isInner[other] { continue }
      if contender.rest.allSatisfy({ $0.openness & bit != 0 || !$0.signals.isEmpty }) { return false }
    }
    return false
  }

  // MARK: What could be said at best

  /// Nodes that could be said if nothing ever stood in the way of anything, using only some utterances.
  ///
  /// What is not among them cannot be said with these utterances at all.
  ///
  /// - Parameter said: What has been said so far; a node that this left for good in the way of another is reckoned with.
  func sayableAtBest(after said: Set<Int>? = nil, with isAllowed: (Utterance) -> Bool) -> Set<Int> {
    let allowed = utterances.filter(isAllowed)
    var reached: Set<Int> = said ?? []
    while true {
      let before = reached
      let lift = lift(reached)
      var highest = said == nil ? min(10, persona.openness + lift) : 10
      var openness = highest
      repeat {
        highest = openness
        for utterance in allowed {
          for value in 0...highest { openness = max(openness, Int(utterance.opennessAfter[lift][value])) }
        }
      } while openness > highest
      for utterance in allowed {
        for contender in utterance.contenders where !reached.contains(contender.node) {
          if let parent = persona.nodes[contender.node].parent, !reached.contains(parent) { continue }
          let isPossible = (0...highest).contains { value in
            if let said, isBlocked(contender.node, utterance, openness: value, after: said) { return false }
            return contender.rest.allSatisfy { rest in
              rest.openness & (1 << UInt16(value)) != 0
                || rest.signals.contains { givers[$0].contains(where: reached.contains) }
            }
          }
          if isPossible { reached.insert(contender.node) }
        }
      }
      if reached == before { return reached }
    }
  }

  /// Whether another node answers in place of `place` now and ever after.
  private func isBlocked(_ place: Int, _ utterance: Utterance, openness: Int, after said: Set<Int>) -> Bool {
    let index = persona.index
    for contender in utterance.contenders {
      let other = contender.node
      if other == place { return false }
      if let parent = persona.nodes[other].parent, !said.contains(parent) { continue }
      if place > other, place < index.end[other] { continue }
      if index.isInner[other] {
        // It stands back once it has been said, if not for this one then for a node under it.
        if index.conditionCount[other] == index.conditionCount[place] { continue }
        let under = (other + 1)..<index.end[other]
        if utterance.contenders.contains(where: { under.contains($0.node) }) { continue }
      }
      let holds = contender.rest.allSatisfy { rest in
        rest.openness & (1 << UInt16(openness)) != 0
          || rest.signals.contains { givers[$0].contains(where: said.contains) }
      }
      if holds { return true }
    }
    return false
  }

  /// Nodes that go before a node on the way to `place` in some utterance.
  func rivals(onWayTo place: Int) -> Set<Int> {
    let way = way(to: place)
    var rivals: Set<Int> = []
    for utterance in utterances {
      guard let last = utterance.contenders.lastIndex(where: { way.contains($0.node) }) else { continue }
      rivals.formUnion(utterance.contenders[..<last].map(\.node).filter { !way.contains($0) })
    }
    return rivals
  }

  /// The nodes on the way to one: above it, and those that give the signals it waits for.
  func way(to place: Int) -> Set<Int> {
    var way: Set<Int> = []
    var queue = [place]
    while let next = queue.popLast() {
      guard way.insert(next).inserted else { continue }
      if let parent = persona.nodes[next].parent { queue.append(parent) }
      for test in persona.index.gates[next].tests {
        for topic in test.signals { queue += givers[topic] }
      }
    }
    return way
  }
}
