import CoachingLanguage

/// The answers of a language, for a persona that has none of its own; written in the notation, in `fallbacks/nl.md`.
enum GeneralFallbacks {
  private static let shipped: [Language: [Fallback]] = {
    var all: [Language: [Fallback]] = [:]
    for language in Language.shipped {
      let texts = EmbeddedFile.all(under: "fallbacks/\(language.rawValue)")
      all[language] = texts.flatMap { PersonaReader.fallbacks(in: $0.text, path: $0.path).fallbacks }.map { fallback in
        var general = fallback
        general.place = Place(line: 0)
        return general
      }
    }
    return all
  }()

  /// The general answers of `language`; those of English where it has none.
  static func of(_ language: Language) -> [Fallback] { shipped[language] ?? shipped[.english] ?? [] }
}
