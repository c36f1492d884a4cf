/// Lays text out in columns of a terminal, or of a page as narrow.
public struct Layout: Sendable {
  /// Columns to write in, at least 20.
  public var width: Int
  /// How many columns a piece of text takes.
  public var columns: @Sendable (String) -> Int
  /// How text is written before it is measured, such as ``PlainMarks/spell(_:)``.
  public var spelling: @Sendable (String) -> String = { $0 }

  public init(width: Int, columns: @escaping @Sendable (String) -> Int) {
    self.width = max(20, width)
    self.columns = columns
  }

  /// `text` broken between words, the first line after `first` and the others indented by `rest` columns.
  public func wrap(_ text: String, first: String = "", rest: Int = 0) -> [String] {
    wrapSpelled(spelling(text), first: spelling(first), rest: rest)
  }

  private func wrapSpelled(_ text: String, first: String, rest: Int) -> [String] {
    // A label that leaves no room for its text is text itself.
    if columns(first) + 4 > width, first.contains(where: { $0 != " " }) {
      let indent = String(first.prefix { $0 == " " })
      return wrapSpelled(first.dropFirst(indent.count) + text, first: indent, rest: min(rest, indent.count + 2))
    }
    var lines: [String] = []
    var line = first
    var used = columns(first)
    var isEmpty = true
    let indent = String(repeating: " ", count: rest)
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if !lines.isEmpty || !isEmpty {
        lines.append(line)
        (line, used, isEmpty) = (indent, rest, true)
      }
      for word in paragraph.split(separator: " ") {
        for piece in pieces(of: String(word), room: width - rest) {
          let length = columns(piece)
          if !isEmpty, used + 1 + length > width {
            lines.append(line)
            (line, used, isEmpty) = (indent, rest, true)
          } else if isEmpty, !lines.isEmpty || !first.isEmpty, used + length > width, used > rest {
            lines.append(line)
            (line, used, isEmpty) = (indent, rest, true)
          }
          if !isEmpty {
            line += " "
            used += 1
          }
          line += piece
          used += length
          isEmpty = false
        }
      }
    }
    lines.append(line)
    return lines
  }

  /// As much of `text` as fits in so many columns, with dots where something is left out.
  public func cut(_ text: String, to room: Int) -> String {
    let text = spelling(text)
    guard columns(text) > room else { return text }
    let dots = spelling("…")
    var kept = ""
    var used = columns(dots)
    for character in text {
      used += columns(String(character))
      if used > room { break }
      kept.append(character)
    }
    return kept + dots
  }

  /// A word that is longer than a line, in pieces that fit.
  private func pieces(of word: String, room: Int) -> [String] {
    let room = max(4, room)
    guard columns(word) > room else { return [word] }
    var pieces: [String] = []
    var piece = ""
    for character in word {
      if columns(piece) + columns(String(character)) > room {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }
}
