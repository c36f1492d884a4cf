extension Persona {
  private static let width = 230
  private static let height = 46
  private static let gapAcross = 34
  private static let gapDown = 12

  /// The tree as a picture that any browser shows, laid out from left to right, a layer a column.
  ///
  /// Every leaf has a row; a node stands halfway its first and last child. The whole text of a node, with its replies,
  /// is its tooltip.
  public func svg() -> String {
    let rows = rows()
    let columns = (nodes.map(\.depth).max() ?? 0) + 1
    let leaves = (rows.max() ?? 0) / 2 + 1
    let total = (
      columns * (Persona.width + Persona.gapAcross) + Persona.gapAcross,
      leaves * (Persona.height + Persona.gapDown) + 2 * Persona.gapDown
    )
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(total.0) \(total.1)" role="img" \
      font-family="Helvetica, Arial, sans-serif" font-size="13">
      <title>\(Persona.xml(name))</title>
      <rect width="100%" height="100%" fill="#ffffff"/>

      """
    let roots = nodes.indices.filter { nodes[$0].parent == nil }
    let startRow = ((roots.first.map { rows[$0] } ?? 0) + (roots.last.map { rows[$0] } ?? 0)) / 2
    for (place, node) in nodes.enumerated() {
      let from = node.parent.map { (nodes[$0].depth, rows[$0]) } ?? (0, startRow)
      text += Persona.line(from: from, to: (node.depth, rows[place]))
    }
    text += Persona.box((0, startRow), name, role, fill: "#dbeafe", tip: situation)
    for (place, node) in nodes.enumerated() {
      let tip = ([title(place), label(place)] + node.replies.map { "– " + $0.text }).joined(separator: "\n")
      text += Persona.box(
        (node.depth, rows[place]), title(place), label(place), fill: Persona.colour(node.part), tip: tip)
    }
    return text + "</svg>\n"
  }

  /// The row of each node, in halves.
  private func rows() -> [Int] {
    var rows = Array(repeating: -1, count: nodes.count)
    var leaf = 0
    for place in nodes.indices where index.end[place] == place + 1 {
      rows[place] = leaf * 2
      leaf += 1
    }
    var ends: [Int: (first: Int, last: Int)] = [:]
    for place in nodes.indices.reversed() {
      if let children = ends[place] { rows[place] = (rows[children.first] + rows[children.last]) / 2 }
      if let parent = nodes[place].parent { ends[parent] = (place, ends[parent]?.last ?? place) }
    }
    return rows
  }

  private static func corner(_ at: (depth: Int, row: Int)) -> (x: Int, y: Int) {
    (gapAcross + at.depth * (width + gapAcross), gapDown + at.row * (height + gapDown) / 2)
  }

  private static func line(from: (Int, Int), to: (Int, Int)) -> String {
    let start = corner(from)
    let end = corner(to)
    let middle = start.x + width + gapAcross / 2
    return "<path d=\"M\(start.x + width) \(start.y + height / 2) H\(middle) V\(end.y + height / 2) H\(end.x)\" "
      + "fill=\"none\" stroke=\"#94a3b8\"/>\n"
  }

  private static func box(
    _ at: (depth: Int, row: Int), _ title: String, _ label: String, fill: String, tip: String
  ) -> String {
    let (x, y) = corner(at)
    return """
      <g><title>\(xml(tip))</title><rect x="\(x)" y="\(y)" width="\(width)" height="\(height)" rx="6" fill="\(fill)" \
      stroke="#64748b"/><text x="\(x + 10)" y="\(y + 19)" font-weight="bold">\(xml(fitted(title, 30)))</text>\
      <text x="\(x + 10)" y="\(y + 37)" font-size="11" fill="#334155">\(xml(fitted(label, 38)))</text></g>

      """
  }

  /// As much of a text as fits, by a guess at the width of a letter.
  private static func fitted(_ text: String, _ most: Int) -> String {
    text.count <= most ? text : String(text.prefix(most - 1)) + "…"
  }

  private static func xml(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
