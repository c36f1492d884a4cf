/// A screen to put text on: a column in its middle, with air on both sides, and lines that fit.
struct ScreenCanvas: Sendable {
  let rows: Int
  /// Lays text out in the column.
  let layout: Layout
  private let margin: String

  typealias Line = ReviewText.Line

  /// The widest column in which lines of text are easily read.
  static let widestText = 100
  /// The widest for what stands side by side.
  static let widest = 200
  private static let narrowestMargin = 2

  /// - Parameters:
  ///   - layout: As wide as the screen.
  ///   - widest: The widest the column may be.
  init(_ layout: Layout, rows: Int, widest: Int = ScreenCanvas.widestText) {
    let width = min(widest, max(20, layout.width - 2 * ScreenCanvas.narrowestMargin))
    // Into a pipe, lines have no width to stand in the middle of.
    let air = layout.width == .max ? 0 : max(0, (layout.width - width) / 2)
    margin = String(repeating: " ", count: air)
    var column = layout
    column.width = width
    self.layout = column
    self.rows = rows
  }

  /// Text broken between words, behind `first` and indented by `rest`.
  func text(_ text: String, _ tone: Line.Tone = .plain, first: String = "", rest: Int = 0) -> [Line] {
    let text = Report.joined(text)
    return layout.wrap(text, first: first, rest: rest).map { Line(text: margin + $0, tone: tone) }
  }

  /// As ``text(_:_:first:rest:)``, in at most so many lines, with dots where something is left out.
  func text(_ text: String, _ tone: Line.Tone = .plain, first: String = "", rest: Int = 0, most: Int) -> [Line] {
    layout.wrap(Report.joined(text), first: first, rest: rest, most: most).map { Line(text: margin + $0, tone: tone) }
  }

  /// Text at both ends of a line; under each other where there is no room.
  func ends(_ left: String, _ right: String, _ tone: Line.Tone) -> [Line] {
    let left = layout.spelling(left)
    let right = layout.spelling(right)
    let gap = layout.width - layout.columns(left) - layout.columns(right)
    if gap >= 2 { return [Line(text: margin + left + String(repeating: " ", count: gap) + right, tone: tone)] }
    return [cut(left, tone), cut(right, tone)]
  }

  /// Short texts behind a label, on one line where they fit, and else on one each: never broken inside one of them.
  func row(_ texts: [String], first: String, label: String) -> [Line] {
    guard !texts.isEmpty else { return [] }
    // Rather without the label than on a second row.
    for label in [label, ""] {
      let row = first + label + texts.joined(separator: "   ")
      if layout.columns(layout.spelling(row)) <= layout.width { return [cut(row)] }
    }
    let under = String(repeating: " ", count: layout.columns(layout.spelling(label)))
    return texts.enumerated().map { cut(first + ($0 == 0 ? label : under) + $1) }
  }

  /// One line, cut where it is too long.
  func cut(_ text: String, _ tone: Line.Tone = .plain) -> Line {
    Line(text: margin + layout.cut(Report.joined(text), to: layout.width), tone: tone)
  }

  /// Texts beside each other, or below each other where there is no room.
  func beside(_ texts: [[(first: String, text: String)]], _ tone: Line.Tone = .plain) -> [Line] {
    let texts = texts.map { $0.map { ($0.first, Report.joined($0.text)) } }
    return SideBySide(layout: layout).lines(texts).map { Line(text: $0.isEmpty ? "" : margin + $0, tone: tone) }
  }

  /// So many columns, each drawn for the width it gets; below each other, with `between` there, where there is no room.
  func beside(
    _ count: Int, _ tone: Line.Tone = .plain, between: [String] = [""],
    _ draw: (_ place: Int, _ layout: Layout) -> [String]
  ) -> [Line] {
    SideBySide(layout: layout).lines(count: count, between: between, draw)
      .map { Line(text: $0.isEmpty ? "" : margin + $0, tone: tone) }
  }

  func rule() -> Line {
    Line(text: margin + String(repeating: layout.spelling("─"), count: layout.width), tone: .plain)
  }

  static let blank = Line(text: "", tone: .plain)

  /// A line with an empty one after each but the last: large, as far as a terminal has large.
  func spaced(_ lines: [Line]) -> [Line] { Array(lines.map { [$0] }.joined(separator: [ScreenCanvas.blank])) }

  /// Exactly as many lines as there are rows: `top` above, `bottom` below, and `body` between them with a third of the air
  /// above it. `nil` where they don't fit.
  func page(top: [Line], body: [Line], bottom: [Line]) -> [Line]? {
    let air = rows - top.count - body.count - bottom.count
    guard air >= 0 else { return nil }
    let above = Array(repeating: ScreenCanvas.blank, count: air / 3)
    let below = Array(repeating: ScreenCanvas.blank, count: air - air / 3)
    return top + above + body + below + bottom
  }
}

extension Layout {
  /// As ``wrap(_:first:rest:)``, in at most so many lines, with dots where something is left out.
  func wrap(_ text: String, first: String, rest: Int, most: Int) -> [String] {
    var lines = wrap(text, first: first, rest: rest)
    guard lines.count > most else { return lines }
    lines = Array(lines.prefix(most))
    let dots = spelling(" …")
    // A word may go for the dots, but is not cut in the middle of its only line.
    let last = lines[most - 1]
    lines[most - 1] = columns(last) <= width - columns(dots) ? last + dots : cut(last + dots, to: width)
    return lines
  }
}
