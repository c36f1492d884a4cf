/// A sentence as the rules see it: for every word the rows of what it may be, and where clauses begin.
struct HeardSentence {
  /// One place for each word as it is heard; a word such as `don't` takes two.
  struct Place {
    var row: Int32
    var endingRow: Int32
    /// Which token it came from.
    var token: Int32
    var startsClause: Bool
    var breaksBefore: Bool
  }

  var places: [Place] = []
  var fingerprint = SIMD4<UInt64>()
  /// Phrases that are in lists, by where they begin.
  var phrases: [(place: Int, symbol: Int, length: Int)] = []
  /// How many lead-in words the sentence begins with.
  var leadIn = 0
  /// From here on there are only tags.
  var tail = 0
  /// Where the last contrast (`but`) stands, not at the beginning; 0 where there is none.
  var contrast = 0
  /// Where a supporting clause (`because`) begins; the number of places where there is none.
  var support = 0
  var hasQuestionMark = false

  init(_ sentence: TokenisedText.Sentence, in text: TokenisedText, _ lexicon: Lexicon) {
    hasQuestionMark = sentence.hasQuestionMark
    places.reserveCapacity(sentence.tokens.count + 2)
    text.folded.withUnsafeBufferPointer { folded in
      for index in sentence.tokens {
        let token = text.tokens[index]
        var rows = lexicon.rows(folded[token.folded])
        if token.kind == .number && rows.word == 0 { rows.word = lexicon.numberRow }
        if token.kind == .emoji && rows.word == 0 { rows.word = lexicon.emojiRow }
        var breaks = token.breaksBefore
        if let meant = lexicon.spelling[rows.word] {
          for row in meant {
            append(row, 0, index, breaks, lexicon)
            breaks = false
          }
        } else {
          append(rows.word, rows.ending, index, breaks, lexicon)
        }
      }
    }
    findPhrases(lexicon)
    findFrame(lexicon)
  }

  private mutating func append(_ row: Int32, _ ending: Int32, _ token: Int, _ breaks: Bool, _ lexicon: Lexicon) {
    places.append(Place(row: row, endingRow: ending, token: Int32(token), startsClause: breaks, breaksBefore: breaks))
    fingerprint |= lexicon.fingerprints[Int(row)] | lexicon.fingerprints[Int(ending)]
  }

  @inline(__always)
  func satisfies(_ place: Int, _ symbol: Int, _ lexicon: Lexicon) -> Bool {
    let offset = symbol >> 6
    let bit = UInt64(1) << UInt64(symbol & 63)
    let here = places[place]
    return
      (lexicon.bits[Int(here.row) * lexicon.width + offset] | lexicon.bits[Int(here.endingRow) * lexicon.width + offset])
      & bit != 0
  }

  private mutating func findPhrases(_ lexicon: Lexicon) {
    let table = lexicon.phrases
    guard table.nodes.count > 1 else { return }
    for start in places.indices {
      let base = Int(places[start].row) * lexicon.width
      var mayStart = false
      for offset in 0..<lexicon.width where lexicon.bits[base + offset] & table.starts[offset] != 0 {
        mayStart = true
        break
      }
      if mayStart { follow(node: 0, from: start, at: start, table, lexicon) }
    }
  }

  private mutating func follow(node: Int, from start: Int, at place: Int, _ table: PhraseTable, _ lexicon: Lexicon) {
    for list in table.nodes[node].lists {
      phrases.append((start, list, place - start))
      fingerprint |= Lexicon.fingerprint(list)
    }
    guard place < places.count else { return }
    for next in table.nodes[node].next where satisfies(place, next.symbol, lexicon) {
      follow(node: next.node, from: start, at: place + 1, table, lexicon)
    }
  }

  /// How many words from `place` on satisfy `symbol`, the longest first; 0 where none do.
  func length(at place: Int, _ symbol: Int, _ lexicon: Lexicon) -> Int {
    guard symbol >= 0, place < places.count else { return 0 }
    var best = satisfies(place, symbol, lexicon) ? 1 : 0
    for phrase in phrases where phrase.place == place && phrase.symbol == symbol { best = max(best, phrase.length) }
    return best
  }

  private mutating func findFrame(_ lexicon: Lexicon) {
    while leadIn < places.count {
      let length = length(at: leadIn, lexicon.leadIn, lexicon)
      if length == 0 { break }
      leadIn += length
    }
    tail = places.count
    var place = places.count - 1
    while place > 0 {
      let length = length(at: place, lexicon.tail, lexicon)
      if length > 0 && place + length >= tail { tail = place }
      place -= 1
      if tail - place > 4 { break }
    }
    support = places.count
    for place in places.indices {
      if place == 0 || place <= leadIn { places[place].startsClause = true }
      if length(at: place, lexicon.joiner, lexicon) > 0, place + 1 < places.count {
        places[place + 1].startsClause = true
      }
      if place > leadIn, length(at: place, lexicon.contrast, lexicon) > 0 { contrast = place }
      if place > leadIn, support == places.count, length(at: place, lexicon.support, lexicon) > 0 { support = place }
    }
  }
}
