import CoachingLanguage

extension Persona {
  /// What stands behind a node's name in a picture: its conditions, and what it gives away or adds.
  func label(_ place: Int) -> String {
    let node = nodes[place]
    var label = node.conditions.map(\.text).joined(separator: ", ")
    let signals = Set(node.replies.flatMap(\.signals)).sorted()
    if !signals.isEmpty { label += "  ~ " + signals.joined(separator: ", ") }
    if node.effect != 0 { label += "  (\(node.effect > 0 ? "+" : "")\(node.effect))" }
    return label
  }

  /// The name with what the node is: `kern: altijd sterk`.
  func title(_ place: Int) -> String {
    let node = nodes[place]
    let name = node.name + (node.isTemptation ? " ?" : "")
    return Keywords.name(of: node.part, in: language).map { "\($0): \(name)" } ?? name
  }

  /// The tree as lines for a terminal.
  ///
  /// `~` marks the topics a node signals, `(+2)` what it adds to openness, `?` a temptation.
  public func treeText() -> String {
    let isOnlyChildLast = lastSiblings()
    var text = "\(name)  (\(openness))\n"
    var trunk: [String] = []
    for place in nodes.indices {
      let depth = nodes[place].depth
      trunk.removeLast(max(0, trunk.count - (depth - 1)))
      let isLast = isOnlyChildLast[place]
      text += trunk.joined() + (isLast ? "└─ " : "├─ ") + title(place) + "  [" + label(place) + "]\n"
      trunk.append(isLast ? "   " : "│  ")
    }
    for fallback in fallbacks {
      let conditions = fallback.conditions.map(\.text).joined(separator: ", ")
      text += (language == .dutch ? "anders" : "otherwise") + (conditions.isEmpty ? "" : "  [\(conditions)]") + "\n"
    }
    return text
  }

  /// For each node whether no sibling comes behind it.
  private func lastSiblings() -> [Bool] {
    var last: [Int: Int] = [:]
    for (place, node) in nodes.enumerated() { last[node.parent ?? -1] = place }
    return nodes.indices.map { last[nodes[$0].parent ?? -1] == $0 }
  }

  /// The tree as a Mermaid flow chart.
  public func mermaid() -> String {
    var text = "flowchart LR\n  start([\"\(Persona.quoted(name))\"])\n"
    for (place, node) in nodes.enumerated() {
      let words = Persona.quoted(title(place)) + "<br/>" + Persona.quoted(label(place))
      text += "  n\(place)[\"\(words)\"]\(node.part == .layer ? "" : ":::\(node.part.rawValue)")\n"
      text += "  \(node.parent.map { "n\($0)" } ?? "start") --> n\(place)\n"
    }
    return text + "  classDef core fill:#fde68a\n  classDef solution fill:#bbf7d0\n"
      + "  classDef check fill:#bbf7d0\n  classDef agreement fill:#bbf7d0\n"
  }

  /// The tree in the language of Graphviz.
  public func dot() -> String {
    var text = "digraph persona {\n  rankdir=LR;\n  node [shape=box, fontname=\"Helvetica\"];\n"
    text += "  start [shape=oval, label=\"\(Persona.escaped(name))\"];\n"
    for (place, node) in nodes.enumerated() {
      let words = Persona.escaped(title(place)) + "\\n" + Persona.escaped(label(place))
      let fill = node.part == .layer ? "" : ", style=filled, fillcolor=\"\(Persona.colour(node.part))\""
      text += "  n\(place) [label=\"\(words)\"\(fill)];\n"
      text += "  \(node.parent.map { "n\($0)" } ?? "start") -> n\(place);\n"
    }
    return text + "}\n"
  }

  private static func quoted(_ text: String) -> String {
    text.replacing("\"", with: "#quot;").replacing("<", with: "#lt;").replacing(">", with: "#gt;")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  static func colour(_ part: Node.Part) -> String {
    switch part {
    case .layer: "#f1f5f9"
    case .core: "#fde68a"
    case .solution, .check, .agreement: "#bbf7d0"
    }
  }
}
