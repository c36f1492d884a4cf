import TestSupport
import Testing

@Suite("Whatever the file, every persona command says what is wrong and ends")
struct PersonaBadInputTests {
  private let doorvraag: Doorvraag

  init() throws { doorvraag = try Doorvraag() }

  private static let commands = ["check", "prove", "test", "play", "show", "try", "gaps", "export"]

  @Test("An empty file, and a device that has nothing", arguments: commands)
  func empty(command: String) throws {
    let path = try doorvraag.home.write("empty.md", "")
    for path in [path, "/dev/null"] {
      let result = try doorvraag.run("persona", command, path)
      #expect(result.exitCode == 1)
      #expect((result.stdout + result.stderr).contains("[empty-file]"))
    }
  }

  @Test("A binary file, and a device without end", arguments: commands)
  func binary(command: String) throws {
    try doorvraag.home.write("binary.md", bytes: (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 131) })
    for (path, code) in [(doorvraag.home.path("binary.md"), "[not-text]"), ("/dev/zero", "[too-large]")] {
      let result = try doorvraag.run("persona", command, path)
      #expect(result.exitCode == 1)
      #expect((result.stdout + result.stderr).contains(code))
    }
  }

  @Test("A file of 100 MB is not read", arguments: commands)
  func large(command: String) throws {
    let path = doorvraag.home.path("large.md")
    _ = try run("/usr/bin/truncate", ["-s", "100000000", path])
    let result = try doorvraag.run("persona", command, path)
    #expect(result.exitCode == 1)
    #expect((result.stdout + result.stderr).contains("dit bestand is 100 MB"))
  }

  @Test("A folder, and a file that isn't there, are exit code 2", arguments: commands)
  func missing(command: String) throws {
    for path in [doorvraag.home.path, doorvraag.home.path("none.md")] {
      let result = try doorvraag.run("persona", command, path)
      #expect(result.exitCode == 2)
      #expect(result.stdout == "")
      #expect(result.stderr.contains("is niet te lezen."))
    }
  }

  @Test("100,000 headings: reading stops, and says so")
  func manyNodes() throws {
    let nodes = (0..<100_000).map { "## n\($0)\nals: open vraag\n- Ja.\n" }.joined()
    let path = try doorvraag.home.write("many.md", PersonaCheckTests.clean + "\n" + nodes)
    let result = try doorvraag.run("persona", "check", path)
    #expect(result.exitCode == 1)
    #expect(result.stdout.contains("[too-many-nodes]"))
  }

  @Test("Escape sequences in a file never reach the screen", arguments: commands)
  func escapes(command: String) throws {
    let path = try doorvraag.home.write(
      "escape.md", PersonaCheckTests.clean.replacing("Druk, ja.", with: "\u{1B}[31mDruk\u{7}, \u{9B}2Jja."))
    let result = try doorvraag.run("persona", command, path, input: "Hoe gaat het op je werk?\n")
    for text in [result.stdout, result.stderr] {
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) })
    }
    #expect((result.stdout + result.stderr).contains("[control-character]"))
  }

  @Test("Without a home everything works that needs none")
  func homeless() throws {
    let path = try doorvraag.home.write("clean.md", PersonaCheckTests.clean)
    let result = try run(doorvraag.program, ["persona", "check", path], environment: ["LANG": "nl"])
    #expect(result.exitCode == 0)
    #expect(try run(doorvraag.program, ["persona", "new", "Fatima"], environment: ["LANG": "nl"]).exitCode == 2)
  }
}
