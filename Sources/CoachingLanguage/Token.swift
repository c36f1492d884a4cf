/// A word, a number or a picture in the leader's line, with what stood before it.
struct Token: Sendable, Equatable {
  enum Kind: Sendable { case word, number, emoji }

  var kind: Kind
  /// The word as it is compared: where its folded bytes lie in the tokenised text.
  var folded: Range<Int>
  /// Where it stands in the line, in Unicode scalars, end-exclusive.
  var range: Range<Int>
  /// Whether a comma, colon, dash or the like stands before it.
  var breaksBefore = false
}

/// A line cut into sentences of tokens.
struct TokenisedText: Sendable {
  struct Sentence: Sendable {
    /// Which tokens are in it; empty where there is nothing but punctuation.
    var tokens: Range<Int>
    /// Where it stands in the line, punctuation included, in Unicode scalars.
    var range: Range<Int>
    var hasQuestionMark = false
    /// Whether it is nothing but dots and white space: the leader keeps quiet.
    var isSilent = false
  }

  var tokens: [Token] = []
  var sentences: [Sentence] = []
  /// How many Unicode scalars the text has.
  var scalarCount = 0
  /// The folded bytes of all tokens, one after the other.
  var folded: [UInt8] = []

  func word(_ token: Token) -> String { String(decoding: folded[token.folded], as: UTF8.self) }
}
