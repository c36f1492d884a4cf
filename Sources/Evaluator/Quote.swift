public import CoachingLanguage

/// Picks out words of a line short enough to be quoted in feedback.
public enum Quote {
  /// The longest quotation, in characters.
  public static let longest = 48

  /// The sentence itself where it is short; else what stands from the words that decided on, cut at a word.
  public static func words(of sentence: CodedSentence) -> String {
    let text = shorn(sentence.text)
    if text.count <= longest { return text }
    // From the words that decided on, or from a little earlier where hardly anything follows them.
    let scalars = Array(sentence.text.unicodeScalars)
    var start = min(sentence.evidence.lowerBound, max(0, scalars.count - longest))
    while start > 0, scalars[start - 1] != " " { start -= 1 }
    return shortened(String(String.UnicodeScalarView(scalars[start...])), leadingDots: start > 0)
  }

  /// `text` cut at a word to fit a quotation, with dots where something is left out.
  public static func shortened(_ text: String, leadingDots: Bool = false) -> String {
    let text = shorn(text)
    let start = leadingDots ? "… " : ""
    guard text.count > longest else { return start + text }
    var kept = text.prefix(longest)
    if let space = kept.lastIndex(of: " ") { kept = kept[..<space] }
    return start + shorn(String(kept)) + " …"
  }

  /// `text` without the punctuation at its end, which would stand inside the quotation marks.
  private static func shorn(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, " .,;:!…".contains(last) { text.removeLast() }
    return String(text)
  }
}

extension String {
  init(_ scalars: String.UnicodeScalarView) {
    self.init()
    unicodeScalars = scalars
  }
}

extension String.UnicodeScalarView {
  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    self.init()
    append(contentsOf: scalars)
  }
}
