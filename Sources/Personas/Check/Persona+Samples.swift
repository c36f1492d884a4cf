import CoachingLanguage

extension Persona {
  /// Sample sentences that lead somewhere else than they must, or where they must not.
  ///
  /// A sample is said where its node could answer: what it lies under has been said, the signals it waits for were
  /// given, and openness is the least that suits it, but no less than at the start where that suits it too.
  func findingsOnSamples(code: (String) -> CodedUtterance) -> [Finding] {
    var findings: [Finding] = []
    for (place, node) in nodes.enumerated() {
      for sample in node.samples {
        let (winner, heard) = winner(for: code(sample.text), around: place)
        var facts = ["node": node.name, "heard": description(of: heard)]
        if !sample.mustHit {
          if winner == place { findings.append(finding(.counterSampleHits, at: sample.place, facts)) }
          continue
        }
        guard winner != place else { continue }
        let missed = missed(by: heard, at: place)
        facts["missed"] = missed?.text ?? node.conditions.map(\.text).joined(separator: ", ")
        if case .topic(let topic) = missed?.alternatives.first { facts["topic"] = topic }
        if let winner {
          facts["other"] = nodes[winner].name
          facts["line"] = String(nodes[winner].place.line)
          findings.append(finding(.sampleElsewhere, at: sample.place, facts))
        } else {
          findings.append(finding(.sampleNowhere, at: sample.place, facts))
        }
      }
    }
    return findings
  }

  /// The state in which the node at `place` could answer, as far as others decide.
  func stateBefore(_ place: Int) -> (said: Set<Int>, signals: Set<Int>, openness: Int) {
    var said: Set<Int> = []
    var queue = nodes[place].parent.map { [$0] } ?? []
    let awaited = Set(index.gates[place].tests.flatMap(\.signals))
    for topic in awaited {
      if let giver = nodes.indices.first(where: { $0 != place && index.signals[$0].contains(topic) }) {
        queue.append(giver)
      }
    }
    while let next = queue.popLast() {
      guard said.insert(next).inserted else { continue }
      if let parent = nodes[next].parent { queue.append(parent) }
    }
    let suited = index.gates[place].openness
    let isSuitedAtStart = suited & (1 << UInt16(openness)) != 0
    let least = (0...10).first { suited & (1 << UInt16($0)) != 0 } ?? openness
    return (said, Set(said.flatMap { index.signals[$0] }), isSuitedAtStart ? openness : least)
  }

  private func winner(for utterance: CodedUtterance, around place: Int) -> (winner: Int?, heard: Heard) {
    let heard = Heard(utterance, topics: Set(index.topics.hits(in: utterance.text).map(\.topic)))
    let state = stateBefore(place)
    return (
      index.winner(for: heard, openness: state.openness, said: state.said, signals: state.signals), heard
    )
  }

  private func missed(by heard: Heard, at place: Int) -> Condition? {
    let state = stateBefore(place)
    for (condition, test) in zip(nodes[place].conditions, index.gates[place].tests)
    where !test.holds(for: heard, openness: state.openness, signals: state.signals) {
      return condition
    }
    return nil
  }
}
