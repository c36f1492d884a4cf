import LineEditing
import Reporting

/// A screen that is drawn whole, with a line to type on under it.
struct WholeScreen {
  let console: Console
  /// The language of what is drawn.
  var phrases = Interface.phrases
  /// Rows that are kept for the line at the least: it may be longer than one.
  private static let fewestTypingRows = 2

  /// What is drawn: for a size the lines of the screen, exactly as many as there are rows.
  typealias Drawing = (_ layout: Layout, _ rows: Int) -> [ReviewText.Line]

  /// The bytes that draw a screen and, under it, what there is to tell; the cursor ends where something can be typed.
  ///
  /// - Parameter typed: How many rows there are of what is typed below; `nil` where nothing is.
  func drawn(_ message: [(text: String, style: Console.Style)], typed: Int?, _ drawing: Drawing) -> String {
    let size = Terminal.size()
    let layout = console.wholeLayout
    // Never so many that there is no screen left.
    let kept = typed.map { min(max($0, WholeScreen.fewestTypingRows), max(2, size.rows / 2)) } ?? 0
    var lines: [(text: String, style: Console.Style)] = []
    if size.columns < RoomScreen.smallest.columns || size.rows < RoomScreen.smallest.rows {
      lines = RoomScreen.tooSmall(layout, columns: size.columns, rows: size.rows, phrases)
        .prefix(max(1, size.rows - kept)).map { ($0.text, Console.Style($0.tone)) }
    } else {
      var told = message.flatMap { text, style in layout.wrap(text, first: "  ", rest: 2).map { ($0, style) } }
      // However much there is to tell, half of the screen is the room's.
      told = Array(told.prefix(size.rows / 2))
      if typed != nil, told.isEmpty { told = [("", .plain)] }
      let rows = size.rows - kept - told.count
      lines = drawing(layout, rows).map { ($0.text, Console.Style($0.tone)) } + told
    }
    // Erased before it is written: after a full row the cursor still stands on its last cell.
    let text = lines.map { "\u{1B}[K" + console.styled(Console.harmless($0.text), $0.style) }
    return "\u{1B}[H" + text.joined(separator: "\r\n") + (typed == nil ? "" : "\r\n") + "\u{1B}[J"
  }

  /// Draws now.
  func show(_ text: String) { Console.write(text, to: 1) }

  /// Leaves an empty screen behind.
  func clear() { Console.write("\u{1B}[H\u{1B}[2J", to: 1) }
}
