/// For every symbol a word of 64 places, most of them empty.
///
/// A pack has thousands of symbols and a sentence satisfies a few hundred, so the words are not cleared for each sentence; a
/// much shorter row of bits says which of them hold anything.
struct SymbolMasks {
  private var words: [UInt64]
  private var isSet: [UInt64]

  init(symbolCount: Int) {
    // Left as the memory is found: a word is read only after it was written, which `isSet` keeps track of.
    words = Array(unsafeUninitializedCapacity: symbolCount) { _, count in count = symbolCount }
    isSet = Array(repeating: 0, count: symbolCount / 64 + 1)
  }

  /// Adds places to many symbols at once, and to `present` those that had none. This is done for every word that is heard.
  @inline(__always)
  mutating func add(_ places: UInt64, toAll symbols: Slice<UnsafeBufferPointer<Int32>>, _ present: inout [Int32]) {
    words.withUnsafeMutableBufferPointer { words in
      isSet.withUnsafeMutableBufferPointer { isSet in
        for number in symbols {
          let symbol = Int(number)
          let bit = UInt64(1) << UInt64(symbol & 63)
          if isSet[symbol >> 6] & bit != 0 {
            words[symbol] |= places
          } else {
            isSet[symbol >> 6] |= bit
            words[symbol] = places
            present.append(number)
          }
        }
      }
    }
  }

  @inline(__always)
  subscript(symbol: Int) -> UInt64 { isSet[symbol >> 6] & (1 << UInt64(symbol & 63)) == 0 ? 0 : words[symbol] }

  /// The same, for whoever asks very often.
  struct View {
    fileprivate let words: UnsafeBufferPointer<UInt64>
    fileprivate let isSet: UnsafeBufferPointer<UInt64>

    @inline(__always)
    subscript(symbol: Int) -> UInt64 { isSet[symbol >> 6] & (1 << UInt64(symbol & 63)) == 0 ? 0 : words[symbol] }
  }

  /// Calls `body` with a view that must not outlive the call.
  func withView<Result>(_ body: (View) -> Result) -> Result {
    words.withUnsafeBufferPointer { words in
      isSet.withUnsafeBufferPointer { isSet in body(View(words: words, isSet: isSet)) }
    }
  }
}
