/// What a terminal shows after what it was sent: enough of an xterm for programs that read lines.
///
/// Knows characters of two columns and of none, wrapping, scrolling, cursor movement and erasing; colours and modes are passed
/// over. Rows that scrolled off are kept.
public struct Screen: Sendable, CustomStringConvertible {
  public private(set) var columns: Int
  public private(set) var rows: Int
  /// The cursor's row, 0 at the top.
  public private(set) var cursorRow = 0
  /// The cursor's column, 0 at the left.
  public private(set) var cursorColumn = 0

  struct Row: Sendable {
    /// A character in each cell; empty behind a wide one, `nil` where nothing was ever written.
    var cells: [String?]
    /// Whether the text goes on in the next row because it did not fit.
    var isWrapped = false

    /// The cells that go before those of the next row: a wide character that did not fit leaves one that was never written.
    var joinable: [String?] {
      cells.last == .some(nil) && isWrapped ? cells.dropLast() : cells
    }
  }

  private var grid: [Row]
  private var scrolledOff: [Row] = []
  /// After the last column the cursor stays until one more character comes.
  private var isWrapPending = false
  private var parser = Parser()
  private var undecoded: [UInt8] = []

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    grid = Array(repeating: Row(cells: Array(repeating: nil, count: columns)), count: rows)
  }

  // MARK: Looking

  /// The rows on the screen, without spaces at their ends.
  public var lines: [String] {
    grid.map { Self.trimmed(Self.text($0.cells)) }
  }

  /// All there was to see, scrolled off or not, with wrapped rows joined and without empty rows at the end.
  public var description: String {
    var text = ""
    for row in scrolledOff + grid {
      text += row.isWrapped ? Self.text(row.joinable) : Self.trimmed(Self.text(row.cells)) + "\n"
    }
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  /// The row the cursor is in, up to the cursor, spaces included.
  public var textBeforeCursor: String {
    Self.text(Array(grid[cursorRow].cells[..<cursorColumn]))
  }

  /// All there was to see before the cursor, row by row.
  public var textUpToCursor: String {
    (scrolledOff + grid[..<cursorRow]).map { Self.trimmed(Self.text($0.cells)) + "\n" }.joined() + textBeforeCursor
  }

  /// The row the cursor is in, without spaces at its end.
  public var cursorLine: String { lines[cursorRow] }

  /// Whether a text can be seen, on the screen or above it.
  public func contains(_ text: String) -> Bool {
    description.contains(text)
  }

  private static func text(_ cells: [String?]) -> String {
    cells.map { $0 ?? " " }.joined()
  }

  private static func trimmed(_ text: String) -> String {
    guard let last = text.lastIndex(where: { $0 != " " }) else { return "" }
    return String(text[...last])
  }

  // MARK: Receiving

  mutating func receive(_ bytes: some Sequence<UInt8>) {
    undecoded += bytes
    // Keep a character that has not arrived whole.
    var complete = undecoded.count
    for length in 1...3 where length <= undecoded.count {
      let byte = undecoded[undecoded.count - length]
      if byte >= 0xC0 {
        let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        if needed > length { complete = undecoded.count - length }
        break
      }
      if byte < 0x80 { break }
    }
    for scalar in String(decoding: undecoded[..<complete], as: UTF8.self).unicodeScalars { receive(scalar) }
    undecoded.removeFirst(complete)
  }

  private mutating func receive(_ scalar: Unicode.Scalar) {
    switch parser.receive(scalar) {
    case .nothing: break
    case .text(let scalar): put(scalar)
    case .control(let scalar): control(scalar)
    case .escape(let final): escape(final)
    case .sequence(let parameters, let final): sequence(parameters, final)
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = Self.width(scalar)
    if width == 0 {
      // A mark belongs to the character before it, wherever the cursor went after that.
      var column = isWrapPending ? cursorColumn : cursorColumn - 1
      while column > 0, grid[cursorRow].cells[column] == "" { column -= 1 }
      if column >= 0 { grid[cursorRow].cells[column]?.unicodeScalars.append(scalar) }
      return
    }
    if isWrapPending || cursorColumn + width > columns {
      grid[cursorRow].isWrapped = true
      cursorColumn = 0
      lineFeed()
    }
    clear(cursorRow, cursorColumn..<(cursorColumn + width))
    grid[cursorRow].cells[cursorColumn] = String(Character(scalar))
    if width == 2 { grid[cursorRow].cells[cursorColumn + 1] = "" }
    isWrapPending = cursorColumn + width >= columns
    cursorColumn = min(cursorColumn + width, columns - 1)
  }

  private mutating func control(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\r":
      cursorColumn = 0
      isWrapPending = false
    case "\n", "\u{B}", "\u{C}":
      lineFeed()
    case "\u{8}":
      cursorColumn = max(0, cursorColumn - 1)
      isWrapPending = false
    case "\t":
      cursorColumn = min(columns - 1, (cursorColumn / 8 + 1) * 8)
    default: break
    }
  }

  private mutating func lineFeed() {
    isWrapPending = false
    if cursorRow + 1 < rows {
      cursorRow += 1
    } else {
      scrolledOff.append(grid.removeFirst())
      grid.append(Row(cells: Array(repeating: nil, count: columns)))
    }
  }

  private mutating func escape(_ final: Unicode.Scalar) {
    switch final {
    case "D": lineFeed()
    case "E":
      cursorColumn = 0
      lineFeed()
    case "M": cursorRow = max(0, cursorRow - 1)
    case "c": self = Screen(columns: columns, rows: rows)
    default: break
    }
  }

  private mutating func sequence(_ parameters: [Int], _ final: Unicode.Scalar) {
    let first = parameters.first ?? 0
    let count = max(1, first)
    if final != "m" { isWrapPending = false }
    switch final {
    case "A": cursorRow = max(0, cursorRow - count)
    case "B", "e": cursorRow = min(rows - 1, cursorRow + count)
    case "C", "a": cursorColumn = min(columns - 1, cursorColumn + count)
    case "D": cursorColumn = max(0, cursorColumn - count)
    case "G", "`": cursorColumn = min(columns, count) - 1
    case "d": cursorRow = min(rows, count) - 1
    case "H", "f":
      cursorRow = min(rows, count) - 1
      cursorColumn = min(columns, max(1, parameters.count > 1 ? parameters[1] : 1)) - 1
    case "J": eraseScreen(first)
    case "K": eraseLine(first)
    case "X": clear(cursorRow, cursorColumn..<min(columns, cursorColumn + count))
    case "@":
      let blanks = [String?](repeating: nil, count: min(count, columns - cursorColumn))
      grid[cursorRow].cells.insert(contentsOf: blanks, at: cursorColumn)
      grid[cursorRow].cells.removeLast(blanks.count)
    case "P":
      let count = min(count, columns - cursorColumn)
      grid[cursorRow].cells.removeSubrange(cursorColumn..<(cursorColumn + count))
      grid[cursorRow].cells += [String?](repeating: nil, count: count)
    default: break
    }
  }

  private mutating func eraseLine(_ mode: Int) {
    let range = mode == 0 ? cursorColumn..<columns : mode == 1 ? 0..<(cursorColumn + 1) : 0..<columns
    clear(cursorRow, range)
    if mode != 1 { grid[cursorRow].isWrapped = false }
  }

  private mutating func eraseScreen(_ mode: Int) {
    if mode < 2 { eraseLine(mode) }
    for row in 0..<rows where mode >= 2 || (mode == 0 ? row > cursorRow : row < cursorRow) {
      grid[row] = Row(cells: Array(repeating: nil, count: columns))
    }
  }

  /// Empties cells, and the other half of each wide character that is cut.
  private mutating func clear(_ row: Int, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if grid[row].cells[range.lowerBound] == "", range.lowerBound > 0 { grid[row].cells[range.lowerBound - 1] = nil }
    for column in range { grid[row].cells[column] = nil }
    if range.upperBound < columns, grid[row].cells[range.upperBound] == "" { grid[row].cells[range.upperBound] = nil }
  }

  // MARK: Resizing

  /// Wraps what there is anew, as most terminals do, and keeps the cursor with its character.
  mutating func resize(columns: Int, rows: Int) {
    let all = scrolledOff + grid[...lastUsedRow]
    let cursor = scrolledOff.count + cursorRow
    var wrapped: [Row] = []
    var position = (row: 0, column: 0)
    var line: [String?] = []
    var cursorOffset: Int?
    for (index, row) in all.enumerated() {
      if index == cursor { cursorOffset = line.count + cursorColumn + (isWrapPending ? 1 : 0) }
      line += row.joinable
      if row.isWrapped { continue }
      while let last = line.last, last == nil, line.count > (cursorOffset ?? 0) { line.removeLast() }
      var start = 0
      repeat {
        var end = min(start + columns, line.count)
        // A wide character is not cut in half.
        if end < line.count, line[end] == "" { end -= 1 }
        if let offset = cursorOffset, offset >= start, offset < max(end, start + columns) {
          position = (wrapped.count, min(offset - start, columns - 1))
          cursorOffset = nil
        }
        let cells = line[start..<end] + Array(repeating: nil, count: columns - (end - start))
        wrapped.append(Row(cells: Array(cells), isWrapped: end < line.count))
        start = end
      } while start < line.count
      if let offset = cursorOffset, offset >= start {
        // The cursor was just behind a row that is now full.
        wrapped[wrapped.count - 1].isWrapped = true
        wrapped.append(Row(cells: Array(repeating: nil, count: columns)))
        position = (wrapped.count - 1, min(offset - start, columns - 1))
      }
      cursorOffset = nil
      line = []
    }
    self.columns = columns
    self.rows = rows
    isWrapPending = false
    let hidden = max(0, max(wrapped.count, position.row + 1) - rows)
    scrolledOff = Array(wrapped.prefix(hidden))
    grid = Array(wrapped.dropFirst(hidden))
    while grid.count < rows { grid.append(Row(cells: Array(repeating: nil, count: columns))) }
    cursorRow = position.row - hidden
    cursorColumn = position.column
  }

  private var lastUsedRow: Int {
    let used = grid.lastIndex { row in row.cells.contains { $0 != nil } } ?? 0
    return max(used, cursorRow)
  }

  // MARK: Widths

  /// The columns of a scalar in a terminal that does not join emoji, as most do not.
  ///
  /// On purpose not the table of the program under test.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x200B...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F: return 2
    case 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF: return 2
    case 0x20000...0x3FFFD: return 2
    default:
      let category = scalar.properties.generalCategory
      return category == .nonspacingMark || category == .enclosingMark ? 0 : 1
    }
  }
}
