import CoachingLanguage

extension Persona {
  /// The state in which a conversation begins.
  ///
  /// - Parameter seed: Decides which variants come first. The same seed gives the same conversation.
  public func start(seed: UInt64 = 0) -> PersonaState { PersonaState(seed: seed, openness: openness) }

  /// The employee's first line.
  public func opening(in state: PersonaState) -> String {
    guard !openings.isEmpty else { return "" }
    return openings[Int(SplitMix64.mix(state.seed) % UInt64(openings.count))].text
  }

  /// What the employee says to `utterance`.
  ///
  /// The utterance first has its effect on openness, by the ``Temperament``; then the node that answers is looked for;
  /// then what that node adds to openness is added. Nothing changes: record the reply with
  /// ``PersonaState/recording(_:)``.
  public func reply(to utterance: CodedUtterance, in state: PersonaState) -> Reply {
    let hits = index.topics.hits(in: utterance.text)
    let heard = Heard(utterance, topics: Set(hits.map(\.topic)))
    let now = temperament.openness(after: heard, from: state.openness, lift: state.lift)
    var topicsHeard: [String] = []
    for hit in hits where !topicsHeard.contains(topics[hit.topic].name) { topicsHeard.append(topics[hit.topic].name) }

    if let place = index.winner(for: heard, openness: now, said: state.said, signals: state.signals) {
      return reply(from: place, openness: now, in: state, topicsHeard: topicsHeard)
    }
    let (answer, fallback) = fallback(for: heard, openness: now, in: state)
    let variants = AnswerIndex.Variants(fallback.replies)
    var text = "…"
    if variants.count > 0 { text = fallback.replies[variant(of: answer, variants, in: state)].text }
    return Reply(
      text: text, node: nil, line: fallback.place.line, part: nil, opennessBefore: state.openness, opennessAfter: now,
      signals: [], isTemptation: false, step: nil, topicsHeard: topicsHeard, answer: answer)
  }

  private func reply(from place: Int, openness now: Int, in state: PersonaState, topicsHeard: [String]) -> Reply {
    let node = nodes[place]
    let variants = index.variants[place]
    var line = ReplyLine(text: "…", signals: [], place: node.place)
    if variants.count > 0 { line = node.replies[variant(of: .node(place), variants, in: state)] }
    return Reply(
      text: line.text, node: node.name, line: node.place.line, part: node.part, opennessBefore: state.openness,
      opennessAfter: index.openness(afterSaying: place, effect: node.effect, from: now, said: state.said),
      signals: line.signals.map { Reply.Signal(topic: $0, words: signalWords(in: line.text, topic: $0)) },
      isTemptation: node.isTemptation,
      step: node.step, topicsHeard: topicsHeard, answer: .node(place), innerNode: index.isInner[place] ? place : nil,
      signalledTopics: index.signals[place],
      lift: node.effect > 0 && !state.said.contains(place) ? node.effect : 0)
  }

  /// The fallback that answers: the persona's own before those of its language, in each most conditions first.
  func fallback(for heard: Heard, openness: Int, in state: PersonaState) -> (Answer, Fallback) {
    func holds(_ tests: [ConditionTest]) -> Bool {
      tests.allSatisfy { $0.holds(for: heard, openness: openness, signals: state.signals) }
    }
    if let own = index.fallbackOrder.first(where: { holds(index.fallbackTests[$0]) }) {
      return (.fallback(own), fallbacks[own])
    }
    if let general = index.generalOrder.first(where: { holds(index.generalTests[$0]) }) {
      return (.general(general), index.general[general])
    }
    return (.general(0), Fallback(conditions: [], replies: [], place: Place(line: 0)))
  }

  private func variant(of answer: Answer, _ variants: AnswerIndex.Variants, in state: PersonaState) -> Int {
    variants.place(use: state.uses[answer] ?? 0, seed: SplitMix64.mix(state.seed &+ answer.number))
  }
}

extension AnswerIndex {
  /// Openness after a node was said: what it takes counts every time, what it adds only the first.
  func openness(afterSaying place: Int, effect: Int, from now: Int, said: Set<Int>) -> Int {
    if effect > 0, said.contains(place) { return now }
    return min(10, max(0, now + effect))
  }
}
