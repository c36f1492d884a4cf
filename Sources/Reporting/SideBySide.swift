/// Texts beside each other in columns, or below each other where there is no room.
public struct SideBySide: Sendable {
  private let layout: Layout
  /// The narrowest column in which a sentence can still be read.
  private static let narrowest = 28
  private static let between = " │ "

  public init(layout: Layout) { self.layout = layout }

  /// The lines of `texts`, of which each is one column; a text is a list of paragraphs with their own first words.
  public func lines(_ texts: [[(first: String, text: String)]]) -> [String] {
    lines(count: texts.count) { lines(texts[$0], $1) }
  }

  /// Whether so many texts stand beside each other.
  func fits(_ count: Int) -> Bool { count > 1 && width(of: count) >= SideBySide.narrowest }

  private func width(of count: Int) -> Int {
    let between = layout.columns(layout.spelling(SideBySide.between))
    return layout.width == .max ? 0 : (layout.width - between * (count - 1)) / max(1, count)
  }

  /// The lines of so many columns, each drawn for the width it gets.
  ///
  /// - Parameter between: What stands between them where they are below each other.
  func lines(
    count: Int, between separator: [String] = [""], _ draw: (_ place: Int, _ layout: Layout) -> [String]
  ) -> [String] {
    let between = layout.spelling(SideBySide.between)
    let width = width(of: count)
    guard fits(count) else {
      return Array((0..<count).map { draw($0, layout) }.joined(separator: separator))
    }
    var narrow = layout
    narrow.width = width
    let columns = (0..<count).map { draw($0, narrow) }
    return (0..<(columns.map(\.count).max() ?? 0)).map { row in
      let cells = columns.map { column in
        let cell = row < column.count ? column[row] : ""
        return cell + String(repeating: " ", count: max(0, width - layout.columns(cell)))
      }
      return trimmed(cells.joined(separator: between))
    }
  }

  private func lines(_ text: [(first: String, text: String)], _ layout: Layout) -> [String] {
    text.flatMap { first, text in
      // What goes on stands under the first word behind a mark or a number, and else a little further in.
      let isMarked = first.contains { $0 != " " }
      let rest = isMarked ? layout.columns(first) : first.count + 2
      return layout.wrap(text, first: first, rest: rest)
    }
  }

  private func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
