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

  func ways(_ ways: [Way], _ canvas: ScreenCanvas, _ measure: Measure) -> [Line] {
    // Four on the table are all there is room for in the smallest window.
    let between = measure >= .shortest && ways.count > 3 ? [] : [""]
    return canvas.beside(ways.count, .strong, between: between) { place, layout in
      lines(of: ways[place], layout, measure)
    }
  }

  private static let indent = "   "

  private func lines(of way: Way, _ layout: Layout, _ measure: Measure) -> [String] {
    let most = measure >= .shortest ? 1 : measure >= .cut ? 2 : Int.max
    func text(_ text: String, first: String = RoomScreen.indent, rest: Int) -> [String] {
      layout.wrap(Report.joined(text), first: first, rest: rest, most: most)
    }
    let said = text(spoken(way.line), first: way.mark, rest: 3) + text("\(name): \(way.turn.answer)", rest: 5)
    let outcome = Outcome(way.turn)
    if measure >= .shortest {
      return way.isRevealed
        ? said + text(came(outcome, way.hands, isShort: true).joined(separator: " · "), rest: 3) : said
    }
    let air = measure <= .close ? [""] : []
    guard way.isRevealed else {
      let hands = texts(for: way.hands).flatMap { text($0, rest: 5) }
      return said + (hands.isEmpty ? [] : air + hands)
    }
    let came = came(outcome, way.hands, isShort: false).flatMap { text($0, rest: 5) }
    let remarks = measure >= .cut ? [] : remarks(on: way.turn)
    return said + air + came + remarks.flatMap { text($0.text, first: RoomScreen.indent + $0.first, rest: 5) }
  }
}
