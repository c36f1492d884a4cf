/// A sentence as the rules see it: for every symbol the places of the words that satisfy it, as bits.
///
/// A place is a word as it is heard; `don't` takes two. There are at most 63, so that the places fit 64 bits with one to
/// spare for the end; of a longer sentence the middle is not heard.
struct HeardSentence {
  /// Several words that together are in a list.
  struct Phrase {
    var place: Int
    var symbol: Int
    var length: Int
  }

  static let most = 63

  /// Which token each place came from.
  private(set) var tokens: [Int32] = []
  /// By symbol, the places of the words that satisfy it.
  private(set) var masks: [UInt64]
  /// The symbols that are satisfied somewhere, also by a phrase; one may be there twice.
  private(set) var present: [Int32] = []
  private(set) var phrases: [Phrase] = []
  /// Places a clause begins at, and places with no comma or the like before them.
  private(set) var clauseStarts: UInt64 = 0
  private(set) var unbroken = UInt64.max
  /// How many lead-in words the sentence begins with.
  private(set) var leadIn = 0
  /// From here on there are only tags.
  private(set) var tail = 0
  /// Where the last contrast (`but`) stands, not at the beginning; 0 where there is none.
  private(set) var contrast = 0
  /// Where a supporting clause (`because`) begins; the number of places where there is none.
  private(set) var support = 0
  let hasQuestionMark: Bool

  var count: Int { tokens.count }

  init(_ sentence: TokenisedText.Sentence, in text: TokenisedText, _ lexicon: Lexicon) {
    hasQuestionMark = sentence.hasQuestionMark
    masks = Array(repeating: 0, count: lexicon.symbolCount)
    present.reserveCapacity(128)
    tokens.reserveCapacity(sentence.tokens.count + 2)
    let skipped = HeardSentence.skipped(in: sentence.tokens)
    text.folded.withUnsafeBufferPointer { folded in
      for index in sentence.tokens where !skipped.contains(index) {
        let token = text.tokens[index]
        if token.breaksBefore, count < HeardSentence.most { unbroken &= ~(1 << UInt64(count)) }
        var rows = lexicon.rows(folded[token.folded])
        if rows.word == 0 {
          if token.kind == .number { rows.word = lexicon.numberRow }
          if token.kind == .emoji { rows.word = lexicon.emojiRow }
        }
        let meant = lexicon.spelling[Int(rows.word)]
        if meant.isEmpty { hear(rows.word, rows.ending, index, lexicon) }
        for row in meant { hear(row, 0, index, lexicon) }
      }
    }
    unbroken |= 1
    findPhrases(lexicon)
    findFrame(lexicon)
  }

  /// The middle of a sentence that is too long; spelling may make two words of one, so there is room left.
  private static func skipped(in tokens: Range<Int>) -> Range<Int> {
    tokens.count <= 56 ? 0..<0 : tokens.lowerBound + 28..<tokens.upperBound - 28
  }

  private mutating func hear(_ row: Int32, _ ending: Int32, _ token: Int, _ lexicon: Lexicon) {
    guard count < HeardSentence.most else { return }
    let bit = UInt64(1) << UInt64(count)
    for symbol in lexicon.symbols(ofRow: row) { mark(Int(symbol), bit) }
    if ending != 0 {
      for symbol in lexicon.symbols(ofRow: ending) { mark(Int(symbol), bit) }
    }
    tokens.append(Int32(token))
  }

  @inline(__always)
  private mutating func mark(_ symbol: Int, _ bit: UInt64) {
    if masks[symbol] == 0 { present.append(Int32(symbol)) }
    masks[symbol] |= bit
  }

  private mutating func findPhrases(_ lexicon: Lexicon) {
    let table = lexicon.phrases
    for index in present.indices {
      let node = table.starts[Int(present[index])]
      guard node >= 0 else { continue }
      var places = masks[Int(present[index])]
      while places != 0 {
        let place = places.trailingZeroBitCount
        places &= places - 1
        follow(Int(node), from: place, at: place + 1, table)
      }
    }
  }

  private mutating func follow(_ node: Int, from start: Int, at place: Int, _ table: PhraseTable) {
    for list in table.nodes[node].lists {
      phrases.append(Phrase(place: start, symbol: list, length: place - start))
      present.append(Int32(list))
    }
    guard place < count else { return }
    for next in table.nodes[node].next where masks[next.symbol] & (1 << UInt64(place)) != 0 {
      follow(next.node, from: start, at: place + 1, table)
    }
  }

  /// How many words from `place` on satisfy `symbol`, the longest first; 0 where none do.
  func length(at place: Int, _ symbol: Int) -> Int {
    guard symbol >= 0, place < count else { return 0 }
    var best = masks[symbol] & (1 << UInt64(place)) != 0 ? 1 : 0
    for phrase in phrases where phrase.place == place && phrase.symbol == symbol { best = max(best, phrase.length) }
    return best
  }

  private mutating func findFrame(_ lexicon: Lexicon) {
    while leadIn < count {
      let length = length(at: leadIn, lexicon.leadIn)
      if length == 0 { break }
      leadIn += length
    }
    tail = count
    var place = count - 1
    while place > 0, tail - place <= 4 {
      let length = length(at: place, lexicon.tail)
      if length > 0 && place + length >= tail { tail = place }
      place -= 1
    }
    clauseStarts = ~unbroken | ((2 << UInt64(leadIn)) - 1)
    support = count
    for place in 0..<count {
      if place + 1 < count, length(at: place, lexicon.joiner) > 0 { clauseStarts |= 2 << UInt64(place) }
      guard place > leadIn else { continue }
      if length(at: place, lexicon.contrast) > 0 { contrast = place }
      if support == count, length(at: place, lexicon.support) > 0 { support = place }
    }
  }
}
