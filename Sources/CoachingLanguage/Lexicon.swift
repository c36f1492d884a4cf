/// The words of a pack and what each may stand for.
///
/// A *symbol* is something a pattern can ask of one word: a word, a beginning, an end, or a list.
/// Every known word has a row: the symbols it satisfies.
///
/// A class because every sentence refers to it, and it never changes once it is built.
final class Lexicon: Sendable {
  /// Symbols that are looked for by name in code; -1 where the pack has no such list.
  let leadIn, tail, joiner, contrast, support, stopword: Int
  /// The sets of symbols there are.
  let sets: SymbolSets
  /// By row, where its set begins; row 0, of an unknown word, satisfies nothing.
  private let setOfRow: [Int32]
  private let words: WordTable
  private let beginnings: WordTable
  private let endings: WordTable
  private let longestEnding: Int
  let numberRow: Int32
  let emojiRow: Int32
  /// What a word is heard as, by its row: `dont` as `do`, `not`; empty for most.
  let spelling: [[HeardSentence.Word]]
  private let spelledRows: [UInt64]
  let phrases: PhraseTable
  /// By row, the lists a hint may name that the word is in, and where each row ends.
  private let listKeys: [UInt64]
  private let listEnds: [Int32]
  private let isEveryday: [Bool]
  private let shapes: WordShapes

  init(_ parts: Parts) {
    (leadIn, tail, joiner) = (parts.reserved[0], parts.reserved[1], parts.reserved[2])
    (contrast, support, stopword) = (parts.reserved[3], parts.reserved[4], parts.reserved[5])
    sets = parts.sets
    setOfRow = parts.setOfRow
    words = WordTable(parts.words)
    beginnings = WordTable(parts.beginnings)
    endings = WordTable(parts.endings)
    longestEnding = parts.longestEnding
    (numberRow, emojiRow) = (parts.numberRow, parts.emojiRow)
    spelling = parts.spelling
    var spelled = Array(repeating: UInt64(0), count: parts.spelling.count / 64 + 1)
    for (row, meant) in parts.spelling.enumerated() where !meant.isEmpty { spelled[row / 64] |= 1 << UInt64(row % 64) }
    spelledRows = spelled
    phrases = parts.phrases
    (listKeys, listEnds) = (parts.listKeys, parts.listEnds)
    (isEveryday, shapes) = (parts.isEveryday, parts.shapes)
  }

  /// Calls `body` with what a hint looks up each list by that a word of this row is in.
  @inline(__always)
  func forEachList(ofRow row: Int32, _ body: (UInt64) -> Void) {
    guard row > 0 else { return }
    for index in Int(listEnds[Int(row) - 1])..<Int(listEnds[Int(row)]) { body(listKeys[index]) }
  }

  /// Where the set of symbols begins that a row satisfies.
  @inline(__always) func set(ofRow row: Int32) -> Int32 { setOfRow[Int(row)] }

  /// Whether a word is heard as others.
  @inline(__always) func isSpelled(_ row: Int32) -> Bool { spelledRows[Int(row) / 64] & (1 << UInt64(row % 64)) != 0 }

  /// What is known of a word.
  @inline(__always)
  func look(up folded: Slice<UnsafeBufferPointer<UInt8>>) -> HeardSentence.Word {
    var hash = WordTable.seed
    var word = HeardSentence.Word(whole: 0)
    var length = 0
    for byte in folded {
      hash = WordTable.step(hash, byte)
      length += 1
      if length == Hint.beginningLength, folded.count > length { word.beginning = hash }
      let beginning = beginnings[hash]
      if beginning >= 0 { word.row = beginning }
    }
    word.whole = hash
    let whole = words[hash]
    if whole >= 0 {
      word.row = whole
    } else {
      hash = WordTable.seed
      for byte in folded.suffix(max(0, min(longestEnding, length - 1))).reversed() {
        hash = WordTable.step(hash, byte)
        let found = endings[hash]
        if found >= 0 { word.ending = found }
      }
    }
    word.isEveryday = isEveryday[Int(word.row)]
    word.shape = word.isEveryday ? word.whole : shapes.shape(of: folded)
    return word
  }
}
