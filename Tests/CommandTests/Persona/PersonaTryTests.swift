import TestSupport
import Testing

@Suite("persona try talks while the file is written")
struct PersonaTryTests {
  private let doorvraag: Doorvraag
  private let path: String

  init() throws {
    doorvraag = try Doorvraag()
    path = try doorvraag.home.write("noor.md", PersonaCheckTests.clean)
  }

  private func begin(columns: Int = 80) throws -> PseudoTerminal {
    let terminal = try doorvraag.terminal("persona", "try", path, columns: columns)
    try terminal.waitForPrompt("Jij: ")
    return terminal
  }

  @Test("The answer comes with the node, its line and the openness")
  func answer() throws {
    let result = try doorvraag.run("persona", "try", path, input: "Hoe gaat het op je werk?\nBlablabla.\n")
    #expect(result.exitCode == 0)
    #expect(result.stdout.contains("  [begin, regel 12 · openheid 6]"))
    #expect(result.stdout.contains("  [algemeen antwoord · openheid "))
  }

  @Test("/why and /waarom: the words that were heard, the winner with its line, and what the others missed")
  func why() throws {
    let result = try doorvraag.run(
      "persona", "try", path, input: "/why\nHoe gaat het op je werk?\nHoe slaap je?\n/waarom\n/why 1\n/why 9\n")
    #expect(result.stdout.contains("Zeg eerst iets"))
    #expect(result.stdout.contains("gehoord: open vraag"))
    #expect(result.stdout.contains("over: nacht „slaap”"))
    #expect(result.stdout.contains("antwoord: algemeen antwoord"))
    #expect(
      result.stdout.contains("bijna: het gaat mis (regel 18): reflectie, over nacht, openheid 8+ – hier hield het op: ")
    )
    #expect(result.stdout.contains("antwoord: begin (regel 12): open vraag, over werk"))
  }

  @Test("What is saved is played at once: the lines are said again, and the first answer that changed is shown")
  func reload() throws {
    let terminal = try begin()
    try terminal.enter("Hoe gaat het op je werk?")
    try terminal.wait(for: "[begin, regel 12")
    try terminal.waitForPrompt("Jij: ")
    try terminal.type("Half getypt")
    try terminal.wait("the typed words") { $0.textBeforeCursor == "Jij: Half getypt" }
    let version = PersonaCheckTests.clean
      .replacing("Druk, ja. Ik slaap er slecht van.", with: "Ach. Slecht geslapen.")
      .replacing("Veel. Het houdt me wakker, eerlijk gezegd.", with: "Pff. Slecht geslapen.")
    try doorvraag.home.write("noor.md", version)
    try terminal.wait(for: "Opgeslagen. Antwoord 1 is nu anders:")
    try terminal.wait(for: "  > Hoe gaat het op je werk?")
    try terminal.wait("the new answer") { $0.contains("  + Ach. Slecht") || $0.contains("  + Pff. Slecht") }
    // What was being typed is still there.
    try terminal.wait("the typed words") { $0.textBeforeCursor == "Jij: Half getypt" }
    try terminal.press(.control("c"))
    try terminal.waitForPrompt("Jij: ")
    try terminal.press(.control("d"))
    #expect(try terminal.waitForExit() == 0)
  }

  @Test("Errors are shown while the old version plays on; the file may go away and come back")
  func errors() throws {
    let terminal = try begin(columns: 60)
    try doorvraag.home.write("noor.md", PersonaCheckTests.clean.replacing("rol:", with: "rool:"))
    try terminal.wait(for: "[unknown-key]")
    try terminal.wait(for: "versie speelt door.")
    try terminal.enter("Hoe gaat het op je werk?")
    try terminal.wait(for: "[begin, regel 12")
    _ = try run("/bin/rm", [path])
    try terminal.wait("the loss to be noticed") { $0.contains(" is weg.") }
    try terminal.enter("Hoe gaat het op je werk?")
    try terminal.waitForPrompt("Jij: ")
    try doorvraag.home.write("noor.md", PersonaCheckTests.clean)
    try terminal.wait("the file to be noticed") { $0.contains("zijn de antwoorden hetzelfde") }
    try terminal.waitForPrompt("Jij: ")
    try terminal.enter("/stop")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test("A file with errors from the start: they are shown, and the talk begins when it is saved without")
  func brokenAtFirst() throws {
    try doorvraag.home.write("noor.md", PersonaCheckTests.clean.replacing("rol:", with: "rool:"))
    let terminal = try begin()
    try terminal.wait(for: "[unknown-key]")
    try terminal.wait(for: "begint het gesprek hier. Ctrl-D stopt.")
    try terminal.enter("Hoe gaat het op je werk?")
    try terminal.wait(for: "Er is nog geen versie")
    try terminal.waitForPrompt("Jij: ")
    _ = try run("/bin/rm", [path])
    try terminal.wait("the loss to be noticed") { $0.contains(" is weg. Zet je het terug") }
    try doorvraag.home.write("noor.md", PersonaCheckTests.clean.replacing("taal:", with: "tal:"))
    try terminal.wait("the other error") { $0.contains("`taal`") }
    try doorvraag.home.write("noor.md", PersonaCheckTests.clean)
    try terminal.wait("the opening") { $0.contains("Noor: Hoi. Je wilde me spreken?") }
    try terminal.waitForPrompt("Jij: ")
    try terminal.enter("Hoe gaat het op je werk?")
    try terminal.wait(for: "[begin, regel 12")
    try terminal.waitForPrompt("Jij: ")
    try terminal.press(.control("d"))
    #expect(try terminal.waitForExit() == 0)
  }

  @Test("Through a pipe there are no colours; /again begins anew, and an unknown order is named")
  func pipe() throws {
    let result = try doorvraag.run("persona", "try", path, input: "Hoi\n/again\n/xyz\n/hulp\n/stop\nNiet meer.\n")
    #expect(result.exitCode == 0)
    #expect(!result.stdout.contains("\u{1B}"))
    #expect(result.stdout.components("Noor: Hoi. Je wilde me spreken?").count == 3)
    #expect(result.stdout.contains("'/xyz' ken ik niet."))
    #expect(result.stdout.contains("/opnieuw"))
  }

  @Test("A persona of the program can be tried too; through a pipe a faulty one says what is wrong, and that is all")
  func others() throws {
    #expect(try doorvraag.run("persona", "try", "sanne", input: "Hoe gaat het?\n/why\n").exitCode == 0)
    try doorvraag.home.write("bad.md", "# Bad\n")
    #expect(try doorvraag.run("persona", "try", doorvraag.home.path("bad.md")).exitCode == 1)
  }
}
