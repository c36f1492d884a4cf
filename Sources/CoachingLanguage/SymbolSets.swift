/// Sets of symbols, a bit for every symbol; what is the same is kept once.
struct SymbolSets: Sendable {
  /// How many words of 64 bits a set takes.
  let width: Int
  private var bits: [UInt64] = []
  private var known: [[Int]: Int32] = [:]

  let symbolCount: Int
  /// One more than the last symbol: what every sentence satisfies.
  var always: Int { symbolCount }

  init(symbolCount: Int) {
    self.symbolCount = symbolCount
    width = symbolCount / 64 + 1
  }

  /// Adds a set, and tells where it begins.
  mutating func add(_ symbols: [Int]) -> Int32 {
    if let place = known[symbols] { return place }
    let place = Int32(bits.count)
    known[symbols] = place
    bits += SymbolSets.bits(symbols, width: width)
    return place
  }

  /// Ends the adding: what was only needed to find equals is let go.
  mutating func finish() { known = [:] }

  static func bits(_ symbols: some Sequence<Int>, width: Int) -> [UInt64] {
    var bits = Array(repeating: UInt64(0), count: width)
    for symbol in symbols { bits[symbol >> 6] |= 1 << UInt64(symbol & 63) }
    return bits
  }

  @inline(__always)
  func withBits<Result>(_ body: (UnsafeBufferPointer<UInt64>) -> Result) -> Result {
    bits.withUnsafeBufferPointer(body)
  }
}

/// The symbols that the words of one sentence satisfy, and where.
///
/// A pack has thousands of symbols, a word satisfies dozens, and of these patterns ask for few. So the sets of all words are
/// only joined, which tells what is there at all; the places of a symbol are looked up when they are asked for.
struct HeardSymbols {
  fileprivate struct Word {
    /// Where its set begins.
    var set: Int32
    var place: Int32
  }

  /// One for each word, and one more for each that is known by its ending too.
  private var words: [Word] = []
  /// By symbol, whether something satisfies it, be it a phrase.
  private(set) var present: [UInt64]

  init(wordCount: Int, _ sets: SymbolSets) {
    words.reserveCapacity(wordCount)
    present = Array(repeating: 0, count: sets.width)
    present[sets.always >> 6] = 1 << UInt64(sets.always & 63)
  }

  /// Adds the word at `place`, which satisfies the set that begins at `set`.
  @inline(__always)
  mutating func add(_ set: Int32, at place: Int, _ sets: SymbolSets) {
    words.append(Word(set: set, place: Int32(place)))
    present.withUnsafeMutableBufferPointer { present in
      sets.withBits { bits in
        for index in present.indices { present[index] |= bits[Int(set) + index] }
      }
    }
  }

  /// Adds a symbol that several words together satisfy.
  mutating func add(phrase symbol: Int) { present[symbol >> 6] |= 1 << UInt64(symbol & 63) }

  /// For whoever asks often.
  struct View {
    fileprivate let bits: UnsafeBufferPointer<UInt64>
    fileprivate let words: UnsafeBufferPointer<Word>
    fileprivate let present: UnsafeBufferPointer<UInt64>

    /// Whether anything satisfies `symbol`.
    @inline(__always)
    func has(_ symbol: Int) -> Bool { bit(symbol) != 0 }

    /// Whether all of these are satisfied, `SymbolSets.always` for none; asked in one go, because most answers are no.
    @inline(__always)
    func has(_ first: Int, _ second: Int, _ third: Int? = nil) -> Bool {
      bit(first) & bit(second) & (third.map(bit) ?? 1) != 0
    }

    @inline(__always)
    private func bit(_ symbol: Int) -> UInt64 { present[symbol >> 6] >> UInt64(symbol & 63) & 1 }

    /// The places of the words that satisfy `symbol`, as bits.
    @inline(__always)
    subscript(symbol: Int) -> UInt64 {
      guard has(symbol) else { return 0 }
      var places: UInt64 = 0
      for word in words {
        places |= (bits[Int(word.set) + symbol >> 6] >> UInt64(symbol & 63) & 1) << UInt64(word.place)
      }
      return places
    }

    /// Calls `body` with each symbol that is satisfied and is in `wanted`.
    @inline(__always)
    func forEach(in wanted: UnsafeBufferPointer<UInt64>, _ body: (Int) -> Void) {
      for index in present.indices {
        var found = present[index] & wanted[index]
        while found != 0 {
          body(index << 6 | found.trailingZeroBitCount)
          found &= found - 1
        }
      }
    }
  }

  /// Calls `body` with a view that must not outlive the call.
  @inline(__always)
  func withView<Result>(_ sets: SymbolSets, _ body: (View) -> Result) -> Result {
    sets.withBits { bits in
      words.withUnsafeBufferPointer { words in
        present.withUnsafeBufferPointer { body(View(bits: bits, words: words, present: $0)) }
      }
    }
  }
}
