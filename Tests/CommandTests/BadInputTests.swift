import TestSupport
import Testing

@Suite("Bad input gets a clear message, the right exit code, and loses nothing")
struct BadInputTests {
  private let doorvraag: Doorvraag

  init() throws { doorvraag = try Doorvraag() }

  @Test("A persona that doesn't exist: says which do, and which was probably meant")
  func unknownPersona() throws {
    let result = try doorvraag.run("practise", "sane")
    #expect(result.exitCode == 1)
    #expect(result.stdout == "")
    #expect(result.stderr.contains("Er is geen personage 'sane'. Bedoel je 'sanne'?"))
    #expect(try doorvraag.run("practise", "xyzzy").stderr.contains("Er zijn: "))
    let english = try doorvraag.run("practise", "xyzzy", environment: ["LANG": "en"])
    #expect(english.stderr.contains("There is no persona 'xyzzy'."))
  }

  @Test("A file that isn't a persona: every error with its line")
  func faulty() throws {
    try doorvraag.home.write("bad.md", "# Bad\ntaal: nl\nsituatei: een\n## a\nals: vraagg\n- Ja.\n")
    let result = try doorvraag.run("practise", doorvraag.home.path("bad.md"))
    #expect(result.exitCode == 1)
    #expect(result.stderr.contains("bad.md:3:1: "))
    #expect(result.stderr.contains("bad.md:5:"))
  }

  @Test("A file that can't be read, a folder and a binary file")
  func unreadable() throws {
    #expect(try doorvraag.run("practise", doorvraag.home.path).exitCode == 1)
    #expect(try doorvraag.run("practise", "/dev/null").exitCode == 1)
    try doorvraag.home.write("binary.md", bytes: (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 131) })
    let result = try doorvraag.run("practise", doorvraag.home.path("binary.md"))
    #expect(result.exitCode == 1)
    #expect(!result.stderr.isEmpty)
  }

  @Test(
    "A wrong command line is exit code 2",
    arguments: [["--seed", "x"], ["--nonsense"], ["classify"], ["--language", "xx"]])
  func usage(arguments: [String]) throws {
    let result = try run(doorvraag.program, arguments, environment: doorvraag.environment)
    #expect(result.exitCode == 2)
    #expect(result.stdout == "")
    #expect(!result.stderr.isEmpty)
  }

  @Test("Help and version are exit code 0")
  func help() throws {
    #expect(try doorvraag.run("--help").exitCode == 0)
    #expect(try doorvraag.run("--help").stdout.contains("Oefen coachende gesprekken"))
    #expect(try doorvraag.run("--version").exitCode == 0)
  }

  @Test("Invalid UTF-8 is repaired and the talk goes on")
  func invalidUTF8() throws {
    let bytes = Array("Hoe gaat het op je w".utf8) + [0xFF, 0xFE] + Array("erk\nHoe gaat het op je werk?\n".utf8)
    let result = try run(
      doorvraag.program, ["practise", doorvraag.persona], inputBytes: bytes, environment: doorvraag.environment)
    #expect(result.exitCode == 0)
    #expect(result.stdout.contains("Noor: Druk, ja."))
  }

  @Test("A line of 1 MB is answered, and kept whole")
  func longLine() throws {
    let line = String(repeating: "en toen zei hij weer iets ", count: 40_000)
    let result = try doorvraag.talk(line, arguments: ["--transcript", doorvraag.home.path("t.jsonl")])
    #expect(result.exitCode == 0)
    #expect(result.stdout.contains("Terugblik"))
    #expect(try #require(doorvraag.home.text("t.jsonl")).contains(line))
  }

  @Test("Escape sequences in what the leader types never reach the screen")
  func escapes() throws {
    let result = try doorvraag.talk("Je moet \u{1B}[31mgewoon\u{1B}[0m bellen\u{7}.", "/\u{1B}[2J")
    #expect(!result.stdout.contains("\u{1B}"))
    #expect(!result.stdout.contains("\u{7}"))
  }

  @Test("A data folder that can't be written: the talk goes on, and says once that it isn't saved")
  func unwritable() throws {
    var doorvraag = doorvraag
    doorvraag.environment["XDG_DATA_HOME"] = "/dev/null/nowhere"
    let result = try doorvraag.talk("Hoe gaat het op je werk?", "Hoe slaap je?")
    #expect(result.exitCode == 0)
    #expect(result.stderr.components("wordt niet bewaard").count == 2)
    #expect(result.stdout.contains("misgaat"))
  }

  #if os(Linux)
    // A device that is always full is what other systems lack.
    @Test("Output that can't be written is told of: a file that was cut off looks whole")
    func fullOutput() throws {
      let path = try doorvraag.home.write("talk.txt", "Leider: Hoe gaat het?\nNoor: Goed.\n")
      let shell = "'\(doorvraag.program)' evaluate '\(path)' > /dev/full"
      let result = try run("/bin/sh", ["-c", shell], environment: doorvraag.environment)
      #expect(result.exitCode == 1)
      #expect(result.stderr.contains("De uitvoer is niet compleet"))
    }
  #endif

  @Test("A transcript that is there already is not overwritten")
  func existing() throws {
    try doorvraag.home.write("t.jsonl", "mine")
    let result = try doorvraag.talk("Hoi.", arguments: ["--transcript", doorvraag.home.path("t.jsonl")])
    #expect(result.exitCode == 1)
    #expect(result.stderr.contains("bestaat al"))
    #expect(doorvraag.home.text("t.jsonl") == "mine")
  }

  @Test("No home at all: the talk goes on")
  func homeless() throws {
    let result = try run(
      doorvraag.program, ["practise", doorvraag.persona], input: "Hoe gaat het op je werk?\n",
      environment: ["LANG": "nl"])
    #expect(result.exitCode == 0)
    #expect(result.stdout.contains("Noor: Druk, ja."))
    #expect(result.stderr.components("wordt niet bewaard").count == 2)
  }
}
