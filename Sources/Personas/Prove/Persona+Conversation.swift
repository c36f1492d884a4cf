import CoachingLanguage

extension Persona {
  /// A path of a search as a conversation one can read.
  func conversation(_ path: [Utterance]) -> [Finding.Exchange] {
    guard let game = Game(self) else { return [] }
    var state = game.start
    return path.map { utterance in
      let (next, node) = game.after(game.plan(utterance), in: state, lift: game.lift(state.said))
      state = next
      var reply = ""
      if let node {
        let variants = index.variants[node]
        if let first = (variants.signalling + variants.plain).first { reply = nodes[node].replies[first].text }
      } else {
        reply = fallback(for: utterance.heard, openness: Int(next.openness), in: start()).1.replies.first?.text ?? "…"
      }
      var leader = description(of: utterance.heard)
      if let node, node == utterance.purpose, let sample = nodes[node].samples.first(where: \.mustHit) {
        leader += " " + sample.text
      }
      return Finding.Exchange(
        leader: leader, node: node.map { nodes[$0].name }, reply: reply, openness: Int(next.openness))
    }
  }

  /// What was heard, in the words of the notation, in brackets: `[open vraag, over druk]`.
  func description(of heard: Heard) -> String {
    var parts = [heard.moveList.map { Keywords.name(of: $0, in: language) }.joined(separator: " + ")]
    for step in Step.allCases where heard.steps & (1 << UInt8(step.rung)) != 0 {
      parts.append(Keywords.name(of: step, in: language))
    }
    for topic in heard.topics.sorted() { parts.append(Keywords.about(topics[topic].name, in: language)) }
    return "[" + parts.joined(separator: ", ") + "]"
  }
}
