import CoachingLanguage
import Testing

@testable import Personas

@Suite struct NewPersonaTests {
  static let dutch = NewPersona(
    language: .dutch, name: "Ruben Bakker", who: "klantadviseur, twee jaar in dienst",
    seen: "Ruben meldt zich vaak ziek, steeds een dag of twee. Jij bent zijn teamleider.",
    firstSaid: "Ik ben er weer, hoor.",
    core: "Mijn vader is ziek en ik zorg voor hem. Ik durf het hier niet te zeggen.",
    signal: "Thuis is het nu eenmaal zoals het is.", solution: "Ik wil op dinsdag later beginnen. Dan red ik het.")
  static let english = NewPersona(
    language: .english, name: "Sam Carter", who: "customer adviser for two years",
    seen: "Sam calls in sick often, a day or two at a time. You are the team leader.", firstSaid: "I'm back.",
    core: "My father is ill and I look after him. I haven't dared to say so here.",
    signal: "Things at home are what they are.", solution: "I'd like to start later on Tuesdays. Then I'd manage.")

  @Test("Six answers make a persona without a finding, that is proven", arguments: [dutch, english])
  func passes(persona: NewPersona) {
    let reading = PersonaReader.read(persona.text, path: "new.md")
    #expect(reading.findings == [])
    // The samples are for the real coder; what the toy one says of them is looked at elsewhere.
    let check = reading.check { simpleCoder($0) }
    let others = check.findings.filter { ![.sampleNowhere, .sampleElsewhere].contains($0.code) }
    #expect(others == [], "\(others.map { ($0.code, $0.line) })")
    #expect(check.proof?.isProven == true)
    #expect(reading.persona?.play(.asksWell, runs: 100).reachedShare ?? 0 > 0.5)
    #expect(reading.persona?.play(.advises, runs: 100).reachedShare == 0)
  }

  @Test("Words that say nothing of what it is about are no words of the signal")
  func functionWords() throws {
    var persona = Self.dutch
    persona.signal = "Wacht, dat huis verkoop ik niet."
    let topics = try #require(PersonaReader.read(persona.text).draft).topics
    let words = try #require(topics.first { $0.name == "los" }).words
    #expect(words.contains("huis") && !words.contains("niet") && !words.contains("wacht"))
  }

  @Test("Answers that could break a line do not", arguments: ["", "a\nb: c\n## d", "{core}\u{1B}[31m", "# x"])
  func strange(answer: String) {
    let persona = NewPersona(
      language: .dutch, name: answer, who: answer, seen: answer, firstSaid: answer, core: answer, signal: answer,
      solution: answer)
    let reading = PersonaReader.read(persona.text)
    #expect(reading.findings == [], "\(reading.findings.map { ($0.code, $0.line) })")
  }

  @Test("There are six questions in both languages", arguments: Language.shipped)
  func questions(language: Language) {
    let questions = NewPersona.questions(Phrasebook(language))
    #expect(questions.count == 6)
    #expect(questions.allSatisfy { !$0.hasPrefix("new.") })
  }
}
