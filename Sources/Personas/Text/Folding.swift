/// Text as people type it, made comparable: lower case, no accents, no apostrophes, one kind of space.
///
/// `'s Avonds` and `s avonds` fold to the same words; so do `financiën` and `financien`.
enum Folding {
  /// The folded letters of one scalar; empty for a combining mark or an apostrophe.
  static func fold(_ scalar: Unicode.Scalar, into folded: inout String.UnicodeScalarView) {
    switch scalar.value {
    case 0x61...0x7A, 0x30...0x39: folded.append(scalar)
    case 0x41...0x5A: folded.append(Unicode.Scalar(UInt8(scalar.value + 32)))
    case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x2BC, 0x2032, 0x300...0x36F: break
    case 0xC0...0x17F: folded.append(contentsOf: latin[Int(scalar.value - 0xC0)])
    default: folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }

  /// Latin-1 letters and Latin Extended-A (U+00C0...U+017F) without their accents, in lower case.
  private static let latin: [String.UnicodeScalarView] = {
    let bases =
      "a a a a a a ae c e e e e i i i i d n o o o o o × o u u u u y th ss "
      + "a a a a a a ae c e e e e i i i i d n o o o o o ÷ o u u u u y th y "
      + "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h "
      + "i i i i i i i i i i ij ij j j k k q l l l l l l l l l l n n n n n n n n n o o o o o o oe oe "
      + "r r r r r r s s s s s s s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s"
    return bases.split(separator: " ").map { String($0).unicodeScalars }
  }()

  /// Whether a scalar is part of a word.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: true
    case 0...0x7F: false
    case 0xD7, 0xF7: false
    case 0x2BC: false
    case 0xC0...0x36F: true
    default: scalar.properties.isAlphabetic
    }
  }

  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x2BC, 0x2032: true
    default: false
    }
  }

  /// A keyword or name made comparable: folded, dots dropped, runs of white space and hyphens one space.
  static func name(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var folded = String.UnicodeScalarView()
    var gap = false
    for scalar in scalars {
      let isSpace = scalar.isASCII ? scalar.value <= 0x20 : scalar.properties.isWhitespace
      if isSpace || scalar == "-" || scalar == "_" || scalar == "–" {
        gap = !folded.isEmpty
      } else if scalar != "." {
        if gap { folded.append(" ") }
        gap = false
        fold(scalar, into: &folded)
      }
    }
    return String(folded)
  }

  static func name(_ text: String) -> String { name(text.unicodeScalars) }
}

/// One word of a text, folded, and where it stands.
struct Word: Equatable, Sendable {
  /// Without its apostrophes.
  var folded: String
  /// Folded, with `'` for an apostrophe within it that makes it another word: `i'll` is not `ill`, nor `zo'n` `zon`.
  ///
  /// One before a last `s` or `t` is left out: `foto's` and `fotos`, `don't` and `dont` are the same word.
  var exact: String
  /// In Unicode scalars of the text, end-exclusive.
  var range: Range<Int>

  /// The words of a text; an apostrophe does not end a word, every other sign does.
  static func all(in text: String) -> [Word] {
    var words: [Word] = []
    var folded = String.UnicodeScalarView()
    // Where in `folded` an apostrophe was left out, in scalars; rising.
    var apostrophes: [Int] = []
    var start = 0
    var end = 0
    var index = 0
    func finish() {
      defer { apostrophes.removeAll(keepingCapacity: true) }
      guard !folded.isEmpty else { return }
      // The apostrophe of 's and 't belongs to the word; that of 'quotes' does not.
      if folded.count == 1, followsApostrophe { start -= 1 }
      let exact = apostrophes.isEmpty ? String(folded) : Word.exact(folded, apostrophes)
      words.append(Word(folded: String(folded), exact: exact, range: start..<end))
      folded = String.UnicodeScalarView()
    }
    var followsApostrophe = false
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if Folding.isWord(scalar) {
        if folded.isEmpty {
          start = index
          followsApostrophe = Folding.isApostrophe(last)
        }
        Folding.fold(scalar, into: &folded)
        end = index + 1
      } else if !Folding.isApostrophe(scalar) {
        finish()
      } else if !folded.isEmpty {
        apostrophes.append(folded.count)
      }
      last = scalar
      index += 1
    }
    finish()
    return words
  }

  /// The folded letters with the apostrophes at `places` put back that make it another word.
  private static func exact(_ folded: String.UnicodeScalarView, _ places: [Int]) -> String {
    var exact = String.UnicodeScalarView()
    for (place, scalar) in folded.enumerated() {
      let isEnding = place == folded.count - 1 && (scalar == "s" || scalar == "t")
      if places.contains(place), !isEnding { exact.append("'") }
      exact.append(scalar)
    }
    return String(exact)
  }
}
