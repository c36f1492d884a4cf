import CoachingLanguage
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite("The words the program speaks")
struct PhrasebookTests {
  private static let dutch = Phrasebook(.dutch)
  private static let english = Phrasebook(.english)

  @Test("Both languages have the same phrases")
  func sameKeys() {
    #expect(Self.dutch.keys.subtracting(Self.english.keys).isEmpty)
    #expect(Self.english.keys.subtracting(Self.dutch.keys).isEmpty)
  }

  private static func places(in phrases: Phrasebook, _ key: String) -> Set<Substring> {
    Set(
      phrases.variants(key).flatMap {
        $0.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map { $0.prefix { $0 != "}" } }
      }
    )
    .subtracting(["name", "Name"])
  }

  @Test("A phrase has the same places to fill in both languages", arguments: dutch.keys.sorted())
  func samePlaces(key: String) {
    // A phrase may do without the words it is about; it must not ask for what it is never given.
    #expect(Self.places(in: Self.dutch, key) == Self.places(in: Self.english, key))
  }

  @Test("Every move has a name, a meaning, an effect, an example and feedback", arguments: Language.shipped)
  func moves(language: Language) {
    let phrases = Phrasebook(language)
    for move in Move.allCases {
      for key in ["move.", "say."] { #expect(phrases.keys.contains(key + move.rawValue)) }
      for part in [".means", ".does", ".example"] { #expect(phrases.keys.contains("move.\(move.rawValue)\(part)")) }
    }
    for step in Step.allCases {
      for key in ["step.", "ask.", "ask.about."] { #expect(phrases.keys.contains(key + step.rawValue)) }
    }
  }

  @Test("Places are filled, and what is not known stays")
  func filling() {
    #expect(Phrasebook.fill("{a} en {b}, {a}", ["a": "x"]) == "x en {b}, x")
    #expect(Phrasebook.fill("een { los haakje", [:]) == "een { los haakje")
  }

  @Test("Every file of language and every persona is part of the program")
  func embedded() throws {
    let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    // The guides for authors, under the name of their language.
    var expected: Set<String> = ["guides/en.md", "guides/nl.md"]
    for (folder, prefix) in [("/Sources/LanguageData/packs", ""), ("/Personas", "Personas/")] {
      for path in try FileManager.default.subpathsOfDirectory(atPath: root + folder) {
        let isText = [".txt", ".pack", ".md", ".css"].contains { path.hasSuffix($0) }
        // The example conversations beside the personas are for whoever has the folder.
        let isForReaders = ["README.md", "LEESMIJ.md", ".gesprekken.md", ".talks.md"].contains { path.hasSuffix($0) }
        if isText, !isForReaders { expected.insert(prefix + path) }
      }
    }
    #expect(Set(EmbeddedFile.all(under: "").map(\.path)) == expected)
  }
}
