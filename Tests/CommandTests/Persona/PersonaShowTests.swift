import TestSupport
import Testing

@Suite("persona list, show, export and play")
struct PersonaShowTests {
  private let doorvraag: Doorvraag

  init() throws { doorvraag = try Doorvraag() }

  @Test("The tree as text, the deeper layer under the one that opens it")
  func text() throws {
    let result = try doorvraag.run("persona", "show", doorvraag.persona)
    #expect(result.exitCode == 0)
    #expect(result.stdout.contains("└─ begin  [vraag, over werk  ~ nacht]\n   └─ kern: nacht"))
  }

  @Test("On a narrow screen the tree is broken beside its trunk", arguments: [30, 60, 120])
  func narrow(columns: Int) throws {
    let terminal = try doorvraag.terminal("persona", "show", doorvraag.persona, columns: columns)
    try terminal.waitForExit()
    for line in terminal.screen.description.split(separator: "\n") { #expect(line.count <= columns, "'\(line)'") }
    #expect(terminal.screen.contains("kern: nacht"))
  }

  @Test(
    "The other formats begin as they must",
    arguments: [("mermaid", "flowchart LR\n"), ("dot", "digraph persona {\n"), ("svg", "<svg xmlns=")])
  func formats(format: String, beginning: String) throws {
    let result = try doorvraag.run("persona", "show", doorvraag.persona, "--format", format)
    #expect(result.exitCode == 0)
    #expect(result.stdout.hasPrefix(beginning))
    #expect(result.stdout.contains("begin"))
    #expect(try doorvraag.run("persona", "show", doorvraag.persona, "--format", "pdf").exitCode == 2)
  }

  @Test("The JSON has its version first")
  func export() throws {
    let result = try doorvraag.run("persona", "export", doorvraag.persona)
    #expect(result.exitCode == 0)
    #expect(result.stdout.hasPrefix("{\n  \"version\": 1,\n  \"name\": \"Noor Bakker\","))
  }

  @Test(
    "A persona that can't be played: what is wrong with it, and exit code 1", arguments: ["show", "export", "play"])
  func faulty(command: String) throws {
    let path = try doorvraag.home.write("bad.md", "# Bad\ntaal: nl\nsituatei: een\n")
    let result = try doorvraag.run("persona", command, path)
    #expect(result.exitCode == 1)
    #expect(result.stdout == "")
    #expect(result.stderr.contains("bad.md:3:1: fout: [unknown-key]"))
  }

  @Test("The list: what comes with the program, one's own, and one that isn't right yet")
  func list() throws {
    _ = try run("/bin/mkdir", ["-p", doorvraag.home.path("data/doorvraag/personas")])
    try doorvraag.home.write("data/doorvraag/personas/buurvrouw.md", PersonaCheckTests.clean)
    try doorvraag.home.write("data/doorvraag/personas/half.md", "# Half\ntaal: nl\nzomaar\n")
    try doorvraag.home.write("data/doorvraag/personas/buurvrouw.gesprekken.md", "## gesprek: x\n")
    let result = try doorvraag.run("persona", "list")
    #expect(result.exitCode == 0)
    // How wide the first column is hangs on the longest name there is.
    let lines = result.stdout.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(lines.contains { $0.hasPrefix("sanne Sanne de Wit · meegeleverd · nl · ") })
    #expect(lines.contains("buurvrouw Noor Bakker · van jou · nl · 3 antwoorden · bewezen"))
    #expect(lines.contains("half Half · van jou · nog 4 fouten"))
    #expect(!result.stdout.contains("gesprekken"))
    #expect(result.stderr == "")
  }

  @Test("Simulated leaders: a row each; the same seed gives the same numbers")
  func play() throws {
    let first = try doorvraag.run("persona", "play", doorvraag.persona, "--runs", "20", "--seed", "3")
    #expect(first.exitCode == 0)
    for leader in ["vraagt en luistert", "adviseert", "ondervraagt", "stelt gerust", "zwijgt", "van alles wat"] {
      #expect(first.stdout.contains("\n  \(leader)"))
    }
    #expect(first.stderr == "", "no progress bar without a terminal")
    #expect(try doorvraag.run("persona", "play", doorvraag.persona, "--runs", "20", "--seed", "3") == first)
    #expect(try doorvraag.run("persona", "play", doorvraag.persona, "--runs", "0").exitCode == 2)
  }

  @Test("On a terminal a progress bar is drawn, and taken away")
  func progress() throws {
    let terminal = try doorvraag.terminal("persona", "play", doorvraag.persona, "--runs", "50", columns: 60)
    try terminal.waitForExit()
    #expect(String(decoding: terminal.bytes, as: UTF8.self).contains("Gesprekken [###"))
    #expect(!terminal.screen.contains("Gesprekken ["))
    #expect(terminal.screen.contains("vraagt en luistert"))
  }
}
