internal import CEdit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// libedit edits, we draw. It updates only what changed in a row, and loses count there among characters of two columns:
// in one of 25 random edits of 60 keys, a piece of the line was missing on the screen. A line is short enough to write anew.

/// Where the line was last drawn, in rows below the first one that was drawn.
struct Drawing {
  /// Whether we draw, and not libedit.
  var isOurs = false
  var cursorRow = 0
  var lastRow = 0
  /// Whether libedit rang the bell since.
  var isBellDue = false
}

extension LineEditor {
  /// Whether the terminal knows escape sequences, as all do but those that say so.
  static var canMoveCursor: Bool {
    guard let name = getenv("TERM").map({ String(cString: $0) }) else { return false }
    return !["", "dumb", "emacs"].contains(name)
  }

  /// How many rows of the window the prompt and the line take; 1 where the terminal draws them itself.
  public var rowCount: Int {
    guard drawing.isOurs else { return 1 }
    let (cells, cursor) = line
    return sheet(cells, cursor: cursor, columns: Terminal.size(of: STDOUT_FILENO).columns).rows.count
  }

  /// Makes the screen show the line as it is now.
  func draw() {
    let (cells, cursor) = line
    draw(cells, cursor: cursor)
  }

  /// Writes prompt and line where they were written before, with the cursor before a cell or at the end.
  func draw(_ cells: [Unicode.Scalar], cursor: Int) {
    guard drawing.isOurs else { return }
    let size = Terminal.size(of: STDOUT_FILENO)
    let sheet = sheet(cells, cursor: cursor, columns: size.columns)
    // Of a line higher than the window: the rows from the cursor on, or the last ones, whichever are more.
    let first = max(0, min(sheet.cursor.row, sheet.rows.count - size.rows))
    let last = min(sheet.rows.count, first + size.rows) - 1

    var output = Self.up(drawing.cursorRow) + "\r"
    for row in first...last {
      output += sheet.rows[row].text
      guard row < last else { break }
      switch sheet.rows[row].end {
      // The terminal goes to the next row by itself, but not before it has something to put there.
      case .full: output += sheet.rows[row + 1].text.isEmpty ? (row + 1 == last ? " \r" : "\r\n") : ""
      // A flag would be cut in two by a terminal that takes it for two letters, so the row is filled.
      case .short: output += " "
      case .broken: output += "\u{1B}[K\r\n"
      }
    }
    // After a full row the cursor still stands on its last cell, and this would erase that.
    if sheet.rows[last].end != .full { output += "\u{1B}[J" }
    output += Self.up(last - sheet.cursor.row) + "\r"
    if sheet.cursor.column > 0 { output += "\u{1B}[\(sheet.cursor.column)C" }
    if drawing.isBellDue { output += "\u{7}" }
    show(output)
    drawing.cursorRow = sheet.cursor.row - first
    drawing.lastRow = last - first
    drawing.isBellDue = false
  }

  /// Ends drawing here: the cursor goes to a new row below the line.
  func leaveDrawing() {
    show((drawing.isOurs ? Self.down(drawing.lastRow - drawing.cursorRow) : "") + "\r\n")
    drawing.cursorRow = 0
    drawing.lastRow = 0
  }

  /// Puts text where the line is, and the line below it.
  func interrupt(with text: String) {
    show(drawing.isOurs ? Self.up(drawing.cursorRow) + "\r\u{1B}[J" : "\r\n")
    // The terminal as everybody else knows it: a line feed goes to the first column.
    cedit_prepare_terminal(handle, 0)
    show(text)
    cedit_prepare_terminal(handle, 1)
    startDrawing()
    draw()
  }

  /// Starts drawing anew in the row of the cursor.
  func startDrawing() {
    drawing.cursorRow = 0
    drawing.lastRow = 0
    if !drawing.isOurs { cedit_refresh(handle) }
  }

  /// Finds where the line is now that the window has another width.
  ///
  /// Most terminals wrap their lines anew, and keep the cursor with its character. Where one does not, a piece of the old line
  /// may stay above, or a row above it be overwritten.
  func followResize() {
    let size = Terminal.size(of: STDOUT_FILENO)
    let (cells, cursor) = line
    let row = sheet(cells, cursor: cursor, columns: size.columns).cursor.row
    drawing.cursorRow = min(row, size.rows - 1)
  }

  func clearScreen() {
    guard drawing.isOurs else { return }
    show("\u{1B}[H\u{1B}[2J")
    startDrawing()
  }

  private static func up(_ rows: Int) -> String { rows > 0 ? "\u{1B}[\(rows)A" : "" }

  private static func down(_ rows: Int) -> String { rows > 0 ? "\u{1B}[\(rows)B" : "" }
}

// MARK: Rows

/// A line as rows of a window, with the place of the cursor.
private struct Sheet {
  struct Row {
    /// How a row goes over into the next: filled to the edge, one column short of a wide character, or broken on purpose.
    enum End { case full, short, broken }

    var text = ""
    var end = End.broken
  }

  var rows = [Row()]
  var cursor = (row: 0, column: 0)
  private var column = 0

  mutating func add(_ text: String, width: Int, columns: Int) {
    if column + width > columns { endRow(.short) }
    rows[rows.count - 1].text += text
    column += width
  }

  mutating func endRow(_ end: Row.End) {
    rows[rows.count - 1].end = end
    rows.append(Row())
    column = 0
  }

  /// Steps to the next row if this one is full, so that the cursor can stand behind it.
  mutating func settle(columns: Int) {
    if column >= columns { endRow(.full) }
  }

  /// Puts the cursor before what comes next, which is this wide.
  mutating func placeCursor(width: Int, columns: Int) {
    cursor = column + width > columns ? (rows.count, 0) : (rows.count - 1, column)
  }
}

extension LineEditor {
  private func sheet(_ cells: [Unicode.Scalar], cursor: Int, columns: Int) -> Sheet {
    // A wide character must fit.
    let columns = max(2, columns)
    var sheet = Sheet()
    for piece in promptPieces {
      sheet.add(piece.escapes + text.display(of: piece.cell), width: CellText.width(of: piece.cell), columns: columns)
      sheet.settle(columns: columns)
    }
    for (index, cell) in cells.enumerated() {
      let width = cell == "\n" ? 0 : CellText.width(of: cell)
      if index == cursor { sheet.placeCursor(width: width, columns: columns) }
      if cell == "\n" {
        // This is how libedit puts the pattern of a search below the line.
        sheet.endRow(.broken)
      } else {
        sheet.add(text.display(of: cell), width: width, columns: columns)
        sheet.settle(columns: columns)
      }
    }
    if cursor >= cells.count { sheet.placeCursor(width: 0, columns: columns) }
    return sheet
  }
}

// MARK: Screen

extension LineEditor {
  /// Takes what libedit draws, and shows it where libedit is to draw.
  func receiveDrawing(_ bytes: UnsafeRawBufferPointer) {
    if drawing.isOurs {
      if bytes.contains(7) { drawing.isBellDue = true }
      return
    }
    var output = ""
    for byte in bytes {
      for scalar in screenRepair.take(byte) {
        output += scalar.value < 0x20 ? String(Character(scalar)) : text.display(of: scalar)
      }
    }
    send(output)
  }

  /// Sends text to the screen at once, after what libedit has to say.
  func show(_ text: some StringProtocol) {
    cedit_flush_stream(stream)
    send(String(text))
  }

  private func send(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      // A screen that is gone is found out by the keyboard.
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
