/// Finds the topics of a persona in what a leader typed.
///
/// One pass over the words; what it costs grows with the words of the line, not with those of the persona.
///
/// Whoever types may leave an apostrophe out: `mn` is found by `m'n`. One that is typed counts: `I'll` is not found by
/// `ill`; see ``Word/exact``. In a topic's word of several words it doesn't, for there the others tell what is meant:
/// `why were here` finds "why we're here".
struct TopicMatcher: Sendable {
  /// Words that belong to a topic, and where.
  struct Hit: Equatable, Sendable {
    /// The place in ``Persona/topics``.
    var topic: Int
    /// In Unicode scalars of the utterance, end-exclusive.
    var range: Range<Int>
  }

  private struct Pattern: Sendable {
    var topic: Int
    /// The words behind the first.
    var rest: [Part]
  }

  private struct Part: Sendable {
    var word: Word
    var isBeginning: Bool

    /// Whether a word of a phrase fits, whatever its apostrophes.
    func matches(_ typed: Word) -> Bool {
      isBeginning ? typed.folded.hasPrefix(word.folded) : typed.folded == word.folded
    }
  }

  private var whole: [String: [Pattern]] = [:]
  private var beginnings: [String: [Pattern]] = [:]
  /// The lengths of the keys of `beginnings`, rising.
  private var beginningLengths: [Int] = []

  init() {}

  init(_ topics: [Topic]) {
    for (number, topic) in topics.enumerated() {
      for word in topic.words {
        let parts = TopicMatcher.parts(of: word)
        guard let first = parts.first else { continue }
        let pattern = Pattern(topic: number, rest: Array(parts.dropFirst()))
        // A word alone is found with the apostrophe it has or without any, a phrase by its letters.
        let spellings = parts.count > 1 ? [first.word.folded] : Set([first.word.exact, first.word.folded])
        for spelling in spellings {
          if first.isBeginning {
            beginnings[spelling, default: []].append(pattern)
          } else {
            whole[spelling, default: []].append(pattern)
          }
        }
      }
    }
    beginningLengths = Set(beginnings.keys.map(\.unicodeScalars.count)).sorted()
  }

  /// Whether `text` can be a word of a topic: letters or digits, `*` only behind two or more of them.
  static func isPattern(_ text: String) -> Bool {
    let pieces = text.split(separator: " ")
    return !pieces.isEmpty
      && pieces.allSatisfy { piece in
        let bare = piece.hasSuffix("*") ? piece.dropLast() : piece
        let length = Word.all(in: String(bare)).reduce(0) { $0 + $1.folded.unicodeScalars.count }
        // A number may have dots: 3.800.
        let isNumber = bare.unicodeScalars.allSatisfy { (0x30...0x39).contains($0.value) || $0 == "." }
        let isPlain =
          isNumber
          || bare.unicodeScalars.allSatisfy { Folding.isWord($0) || Folding.isApostrophe($0) || $0 == "-" }
        return isPlain && length >= (bare.count < piece.count ? 2 : 1)
      }
  }

  private static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    for piece in text.split(separator: " ") {
      let words = Word.all(in: String(piece))
      for (index, word) in words.enumerated() {
        parts.append(Part(word: word, isBeginning: index == words.count - 1 && piece.hasSuffix("*")))
      }
    }
    return parts
  }

  /// A topic's word made comparable, so that two that match the same are equal.
  static func folded(_ word: String) -> String {
    parts(of: word).map { $0.word.folded + ($0.isBeginning ? "*" : "") }.joined(separator: " ")
  }

  /// Every word of a topic in `text`, in the order of the text.
  func hits(in text: String) -> [Hit] {
    guard !whole.isEmpty || !beginnings.isEmpty else { return [] }
    let words = Word.all(in: text)
    var hits: [Hit] = []
    for index in words.indices {
      let word = words[index]
      if word.exact == word.folded {
        find(word.exact, at: index, in: words, to: &hits) { _ in true }
      } else {
        find(word.exact, at: index, in: words, to: &hits) { $0.rest.isEmpty }
        find(word.folded, at: index, in: words, to: &hits) { !$0.rest.isEmpty }
      }
    }
    return hits
  }

  /// The patterns whose first word is, or is the beginning of, `text`.
  private func find(
    _ text: String, at index: Int, in words: [Word], to hits: inout [Hit], where isWanted: (Pattern) -> Bool
  ) {
    if let patterns = whole[text] { append(patterns.filter(isWanted), at: index, in: words, to: &hits) }
    guard !beginningLengths.isEmpty else { return }
    let scalars = text.unicodeScalars
    var end = scalars.startIndex
    var length = 0
    for wanted in beginningLengths {
      guard let next = scalars.index(end, offsetBy: wanted - length, limitedBy: scalars.endIndex) else { break }
      end = next
      length = wanted
      if let patterns = beginnings[String(scalars[..<end])] {
        append(patterns.filter(isWanted), at: index, in: words, to: &hits)
      }
    }
  }

  private func append(_ patterns: some Sequence<Pattern>, at index: Int, in words: [Word], to hits: inout [Hit]) {
    for pattern in patterns {
      let last = index + pattern.rest.count
      guard last < words.count else { continue }
      guard zip(pattern.rest, words[(index + 1)...]).allSatisfy({ $0.matches($1) }) else { continue }
      hits.append(Hit(topic: pattern.topic, range: words[index].range.lowerBound..<words[last].range.upperBound))
    }
  }
}
