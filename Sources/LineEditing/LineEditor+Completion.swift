internal import CEdit

extension LineEditor {
  /// Tab: replaces the text before the cursor by what all candidates begin with, and lists them if there are more.
  func complete() -> Int32 {
    let (cells, cursor) = line
    let typed = text.text(of: cells[..<cursor])
    var candidates: [String] = []
    for candidate in completions(typed) where !candidates.contains(candidate) { candidates.append(candidate) }
    guard let common = Self.commonStart(of: candidates) else { return CC_ERROR }
    // A candidate may be written otherwise than what was typed, "Sanne" for "sa", but must not take any of it away.
    if common != typed, common.count >= typed.count {
      el_deletestr(handle, Int32(clamping: cursor))
      WideBuffer.with(text.cells(of: common)) { _ = el_winsertstr(handle, $0) }
    }
    if candidates.count > 1 {
      draw()
      leaveDrawing()
      show(Self.table(Self.endings(of: candidates, typed: typed), columns: Terminal.size().columns))
      startDrawing()
    }
    return CC_REFRESH
  }

  /// What all candidates begin with; `nil` without candidates.
  static func commonStart(of candidates: [String]) -> String? {
    guard var common = candidates.first else { return nil }
    for candidate in candidates.dropFirst() {
      common = String(zip(common, candidate).prefix { $0 == $1 }.map(\.0))
    }
    return common
  }

  /// The candidates from the word that is being typed: "kaart" in "/kaart", "Sanne" in "/met Sanne".
  static func endings(of candidates: [String], typed: String) -> [String] {
    guard let space = typed.lastIndex(of: " ") else { return candidates }
    let start = typed[...space]
    return candidates.map { $0.hasPrefix(start) ? String($0.dropFirst(start.count)) : $0 }
  }

  /// Texts side by side in columns of one width, as many as fit, each row ending in CR LF.
  static func table(_ texts: [String], columns: Int) -> String {
    let width = (texts.map { Terminal.columns(of: $0) }.max() ?? 0) + 2
    let perRow = max(1, (columns + 1) / width)
    var table = ""
    for (index, text) in texts.enumerated() {
      table += text
      let isLast = index == texts.count - 1 || (index + 1) % perRow == 0
      table += isLast ? "\r\n" : String(repeating: " ", count: width - Terminal.columns(of: text))
    }
    return table
  }
}
