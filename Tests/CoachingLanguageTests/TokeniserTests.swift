import Testing

@testable import CoachingLanguage

@Suite("Words and sentences, as people type them")
struct TokeniserTests {
  private let tokeniser = Tokeniser(abbreviations: ["bijv", "mrs"])

  private func words(_ text: String) -> [String] {
    let result = tokeniser.tokenise(text)
    return result.tokens.filter { $0.kind != .emoji }.map(result.word)
  }

  private func sentences(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return tokeniser.tokenise(text).sentences.map { sentence in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[sentence.range])
      return String(view)
    }
  }

  @Test(
    "An apostrophe belongs to the word it stands in",
    arguments: [
      ("'s avonds", ["'s", "avonds"]), ("foto's", ["foto's"]), ("z'n", ["z'n"]), ("don't", ["don't"]),
      ("’t is ‘goed’", ["'t", "is", "goed"]), ("zei hij 'nee'", ["zei", "hij", "nee"]),
    ])
  func apostrophes(text: String, expected: [String]) { #expect(words(text) == expected) }

  @Test(
    "Case and accents do not matter",
    arguments: [("Één", ["een"]), ("financiën", ["financien"]), ("CAFÉ", ["cafe"]), ("e\u{301}en", ["een"])])
  func folding(text: String, expected: [String]) { #expect(words(text) == expected) }

  @Test(
    "Numbers and words with a hyphen stay whole",
    arguments: [
      ("om 7.30 uur", ["om", "7.30", "uur"]), ("e-mail", ["e-mail"]), ("92% of 9:15", ["92", "of", "9:15"]),
    ])
  func joined(text: String, expected: [String]) { #expect(words(text) == expected) }

  @Test(
    "A sentence ends at a full stop, a question mark, an exclamation mark or a new line",
    arguments: [
      ("Oké. Hoe ging dat? Fijn!", ["Oké.", "Hoe ging dat?", "Fijn!"]),
      ("ok. en toen", ["ok.", "en toen"]),
      ("Wat?! Echt?", ["Wat?!", "Echt?"]),
      ("een\ntwee", ["een", "twee"]),
      ("Hij zei 'nee.' Toen ging hij.", ["Hij zei 'nee.'", "Toen ging hij."]),
    ])
  func ends(text: String, expected: [String]) { #expect(sentences(text) == expected) }

  @Test(
    "A full stop that belongs to an abbreviation, a number or a hesitation ends nothing",
    arguments: [
      "Neem bijv. een lijstje.", "O.a. om 7.30 uur.", "Mrs. Hale called.", "Nou... hoe was dat?", "Ja… en toen?",
      "3.5 keer",
    ])
  func doesNotEnd(text: String) { #expect(sentences(text) == [text]) }

  @Test("Nothing, white space or only dots is one silent sentence", arguments: ["", "  ", "...", "…", ". . .", "\t"])
  func silence(text: String) {
    let result = tokeniser.tokenise(text)
    #expect(result.sentences.count == 1)
    #expect(result.sentences[0].isSilent)
  }

  @Test("Punctuation alone is a sentence without words, and not silent", arguments: ["???", "!!", "-", "?!"])
  func punctuation(text: String) {
    let result = tokeniser.tokenise(text)
    #expect(result.tokens.isEmpty)
    #expect(result.sentences.count == 1)
    #expect(!result.sentences[0].isSilent)
  }

  @Test("A run of question marks is one question, however long")
  func questionMarks() {
    let result = tokeniser.tokenise("Hoe" + String(repeating: "?", count: 10_000))
    #expect(result.sentences.count == 1)
    #expect(result.sentences[0].hasQuestionMark)
  }

  @Test("A sentence without end is cut, so that none is longer than the limit")
  func longSentence() {
    let result = tokeniser.tokenise(String(repeating: "woord ", count: 5_000))
    #expect(result.tokens.count == 5_000)
    #expect(result.sentences.allSatisfy { $0.tokens.count <= Tokeniser.longestSentence })
  }

  @Test("Emoji, right-to-left text and control characters are read without harm")
  func odd() {
    let result = tokeniser.tokenise("👍🏽 שלום\u{202E} \u{7} top")
    #expect(result.tokens.map(\.kind) == [.emoji, .word, .word])
  }
}
