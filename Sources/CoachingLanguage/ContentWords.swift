/// A word that says what a line is about.
public struct ContentWord: Sendable, Equatable {
  /// As it was typed.
  public var text: String
  /// As it is compared.
  public var folded: String
}

extension LanguagePack {
  /// The words of `text` that carry its subject: at least four letters, and not in the pack's list `stopword`.
  ///
  /// In the order they stand there; a word that comes twice is there twice.
  public func contentWords(in text: String) -> [ContentWord] {
    let tokenised = tokeniser.tokenise(text)
    let scalars = Array(text.unicodeScalars)
    let lexicon = compiled.lexicon
    return tokenised.sentences.flatMap { sentence -> [ContentWord] in
      let heard = HeardSentence(sentence, in: tokenised, lexicon)
      return sentence.tokens.compactMap { index in
        let token = tokenised.tokens[index]
        guard token.kind == .word, token.range.count >= 4 else { return nil }
        let isStopword = heard.tokens.indices.contains { place in
          heard.tokens[place] == index && heard.has(lexicon.stopword, at: place, lexicon)
        }
        guard !isStopword else { return nil }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[token.range])
        return ContentWord(text: String(view), folded: tokenised.word(token))
      }
    }
  }

  /// How many words a text has.
  public func wordCount(of text: String) -> Int { tokeniser.tokenise(text).tokens.count { $0.kind != .emoji } }
}
