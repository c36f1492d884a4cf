import CoachingLanguage
import Testing

@testable import Personas

/// Personas with the coder that people meet: their samples must lead where their author says.
@Suite struct RealCoderTests {
  static func code(_ language: Language) -> (String) -> CodedUtterance {
    guard let pack = LanguagePack.shipped(language) else { fatalError("no pack for \(language.rawValue)") }
    let classifier = Classifier(pack)
    return { classifier.code($0) }
  }

  @Test(
    "The persona made of six answers has samples that hit", arguments: [NewPersonaTests.dutch, NewPersonaTests.english])
  func template(persona: NewPersona) {
    let check = PersonaReader.read(persona.text, path: "new.md").check(code: RealCoderTests.code(persona.language))
    #expect(check.findings == [], "\(check.findings.map { ($0.code, $0.line, $0.facts) })")
  }

  @Test("Sanne's samples hit")
  func sanne() {
    let check = PersonaReader.read(Sanne.text, path: "sanne.md").check(code: RealCoderTests.code(.dutch))
    #expect(check.findings == [], "\(check.findings.map { ($0.code, $0.line, $0.facts) })")
  }
}
