/// Looks for patterns in one sentence, at all its places at once.
///
/// The places a pattern may have come to are bits of a word; a step moves them all (the Shift-And method, Baeza-Yates and
/// Gonnet, 1992). So a pattern takes time by its length alone, whatever its gaps. Works on the memory of the rules and the
/// sentence directly, because this is where nearly all time goes; it must not outlive the call it is made in.
struct Matcher {
  private let patterns: UnsafeBufferPointer<CompiledRules.CompiledPattern>
  private let keyed: UnsafeBufferPointer<CompiledRules.Keyed>
  private let keyEnds: UnsafeBufferPointer<Int32>
  private let keys: UnsafeBufferPointer<UInt64>
  private let steps: UnsafeBufferPointer<CompiledRules.Instruction>
  private let symbols: HeardSymbols.View
  private let phrases: UnsafeBufferPointer<HeardSentence.Phrase>
  private let clauseStarts: UInt64
  private let unbroken: UInt64
  private let count: Int
  private let leadIn: Int
  private let tail: Int
  private let hasQuestionMark: Bool

  /// Calls `body` with a matcher for `sentence`.
  static func with<Result>(_ rules: CompiledRules, _ sentence: HeardSentence, _ body: (Matcher) -> Result) -> Result {
    rules.patterns.withUnsafeBufferPointer { patterns in
      rules.keyed.withUnsafeBufferPointer { keyed in
        rules.keyEnds.withUnsafeBufferPointer { keyEnds in
          rules.keys.withUnsafeBufferPointer { keys in
            rules.steps.withUnsafeBufferPointer { steps in
              sentence.symbols.withView(rules.lexicon.sets) { symbols in
                sentence.phrases.withUnsafeBufferPointer { phrases in
                  body(
                    Matcher(
                      patterns: patterns, keyed: keyed, keyEnds: keyEnds, keys: keys, steps: steps, symbols: symbols,
                      phrases: phrases, clauseStarts: sentence.clauseStarts, unbroken: sentence.unbroken,
                      count: sentence.count, leadIn: sentence.leadIn, tail: sentence.tail,
                      hasQuestionMark: sentence.hasQuestionMark))
                }
              }
            }
          }
        }
      }
    }
  }

  /// Calls `body` with each pattern that needs a symbol and is there.
  func forEachFound(_ body: (Int32) -> Void) {
    symbols.forEach(in: keys) { symbol in
      let start = symbol == 0 ? 0 : Int(keyEnds[symbol - 1])
      for index in start..<Int(keyEnds[symbol]) {
        let also = keyed[index].also
        guard symbols.has(Int(also.0), Int(also.1), Int(also.2)) else { continue }
        if runs(patterns[Int(keyed[index].pattern)]) { body(keyed[index].pattern) }
      }
    }
  }

  /// Whether a pattern is there, by its place.
  @inline(__always)
  func has(_ pattern: Int32) -> Bool { has(patterns[Int(pattern)]) }

  /// Whether the pattern is there at all.
  @inline(__always)
  func has(_ pattern: CompiledRules.CompiledPattern) -> Bool {
    symbols.has(Int(pattern.needs), Int(pattern.alsoNeeds)) && runs(pattern)
  }

  /// Whether a pattern is there of which the words are.
  @inline(__always)
  private func runs(_ pattern: CompiledRules.CompiledPattern) -> Bool {
    if let wanted = pattern.questionMark, wanted != hasQuestionMark { return false }
    return run(Int(pattern.first)..<Int(pattern.last), from: places(from: 0)) != 0
  }

  /// The first words the pattern is found at, as a range of places; `nil` where it is not there.
  func find(_ pattern: CompiledRules.CompiledPattern) -> Range<Int>? {
    var starts = self.starts(of: pattern)
    while starts != 0 {
      let start = starts.trailingZeroBitCount
      starts &= starts - 1
      let ends = run(Int(pattern.first)..<Int(pattern.last), from: 1 << UInt64(start))
      if ends != 0 { return start..<ends.trailingZeroBitCount }
    }
    return nil
  }

  /// The places a pattern can begin at, by what it asks first.
  private func starts(of pattern: CompiledRules.CompiledPattern) -> UInt64 {
    guard pattern.first < pattern.last else { return places(from: 0) }
    switch steps[Int(pattern.first)] {
    case .word(let symbol): return symbols[Int(symbol)]
    case .words(let symbol): return symbols[Int(symbol)] | phraseStarts(Int(symbol))
    case .sentenceStart: return places(from: 0) & ((2 << UInt64(leadIn)) - 1)
    case .clauseStart: return clauseStarts & places(from: 0)
    default: return places(from: 0)
    }
  }

  /// The place at which a pattern with a cut says that a new sentence begins.
  func cut(_ pattern: CompiledRules.CompiledPattern) -> Int? {
    guard symbols.has(Int(pattern.needs), Int(pattern.alsoNeeds)) else { return nil }
    let all = Int(pattern.first)..<Int(pattern.last)
    guard let cut = all.first(where: { if case .cut = steps[$0] { true } else { false } }) else { return nil }
    var places = run(all.lowerBound..<cut, from: self.places(from: 0)) & ~1
    while places != 0 {
      let place = places.trailingZeroBitCount
      places &= places - 1
      if place < count, run(cut + 1..<all.upperBound, from: 1 << UInt64(place)) != 0 { return place }
    }
    return nil
  }

  /// All places from `place` on, the end included.
  @inline(__always)
  private func places(from place: Int) -> UInt64 { (UInt64.max << UInt64(place)) & (UInt64.max >> UInt64(63 - count)) }

  /// The places that can be come to by all of these steps, from any of `places`; 0 where there are none.
  private func run(_ range: Range<Int>, from places: UInt64) -> UInt64 {
    var places = places
    var step = range.lowerBound
    while step < range.upperBound, places != 0 {
      switch steps[step] {
      case .word(let symbol): places = (places & symbols[Int(symbol)]) << 1
      case .words(let symbol): places = (places & symbols[Int(symbol)]) << 1 | phraseEnds(Int(symbol), from: places)
      case .anyWord: places = (places << 1) & self.places(from: 0)
      case .optional(let count):
        places |= run(step + 1..<step + 1 + Int(count), from: places)
        step += Int(count)
      case .not(let symbol): places &= ~(symbols[Int(symbol)] | phraseStarts(Int(symbol)))
      case .gap(let most, let isFromStart): places = through(places, Int(most), isFromStart)
      case .wideGap: places = self.places(from: places.trailingZeroBitCount)
      case .sentenceStart: places &= (2 << UInt64(leadIn)) - 1
      case .clauseStart: places &= clauseStarts & ~(1 << UInt64(count))
      case .end: places &= UInt64.max << UInt64(tail)
      case .cut: break
      }
      step += 1
    }
    return places
  }

  private func phraseEnds(_ symbol: Int, from places: UInt64) -> UInt64 {
    var ends: UInt64 = 0
    for phrase in phrases where phrase.symbol == symbol && places & (1 << UInt64(phrase.place)) != 0 {
      ends |= 1 << UInt64(phrase.place + phrase.length)
    }
    return ends
  }

  private func phraseStarts(_ symbol: Int) -> UInt64 {
    var starts: UInt64 = 0
    for phrase in phrases where phrase.symbol == symbol { starts |= 1 << UInt64(phrase.place) }
    return starts
  }

  /// Up to `most` words further, over no comma; one that stands before a clause that begins here does not count.
  private func through(_ places: UInt64, _ most: Int, _ isFromStart: Bool) -> UInt64 {
    var reached = isFromStart ? places : places & unbroken
    var free = unbroken & self.places(from: 0)
    if most < HeardSentence.most {
      for _ in 0..<most { reached |= (reached << 1) & free }
      return reached
    }
    // Fills every unbroken stretch upwards from the places in it, by doubling.
    for shift in [UInt64(1), 2, 4, 8, 16, 32] {
      reached |= (reached << shift) & free
      free &= free << shift
    }
    return reached
  }
}
