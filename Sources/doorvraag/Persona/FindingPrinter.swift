import CoachingLanguage
import Personas
import Reporting

/// Prints findings: on a screen no wider than it, elsewhere one part a line, for other programs to read.
struct FindingPrinter {
  let console: Console
  let phrases: Phrasebook

  /// - Parameter lines: The file the findings are about, line 1 at index 0.
  func print(_ findings: [Finding], lines: [String]) {
    for finding in findings {
      for (text, style) in shown(finding, lines: lines) { console.print([text], style) }
      if console.isScreen { console.print() }
    }
  }

  /// The lines of one finding, as wide as the screen.
  func shown(_ finding: Finding, lines: [String]) -> [(String, Console.Style)] {
    let width = console.isScreen ? console.layout.width : 100
    let margin = "  \(finding.line) | "
    let blank = String(repeating: " ", count: margin.count - 2) + "| "
    let text = finding.text(phrases, lines: lines, width: min(100, width - margin.count))
    var shown: [(String, Console.Style)] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).enumerated() {
      let isSource = number > 0 && (line.hasPrefix(margin) || line.hasPrefix(blank))
      let style: Console.Style =
        number == 0 ? (finding.severity == .error ? .warning : .strong) : line.hasPrefix(blank) ? .warning : .plain
      guard console.isScreen, !isSource else {
        shown.append((line, style))
        continue
      }
      let indent = String(line.prefix { $0 == " " })
      let wrapped = console.layout.wrap(
        String(line.dropFirst(indent.count)), first: indent, rest: number == 0 ? 2 : indent.count)
      shown += wrapped.map { ($0, style) }
    }
    return shown
  }
}
