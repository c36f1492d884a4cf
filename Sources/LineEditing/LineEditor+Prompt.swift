internal import CEdit

extension LineEditor {
  /// Prints all lines of the prompt but the last, and hands the last to libedit.
  func setPrompt(_ prompt: String) {
    let lines = prompt.split(separator: "\n", omittingEmptySubsequences: false)
    cedit_flush_stdout()
    for line in lines.dropLast() { show(line + "\r\n") }

    // libedit ties an escape sequence to the character after it, and loses one at the end. So escapes are gathered, and
    // what is left at the end goes before the last character, which is most often a space.
    var pieces: [(escape: String.UnicodeScalarView, cell: Unicode.Scalar)] = []
    var escape = String.UnicodeScalarView()
    var visible = String.UnicodeScalarView()
    var sequence = EscapeSequence()
    func placeVisible() {
      for cell in text.cells(of: String(visible)) {
        pieces.append((escape, cell))
        escape = String.UnicodeScalarView()
      }
      visible = String.UnicodeScalarView()
    }
    for scalar in (lines.last ?? "").unicodeScalars {
      if sequence.swallows(scalar) {
        placeVisible()
        escape.append(scalar)
      } else {
        visible.append(scalar)
      }
    }
    placeVisible()
    if !pieces.isEmpty { pieces[pieces.count - 1].escape += escape }

    promptCells = pieces.map(\.cell)
    promptBuffer.set(
      pieces.flatMap { piece in
        let escape = piece.escape.map { wchar_t(truncatingIfNeeded: $0.value) }
        let marked = escape.isEmpty ? [] : [WideBuffer.literal] + escape + [WideBuffer.literal]
        return marked + [wchar_t(truncatingIfNeeded: piece.cell.value)]
      })
  }

  /// Where the cursor stands below the first row of the prompt, if rows are this wide.
  func cursorRow(columns: Int) -> Int {
    var row = 0
    var column = 0
    for cell in promptCells + beforeCursor {
      let width = Terminal.columns(of: cell)
      if column + width > columns {
        row += 1
        column = 0
      }
      column += width
      // libedit steps to the next row as soon as one is full.
      if column >= columns {
        row += 1
        column = 0
      }
    }
    return row
  }
}
