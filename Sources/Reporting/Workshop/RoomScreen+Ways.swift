import CoachingLanguage
import Practice
import Workshop

/// Ways to go on from one moment, side by side where there is room.
extension RoomScreen {
  /// A line, what came back, and what the room thought of it.
  struct Way {
    /// What it is called by, such as its number, with the space behind it.
    var mark: String
    var line: String
    var turn: Turn
    var hands: Hands?
    /// Whether the room sees what the line did.
    var isRevealed: Bool
  }

  /// - Parameter rows: How many there are for them.
  func ways(_ ways: [Way], _ layout: Layout, _ measure: Measure, rows: Int) -> [Line] {
    let wide = ScreenCanvas(layout, rows: 0, widest: ScreenCanvas.widest)
    // Below each other they stand where all else stands.
    let canvas =
      SideBySide(layout: wide.layout).fits(ways.count) ? wide : ScreenCanvas(layout, rows: 0)
    guard measure >= .shortest else {
      let most = measure >= .cut ? 2 : Int.max
      return canvas.beside(ways.count, .strong) { lines(of: ways[$0], $1, measure, most: most) }
    }
    // What comes of each on one line; and of what was said and answered as much as fits.
    for (most, between) in [(4, [""]), (3, [""]), (3, []), (2, [""]), (2, []), (1, [""])] {
      let page = canvas.beside(ways.count, .strong, between: between) {
        lines(of: ways[$0], $1, measure, most: most)
      }
      if page.count <= rows { return page }
    }
    return canvas.beside(ways.count, .strong, between: []) { lines(of: ways[$0], $1, measure, most: 1) }
  }

  private static let indent = "   "

  /// On one line where they fit; else what is counted stands alone, as far as it can.
  private func hands(_ hands: Hands?, _ layout: Layout) -> [String] {
    let texts = texts(for: hands)
    guard !texts.isEmpty else { return [] }
    let row = texts.joined(separator: " · ")
    for row in [say("workshop.hands") + " " + row, row] {
      if layout.columns(layout.spelling(RoomScreen.indent + row)) <= layout.width { return [row] }
    }
    return texts
  }

  private func lines(of way: Way, _ layout: Layout, _ measure: Measure, most: Int) -> [String] {
    func text(_ text: String, first: String = RoomScreen.indent, rest: Int) -> [String] {
      layout.wrap(Report.joined(text), first: first, rest: rest, most: most)
    }
    let said = text(spoken(way.line), first: way.mark, rest: 3) + text("\(name): \(way.turn.answer)", rest: 5)
    let outcome = Outcome(way.turn)
    let air = measure <= .close ? [""] : []
    guard way.isRevealed else {
      let hands = measure >= .shortest ? [] : hands(way.hands, layout).flatMap { text($0, rest: 5) }
      return said + (hands.isEmpty ? [] : air + hands)
    }
    if measure >= .shortest {
      return said + text(came(outcome, way.hands, isShort: true).joined(separator: " · "), rest: 5)
    }
    let came = came(outcome, way.hands, isShort: false).flatMap { text($0, rest: 5) }
    let remarks = measure >= .cut ? [] : remarks(on: way.turn)
    return said + air + came + remarks.flatMap { text($0.text, first: RoomScreen.indent + $0.first, rest: 5) }
  }
}
