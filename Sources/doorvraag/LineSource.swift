import LineEditing

/// Where the leader's lines come from: a person at a terminal, or a pipe.
enum LineSource {
  case editor(LineEditor)
  case plain(PlainLineReader)

  enum Input {
    case line(String)
    /// Ctrl-C: what was typed does not count.
    case abandoned
    case end
  }

  /// Whether somebody is there to be asked something.
  var isPerson: Bool {
    switch self {
    case .editor: true
    case .plain: Terminal.isTerminal(0)
    }
  }

  /// Asks for one line; a pipe is not shown the prompt.
  func read(prompt: String, completing candidates: @escaping (String) -> [String] = { _ in [] }) -> Input {
    switch self {
    case .editor(let editor):
      editor.completions = candidates
      return switch editor.read(prompt: prompt) {
      case .line(let line): .line(line)
      case .interrupted: .abandoned
      case .end: .end
      }
    case .plain(let reader): return reader.next().map { .line($0) } ?? .end
    }
  }

  /// Keeps a line so that it can be brought back, now or in a later conversation.
  func remember(_ line: String) {
    if case .editor(let editor) = self { editor.addToHistory(line) }
  }
}

/// The lines of standard input, for callers that pass the reader on: a pipe is read once, from one place.
final class PlainLineReader {
  private var lines = PlainLines()

  func next() -> String? { lines.next() }
}
