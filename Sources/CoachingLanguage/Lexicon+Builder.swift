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
    /// Symbols that a phrase of several words may satisfy.
    private(set) var phrasal: Set<Int> = []
    /// Lists that are named and not there.
    private(set) var unknownLists: Set<String> = []
    private let shapes: WordShapes

    init(lists: [String: [String]], spelling: [String: [String]], shapes: [String] = []) {
      self.lists = lists
      self.spelling = spelling
      self.shapes = WordShapes(shapes)
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
      parts.reserved = Builder.reserved.map { name in lists[name] == nil ? -1 : symbol("@" + name) }
      // By symbol, what a hint looks up its list by; 0 for what is no list, or too small a one.
      let named = hintableLists.map { (symbol: symbol("@" + $0), name: $0) }
      // The words of a phrase are symbols too, found while the list of phrases is gone through.
      for phrase in phrases {
        let path = phrase.words.map { symbol($0) }
        parts.phrases.insert(path, list: phrase.list)
      }
      for (typed, meant) in spelling {
        for word in [typed] + meant { exact[word, default: []].formUnion([]) }
      }
      for word in everyday { exact[word, default: []].formUnion([]) }
      parts.sets = SymbolSets(symbolCount: symbols.count)
      for (symbol, name) in named { parts.listOfSymbol[symbol] = Hint.element("@" + name) }
      parts.shapes = shapes
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
      parts.spelling = Array(repeating: [], count: parts.setOfRow.count)
      for (typed, meant) in spelling {
        guard let row = parts.words[WordTable.hash(typed.utf8)] else { continue }
        parts.spelling[Int(row)] = meant.compactMap { word in
          parts.words[WordTable.hash(word.utf8)].map { self.word(word, row: $0) }
        }
      }
      parts.isEveryday = Array(repeating: false, count: parts.setOfRow.count)
      for word in everyday {
        if let row = parts.words[WordTable.hash(word.utf8)] { parts.isEveryday[Int(row)] = true }
      }
      parts.phrases.starts = Array(repeating: -1, count: symbols.count)
      for next in parts.phrases.nodes[0].next { parts.phrases.starts[next.symbol] = Int32(next.node) }
      parts.phrases.startBits = SymbolSets.bits(parts.phrases.nodes[0].next.map(\.symbol), width: parts.sets.width)
      parts.sets.finish()
      return Lexicon(parts)
    }

    private static let reserved = ["lead-in", "tail", "joiner", "contrast", "support", "stopword"]
    private static let leastWordsForHints = 8

    /// The commonest words, which have no shape but themselves.
    private var everyday: [String] { lists["everyday"] ?? [] }

    /// The lists that hints may name.
    var hintableLists: [String] { lists.keys.sorted().filter(isForHints) }

    /// Whether hints may name this list: one of enough words that the hearer does not itself use.
    private func isForHints(_ name: String) -> Bool {
      guard !Builder.reserved.contains(name), !["everyday", "abbreviation"].contains(name) else { return false }
      var seen: Set<String> = []
      func words(in name: String) -> Int {
        guard seen.insert(name).inserted else { return 0 }
        return (lists[name] ?? []).reduce(0) { count, entry in
          entry.hasPrefix("@") ? count + words(in: String(entry.dropFirst())) : entry.contains(" ") ? count : count + 1
        }
      }
      return words(in: name) >= Builder.leastWordsForHints
    }

    /// A word that is heard where another was typed.
    private func word(_ word: String, row: Int32) -> HeardSentence.Word {
      let bytes = Array(word.utf8)
      let isEveryday = everyday.contains(word)
      let whole = WordTable.hash(bytes)
      let start = bytes.count > Hint.beginningLength ? WordTable.hash(bytes.prefix(Hint.beginningLength)) : 0
      return HeardSentence.Word(
        whole: whole, beginning: start,
        shape: isEveryday ? whole : bytes.withUnsafeBufferPointer { shapes.shape(of: $0[...]) },
        isEveryday: isEveryday, row: row)
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
  struct Parts {
    var reserved: [Int] = []
    var sets = SymbolSets(symbolCount: 0)
    var setOfRow: [Int32] = []
    var words: [UInt64: Int32] = [:]
    var beginnings: [UInt64: Int32] = [:]
    /// By the hash of the ending read backwards.
    var endings: [UInt64: Int32] = [:]
    var longestEnding = 0
    var numberRow: Int32 = 0
    var emojiRow: Int32 = 0
    var spelling: [[HeardSentence.Word]] = []
    var isEveryday: [Bool] = []
    var listKeys: [UInt64] = []
    var listEnds: [Int32] = []
    /// By symbol, what a hint looks up its list by.
    var listOfSymbol: [Int: UInt64] = [:]
    var shapes = WordShapes([])
    var phrases = PhraseTable()

    @discardableResult
    mutating func addRow(_ new: Set<Int>) -> Int32 {
      let sorted = new.sorted()
      setOfRow.append(sets.add(sorted))
      listKeys += sorted.compactMap { listOfSymbol[$0] }
      listEnds.append(Int32(listKeys.count))
      return Int32(setOfRow.count - 1)
    }
  }
}
