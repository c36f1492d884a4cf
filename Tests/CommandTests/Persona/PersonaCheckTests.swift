import TestSupport
import Testing

@Suite("persona check says everything about a file at once")
struct PersonaCheckTests {
  private let doorvraag: Doorvraag

  init() throws { doorvraag = try Doorvraag() }

  /// A persona in which nothing is to be found; its core takes an open question and listening.
  static let clean = """
    # Noor Bakker
    taal: nl
    rol: planner
    situatie: Noor is stil de laatste tijd. Jij bent haar teamleider.
    opening: Hoi. Je wilde me spreken?
    openheid: 3

    ## woorden
    werk: werk*, rooster*
    nacht: nacht*, slaap*, slapen

    ## begin
    als: open vraag, over werk
    dan: openheid +2
    signaal nacht: Druk, ja. Ik slaap er slecht van.
    signaal nacht: Veel. Het houdt me wakker, eerlijk gezegd.

    ### kern: het gaat mis
    als: reflectie, over nacht, openheid 8+
    - Ik ben bang dat er door mij iets misgaat.
    - Dat het fout loopt, en dat iedereen naar mij kijkt.

    ## te veel tegelijk
    als: open vraag, reflectie, over werk
    - Dat is veel tegelijk. Wat wil je precies weten?
    - Ho, één ding tegelijk graag.
    """

  @Test("A clean file: exit code 0, and one line that says so")
  func cleanFile() throws {
    let path = try doorvraag.home.write("clean.md", Self.clean)
    let result = try doorvraag.run("persona", "check", path)
    #expect(result.exitCode == 0, "\(result.stdout)")
    let lines = result.stdout.split(separator: "\n")
    #expect(lines.first == "\(path): in orde · 3 antwoorden · bewezen")
    #expect(lines.count == 2 && lines[1].hasPrefix("Bewezen wil zeggen: ") && lines[1].contains("een mens"))
    #expect(result.stderr == "")
  }

  @Test("Nothing is called proven that has an error, also where all of the proof holds")
  func provenWithAnError() throws {
    let sample = "bv: Wat een mooi weer is het vandaag.\n\n### kern"
    let path = try doorvraag.home.write("wrong.md", Self.clean.replacing("\n### kern", with: sample))
    let result = try doorvraag.run("persona", "check", path)
    #expect(result.stdout.contains("[sample-nowhere]"))
    #expect(result.stdout.hasSuffix("\(path): 1 fout · 3 antwoorden\n"))
    #expect(!result.stdout.lowercased().contains("bewezen"))
    #expect(
      try doorvraag.run("persona", "prove", path).stdout.contains("bewezen"), "the proof itself is another matter")
  }

  @Test("Findings: exit code 1; place, code, the line with the place marked, and what was probably meant")
  func findings() throws {
    let path = try doorvraag.home.write(
      "bad.md",
      Self.clean.replacing("rol: planner", with: "rool: planner").replacing("over werk\n", with: "over wrk\n"))
    let result = try doorvraag.run("persona", "check", path)
    #expect(result.exitCode == 1)
    #expect(result.stdout.contains("\(path):3:1: fout: [unknown-key] "))
    #expect(result.stdout.contains("  3 | rool: planner\n    | ^^^^\n"))
    #expect(result.stdout.contains("Bedoelde je `rol`?"))
    #expect(result.stdout.contains(":13:"))
    #expect(result.stdout.contains("[unknown-topic]"))
    #expect(result.stdout.contains("\(path): 3 fouten, 1 keer let op"))
  }

  @Test("A warning is no reason for exit code 1, but with --strict")
  func strict() throws {
    let path = try doorvraag.home.write(
      "one.md", Self.clean.replacing("- Dat het fout loopt, en dat iedereen naar mij kijkt.", with: ""))
    let lenient = try doorvraag.run("persona", "check", path)
    #expect(lenient.exitCode == 0)
    #expect(lenient.stdout.contains("[one-variant]"))
    #expect(try doorvraag.run("persona", "check", "--strict", path).exitCode == 1)
  }

  @Test("Several files: each is checked, and one that isn't there makes exit code 2")
  func several() throws {
    let first = try doorvraag.home.write("first.md", Self.clean)
    let second = try doorvraag.home.write("second.md", Self.clean + "\nzomaar\n")
    let both = try doorvraag.run("persona", "check", first, second)
    #expect(both.exitCode == 1)
    #expect(both.stdout.contains("first.md: in orde"))
    #expect(both.stdout.contains("second.md:27:1: fout: [stray-line]"))
    let result = try doorvraag.run("persona", "check", doorvraag.home.path("none.md"), second)
    #expect(result.exitCode == 2)
    #expect(result.stderr.contains("none.md is niet te lezen."))
    #expect(result.stdout.contains("[stray-line]"))
  }

  @Test("--format json: one document with all findings, in the language asked for")
  func json() throws {
    let path = try doorvraag.home.write("bad.md", Self.clean + "\nzomaar\n")
    let result = try doorvraag.run("persona", "check", "--format", "json", "--language", "en", path)
    #expect(result.exitCode == 1)
    #expect(result.stdout.hasPrefix("{\n  \"version\": 1,\n  \"findings\": ["))
    #expect(result.stdout.contains("\"code\": \"stray-line\""))
    #expect(result.stdout.contains("\"line\": 27"))
    #expect(result.stdout.contains("\"message\": \""))
  }

  @Test("A persona of one's own is found by its name, before one of the program's")
  func byName() throws {
    _ = try run("/bin/mkdir", ["-p", doorvraag.home.path("data/doorvraag/personas")])
    try doorvraag.home.write("data/doorvraag/personas/sanne.md", Self.clean)
    let result = try doorvraag.run("persona", "check", "Sanne")
    #expect(result.exitCode == 0)
    #expect(result.stdout.contains("personas/sanne.md: in orde"))
    let unknown = try doorvraag.run("persona", "check", "sane")
    #expect(unknown.exitCode == 2)
    #expect(unknown.stderr.contains("Bedoel je 'sanne'?"))
  }

  @Test("A twin is compared with, beside the file; where there is none, that is said")
  func twin() throws {
    let text = Self.clean.replacing("rol: planner", with: "tweeling: noor-en")
    let path = try doorvraag.home.write("noor.md", text)
    let alone = try doorvraag.run("persona", "check", path)
    #expect(alone.exitCode == 0)
    #expect(alone.stdout.contains("de tweeling 'noor-en' is niet te lezen"))
    try doorvraag.home.write("noor-en.md", Self.clean.replacing("openheid: 3", with: "openheid: 2"))
    let together = try doorvraag.run("persona", "check", path)
    #expect(together.stdout.contains("[twin-differs]"))
    #expect(!together.stdout.contains("niet te lezen"))
  }

  @Test("On a screen nothing is wider than the window", arguments: [40, 60, 120])
  func width(columns: Int) throws {
    let long = "zomaar een hele lange regel " + String(repeating: "en nog iets ", count: 20)
    let path = try doorvraag.home.write("bad.md", Self.clean + "\n" + long)
    let terminal = try doorvraag.terminal("persona", "check", path, columns: columns)
    try terminal.waitForExit()
    #expect(terminal.screen.contains("[stray-line]"))
    // A line that the terminal had to wrap comes back joined, and is too long.
    for line in terminal.screen.description.split(separator: "\n") { #expect(line.count <= columns, "'\(line)'") }
  }

  @Test("A code has a page with a bad and a good example; a slip gets the code that was meant")
  func explain() throws {
    let page = try doorvraag.run("persona", "explain", "[unknown-topic]")
    #expect(page.exitCode == 0)
    #expect(page.stdout.contains("Fout:"))
    #expect(page.stdout.contains("Goed:"))
    let slip = try doorvraag.run("persona", "explain", "unknown-topc")
    #expect(slip.exitCode == 1)
    #expect(slip.stderr.contains("Bedoel je 'unknown-topic'?"))
    #expect(try doorvraag.run("persona", "explain").stdout.contains("  core-lost\n"))
  }
}
