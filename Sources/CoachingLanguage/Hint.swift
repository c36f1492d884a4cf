/// What a hint looks for in a sentence: up to three words in a row, at its beginning, at its end or anywhere.
///
/// | written | meaning |
/// |---|---|
/// | `scheelt`, `heb je`, `als je dan` | these words, as they are heard; three in a row only where all are everyday ones |
/// | `@people`, `je @feel-adj` | a word of a list of eight words or more, alone or beside a word |
/// | `veran*` | a word that begins with these five letters |
/// | `heb je *en` | in a row: a word that is not among the everyday ones, by its shape; `*` has none of the shapes |
/// | `^ heb je`, `gedaan $` | the sentence begins, or ends, so |
/// | `?` `!?` `_` | the sentence has a question mark; has none; any sentence |
/// | `<advice`, `<none` | the sentence before it was heard as this; there was none |
struct Hint: Equatable {
  /// What is asked of each word, as hashes; 0 from where there are no more.
  var first: UInt64
  var second: UInt64 = 0
  var third: UInt64 = 0
  var isAtStart = false
  var isAtEnd = false

  /// What it is looked up by.
  @inline(__always)
  var key: UInt64 {
    var key = first
    if second != 0 { key = (key &* Hint.next) ^ second }
    if third != 0 { key = (key &* Hint.next) ^ third }
    if isAtStart { key ^= Hint.start }
    if isAtEnd { key ^= Hint.end }
    return key
  }

  private static let next: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let start: UInt64 = 0xD1B5_4A32_D192_ED03
  private static let end: UInt64 = 0x8CB9_2BA7_2F3D_8DD7
  private static let beginning: UInt64 = 0x2545_F491_4F6C_DD1D

  /// How many letters of a word's beginning are looked at.
  static let beginningLength = 5

  static let always = Hint(first: WordTable.hash("_".utf8))
  static let question = Hint(first: WordTable.hash("?".utf8))
  static let statement = Hint(first: WordTable.hash("!?".utf8))
  /// By the number of the move before, `nothing before` last.
  static let after: [Hint] = (Move.allCases.map(\.rawValue) + ["none"]).map { Hint(first: element("<" + $0)) }

  /// What the first letters of a word are looked up by.
  @inline(__always) static func element(beginning hash: UInt64) -> UInt64 { hash ^ beginning }

  /// What one word of a hint is looked up by, as it is written.
  static func element(_ written: String) -> UInt64 {
    let bytes = Array(written.utf8)
    guard bytes.last == star, bytes.count > 1, bytes.first != star else { return WordTable.hash(bytes) }
    return element(beginning: WordTable.hash(bytes.dropLast()))
  }

  private static let star = UInt8(ascii: "*")

  /// Reads a hint as it is written; `nil` where it is none.
  init?(_ written: String) {
    var reader = Reader()
    for word in written.utf8.split(separator: 0x20) {
      let bytes = Array(word)
      reader.take(WordTable.hash(bytes), bytes[0], bytes[bytes.count - 1], length: bytes.count)
      if reader.needsBytes { reader.takeBeginning(WordTable.hash(bytes.dropLast())) }
    }
    guard let hint = reader.hint else { return nil }
    self = hint
  }

  /// Takes the words of a hint one by one.
  struct Reader {
    private var read = Hint(first: 0)
    private var count = 0
    private var isWrong = false
    /// Whether the word just taken is the beginning of one, of which the hash without its `*` is needed.
    private(set) var needsBytes = false

    /// - Parameters:
    ///   - hash: That of the whole word.
    ///   - first: Its first byte.
    ///   - last: Its last byte.
    mutating func take(_ hash: UInt64, _ first: UInt8, _ last: UInt8, length: Int) {
      if read.isAtEnd { isWrong = true }
      if length == 1, first == UInt8(ascii: "^") {
        if count > 0 || read.isAtStart { isWrong = true }
        read.isAtStart = true
      } else if length == 1, first == UInt8(ascii: "$") {
        read.isAtEnd = true
      } else {
        needsBytes = length > 1 && last == Hint.star && first != Hint.star
        if needsBytes, length != Hint.beginningLength + 1 { isWrong = true }
        if !needsBytes { add(hash) }
      }
    }

    mutating func takeBeginning(_ hash: UInt64) {
      needsBytes = false
      add(Hint.element(beginning: hash))
    }

    private mutating func add(_ element: UInt64) {
      switch count {
      case 0: read.first = element
      case 1: read.second = element
      case 2: read.third = element
      default: isWrong = true
      }
      count += 1
    }

    /// The hint, where the words make one.
    var hint: Hint? { isWrong || count == 0 ? nil : read }
  }

  init(first: UInt64, second: UInt64 = 0, third: UInt64 = 0, isAtStart: Bool = false, isAtEnd: Bool = false) {
    (self.first, self.second, self.third) = (first, second, third)
    (self.isAtStart, self.isAtEnd) = (isAtStart, isAtEnd)
  }
}

extension HeardSentence {
  /// A hint that may be asked of a sentence, and the places of its words.
  struct Asked {
    var hint: Hint
    var place: Int
    var length: Int
    /// Whether it is about words, and not only about their shapes or the sentence as a whole.
    var isOfWords = true
  }

  /// Calls `body` with every hint that holds of the sentence; one may come twice.
  ///
  /// - Parameter previous: What the sentence before was heard as; `nil` where there is none.
  @inline(__always)
  func forEachHint(_ lexicon: Lexicon, after previous: Move?, _ body: (Asked) -> Void) {
    func ask(_ hint: Hint, _ place: Int, _ length: Int, isOfWords: Bool = true) {
      body(Asked(hint: hint, place: place, length: length, isOfWords: isOfWords))
    }
    ask(.always, 0, 0, isOfWords: false)
    ask(hasQuestionMark ? .question : .statement, 0, 0, isOfWords: false)
    ask(Hint.after[previous?.number ?? Move.allCases.count], 0, 0, isOfWords: false)
    let count = words.count
    let start = leadIn < count ? leadIn : 0
    for place in 0..<count {
      let word = words[place]
      ask(Hint(first: word.whole), place, 1)
      if place == start { ask(Hint(first: word.whole, isAtStart: true), place, 1) }
      if word.beginning != 0 { ask(Hint(first: Hint.element(beginning: word.beginning)), place, 1) }
      if place + 1 < count {
        ask(Hint(first: word.whole, second: words[place + 1].whole), place, 2)
        if place == start { ask(Hint(first: word.whole, second: words[place + 1].whole, isAtStart: true), place, 2) }
      }
      func askList(_ list: UInt64) {
        ask(Hint(first: list), place, 1)
        if place == start { ask(Hint(first: list, isAtStart: true), place, 1) }
        if place > 0 { ask(Hint(first: words[place - 1].whole, second: list), place - 1, 2) }
        if place + 1 < count { ask(Hint(first: list, second: words[place + 1].whole), place, 2) }
      }
      // An everyday word says more itself than any list it is in.
      if !word.isEveryday {
        lexicon.forEachList(ofRow: word.row, askList)
        lexicon.forEachList(ofRow: word.ending, askList)
      }
      askShapes(at: place, start: start) { ask($0, $1, $2, isOfWords: $3) }
    }
  }

  /// Rows of words by their shapes, where they say more than the words themselves.
  @inline(__always)
  private func askShapes(at place: Int, start: Int, _ ask: (Hint, Int, Int, Bool) -> Void) {
    let shapes = (first: words[place].shape, isWord: words[place].isEveryday)
    let left = words.count - place
    func ends(_ length: Int) -> Bool { length == left }
    if !shapes.isWord {
      ask(Hint(first: shapes.first), place, 1, false)
      if place == start { ask(Hint(first: shapes.first, isAtStart: true), place, 1, false) }
    }
    if ends(1) { ask(Hint(first: shapes.first, isAtEnd: true), place, 1, false) }
    guard left > 1 else { return }
    let second = words[place + 1].shape
    if !shapes.isWord || !words[place + 1].isEveryday {
      ask(Hint(first: shapes.first, second: second), place, 2, false)
      if place == start { ask(Hint(first: shapes.first, second: second, isAtStart: true), place, 2, false) }
    }
    if ends(2) { ask(Hint(first: shapes.first, second: second, isAtEnd: true), place, 2, false) }
    guard left > 2 else { return }
    let third = words[place + 2].shape
    ask(Hint(first: shapes.first, second: second, third: third), place, 3, false)
    if place == start { ask(Hint(first: shapes.first, second: second, third: third, isAtStart: true), place, 3, false) }
    if ends(3) { ask(Hint(first: shapes.first, second: second, third: third, isAtEnd: true), place, 3, false) }
  }
}
