/// Something to read that may be longer than a screen: a page at a time, so that nothing scrolls away unread.
public struct PanelScreen: Sendable {
  public var title: String
  /// Each with its own first words, which what goes on stands under.
  public var paragraphs: [(first: String, text: String)]

  /// Lines that are laid out already for a width; they follow the paragraphs, and are cut where they are too long.
  public var drawn: @Sendable (Layout) -> [String] = { _ in [] }

  public init(title: String, paragraphs: [(first: String, text: String)] = []) {
    self.title = title
    self.paragraphs = paragraphs
  }

  /// Every page, each in exactly `rows` lines.
  public func pages(_ layout: Layout, rows: Int) -> [[ReviewText.Line]] {
    let canvas = ScreenCanvas(layout, rows: rows)
    let top = canvas.text(title, .strong) + [ScreenCanvas.blank]
    let room = max(1, rows - top.count - 1)
    var pages: [[ReviewText.Line]] = [[]]
    for lines in parts(canvas) {
      // A paragraph that fits on a page is not cut in two.
      if pages[pages.count - 1].count + lines.count > room, lines.count <= room { pages.append([]) }
      for line in lines {
        if pages[pages.count - 1].count == room { pages.append([]) }
        if pages[pages.count - 1].isEmpty, line == ScreenCanvas.blank { continue }
        pages[pages.count - 1].append(line)
      }
    }
    return pages.enumerated().map { index, page in
      let number = pages.count > 1 ? [canvas.cut("\(index + 1)/\(pages.count)")] : []
      let air = rows - top.count - page.count - number.count
      return Array((top + page + Array(repeating: ScreenCanvas.blank, count: max(0, air)) + number).prefix(rows))
    }
  }

  /// All of it without pages, for a pipe.
  public func text(_ layout: Layout) -> [ReviewText.Line] {
    let canvas = ScreenCanvas(layout, rows: 0)
    return canvas.text(title, .strong) + [ScreenCanvas.blank] + parts(canvas).flatMap { $0 }
  }

  private func parts(_ canvas: ScreenCanvas) -> [[ReviewText.Line]] {
    let written = paragraphs.map { first, text in
      if text.isEmpty && first.isEmpty { return [ScreenCanvas.blank] }
      // Under a short name what goes on stands in line; under a long one it would have no room.
      let length = canvas.layout.columns(canvas.layout.spelling(first))
      return canvas.text(text, first: first, rest: length <= 8 ? length : 2)
    }
    return written + drawn(canvas.layout).map { [canvas.cut($0)] }
  }
}
