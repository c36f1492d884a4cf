import CoachingLanguage

/// What speakers are called who have no name of their own, in every language: from the file `speakers.txt`.
enum SpeakerNames {
  private static let leaders = names("leader")
  private static let others = Set(names("other"))
  private static let silences = Set(names("silence"))

  private static func names(_ key: String) -> [String] {
    let phrases = Phrasebook(language: .english, texts: EmbeddedFile.all(under: "speakers.txt").map(\.text))
    return phrases.variants(key).flatMap { $0.split(separator: ",") }.map { Folding.fold($0.drop { $0 == " " }) }
  }

  /// The speaker who is called what leaders are called; the names stand in the order in which they tell.
  static func leader(among speakers: [String]) -> String? {
    for name in leaders {
      if let found = speakers.first(where: { Folding.fold($0) == name }) { return found }
    }
    return nil
  }

  static func isKnown(_ name: String) -> Bool {
    let folded = Folding.fold(name)
    return leaders.contains(folded) || others.contains(folded)
  }

  /// Whether a speaker's name is none: `Employee`, `M`, `Speaker 2`.
  static func isGeneral(_ name: String) -> Bool {
    var folded = Folding.fold(name)
    while let last = folded.last, last.isNumber || last == " " { folded.removeLast() }
    return folded.count <= 2 || isKnown(folded)
  }

  /// Whether a line only says that it was silent: `(stilte)`, `[pause]`.
  static func isSilence(_ text: String) -> Bool {
    let bare = text.filter { !"()[].…*_".contains($0) }
    return silences.contains(Folding.fold(bare))
  }
}
