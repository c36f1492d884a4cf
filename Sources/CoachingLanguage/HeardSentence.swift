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
  private(set) var symbols: HeardSymbols
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
    var ear = Ear(capacity: sentence.tokens.count + 2, lexicon)
    ear.hear(sentence, in: text, lexicon)
    (tokens, words, symbols, unbroken) = (ear.tokens, ear.words, ear.symbols, ear.unbroken | 1)
    findPhrases(lexicon)
    findFrame(lexicon)
  }

  /// What is written down while the words are heard one by one.
  private struct Ear {
    var tokens: [Int32] = []
    var words: [Word] = []
    var symbols: HeardSymbols
    var unbroken = UInt64.max

    init(capacity: Int, _ lexicon: Lexicon) {
      tokens.reserveCapacity(capacity)
      words.reserveCapacity(capacity)
      symbols = HeardSymbols(wordCount: capacity, lexicon.sets)
    }

    mutating func hear(_ sentence: TokenisedText.Sentence, in text: TokenisedText, _ lexicon: Lexicon) {
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
            for word in lexicon.spelling[Int(found.row)] { add(word, index, lexicon) }
          } else {
            add(found, index, lexicon)
          }
        }
      }
    }

    private mutating func add(_ word: Word, _ token: Int, _ lexicon: Lexicon) {
      guard tokens.count < HeardSentence.most else { return }
      if word.row != 0 { symbols.add(lexicon.set(ofRow: word.row), at: tokens.count, lexicon.sets) }
      if word.ending != 0 { symbols.add(lexicon.set(ofRow: word.ending), at: tokens.count, lexicon.sets) }
      tokens.append(Int32(token))
      words.append(word)
    }
  }

  /// The middle of a sentence that is too long; spelling may make two words of one, so there is room left.
  private static func skipped(in tokens: Range<Int>) -> Range<Int> {
    tokens.count <= 56 ? 0..<0 : tokens.lowerBound + 28..<tokens.upperBound - 28
  }

  private mutating func findPhrases(_ lexicon: Lexicon) {
    let count = count
    let found = symbols.withView(lexicon.sets) { symbols in
      var found: [Phrase] = []
      found.reserveCapacity(8)
      lexicon.phrases.startBits.withUnsafeBufferPointer { starts in
        symbols.forEach(in: starts) { symbol in
          let node = Int(lexicon.phrases.starts[symbol])
          var places = symbols[symbol]
          while places != 0 {
            let place = places.trailingZeroBitCount
            places &= places - 1
            HeardSentence.follow(node, from: place, at: place + 1, of: count, symbols, lexicon.phrases, &found)
          }
        }
      }
      return found
    }
    for phrase in found { symbols.add(phrase: phrase.symbol) }
    phrases = found
  }

  private static func follow(
    _ node: Int, from start: Int, at place: Int, of count: Int, _ symbols: HeardSymbols.View, _ table: PhraseTable,
    _ found: inout [Phrase]
  ) {
    for list in table.nodes[node].lists { found.append(Phrase(place: start, symbol: list, length: place - start)) }
    guard place < count else { return }
    for next in table.nodes[node].next where symbols[next.symbol] & (1 << UInt64(place)) != 0 {
      follow(next.node, from: start, at: place + 1, of: count, symbols, table, &found)
    }
  }

  /// Where the words stand that the frame of a sentence is made of.
  private struct Frame {
    var leadIn, tail, joiner, contrast, support: UInt64
  }

  /// How many words from `place` on satisfy `symbol`, the longest first; 0 where none do.
  ///
  /// - Parameter words: The places of single words that satisfy it.
  private func length(at place: Int, _ symbol: Int, _ words: UInt64) -> Int {
    var best = words & (1 << UInt64(place)) != 0 ? 1 : 0
    for phrase in phrases where phrase.place == place && phrase.symbol == symbol { best = max(best, phrase.length) }
    return best
  }

  /// Whether the word at `place` satisfies `symbol`, alone or as the first of a phrase.
  func has(_ symbol: Int, at place: Int, _ lexicon: Lexicon) -> Bool {
    guard symbol >= 0 else { return false }
    return length(at: place, symbol, symbols.withView(lexicon.sets) { $0[symbol] }) > 0
  }

  private mutating func findFrame(_ lexicon: Lexicon) {
    let words = symbols.withView(lexicon.sets) { symbols in
      func places(_ symbol: Int) -> UInt64 { symbol >= 0 ? symbols[symbol] : 0 }
      return Frame(
        leadIn: places(lexicon.leadIn), tail: places(lexicon.tail), joiner: places(lexicon.joiner),
        contrast: places(lexicon.contrast), support: places(lexicon.support))
    }
    while leadIn < count {
      let length = length(at: leadIn, lexicon.leadIn, words.leadIn)
      if length == 0 { break }
      leadIn += length
    }
    tail = count
    var place = count - 1
    while place > 0, tail - place <= 4 {
      let length = length(at: place, lexicon.tail, words.tail)
      if length > 0 && place + length >= tail { tail = place }
      place -= 1
    }
    clauseStarts = ~unbroken | ((2 << UInt64(leadIn)) - 1)
    support = count
    for place in 0..<count {
      if place + 1 < count, length(at: place, lexicon.joiner, words.joiner) > 0 { clauseStarts |= 2 << UInt64(place) }
      guard place > leadIn else { continue }
      if length(at: place, lexicon.contrast, words.contrast) > 0 { contrast = place }
      if support == count, length(at: place, lexicon.support, words.support) > 0 { support = place }
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
