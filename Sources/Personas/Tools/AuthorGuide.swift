import CoachingLanguage

/// The guide for who writes a persona, by chapter: the same text as `Personas/README.md` and `Personas/LEESMIJ.md`.
public struct AuthorGuide: Sendable {
  /// All of it, as it is written.
  public let text: String
  public private(set) var chapters: [Chapter] = []

  public struct Chapter: Sendable, Equatable {
    public var title: String
    public var pieces: [Piece]
  }

  /// What may be broken where a screen ends, and what may not.
  public enum Piece: Sendable, Equatable {
    /// A paragraph, on one line; empty between two.
    case text(String)
    /// Lines that belong in a file or a shell.
    case example([String])
  }

  public init(_ language: Language) {
    let files = EmbeddedFile.all(under: "guides/")
    let file = files.first { $0.path == "guides/\(language.rawValue).md" } ?? files.first
    text = file?.text ?? ""
    var example: [String]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        if let lines = example { add(.example(lines)) }
        example = example == nil ? [] : nil
      } else if example != nil {
        example?.append("    " + line)
      } else if line.hasPrefix("## ") {
        // As numbered in the file: `## 2. The whole grammar`.
        let title = line.drop { "# 0123456789.".contains($0) }
        chapters.append(Chapter(title: String(title), pieces: []))
      } else {
        addText(line)
      }
    }
  }

  private mutating func addText(_ line: String) {
    let isRow = line.hasPrefix("|")
    if isRow, line.allSatisfy({ "|-".contains($0) }) { return }
    let plain = line.replacing("**", with: "")
    let cells = plain.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
    let shown = isRow ? "  " + cells.filter { !$0.isEmpty }.joined(separator: " · ") : plain
    // Lines of one paragraph belong together.
    if !isRow, !shown.isEmpty, case .text(let last)? = chapters.last?.pieces.last, !last.isEmpty, !last.hasPrefix("  ")
    {
      chapters[chapters.count - 1].pieces.removeLast()
      return add(.text(last + " " + shown))
    }
    add(.text(shown))
  }

  private mutating func add(_ piece: Piece) {
    if !chapters.isEmpty { chapters[chapters.count - 1].pieces.append(piece) }
  }
}
