import TestSupport
import Testing

@Suite("persona gaps shows what leaders said that met only a general answer")
struct PersonaGapsTests {
  private let doorvraag: Doorvraag

  init() throws { doorvraag = try Doorvraag() }

  @Test("From a file of lines: the most frequent first, by move and topic, with a node to paste")
  func lines() throws {
    let said = try doorvraag.home.write(
      "said.txt", "Hoe is het thuis?\nJe moet gewoon bellen.\nHoe is het thuis?\nHoe gaat het op je werk?\n\n")
    let result = try doorvraag.run("persona", "gaps", doorvraag.persona, "--said", said)
    #expect(result.exitCode == 0)
    #expect(result.stdout.hasPrefix("Noor Bakker: 3 van de 4 zinnen kregen een algemeen antwoord\n"))
    let groups = result.stdout.split(separator: "\n").filter { $0.contains("×  ") }
    try #require(groups.count == 2)
    #expect(groups[0] == "2×  open vraag · geen onderwerp herkend")
    #expect(groups[1].hasPrefix("1×  "))
    // Loose lines have nothing before them; a topic of their own keeps this from answering every open question.
    #expect(result.stdout.contains("en haal weg wat overal past: thuis: thuis\n## open vraag thuis\n"))
    #expect(result.stdout.contains("als: open vraag, over thuis\n- ("))
    #expect(result.stdout.contains("bv: Hoe is het thuis?\n"))
  }

  @Test("From saved conversations with that persona")
  func saved() throws {
    _ = try run("/bin/mkdir", ["-p", doorvraag.home.path("data/doorvraag/personas")])
    try doorvraag.home.write("data/doorvraag/personas/buurman.md", PersonaCheckTests.clean)
    #expect(try doorvraag.run("persona", "gaps").exitCode == 1, "nothing saved yet")
    _ = try doorvraag.run("practise", "buurman", input: "Hoe is het thuis?\nHoe gaat het op je werk?\n")
    for arguments in [["persona", "gaps"], ["persona", "gaps", "buurman"]] {
      let result = try run(doorvraag.program, arguments, environment: doorvraag.environment)
      #expect(result.exitCode == 0)
      #expect(result.stdout.hasPrefix("Noor Bakker: 1 van de 2 zinnen"))
      #expect(result.stdout.contains("    > Hoe is het thuis?"))
    }
  }

  @Test("A persona of one's own that is called as one of the program's is told from it by where its file is")
  func sameName() throws {
    // With the program's, before there is one of one's own.
    _ = try doorvraag.run("practise", "sanne", input: "Wat is de hoofdstad van Peru?\n")
    _ = try run("/bin/mkdir", ["-p", doorvraag.home.path("data/doorvraag/personas")])
    try doorvraag.home.write("data/doorvraag/personas/sanne.md", PersonaCheckTests.clean)
    _ = try doorvraag.run("practise", "sanne", input: "Hoe is het thuis?\nHoe gaat het op je werk?\n")
    let own = try doorvraag.run("persona", "gaps", "sanne").stdout
    #expect(own.hasPrefix("Noor Bakker: 1 van de 2 zinnen"))
    let all = try doorvraag.run("persona", "gaps").stdout
    #expect(all.contains(/Sanne de Wit: [01] van de 1 zin/) && all.contains("Noor Bakker: 1 van de 2 zinnen"))
    // One that was moved is still the one that was talked with.
    _ = try run("/bin/mv", [doorvraag.home.path("data/doorvraag/personas/sanne.md"), doorvraag.home.path("sanne.md")])
    #expect(
      try doorvraag.run("persona", "gaps", doorvraag.home.path("sanne.md")).stdout.hasPrefix("Noor Bakker: 1 van de 2"))
  }

  @Test("The grid of moves, topics and openness, with its holes; no wider than the screen", arguments: [40, 60, 120])
  func grid(columns: Int) throws {
    let plain = try doorvraag.run("persona", "gaps", doorvraag.persona, "--grid")
    #expect(plain.stdout.contains("\nopen vraag"))
    #expect(plain.stdout.contains("vakjes zijn leeg"))
    let terminal = try doorvraag.terminal("persona", "gaps", doorvraag.persona, columns: columns, rows: 60)
    try terminal.waitForExit()
    for line in terminal.screen.description.split(separator: "\n") { #expect(line.count <= columns, "'\(line)'") }
  }

  @Test("A file of lines that isn't there is exit code 2")
  func missing() throws {
    #expect(try doorvraag.run("persona", "gaps", doorvraag.persona, "--said", "/nowhere").exitCode == 2)
  }
}
