import CoachingLanguage
import Testing

@testable import Personas

@Suite("The guide for authors, by chapter")
struct AuthorGuideTests {
  @Test("Four chapters in both languages, with the examples as they are written", arguments: Language.shipped)
  func chapters(language: Language) throws {
    let guide = AuthorGuide(language)
    #expect(guide.chapters.count == 4)
    #expect(guide.chapters.allSatisfy { !$0.title.isEmpty && !$0.title.hasPrefix("#") && $0.pieces.count > 5 })
    let examples = guide.chapters[0].pieces.compactMap { if case .example(let lines) = $0 { lines } else { nil } }
    let written = examples.map { $0.map { $0.dropFirst(4) + "\n" }.joined() }
    #expect(written.allSatisfy { guide.text.contains("\n" + $0 + "```") })
    #expect(written.contains { PersonaReader.read($0).persona?.nodes.count == 12 })
    // No mark of Markdown is left in what is read.
    let texts = guide.chapters.flatMap(\.pieces).compactMap { if case .text(let text) = $0 { text } else { nil } }
    #expect(!texts.contains { $0.contains("**") || $0.contains("|") || $0.hasPrefix("#") || $0.contains("```") })
  }
}
