import CoachingLanguage

extension Persona {
  /// Where this persona differs from its twin in another language, but for the words.
  ///
  /// Compared in the order of the file; after a difference in the tree itself no more is said, because everything
  /// behind it would differ too.
  func findings(comparedWith twin: Persona) -> [Finding] {
    var findings: [Finding] = []
    let path = twin.source.path.isEmpty ? twin.name : twin.source.path
    func differs(_ what: String, _ here: String, _ there: String, at place: Place) {
      let facts = ["twin": path, "what": what, "here": here, "there": there]
      findings.append(finding(.twinDiffers, at: place, facts))
    }
    let top = Place(line: 1)
    if openness != twin.openness { differs("openness", String(openness), String(twin.openness), at: top) }
    if difficulty != twin.difficulty { differs("difficulty", difficulty.rawValue, twin.difficulty.rawValue, at: top) }
    if temperament != twin.temperament { differs("temperament", name, twin.name, at: top) }
    if topics.count != twin.topics.count {
      differs("## words", String(topics.count), String(twin.topics.count), at: topics.first?.place ?? top)
    }
    for (place, node) in nodes.enumerated() {
      guard twin.nodes.indices.contains(place) else {
        differs("#", String(nodes.count), String(twin.nodes.count), at: node.place)
        return findings
      }
      let other = twin.nodes[place]
      if node.depth != other.depth || node.parent != other.parent || node.part != other.part {
        differs("#", "\(node.name): \(node.depth)", "\(other.name): \(other.depth)", at: node.place)
        return findings
      }
      let here = shape(of: node)
      let there = twin.shape(of: other)
      for (name, value) in here.sorted(by: { $0.key < $1.key }) where value != there[name] {
        differs(name, value, there[name] ?? "", at: node.place)
      }
    }
    if twin.nodes.count > nodes.count {
      differs("#", String(nodes.count), String(twin.nodes.count), at: nodes.last?.place ?? top)
    }
    return findings
  }

  /// What must be equal in both languages; topics go by their place, because their names differ.
  private func shape(of node: Node) -> [String: String] {
    let numbers = Dictionary(topics.enumerated().map { ($0.element.name, $0.offset + 1) }) { first, _ in first }
    func number(_ topic: String) -> String { "#\(numbers[topic] ?? 0)" }
    let conditions = node.conditions.map { condition in
      var numbered = condition
      numbered.alternatives = condition.alternatives.map { alternative in
        switch alternative {
        case .topic(let name): .topic(number(name))
        case .signal(let name): .signal(number(name))
        default: alternative
        }
      }
      return Persona.key(numbered)
    }
    let signals = Set(node.replies.flatMap(\.signals)).map(number).sorted().joined(separator: ", ")
    return [
      "when": conditions.sorted().joined(separator: ", "), "signal": signals, "step": node.step?.rawValue ?? "",
      "then": String(node.effect), "temptation": String(node.isTemptation),
    ]
  }
}
