/// Cuts a line into words and sentences in one pass, the way people type Dutch and English.
///
/// Swift's and ICU's word boundaries break on `'s avonds` and `foto's`, so this is our own. An apostrophe belongs to the
/// word when a letter stands beside it (`'s`, `z'n`, `don't`), so does a hyphen between letters; dots belong to
/// abbreviations (`o.a.`) and numbers (`7.30`). A sentence ends at `.`, `!` or `?` before white space, or at a new line;
/// three dots end one only before a capital.
struct Tokeniser {
  /// Words that may end in a full stop without ending the sentence, folded: `bijv`, `mrs`.
  let abbreviations: Set<String>

  /// A sentence without end is cut here, so that the time for a line stays linear in its length.
  static let longestSentence = 200

  func tokenise(_ text: some StringProtocol) -> TokenisedText {
    let scalars = [Unicode.Scalar](unsafeUninitializedCapacity: text.utf8.count) { scalars, count in
      for scalar in text.unicodeScalars {
        scalars[count] = scalar
        count += 1
      }
    }
    var run = Run(scalars: scalars, abbreviations: abbreviations)
    run.read()
    return run.result
  }
}

/// One pass over one line.
private struct Run {
  let scalars: [Unicode.Scalar]
  let abbreviations: Set<String>
  var result = TokenisedText()
  private var position = 0
  private var breakPending = false
  private var sentenceStart = 0
  private var firstToken = 0
  private var hasQuestionMark = false
  private var onlyDots = true

  init(scalars: [Unicode.Scalar], abbreviations: Set<String>) {
    self.scalars = scalars
    self.abbreviations = abbreviations
    result.scalarCount = scalars.count
    result.tokens.reserveCapacity(scalars.count / 5 + 1)
    result.folded.reserveCapacity(scalars.count)
  }

  mutating func read() {
    while position < scalars.count {
      let scalar = scalars[position]
      switch Class(scalar) {
      case .letter, .digit, .apostrophe: readWord()
      case .dot, .bang, .question: readEnd()
      case .newline:
        position += 1
        endSentence(at: position)
      case .pause:
        breakPending = true
        onlyDots = false
        position += 1
      case .emoji: readEmoji()
      case .space: position += 1
      case .mark:
        onlyDots = false
        position += 1
      }
      if result.tokens.count - firstToken >= Tokeniser.longestSentence { endSentence(at: position) }
    }
    endSentence(at: position)
    if result.sentences.isEmpty {
      result.sentences.append(.init(tokens: 0..<0, range: 0..<scalars.count, isSilent: true))
    }
  }

  private func peek(_ distance: Int) -> Class {
    position + distance < scalars.count ? Class(scalars[position + distance]) : .space
  }

  private mutating func readWord() {
    let start = position
    let foldedStart = result.folded.count
    var isNumber = false
    onlyDots = false
    if peek(0) == .apostrophe {
      // 't, 's, 'em: an apostrophe opens a word only before a letter, and only a short one, else it is a quotation mark.
      guard peek(1) == .letter, opensShortWord() else {
        position += 1
        breakPending = true
        return
      }
      result.folded.append(0x27)
      position += 1
    } else {
      isNumber = peek(0) == .digit
    }
    scan: while position < scalars.count {
      switch peek(0) {
      case .letter, .digit:
        Folding.append(scalars[position], to: &result.folded)
        position += 1
      case .apostrophe where peek(1) == .letter:
        result.folded.append(0x27)
        position += 1
      case .dot where joinsDots(from: start, isNumber: isNumber):
        result.folded.append(0x2E)
        position += 1
      case .mark where isNumber && scalars[position] == "%":
        position += 1
        break scan
      case .pause where joins(isNumber: isNumber):
        result.folded.append(UInt8(truncatingIfNeeded: scalars[position].value))
        position += 1
      default: break scan
      }
    }
    append(.init(kind: isNumber ? .number : .word, folded: foldedStart..<result.folded.count, range: start..<position))
  }

  /// `'s` and `'t`, but not `'nee, dank je'`.
  private func opensShortWord() -> Bool {
    if position > 0, Class(scalars[position - 1]) != .space { return false }
    var length = 1
    while peek(length) == .letter { length += 1 }
    return length <= 3 && peek(length) != .apostrophe
  }

  /// A hyphen in `e-mail`, a colon or comma in `7:30`.
  private func joins(isNumber: Bool) -> Bool {
    switch scalars[position] {
    case "-": peek(1) == .letter || peek(1) == .digit
    case ":", ",": isNumber && peek(1) == .digit
    default: false
    }
  }

  /// The dots in `o.a.` and `7.30`: between single letters, or between digits.
  private func joinsDots(from start: Int, isNumber: Bool) -> Bool {
    if isNumber { return peek(1) == .digit }
    let lastIsLone = position == start + 1 || scalars[position - 2] == "."
    guard lastIsLone else { return false }
    return peek(1) == .letter && (peek(2) == .dot || position > start + 1) || position > start + 1
  }

  private mutating func append(_ token: Token) {
    var token = token
    token.breaksBefore = breakPending
    breakPending = false
    result.tokens.append(token)
  }

  private mutating func readEmoji() {
    let start = position
    onlyDots = false
    while position < scalars.count, Class(scalars[position]) == .emoji { position += 1 }
    append(.init(kind: .emoji, folded: result.folded.count..<result.folded.count, range: start..<position))
  }

  private mutating func readEnd() {
    var dots = 0
    var stops = false
    while position < scalars.count {
      switch peek(0) {
      case .dot: dots += scalars[position] == "…" ? 3 : 1
      case .bang:
        stops = true
        onlyDots = false
      case .question:
        stops = true
        hasQuestionMark = true
        onlyDots = false
      default:
        return settleEnd(dots: dots, stops: stops)
      }
      position += 1
    }
  }

  private mutating func settleEnd(dots: Int, stops: Bool) {
    // A closing quotation mark or bracket belongs to the sentence it closes.
    while position < scalars.count, [")", "]", "\"", "”", "’", "'", "»"].contains(scalars[position]) { position += 1 }
    let isBeforeSpace = peek(0) == .space || peek(0) == .newline
    if firstToken == result.tokens.count {
      // Dots before the first word are a hesitation, not a sentence.
      return
    }
    if stops {
      if isBeforeSpace || peek(0) == .letter { endSentence(at: position) } else { breakPending = true }
    } else if dots > 1 {
      if isBeforeSpace && nextLetterIsCapital() { endSentence(at: position) } else { breakPending = true }
    } else if isBeforeSpace && !isAbbreviation() {
      endSentence(at: position)
    } else {
      breakPending = !isAbbreviation()
    }
  }

  private func nextLetterIsCapital() -> Bool {
    let next = scalars[position...].first { Class($0) != .space }
    return next.map { $0.properties.isUppercase } ?? false
  }

  private func isAbbreviation() -> Bool {
    // Most sentences end the line, and then it does not matter.
    guard position < scalars.count else { return false }
    guard let last = result.tokens.last, last.kind == .word else { return false }
    return abbreviations.contains(result.word(last))
  }

  private mutating func endSentence(at end: Int) {
    defer {
      sentenceStart = end
      firstToken = result.tokens.count
      hasQuestionMark = false
      breakPending = false
      onlyDots = true
    }
    var start = sentenceStart
    var stop = end
    while start < stop, Class(scalars[start]).isWhite { start += 1 }
    while stop > start, Class(scalars[stop - 1]).isWhite { stop -= 1 }
    guard start < stop else { return }
    result.sentences.append(
      .init(
        tokens: firstToken..<result.tokens.count, range: start..<stop, hasQuestionMark: hasQuestionMark,
        isSilent: onlyDots && firstToken == result.tokens.count))
  }
}

/// What a scalar does in a line.
private enum Class {
  case letter, digit, apostrophe, dot, bang, question, pause, mark, emoji, space, newline

  var isWhite: Bool { self == .space || self == .newline }

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x80 {
      self.init(ascii: UInt8(value))
    } else {
      self.init(beyondASCII: scalar)
    }
  }

  private init(ascii value: UInt8) {
    switch value {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): self = .letter
    case UInt8(ascii: " "), 0x09, 0x0B, 0x0C: self = .space
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
    case UInt8(ascii: "'"), UInt8(ascii: "`"): self = .apostrophe
    case UInt8(ascii: "."): self = .dot
    case UInt8(ascii: "!"): self = .bang
    case UInt8(ascii: "?"): self = .question
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "/"): self = .pause
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\""): self = .pause
    case 0x0A, 0x0D: self = .newline
    default: self = .mark
    }
  }

  private init(beyondASCII scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case 0x2026: self = .dot
    case 0xBF, 0xA1: self = .mark
    case 0x61F, 0xFF1F: self = .question
    case 0x85, 0x2028, 0x2029: self = .newline
    case 0xA0, 0x2000...0x200B, 0x202F, 0x3000, 0xFEFF: self = .space
    case 0x2010...0x2015, 0xAB, 0xBB, 0x201C...0x201E: self = .pause
    case _ where Folding.isApostrophe(value): self = .apostrophe
    case 0x200D, 0xFE0F, 0x20E3: self = .emoji
    case 0xC0...0x24F where value != 0xD7 && value != 0xF7: self = .letter
    case 0x300...0x36F: self = .letter
    default:
      let properties = scalar.properties
      if properties.isEmojiPresentation || (value >= 0x1F000 && properties.isEmoji) || value == 0x2764 {
        self = .emoji
      } else if properties.isAlphabetic {
        self = .letter
      } else if properties.numericType != nil {
        self = .digit
      } else if properties.isWhitespace {
        self = .space
      } else {
        self = .mark
      }
    }
  }
}
