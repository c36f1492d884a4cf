/// The words of a pack and what each may stand for.
///
/// A *symbol* is something a pattern can ask of one word: a word, a beginning, an end, or a list.
/// Every known word has a row: the symbols it satisfies.
///
/// A class because every sentence refers to it, and it never changes once it is built.
final class Lexicon: Sendable {
  /// Symbols that are looked for by name in code; -1 where the pack has no such list.
  let leadIn, tail, joiner, contrast, support, stopword: Int
  /// How many symbols there are.
  let symbolCount: Int
  /// The symbols of all rows, one after the other, and where each row ends; row 0, of an unknown word, has none.
  private let symbols: [Int32]
  private let ends: [Int32]
  private let words: WordTable
  private let beginnings: WordTable
  private let endings: WordTable
  private let longestEnding: Int
  let numberRow: Int32
  let emojiRow: Int32
  /// What a word is heard as, by its row: `dont` as `do`, `not`; empty for most.
  let spelling: [[(row: Int32, key: HeardSentence.Word)]]
  private let spelledRows: [UInt64]
  let phrases: PhraseTable

  fileprivate init(_ parts: Parts) {
    (leadIn, tail, joiner) = (parts.reserved[0], parts.reserved[1], parts.reserved[2])
    (contrast, support, stopword) = (parts.reserved[3], parts.reserved[4], parts.reserved[5])
    symbolCount = parts.symbolCount
    symbols = parts.symbols
    ends = parts.ends
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
  }

  /// Calls `body` with each symbol a row satisfies.
  @inline(__always)
  func forEachSymbol(ofRow row: Int32, _ body: (Int32) -> Void) {
    symbols.withUnsafeBufferPointer { symbols in
      for index in Int(ends[Int(row) - 1])..<Int(ends[Int(row)]) { body(symbols[index]) }
    }
  }

  /// Whether a word is heard as others.
  @inline(__always) func isSpelled(_ row: Int32) -> Bool { spelledRows[Int(row) / 64] & (1 << UInt64(row % 64)) != 0 }

  /// What is known of a word: its row, that of its ending, and what it is looked up by in ``HintTable``.
  @inline(__always)
  func look(up folded: Slice<UnsafeBufferPointer<UInt8>>) -> (row: Int32, ending: Int32, key: HeardSentence.Word) {
    var hash = WordTable.seed
    var row: Int32 = 0
    var key = HeardSentence.Word(whole: 0, beginning: 0)
    var length = 0
    for byte in folded {
      hash = WordTable.step(hash, byte)
      length += 1
      if length == HintTable.beginningLength, folded.count > length { key.beginning = hash }
      let beginning = beginnings[hash]
      if beginning >= 0 { row = beginning }
    }
    key.whole = hash
    let whole = words[hash]
    if whole >= 0 { return (whole, 0, key) }
    var ending: Int32 = 0
    hash = WordTable.seed
    for byte in folded.suffix(max(0, min(longestEnding, length - 1))).reversed() {
      hash = WordTable.step(hash, byte)
      let found = endings[hash]
      if found >= 0 { ending = found }
    }
    return (row, ending, key)
  }
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
  /// By symbol, the node a phrase that begins with it leads to; -1 where none does.
  var starts: [Int32] = []

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
    /// Symbols that a phrase of several words may satisfy.
    private(set) var phrasal: Set<Int> = []
    /// Lists that are named and not there.
    private(set) var unknownLists: Set<String> = []

    init(lists: [String: [String]], spelling: [String: [String]]) {
      self.lists = lists
      self.spelling = spelling
    }

    /// The symbol for a word, a beginning, an end or a list.
    mutating func symbol(_ name: String) -> Int {
      if let known = symbols[name] { return known }
      let symbol = symbols.count
      symbols[name] = symbol
      var seen: Set<String> = []
      add(name, to: symbol, &seen)
      return symbol
    }

    /// The symbol for any of these: a list without a name.
    mutating func symbol(anyOf names: [String]) -> Int {
      guard names.count > 1 else { return symbol(names[0]) }
      let name = names.joined(separator: "|")
      if let known = symbols[name] { return known }
      let symbol = symbols.count
      symbols[name] = symbol
      var seen: Set<String> = []
      for name in names { add(name, to: symbol, &seen) }
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
        phrasal.insert(symbol)
      } else if let meant = spelling[entry], meant.count > 1 {
        phrases.append((meant, symbol))
        phrasal.insert(symbol)
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

    /// By symbol, about how often what satisfies it is met: the list `everyday` has the commonest words, in that order.
    func commonness() -> [Int] {
      var result = Array(repeating: 0, count: symbols.count)
      let ranks = Dictionary((lists["everyday"] ?? []).enumerated().map { ($1, $0) }, uniquingKeysWith: min)
      for (word, all) in exact {
        let weight = ranks[word].map { 10_000 / ($0 + 5) } ?? 2
        for symbol in all { result[symbol] += weight }
      }
      for (_, all) in begins {
        for symbol in all { result[symbol] += 10 }
      }
      for (_, all) in ends {
        for symbol in all { result[symbol] += 500 }
      }
      for symbol in numbers { result[symbol] += 500 }
      return result
    }

    private func heard(_ word: String) -> [String] { spelling[word] ?? [word] }

    /// The finished lexicon.
    mutating func build() -> Lexicon {
      var parts = Parts()
      parts.reserved = ["lead-in", "tail", "joiner", "contrast", "support", "stopword"].map { name in
        lists[name] == nil ? -1 : symbol("@" + name)
      }
      // The words of a phrase are symbols too, found while the list of phrases is gone through.
      for phrase in phrases {
        let path = phrase.words.map { symbol($0) }
        parts.phrases.insert(path, list: phrase.list)
      }
      for (typed, meant) in spelling {
        for word in [typed] + meant { exact[word, default: []].formUnion([]) }
      }
      parts.symbolCount = symbols.count
      parts.addRow([])
      parts.numberRow = parts.addRow(numbers)
      parts.emojiRow = parts.addRow(emoji)
      for (start, _) in begins {
        parts.beginnings[WordTable.hash(start.utf8)] = parts.addRow(beginningSymbols(of: start))
      }
      for (end, _) in ends {
        parts.longestEnding = max(parts.longestEnding, end.utf8.count)
        parts.endings[WordTable.hash(end.utf8.reversed())] = parts.addRow(endingSymbols(of: end, orIsEnding: true))
      }
      for (word, symbols) in exact {
        var all = symbols.union(beginningSymbols(of: word)).union(endingSymbols(of: word, orIsEnding: false))
        if word.utf8.first.map({ $0 >= 0x30 && $0 <= 0x39 }) == true { all.formUnion(numbers) }
        parts.words[WordTable.hash(word.utf8)] = parts.addRow(all)
      }
      parts.spelling = Array(repeating: [], count: parts.ends.count)
      for (typed, meant) in spelling {
        guard let row = parts.words[WordTable.hash(typed.utf8)] else { continue }
        parts.spelling[Int(row)] = meant.compactMap { word in
          parts.words[WordTable.hash(word.utf8)].map { ($0, HeardSentence.Word(word)) }
        }
      }
      parts.phrases.starts = Array(repeating: -1, count: symbols.count)
      for next in parts.phrases.nodes[0].next { parts.phrases.starts[next.symbol] = Int32(next.node) }
      return Lexicon(parts)
    }

    /// What every word that ends as `word` does satisfies; `word` itself is an ending, or only what comes behind its start.
    private func endingSymbols(of word: String, orIsEnding: Bool) -> Set<Int> {
      var result: Set<Int> = []
      var end = orIsEnding ? word[...] : word.dropFirst()
      while !end.isEmpty {
        if let symbols = ends[String(end)] { result.formUnion(symbols) }
        end.removeFirst()
      }
      return result
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

  /// What a lexicon is made of, while it is made.
  fileprivate struct Parts {
    var reserved: [Int] = []
    var symbolCount = 0
    var symbols: [Int32] = []
    var ends: [Int32] = []
    var words: [UInt64: Int32] = [:]
    var beginnings: [UInt64: Int32] = [:]
    /// By the hash of the ending read backwards.
    var endings: [UInt64: Int32] = [:]
    var longestEnding = 0
    var numberRow: Int32 = 0
    var emojiRow: Int32 = 0
    var spelling: [[(row: Int32, key: HeardSentence.Word)]] = []
    var phrases = PhraseTable()

    @discardableResult
    mutating func addRow(_ new: Set<Int>) -> Int32 {
      symbols += new.sorted().map { Int32($0) }
      ends.append(Int32(symbols.count))
      return Int32(ends.count - 1)
    }
  }
}
