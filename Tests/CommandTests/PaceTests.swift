import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Answers that appear as if they were typed")
struct PaceTests {
  private let doorvraag: Doorvraag

  init() throws {
    doorvraag = try Doorvraag()
    // Long enough to be in the midst of it whenever a key comes, and to be waited for in vain by who does not skip it.
    let long = "Hoi. Je wilde me " + String(repeating: "echt heel ", count: 400) + "graag spreken?"
    try doorvraag.home.write("noor.md", noor.replacing("Hoi. Je wilde me spreken?", with: long))
  }

  private func begin() throws -> PseudoTerminal {
    let terminal = try doorvraag.terminal("practise", doorvraag.persona, "--pace", rows: 100)
    try terminal.wait(for: "Noor: Hoi. Je wilde me echt heel")
    #expect(!terminal.screen.contains("spreken?"))
    return terminal
  }

  @Test(
    "Any key shows the rest at once, and does nothing else",
    arguments: ["\r", " ", "x", "\u{1B}[A", "\u{1B}", "\u{4}", "\u{3}", "xxxx"])
  func skip(keys: String) throws {
    let terminal = try begin()
    #expect(!terminal.isEchoing)
    try terminal.type(keys)
    try terminal.waitForPrompt("Jij: ")
    #expect(terminal.screen.contains("graag spreken?"))
    try terminal.enter("/takken")
    try terminal.wait(for: "Je hebt nog niets gezegd.")
  }

  @Test("A signal that ends the program leaves the terminal as it was", arguments: [SIGTERM, SIGHUP])
  func ends(signal: Int32) throws {
    let terminal = try begin()
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == 128 + signal)
    #expect(terminal.isEchoing)
  }

  @Test("Through a pipe nothing is typed out")
  func pipe() throws {
    let result = try doorvraag.run("practise", doorvraag.persona, "--pace", input: "/stop\n")
    #expect(result.stdout.contains("graag spreken?"))
  }
}
