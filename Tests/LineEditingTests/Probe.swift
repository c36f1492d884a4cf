import TestSupport

/// A program that reads lines, in a terminal, with a home folder of its own.
final class Probe {
  let home: TemporaryFolder
  let terminal: PseudoTerminal

  init(
    _ arguments: [String] = [], home: TemporaryFolder? = nil, environment: [String: String] = [:], columns: Int = 80,
    rows: Int = 24
  ) throws {
    self.home = try home ?? TemporaryFolder()
    let environment = ["HOME": self.home.path].merging(environment) { $1 }
    terminal = try PseudoTerminal(
      builtProduct("line-editing-probe"), arguments, environment: environment, columns: columns, rows: rows)
    try ready()
  }

  /// Waits until the probe asks for a line, and edits it.
  func ready(_ prompt: String = "> ") throws {
    try terminal.wait("a prompt") { $0.cursorLine == prompt.trimmingEnd && $0.textBeforeCursor == prompt }
  }

  /// Waits until the row of the cursor shows this, with the cursor behind it.
  func shows(_ text: String) throws {
    try terminal.waitForPrompt(text)
  }

  /// Presses Enter and waits for what the probe read.
  func enter(expecting line: String) throws {
    try terminal.press(.enter)
    try terminal.wait(for: "[\(line)]")
    try ready()
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
