/// What a rule looks for in a sentence, as a linguist writes it.
///
/// | written | meaning |
/// |---|---|
/// | `word` `slaap*` `*dienst` | this word; a word that begins, or ends, so |
/// | `a\|b\|@list` | any of these; a list is named with `@` |
/// | `#` `_` | a number; any one word |
/// | `(a b)` | these words or nothing |
/// | `!a` | the next word is not this one |
/// | `..` `..3` `...` | any words up to a comma; at most three of them; any words at all |
/// | `^` `,` `$` | the sentence begins here (after lead-in words); a clause begins here; the sentence ends here (but for tags) |
/// | `/` | in a `cut:` line: a new sentence begins here |
/// | `?` `!?` | the sentence has a question mark; has none |
struct Pattern: Sendable, Equatable {
  indirect enum Element: Sendable, Equatable {
    /// One word that is any of these; each begins with `@` for a list, has `*` for a beginning or an end, or is `#`.
    case word([String])
    case anyWord
    case optional([Element])
    case not([String])
    /// Up to `most` words; over commas where `isWide`.
    case gap(most: Int, isWide: Bool)
    case sentenceStart, clauseStart, end
    /// A new sentence begins here.
    case cut
  }

  var elements: [Element]
  /// Whether the sentence must have (`true`) or lack (`false`) a question mark.
  var questionMark: Bool?

  /// Reads a pattern; a `String` says what is wrong with it.
  static func read(_ text: String, spelling: [String: [String]]) -> Result<Pattern, Problem> {
    var pattern = Pattern(elements: [], questionMark: nil)
    var optional: [Element]?
    for piece in text.split(separator: " ") {
      var word = piece
      if word.hasPrefix("(") {
        guard optional == nil else { return .failure(Problem("'(' inside '('")) }
        optional = []
        word = word.dropFirst()
      }
      let closes = word.hasSuffix(")")
      if closes { word = word.dropLast() }
      guard !word.isEmpty else { return .failure(Problem("'\(piece)' is not a word")) }
      let elements: [Element]
      switch word {
      case "^": elements = [.sentenceStart]
      case ",": elements = [.clauseStart]
      case "$": elements = [.end]
      case "/": elements = [.cut]
      case "_": elements = [.anyWord]
      case "?", "!?":
        pattern.questionMark = word == "?"
        continue
      case "...": elements = [.gap(most: .max, isWide: true)]
      case "..": elements = [.gap(most: .max, isWide: false)]
      case _ where word.hasPrefix(".."):
        guard let most = Int(word.dropFirst(2)), most > 0 else { return .failure(Problem("'\(word)' is not a gap")) }
        elements = [.gap(most: most, isWide: false)]
      case _ where word.hasPrefix("!"):
        elements = [.not(alternatives(word.dropFirst()))]
      default:
        let words = alternatives(word)
        // "don't" is heard as "do not", so it is looked for as that.
        if words.count == 1, let written = spelling[words[0]] {
          elements = written.map { .word([$0]) }
        } else {
          elements = [.word(words)]
        }
      }
      if optional != nil {
        optional?.append(contentsOf: elements)
        if closes {
          pattern.elements.append(.optional(optional ?? []))
          optional = nil
        }
      } else if closes {
        return .failure(Problem("')' without '('"))
      } else {
        pattern.elements.append(contentsOf: elements)
      }
    }
    if optional != nil { return .failure(Problem("'(' without ')'")) }
    if pattern.elements.isEmpty && pattern.questionMark == nil { return .failure(Problem("nothing to look for")) }
    return .success(pattern)
  }

  private static func alternatives(_ word: Substring) -> [String] {
    word.split(separator: "|").map { Folding.fold($0) }
  }

  /// Why a pattern can't be read.
  struct Problem: Error, Equatable {
    var message: String
    init(_ message: String) { self.message = message }
  }
}
