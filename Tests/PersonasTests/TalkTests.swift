import CoachingLanguage
import Testing

@testable import Personas

@Suite struct TalkTests {
  static let talks = """
    ## gesprek: goed begin
    > Waar loop je tegenaan met de planning?
    = druk, openheid 4
    > Wat doet dat 's nachts met je?
    = malen
    > Misschien kun je eerder stoppen?
    = anders
    kern: nee

    ## gesprek: mis
    > Hoe druk is het?
    = malen, openheid 9
    " Iets anders."
    > Vertel.
    kern: ja
    """

  @Test("A conversation that goes as expected passes")
  func passes() throws {
    let (talks, findings) = PersonaReader.readTalks(TalkTests.talks, path: "sanne.talks.md")
    #expect(findings == [])
    let result = Sanne.persona.test(talks[0], code: simpleCoder)
    #expect(result.failures == [])
    #expect(!result.reachedCore)
  }

  @Test("Each expectation that is not met is told with its line, what was expected and what was found")
  func fails() throws {
    let talks = PersonaReader.readTalks(TalkTests.talks).talks
    let result = Sanne.persona.test(talks[1], code: simpleCoder)
    #expect(result.failures.map(\.subject) == [.node, .openness, .reply, .core])
    #expect(result.failures.map(\.line) == [12, 12, 13, 15])
    #expect(result.failures[0].expected == "malen" && result.failures[0].found == "druk")
  }

  @Test("Blessing makes every expectation true, and leaves alone what was true")
  func bless() throws {
    let lines = TalkTests.talks.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let results = PersonaReader.readTalks(TalkTests.talks).talks.map { Sanne.persona.test($0, code: simpleCoder) }
    let blessed = Sanne.persona.blessed(lines, results)
    #expect(Array(blessed[0..<8]) == Array(lines[0..<8]))
    #expect(blessed[11] == "= druk, openheid 4")
    let again = PersonaReader.readTalks(blessed.joined(separator: "\n")).talks
    #expect(again.allSatisfy { Sanne.persona.test($0, code: simpleCoder).passes })
    #expect(again[1].reachesCore == false)
  }

  @Test("Conversations may stand in the persona's own file")
  func inside() throws {
    let reading = PersonaReader.read(Sanne.text + "\n\n" + TalkTests.talks)
    #expect(reading.findings == [])
    #expect(reading.persona?.talks.map(\.name) == ["goed begin", "mis"])
  }

  @Test(
    "A heading with a comma in its name can be expected",
    arguments: [
      ("sjerp, even niet", "sjerp, even niet", nil), ("sjerp, even niet, openheid 4", "sjerp, even niet", 4...4),
      ("openheid 4, sjerp, even niet", "sjerp, even niet", 4...4), ("a,b , c, openheid 2-5", "a,b , c", 2...5),
      ("nu, openheid 4, openheid 3", "nu, openheid 4", 3...3), ("anders, openheid 3", "", 3...3),
      ("openheid 3", nil, 3...3), ("druk", "druk", nil),
    ] as [(String, String?, ClosedRange<Int>?)])
  func comma(expectation: String, node: String?, openness: ClosedRange<Int>?) {
    let (talks, findings) = PersonaReader.readTalks("## gesprek: a\n> Hoi.\n= \(expectation)")
    #expect(findings == [])
    #expect(talks[0].turns[0].node == node)
    #expect(talks[0].turns[0].openness == openness)
  }

  @Test("What blessing writes for a heading with a comma passes when it is read again")
  func blessComma() throws {
    let text = Sanne.text.replacing("## druk\n", with: "## druk, even niet\n")
    let persona = try #require(PersonaReader.read(text).persona)
    let lines = ["## gesprek: a", "> Waar loop je tegenaan met de planning?", "= iets anders"]
    let results = PersonaReader.readTalks(lines.joined(separator: "\n")).talks.map {
      persona.test($0, code: simpleCoder)
    }
    let blessed = persona.blessed(lines, results)
    #expect(blessed[2] == "= druk, even niet")
    let again = PersonaReader.readTalks(blessed.joined(separator: "\n")).talks
    #expect(again.allSatisfy { persona.test($0, code: simpleCoder).passes })
  }

  @Test("A line that is none of a conversation is found")
  func badLine() {
    let findings = PersonaReader.readTalks("## gesprek: a\n> Hoi.\nkern: misschien").findings
    #expect(findings.map(\.code) == [.badExpectation])
    #expect(findings.map(\.line) == [3])
  }

  @Test(
    "A heading that is expected and not there is found, with the one that was meant; so is one in the persona itself")
  func unknownHeading() throws {
    let text = "## gesprek: a\n> Hoi.\n= maalen, openheid 4\n> Wat?\n= anders\n> En?\n= altijd sterk"
    let found = Sanne.persona.findings(on: PersonaReader.readTalks(text).talks, in: "a.gesprekken.md")
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.code == .unknownHeading && finding.path == "a.gesprekken.md")
    #expect((finding.line, finding.column, finding.width) == (3, 3, 6))
    #expect(finding.suggestion == "malen")
    let check = PersonaReader.read(Sanne.text + "\n\n" + text).check(isProving: false, code: simpleCoder)
    #expect(check.findings.map(\.code) == [.unknownHeading])
  }

  @Test("Coverage names the nodes and variants no conversation came to")
  func coverage() {
    let results = PersonaReader.readTalks(TalkTests.talks).talks.map { Sanne.persona.test($0, code: simpleCoder) }
    let missing = Sanne.persona.missing(in: results)
    #expect(missing.nodes.contains { $0.name == "altijd sterk" } && !missing.nodes.contains { $0.name == "druk" })
    #expect(missing.replies.count > 10)
  }
}

@Suite struct GapTests {
  @Test("What met only a fallback is grouped, most frequent first, with a node ready to paste")
  func gaps() {
    let lines = ["Je moet rusten.", "Je moet rusten.", "Misschien kun je eerder slapen?", "Is je moeder thuis?"]
    let gaps = Sanne.persona.gaps(in: lines.map { [simpleCoder($0)] })
    #expect(gaps.map(\.count) == [3, 1])
    #expect(gaps[0].lines == ["Je moet rusten.", "Misschien kun je eerder slapen?"])
    #expect(
      gaps[1].draft == """
        ## gesloten vraag thuis
        als: gesloten vraag, over thuis
        - (wat zegt Sanne de Wit hierop?)
        - (en een tweede keer?)
        bv: Is je moeder thuis?

        """)
  }

  @Test(
    "What is about no topic gets one of its own words, below what was said before it, and then nothing else changes")
  func placed() throws {
    let talk = ["Waar loop je tegenaan met de planning?", "Die verhuizing kost veel geld.", "Je moet rusten."]
    let gaps = Sanne.persona.gaps(in: [talk.map { simpleCoder($0) }])
    let gap = try #require(gaps.first { $0.move == .opinion })
    let line = try #require(Sanne.persona.nodes.first { $0.name == "druk" }).place.line
    #expect(
      gap.draft == """
        // Hoort onder „druk” (regel \(line)).
        // Zet onder `## woorden`, en haal weg wat overal past: verhuizing: verhuizing, kost, geld
        ### mening verhuizing
        als: mening, over verhuizing
        - (wat zegt Sanne de Wit hierop?)
        - (en een tweede keer?)
        bv: Die verhuizing kost veel geld.

        """)
    // Pasted where it says, it is read without a finding, and answers that line and no other opinion.
    let text = Sanne.text
      .replacing("## woorden\n", with: "## woorden\nverhuizing: verhuizing, kost, geld\n")
      .replacing("\n### malen", with: "\n" + gap.draft + "\n### malen")
    let reading = PersonaReader.read(text)
    #expect(reading.findings == [])
    let persona = try #require(reading.persona)
    let replies = play(persona, (talk.prefix(2) + ["Dat is te hard."]).map { simpleCoder($0) })
    #expect(replies.map(\.node) == ["druk", "mening verhuizing", nil])
  }

  @Test("Where no words are left for a topic, the draft says what it would answer")
  func withoutWords() throws {
    let loose = try #require(Sanne.persona.gaps(in: [[simpleCoder("")]]).first)
    #expect(
      loose.draft.hasPrefix(
        "// Let op: dit antwoord komt op alles van deze soort. Voeg een voorwaarde toe.\n## stilte\n"))
    let talk = ["Waar loop je tegenaan met de planning?", ""].map { simpleCoder($0) }
    let later = try #require(Sanne.persona.gaps(in: [talk]).first)
    #expect(later.draft.contains(" daarna op alles van deze soort") && later.draft.contains("\n### stilte\n"))
  }

  @Test("The grid shows where nobody answers")
  func grid() {
    let grid = Sanne.persona.grid()
    #expect(grid.count == Move.allCases.count * 5)
    #expect(grid.first { $0.move == .advice && $0.topic == "werkdruk" }?.nodes == [0, 0, 0])
    #expect(grid.first { $0.move == .openQuestion && $0.topic == "werkdruk" }?.nodes.allSatisfy { $0 > 0 } == true)
  }
}
