import CoachingLanguage
import Testing

@testable import Personas

/// The codes of all findings of a check without a proof.
func codes(_ body: String) -> [String] {
  persona(body).check(isProving: false, code: simpleCoder).findings.map(\.code.rawValue)
}

@Suite struct CheckTests {
  @Test("Sanne passes every check")
  func sanne() {
    let check = PersonaReader.read(Sanne.text, path: "sanne.md").check(code: simpleCoder)
    #expect(check.findings == [])
    #expect(check.proof?.isProven == true)
  }

  /// Two replies everywhere, a core, nothing to find.
  static let clean = """
    ## woorden
    druk: druk, haast
    ## boven
    als: open vraag, over druk
    - Het is hier rennen geblazen.
    - Ik kom nergens aan toe.
    bv: Hoe druk is het?
    niet: Is het druk?
    ### kern: onder
    als: reflectie
    - Eigenlijk durf ik geen hulp te vragen.
    - Als ik hulp vraag, ben ik zwak.
    """

  @Test("A persona without a fault has no finding")
  func nothing() { #expect(codes(CheckTests.clean) == []) }

  @Test(
    "Each fault is found by its code",
    arguments: [
      ("### kern: onder", "### onder", "no-core"),
      ("- Ik kom nergens aan toe.\n", "", "one-variant"),
      ("- Ik kom nergens aan toe.", "- Het is hier rennen geblazen!", "same-variant"),
      ("- Ik kom nergens aan toe.", "- " + String(repeating: "Heel lang. ", count: 50), "long-reply"),
      ("druk: druk, haast", "druk: druk, haast\nhaast: haast, spoed", "shared-word"),
      ("druk: druk, haast", "druk: druk, haast\nfiets: fiets", "unused-topic"),
      ("als: reflectie", "als: reflectie, signaal druk", "signal-never-given"),
      ("- Ik kom nergens aan toe.", "- Ja, maar ik durf geen hulp te vragen.", "core-leaks"),
      ("Hoe druk is het?", "Hoe is het?", "sample-nowhere"),
      ("Is het druk?", "Wat is er zo druk?", "counter-sample-hits"),
    ])
  func faults(old: String, new: String, code: String) {
    #expect(codes(CheckTests.clean.replacing(old, with: new)).contains(code))
  }

  @Test("A sample that leads to another node names that node")
  func elsewhere() throws {
    let text = CheckTests.clean + "\n## ander\nals: open vraag, over druk, openheid 0+\n- A.\n- B."
    let found = persona(text).check(isProving: false, code: simpleCoder).findings
    let finding = try #require(found.first { $0.code == .sampleElsewhere })
    #expect(finding.facts["other"] == "ander")
    #expect(finding.facts["heard"] == "[open vraag, over druk]")
  }

  @Test("Two headings side by side that ask for the same are found")
  func sameConditions() {
    let text = CheckTests.clean + "\n## ander\nals: over druk, open vraag\n- A.\n- B."
    #expect(codes(text).contains("same-conditions"))
  }

  @Test("A signal nobody goes into is found")
  func signals() {
    let text = CheckTests.clean.replacing("druk: druk, haast", with: "druk: druk, haast\nnacht: nacht")
      .replacing("- Ik kom nergens aan toe.", with: "signaal nacht: Ik kom nergens aan toe.")
    #expect(codes(text).contains("signal-leads-nowhere"))
  }

  @Test("A twin with the same tree in another language is equal, and a difference is found where it stands")
  func twins() throws {
    let dutch = persona(CheckTests.clean)
    let english = """
      # Trial
      language: en
      situation: A talk.
      opening: Hi.
      openness: 3
      ## words
      pressure: busy, rush
      ## top
      when: open question, about pressure
      - It's a rush.
      - I get to nothing.
      ### core: below
      when: reflection
      - I don't dare.
      - I am afraid.
      """
    let twin = try #require(PersonaReader.read(english, path: "trial.md").persona)
    #expect(dutch.check(twin: twin, isProving: false, code: simpleCoder).findings == [])
    let other = try #require(
      PersonaReader.read(english.replacing("when: reflection", with: "when: silence"), path: "trial.md").persona)
    let found = dutch.check(twin: other, isProving: false, code: simpleCoder).findings
    #expect(found.map(\.code) == [.twinDiffers])
    #expect(found.map(\.line) == [15])
  }

  @Test("A finding is shown with its line, its place marked, what was meant, and a remedy")
  func rendering() {
    let reading = persona("## a\nals: opne vraag\n- Ja.\n- Nee.")
    let text = reading.findings[0].text(Phrasebook(.dutch), lines: reading.draft?.source.lines ?? [])
    #expect(
      text.hasPrefix(
        """
        proef.md:8:6: fout: [unknown-condition] de voorwaarde "opne vraag" is onbekend
          8 | als: opne vraag
            |      ^^^^^^^^^^
          Bedoelde je `open vraag`?
          Een voorwaarde is
        """))
  }

  @Test("A finding of the proof is shown with its conversation")
  func renderingConversation() throws {
    let reading = persona("## kern: a\nals: advies\n- Ja.\n- Goed.")
    let check = reading.check(code: simpleCoder)
    let finding = try #require(check.findings.first { $0.code == .coreByTelling })
    let text = finding.text(Phrasebook(.dutch), lines: reading.draft?.source.lines ?? [])
    #expect(text.contains("    > [advies]\n    Ja.  [a, openheid 2]\n"))
  }

  @Test("Findings are written as JSON for editors")
  func json() {
    let text = Finding.json(persona("## a\nals: opne vraag\n- \"Ja\".\n- Nee.").findings, Phrasebook(.english))
    #expect(text.contains("\"code\": \"unknown-condition\""))
    #expect(text.contains("\"message\": \"the condition \\\"opne vraag\\\" is unknown\""))
  }
}
