internal import CEdit

/// One character of a prompt, with the escape sequences that stand before it.
struct PromptPiece {
  var escapes: String
  var cell: Unicode.Scalar
}

extension LineEditor {
  /// Prints all lines of the prompt but the last, and keeps the last for drawing.
  func setPrompt(_ prompt: String) {
    let lines = prompt.split(separator: "\n", omittingEmptySubsequences: false)
    cedit_flush_stdout()
    for line in lines.dropLast() { show(line + "\r\n") }

    promptPieces = []
    var escapes = String.UnicodeScalarView()
    var visible = String.UnicodeScalarView()
    var sequence = EscapeSequence()
    func placeVisible() {
      for cell in text.cells(of: String(visible)) {
        promptPieces.append(PromptPiece(escapes: String(escapes), cell: cell))
        escapes = String.UnicodeScalarView()
      }
      visible = String.UnicodeScalarView()
    }
    for scalar in (lines.last ?? "").unicodeScalars {
      if sequence.swallows(scalar) {
        placeVisible()
        escapes.append(scalar)
      } else {
        visible.append(scalar)
      }
    }
    placeVisible()
    // What is left at the end goes before the last character, which is most often a space.
    if !promptPieces.isEmpty { promptPieces[promptPieces.count - 1].escapes += String(escapes) }
    // Where libedit draws, it does so without colours: it loses track of some.
    promptBuffer.set(promptPieces.map { wchar_t(truncatingIfNeeded: $0.cell.value) })
  }
}
