extension Language {
  /// The shipped language a text is most likely in; `nil` where its words don't tell.
  ///
  /// Counts the commonest words of each language that are not words of the other, in the first 20,000 characters.
  public static func guess(of text: String) -> Language? {
    let tokenised = Tokeniser(abbreviations: []).tokenise(text.prefix(20_000))
    var counts: [Language: Int] = [:]
    for token in tokenised.tokens {
      let word = tokenised.word(token)
      let known = commonest.filter { $0.words.contains(word) }
      if known.count == 1 { counts[known[0].language, default: 0] += 1 }
    }
    let ranked = shipped.map { ($0, counts[$0] ?? 0) }.sorted { $0.1 > $1.1 }
    guard let first = ranked.first, first.1 > 0, ranked.count < 2 || ranked[1].1 < first.1 else { return nil }
    return first.0
  }

  /// Whether a word is one of the commonest of this language, and says nothing about a subject.
  ///
  /// - Parameter word: As ``Folding`` folds it.
  public func isCommon(_ word: String) -> Bool {
    Language.commonest.first { $0.language == self }?.words.contains(word) ?? false
  }

  private static let commonest: [(language: Language, words: Set<String>)] = shipped.map { language in
    let files = ["everyday", "stopwords"].flatMap { EmbeddedFile.all(under: "\(language.rawValue)/\($0).pack") }
    let lists = PackReader(files.map { ($0.path, $0.text) }).lists
    return (language, Set(lists.values.joined()))
  }
}
