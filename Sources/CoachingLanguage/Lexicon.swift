/// The words of a pack and what each may stand for.
///
/// A *symbol* is something a pattern can ask of one word: a word, a beginning, an end, a list, or a choice of these.
/// Every known word has a row of bits, one for each symbol it satisfies, so that a pattern asks one bit.
struct Lexicon: Sendable {
  /// Symbols that are looked for by name in code.
  private(set) var leadIn = 0
  private(set) var tail = 0
  private(set) var joiner = 0
  private(set) var contrast = 0
  private(set) var support = 0
  private(set) var stopword = 0

  /// Words of bits in a row.
  private(set) var width = 1
  /// The bits of all rows, one after the other; row 0 is that of a word nothing is known of.
  private(set) var bits: [UInt64] = []
  /// What a row satisfies, folded into 256 bits: a quick no for a pattern that needs something else.
  private(set) var fingerprints: [SIMD4<UInt64>] = []
  private var words = WordTable([:])
  private var beginnings = WordTable([:])
  private var endings: [(bytes: [UInt8], row: Int32)] = []
  private(set) var numberRow: Int32 = 0
  private(set) var emojiRow: Int32 = 0
  /// What a word is heard as, by its row: `dont` as `do`, `not`.
  private(set) var spelling: [Int32: [Int32]] = [:]
  private(set) var phrases = PhraseTable()

  /// The row of a word, and that of its ending; 0 where nothing is known.
  @inline(__always)
  func rows(_ folded: Slice<UnsafeBufferPointer<UInt8>>) -> (word: Int32, ending: Int32) {
    var hash = WordTable.seed
    var row: Int32 = 0
    for byte in folded {
      hash = WordTable.step(hash, byte)
      let beginning = beginnings[hash]
      if beginning >= 0 { row = beginning }
    }
    let whole = words[hash]
    if whole >= 0 { return (whole, 0) }
    for ending in endings where folded.count > ending.bytes.count {
      if folded.suffix(ending.bytes.count).elementsEqual(ending.bytes) { return (row, ending.row) }
    }
    return (row, 0)
  }

  @inline(__always) func isKnown(word: some Sequence<UInt8>) -> Bool { words[WordTable.hash(word)] >= 0 }
}

/// Phrases in lists: a trie over symbols of single words.
struct PhraseTable: Sendable {
  struct Node: Sendable {
    /// The symbols a next word may satisfy, and where that leads.
    var next: [(symbol: Int, node: Int)] = []
    /// The lists a phrase that ends here is in.
    var lists: [Int] = []
  }

  var nodes: [Node] = [Node()]
  /// The symbols a phrase may begin with, as a row of bits.
  var starts: [UInt64] = []

  mutating func insert(_ symbols: [Int], list: Int) {
    var node = 0
    for symbol in symbols {
      if let next = nodes[node].next.first(where: { $0.symbol == symbol }) {
        node = next.node
      } else {
        nodes.append(Node())
        nodes[node].next.append((symbol, nodes.count - 1))
        node = nodes.count - 1
      }
    }
    nodes[node].lists.append(list)
  }
}

extension Lexicon {
  /// Collects the symbols patterns ask for, then makes the rows.
  struct Builder {
    private let lists: [String: [String]]
    private let spelling: [String: [String]]
    private var symbols: [String: Int] = [:]
    private var exact: [String: Set<Int>] = [:]
    private var begins: [String: Set<Int>] = [:]
    private var ends: [String: Set<Int>] = [:]
    private var numbers: Set<Int> = []
    private var emoji: Set<Int> = []
    private var phrases: [(words: [String], list: Int)] = []
    private var queue: [(name: String, symbol: Int)] = []
    /// Lists that are named and not there.
    private(set) var unknownLists: Set<String> = []

    init(lists: [String: [String]], spelling: [String: [String]]) {
      self.lists = lists
      self.spelling = spelling
    }

    /// The symbol for any of `alternatives`.
    mutating func symbol(_ alternatives: [String]) -> Int {
      let name = alternatives.joined(separator: "|")
      if let known = symbols[name] { return known }
      let symbol = symbols.count
      symbols[name] = symbol
      var seen: Set<String> = []
      for alternative in alternatives { add(alternative, to: symbol, &seen) }
      return symbol
    }

    private mutating func add(_ entry: String, to symbol: Int, _ seen: inout Set<String>) {
      if entry.hasPrefix("@") {
        let list = String(entry.dropFirst())
        guard seen.insert(list).inserted else { return }
        guard let entries = lists[list] else {
          unknownLists.insert(list)
          return
        }
        for entry in entries { add(entry, to: symbol, &seen) }
      } else if entry.contains(" ") {
        phrases.append((entry.split(separator: " ").flatMap { heard(String($0)) }, symbol))
      } else if let meant = spelling[entry], meant.count > 1 {
        phrases.append((meant, symbol))
      } else if entry == "#" {
        numbers.insert(symbol)
      } else if entry == ":emoji" {
        emoji.insert(symbol)
      } else if entry.hasSuffix("*") {
        begins[String(entry.dropLast()), default: []].insert(symbol)
      } else if entry.hasPrefix("*") {
        ends[String(entry.dropFirst()), default: []].insert(symbol)
      } else {
        exact[entry, default: []].insert(symbol)
      }
    }

    private func heard(_ word: String) -> [String] { spelling[word] ?? [word] }

    /// The finished lexicon.
    mutating func build() -> Lexicon {
      var lexicon = Lexicon()
      let reserved = ["lead-in", "tail", "joiner", "contrast", "support", "stopword"].map { name in
        lists[name] == nil ? -1 : symbol(["@" + name])
      }
      (lexicon.leadIn, lexicon.tail, lexicon.joiner) = (reserved[0], reserved[1], reserved[2])
      (lexicon.contrast, lexicon.support, lexicon.stopword) = (reserved[3], reserved[4], reserved[5])
      // The words of a phrase are symbols too, found while the list of phrases is gone through.
      for phrase in phrases {
        let path = phrase.words.map { symbol([$0]) }
        lexicon.phrases.insert(path, list: phrase.list)
      }
      for (typed, meant) in spelling {
        exact[typed, default: []].formUnion([])
        for word in meant { exact[word, default: []].formUnion([]) }
      }
      lexicon.width = (symbols.count + 63) / 64
      lexicon.addRow([])
      lexicon.numberRow = lexicon.addRow(numbers)
      lexicon.emojiRow = lexicon.addRow(emoji)
      var beginnings: [UInt64: Int32] = [:]
      for (start, _) in begins {
        beginnings[WordTable.hash(start.utf8)] = lexicon.addRow(beginningSymbols(of: start))
      }
      lexicon.beginnings = WordTable(beginnings)
      for (end, symbols) in ends.sorted(by: { $0.key.utf8.count > $1.key.utf8.count }) {
        lexicon.endings.append((Array(end.utf8), lexicon.addRow(symbols)))
      }
      var words: [UInt64: Int32] = [:]
      for (word, symbols) in exact {
        var all = symbols.union(beginningSymbols(of: word))
        for (end, more) in ends where word.utf8.count > end.utf8.count && word.hasSuffix(end) { all.formUnion(more) }
        if word.utf8.first.map({ $0 >= 0x30 && $0 <= 0x39 }) == true { all.formUnion(numbers) }
        words[WordTable.hash(word.utf8)] = lexicon.addRow(all)
      }
      for (typed, meant) in spelling {
        guard let row = words[WordTable.hash(typed.utf8)] else { continue }
        lexicon.spelling[row] = meant.compactMap { words[WordTable.hash($0.utf8)] }
      }
      lexicon.words = WordTable(words)
      lexicon.phrases.starts = Array(repeating: 0, count: lexicon.width)
      for next in lexicon.phrases.nodes[0].next {
        lexicon.phrases.starts[next.symbol / 64] |= 1 << UInt64(next.symbol % 64)
      }
      return lexicon
    }

    /// What every word that begins as `word` does satisfies, `word` included.
    private func beginningSymbols(of word: String) -> Set<Int> {
      var result: Set<Int> = []
      var start = word[...]
      while !start.isEmpty {
        if let symbols = begins[String(start)] { result.formUnion(symbols) }
        start.removeLast()
      }
      return result
    }
  }

  @discardableResult
  private mutating func addRow(_ symbols: Set<Int>) -> Int32 {
    var row = Array(repeating: UInt64(0), count: width)
    var fingerprint = SIMD4<UInt64>()
    for symbol in symbols {
      row[symbol / 64] |= 1 << UInt64(symbol % 64)
      fingerprint |= Lexicon.fingerprint(symbol)
    }
    bits.append(contentsOf: row)
    fingerprints.append(fingerprint)
    return Int32(fingerprints.count - 1)
  }

  static func fingerprint(_ symbol: Int) -> SIMD4<UInt64> {
    var result = SIMD4<UInt64>()
    result[(symbol / 64) % 4] = 1 << UInt64(symbol % 64)
    return result
  }
}
