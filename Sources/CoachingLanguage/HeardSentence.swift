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

  /// What is known of a word besides what rules ask of it.
  struct Word {
    /// Hashes of all of it, and of its first letters; 0 for a word without more than these.
    var whole: UInt64
    var beginning: UInt64 = 0
    /// The hash of its shape; of an everyday word that of all of it.
    var shape: UInt64 = 0
    var isEveryday = false
    /// Its row in the lexicon, and that of its ending; 0 where it has none.
    var row: Int32 = 0
    var ending: Int32 = 0
  }

  static let most = 63

  /// Which token each place came from.
  private(set) var tokens: [Int32] = []
  private(set) var words: [Word] = []
  /// By symbol, the places of the words that satisfy it.
  private(set) var masks: SymbolMasks
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
    var ear = Ear(capacity: sentence.tokens.count + 2)
    masks = SymbolMasks(symbolCount: lexicon.symbolCount)
    ear.hear(sentence, in: text, lexicon, &masks)
    (tokens, words, present, unbroken) = (ear.tokens, ear.words, ear.present, ear.unbroken | 1)
    findPhrases(lexicon)
    findFrame(lexicon)
  }

  /// What is written down while the words are heard one by one.
  private struct Ear {
    var tokens: [Int32] = []
    var words: [Word] = []
    var present: [Int32] = []
    var unbroken = UInt64.max

    init(capacity: Int) {
      tokens.reserveCapacity(capacity)
      words.reserveCapacity(capacity)
      present.reserveCapacity(256)
    }

    mutating func hear(
      _ sentence: TokenisedText.Sentence, in text: TokenisedText, _ lexicon: Lexicon,
      _ masks: inout SymbolMasks
    ) {
      let skipped = HeardSentence.skipped(in: sentence.tokens)
      text.folded.withUnsafeBufferPointer { folded in
        for index in sentence.tokens where !skipped.contains(index) {
          let token = text.tokens[index]
          if token.breaksBefore, tokens.count < HeardSentence.most { unbroken &= ~(1 << UInt64(tokens.count)) }
          var found = lexicon.look(up: folded[token.folded])
          if token.kind == .number {
            found = Word.number(row: found.row == 0 ? lexicon.numberRow : found.row)
          } else if token.kind == .emoji, found.row == 0 {
            found.row = lexicon.emojiRow
          }
          if lexicon.isSpelled(found.row) {
            for word in lexicon.spelling[Int(found.row)] { add(word, index, lexicon, &masks) }
          } else {
            add(found, index, lexicon, &masks)
          }
        }
      }
    }

    private mutating func add(_ word: Word, _ token: Int, _ lexicon: Lexicon, _ masks: inout SymbolMasks) {
      guard tokens.count < HeardSentence.most else { return }
      let bit = UInt64(1) << UInt64(tokens.count)
      if word.row != 0 { lexicon.withSymbols(ofRow: word.row) { masks.add(bit, toAll: $0, &present) } }
      if word.ending != 0 { lexicon.withSymbols(ofRow: word.ending) { masks.add(bit, toAll: $0, &present) } }
      tokens.append(Int32(token))
      words.append(word)
    }
  }

  /// The middle of a sentence that is too long; spelling may make two words of one, so there is room left.
  private static func skipped(in tokens: Range<Int>) -> Range<Int> {
    tokens.count <= 56 ? 0..<0 : tokens.lowerBound + 28..<tokens.upperBound - 28
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

extension HeardSentence.Word {
  /// All numbers are one word.
  static func number(row: Int32) -> Self {
    let hash = WordTable.hash("#".utf8)
    return Self(whole: hash, shape: hash, isEveryday: true, row: row)
  }
}
