import CoachingLanguage
import Personas
import Practice
import Testing

@Suite("A rehearsal goes on with every version of a persona")
struct RehearsalTests {
  private static let text = """
    # Noor Bakker
    taal: nl
    situatie: Noor is stil.
    opening: Hoi.
    openheid: 3

    ## woorden
    werk: werk*

    ## begin
    als: vraag, over werk
    - Druk, ja.

    ## kern: bang
    als: reflectie
    - Ik ben bang dat het misgaat.
    """

  private func persona(_ text: String = text) throws -> Persona { try #require(PersonaReader.read(text).persona) }

  @Test("What was said is said again, and the first answer that changed is told")
  func changed() throws {
    var rehearsal = Rehearsal(persona: try persona(), seed: 1)
    _ = rehearsal.say("Hoe gaat het op je werk?")
    _ = rehearsal.say("Hoe is dat op je werk?")
    #expect(rehearsal.reload(try persona()) == nil)
    let change = rehearsal.reload(try persona(Self.text.replacing("Druk, ja.", with: "Te druk.")))
    guard case .answer(let number, let line, let before, let after) = change else {
      Issue.record("no answer changed")
      return
    }
    #expect(number == 1)
    #expect(line == "Hoe gaat het op je werk?")
    #expect([before.text, after.text] == ["Druk, ja.", "Te druk."])
    #expect(rehearsal.exchanges.map(\.reply.text) == ["Te druk.", "Te druk."])
  }

  @Test("A new opening goes before every answer")
  func opening() throws {
    var rehearsal = Rehearsal(persona: try persona(), seed: 1)
    _ = rehearsal.say("Hoe gaat het op je werk?")
    let version = Self.text.replacing("Druk, ja.", with: "Te druk.").replacing("Hoi.", with: "Dag.")
    #expect(rehearsal.reload(try persona(version)) == .opening(before: "Hoi.", after: "Dag."))
  }

  @Test("Every answer can be explained, and no other")
  func explanation() throws {
    var rehearsal = Rehearsal(persona: try persona(), seed: 1)
    #expect(rehearsal.explanation(ofAnswer: 1) == nil)
    _ = rehearsal.say("Hoe gaat het op je werk?")
    #expect(rehearsal.explanation(ofAnswer: 1)?.winner.node == "begin")
    for number in [0, -1, 2, .max] { #expect(rehearsal.explanation(ofAnswer: number) == nil) }
    rehearsal.restart()
    #expect(rehearsal.explanation(ofAnswer: 1) == nil)
  }
}

@Suite("What leaders said, from any file")
struct SpokenLinesTests {
  @Test("Lines of a file are what was said, but for those that are blank")
  func lines() {
    let said = SpokenLines("Hoe gaat het?\r\n\n  \nEn thuis?")
    #expect(said.persona == nil)
    #expect(said.lines == ["Hoe gaat het?", "En thuis?"])
    #expect(SpokenLines("").lines.isEmpty)
  }

  @Test("Of a conversation, what the leader said; a line that was torn off is left out")
  func conversation() {
    let said = SpokenLines(
      """
      {"event":"start","file":"noor","persona":"Noor Bakker"}
      {"event":"turn","turn":{"leader":{"text":"Hoe gaat het?"},"answer":"Druk."}}
      {"event":"undo"}
      {"event":"turn","turn":{"leader":{"text":""},"answer":"Tja."}}
      {"event":"turn","turn":{"lea
      """)
    #expect(said.persona == "noor")
    #expect(said.lines == ["Hoe gaat het?", ""])
  }
}
