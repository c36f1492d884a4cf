import CoachingLanguage
import Testing

@testable import Personas

@Suite struct ReaderTests {
  @Test("A whole persona is read without a finding")
  func sanne() throws {
    let reading = PersonaReader.read(Sanne.text, path: "sanne.md")
    #expect(reading.findings == [])
    let persona = try #require(reading.persona)
    #expect(persona.name == "Sanne de Wit")
    #expect(persona.nodes.count == 12)
    #expect(persona.openings.count == 2)
    #expect(persona.topics.map(\.name) == ["werkdruk", "nachten", "grens", "thuis"])
    #expect(persona.node(named: "altijd sterk")?.part == .core)
    #expect(persona.node(named: "altijd sterk")?.depth == 5)
    #expect(persona.temperament[.advice] == Temperament.Response(-2, upTo: 5))
    #expect(persona.temperament[.reflection] == Temperament.Response(1, upTo: 6))
  }

  @Test("Dutch and English keywords mean the same")
  func languages() throws {
    let dutch = try #require(
      persona(
        """
        ## woorden
        druk: druk*
        ## veel
        als: open vraag of reflectie, over druk, openheid 4+
        signaal druk: Veel.
        stap: gevoel
        dan: openheid +1
        verleiding: ja
        """
      ).persona)
    let english = try #require(
      persona(
        """
        ## words
        druk: druk*
        ## veel
        when: open question or reflection, about druk, openness 4+
        signal druk: Veel.
        step: feeling
        then: openness +1
        temptation: yes
        """
      ).persona)
    #expect(dutch.nodes[0].conditions.map(\.alternatives) == english.nodes[0].conditions.map(\.alternatives))
    #expect(dutch.nodes[0].replies.map(\.signals) == english.nodes[0].replies.map(\.signals))
    #expect(dutch.nodes[0].step == .feeling && english.nodes[0].step == .feeling)
    #expect(dutch.nodes[0].isTemptation && english.nodes[0].isTemptation)
  }

  @Test(
    "What a word processor does to a file changes nothing",
    arguments: [
      { "\u{FEFF}" + $0 }, { $0.replacing("\n", with: "\r\n") }, { $0.replacing("\n", with: "\r") },
      { $0.replacing("\n- ", with: "\n•\u{A0}") }, { $0.replacing("\n- ", with: "\n– ") },
      { $0.replacing(": ", with: ":\u{A0}") }, { $0.replacing("\n", with: " \t\n") },
      { $0.replacing("openheid +", with: "openheid  +") }, { $0.replacing("\n## ", with: "\n##") },
    ] as [@Sendable (String) -> String])
  func wordProcessor(change: @Sendable (String) -> String) throws {
    let reading = PersonaReader.read(change(Sanne.text))
    #expect(reading.findings == [])
    let persona = try #require(reading.persona)
    #expect(persona.nodes.map(\.name) == Sanne.persona.nodes.map(\.name))
    #expect(persona.nodes.map { $0.replies.map(\.text) } == Sanne.persona.nodes.map { $0.replies.map(\.text) })
  }

  @Test(
    "Every mistake is found where it stands",
    arguments: [
      ("kleur: rood", "unknown-key", 7, 1),
      ("## a\nals: opne vraag\n- Ja.", "unknown-condition", 8, 6),
      ("## a\nals: over fietsen\n- Ja.", "unknown-topic", 8, 11),
      ("## a\nals: openheid 11+\n- Ja.", "bad-openness", 8, 15),
      ("## a\nals: stap gevoelens\n- Ja.", "unknown-step", 8, 11),
      ("## a\nals: reflectie en vraag\n- Ja.", "and-is-a-comma", 8, 6),
      ("## a\nals: vraag\n- Ja.\ndan: openheid 2", "bad-effect", 10, 6),
      ("## a\nals: vraag\n- Ja.\nverleiding: soms", "bad-yes-no", 10, 13),
      ("## a\nals: vraag\nals: reflectie\n- Ja.", "repeated-key", 9, 1),
      ("## a\nals: vraag\n- Ja.\n#### b\nals: vraag\n- Nee.", "skipped-level", 10, 1),
      ("## a\nals: vraag\n- Ja.\n## a\nals: reflectie\n- Nee.", "duplicate-name", 10, 4),
      ("## a\n- Ja.", "no-condition", 7, 1),
      ("## a\nals: vraag", "no-reply", 7, 1),
      ("## a\nals: vraag\n- Ja.\nDit hoort nergens bij", "stray-line", 10, 1),
      ("## a\nals: vraag\nrol: baas\n- Ja.", "misplaced-key", 9, 1),
      ("##\nals: vraag\n- Ja.", "heading-without-name", 7, 1),
      ("## kren: a\nals: vraag\n- Ja.", "unknown-key", 7, 4),
      ("## a\nals: vraag\n- Ja \u{1B}[31mrood", "control-character", 9, 6),
      ("## woorden\nx: a*", "bad-word", 8, 4),
      ("## woorden\nx: ab\nX: cd", "duplicate-topic", 9, 1),
      ("## anders\n- Ja.\n### dieper\nals: vraag\n- Ja.", "nested-section", 9, 1),
      ("# Nog een\n", "second-title", 7, 1),
      ("temperament: advies", "bad-temperament", 7, 14),
    ] as [(String, String, Int, Int)])
  func mistakes(body: String, code: String, line: Int, column: Int) {
    let found = persona(body).findings
    #expect(found.map(\.code.rawValue) == [code])
    #expect(found.map { [$0.line, $0.column] } == [[line, column]])
  }

  @Test(
    "A misspelt word is met with the one that was meant",
    arguments: [
      ("## a\nals: opne vraag\n- Ja.", "open vraag"), ("## a\nalz: vraag\nals: vraag\n- Ja.", "als"),
      ("## woorden\nwerkdruk: druk\n## a\nals: over wekrdruk\n- Ja.", "werkdruk"),
      ("## a\nals: stap gevoell\n- Ja.", "gevoel"), ("moeilijkheid: moelijk", "moeilijk"),
      ("## a\nals: vraag over zeker\n- Ja.", "vraag, over zeker"),
      ("## a\nals: gevoelsvraag\n- Ja.", "vraag, stap gevoel"),
      ("## a\nals: stap: emotie\n- Ja.", "stap gevoel"),
    ])
  func didYouMean(body: String, meant: String) {
    #expect(persona(body).findings.first?.suggestion == meant)
  }

  /// Line 7 is `## a`; each heading takes three lines.
  private static func headings(_ levels: [Int]) -> String {
    levels.enumerated().map { place, level in
      String(repeating: "#", count: level) + " h\(place)\nals: vraag\n- Ja.\n"
    }.joined()
  }

  @Test(
    "A branch that has shifted is one finding, and its layers stay what they are",
    arguments: [
      ([2, 2, 4, 5, 6, 5], [12 + 1], ["3"], [1, 1, 2, 3, 4, 3]),
      ([2, 4, 4], [10], ["1"], [1, 2, 2]),
      ([2, 4, 5, 3, 4], [10], ["1"], [1, 2, 3, 2, 3]),
      ([2, 4, 2, 4], [10, 16], [nil, nil], [1, 2, 1, 2]),
      ([2, 4, 6, 7], [10, 13], [nil, "1"], [1, 2, 3, 4]),
      ([2, 3, 4], [], [], [1, 2, 3]),
    ] as [([Int], [Int], [String?], [Int])])
  func shiftedBranch(levels: [Int], lines: [Int], below: [String?], depths: [Int]) {
    let reading = persona(ReaderTests.headings(levels))
    let found = reading.findings.filter { $0.code == .skippedLevel }
    #expect(found.map(\.line) == lines)
    #expect(found.map { $0.facts["below"] } == below)
    #expect(reading.draft?.nodes.map(\.depth) == depths)
  }

  @Test("A shifted branch is right after one heading more, or one less in the whole branch")
  func shiftedBranchMended() {
    for mended in [[2, 3, 4, 5, 6, 5], [2, 2, 3, 4, 5, 4]] {
      #expect(persona(ReaderTests.headings(mended)).findings.filter { $0.code == .skippedLevel } == [])
    }
  }

  @Test("A shifted branch says how many headings it has", arguments: Language.shipped, [[4], [4, 5], [4, 5, 6, 5]])
  func shiftedBranchWording(language: Language, branch: [Int]) throws {
    let found = persona(ReaderTests.headings([2, 2] + branch)).findings.first { $0.code == .skippedLevel }
    let finding = try #require(found)
    #expect(
      finding.message(Phrasebook(language)).contains(language == .dutch ? "eronder" : "below") == (branch.count > 1))
    #expect(finding.message(Phrasebook(language)).contains("3") == (branch.count > 3))
    #expect(finding.remedy(Phrasebook(language)).contains("10"))
  }

  @Test("A signal without a topic is told where the topic belongs", arguments: Language.shipped)
  func signalWithoutTopic(language: Language) throws {
    let finding = try #require(persona("## a\nals: vraag\n- Ja.\nsignaal: Dat zeg ik liever niet").findings.first)
    #expect(finding.code == .emptyValue)
    #expect(finding.message(Phrasebook(language)).contains("`signaal`"))
    #expect(finding.remedy(Phrasebook(language)).contains(": "))
  }

  @Test("A number with dots can be a word of a topic, and is heard")
  func numberInTopic() throws {
    let reading = persona("## woorden\ngeld: 3.800\n## a\nals: over geld\n- Ja.")
    #expect(reading.findings == [])
    #expect(play(try #require(reading.persona), [said(("Het is 3.800 euro.", .information))]).map(\.node) == ["a"])
  }

  @Test(
    "Nothing a file can hold stops the reader",
    arguments: [
      ([], "empty-file"), (Array("\n \n".utf8), "empty-file"), ([0x50, 0x4B, 0, 0, 1], "not-text"),
      ([0xFF, 0xFE, 0x41, 0], "not-utf8"), (Array("# A\nrol: caf".utf8) + [0xE9, 0x0A], "not-utf8"),
      (Array("# \u{202E}omgekeerd".utf8), "control-character"),
    ] as [([UInt8], String)])
  func strangeFiles(bytes: [UInt8], code: String) {
    #expect(PersonaReader.read(bytes: bytes).findings.first?.code.rawValue == code)
  }

  @Test(
    "Nor does its size",
    arguments: [
      (0x23, 100_000_000, "too-large"), (0x23, 100_000, "heading-without-name"), (0x0A, 100_000, "empty-file"),
    ] as [(UInt8, Int, String)])
  func largeFiles(byte: UInt8, count: Int, code: String) {
    let bytes = [UInt8](repeating: byte, count: count)
    #expect(PersonaReader.read(bytes: bytes).findings.first?.code.rawValue == code)
  }

  @Test("A hundred thousand headings end in a finding, not in a wait")
  func manyNodes() {
    let text = "# A\n" + (0..<100_000).map { "## n\($0)\nals: vraag\n- Ja.\n" }.joined()
    #expect(PersonaReader.read(text).findings.contains { $0.code == .tooManyNodes })
  }

  @Test("What is wrong with a hundred thousand lines is said a thousand times")
  func manyFindings() {
    let findings = PersonaReader.read("# A\n" + String(repeating: "onzin\n", count: 100_000)).findings
    #expect(findings.last?.code == .tooManyFindings)
    #expect(findings.count < 1100)
  }

  @Test("Control characters never reach a reply")
  func escapes() {
    let draft = persona("## a\nals: vraag\n- Ja \u{1B}[31mrood\u{7}\u{9B}0m").draft
    #expect(draft?.nodes[0].replies[0].text == "Ja [31mrood0m")
  }

  @Test("Every code has words and a remedy in both languages", arguments: Language.shipped)
  func wording(language: Language) {
    let keys = Phrasebook(language).keys
    for code in Finding.Code.allCases {
      #expect(keys.contains("finding.\(code.rawValue)") && keys.contains("finding.\(code.rawValue).remedy"))
    }
    for key in keys where key.hasPrefix("finding.") {
      let name = key.split(separator: ".")[1]
      #expect(Finding.Code(rawValue: String(name)) != nil, "words without a code: \(key)")
    }
  }
}
