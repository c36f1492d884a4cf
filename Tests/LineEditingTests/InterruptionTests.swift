import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Stopping and going on")
struct InterruptionTests {
  @Test("Ctrl-C abandons the line and asks again")
  func interrupt() throws {
    let probe = try Probe()
    try probe.terminal.type("Waarom heb je")
    try probe.shows("> Waarom heb je")
    try probe.terminal.press(.control("c"))
    try probe.terminal.wait(for: "interrupted")
    try probe.ready()
    #expect(probe.terminal.screen.lines.prefix(3) == ["> Waarom heb je", "interrupted", ">"])
    try probe.terminal.type("Wat maakte dat je")
    try probe.enter(expecting: "Wat maakte dat je")
  }

  @Test("Ctrl-C below a wrapped line, with the cursor at its start, starts on a new row")
  func interruptWrapped() throws {
    let probe = try Probe(columns: 20)
    try probe.terminal.type("Wat maakt dat je er zo tegenop ziet?")
    try probe.shows("r zo tegenop ziet?")
    try probe.terminal.press(.home)
    try probe.shows("> ")
    try probe.terminal.press(.control("c"))
    try probe.terminal.wait(for: "interrupted")
    try probe.ready()
    #expect(
      probe.terminal.screen.lines.prefix(4) == ["> Wat maakt dat je e", "r zo tegenop ziet?", "interrupted", ">"])
  }

  @Test("Ctrl-C pressed again and again does not end the program")
  func manyInterrupts() throws {
    let probe = try Probe()
    for _ in 1...50 { try probe.terminal.press(.control("c")) }
    try probe.terminal.wait(for: "interrupted")
    // What was typed between two prompts is lost, so ask until it is not.
    try probe.terminal.wait("an answer") { screen in
      if screen.contains("[hoi]") { return true }
      if screen.textBeforeCursor == "> " { try? probe.terminal.type("\u{15}hoi\r") }
      return false
    }
  }

  @Test("Ctrl-C leaves a search too")
  func interruptInSearch() throws {
    let probe = try Probe()
    try probe.terminal.press(.control("r"))
    try probe.terminal.type("x")
    try probe.terminal.wait(for: "bck")
    try probe.terminal.press(.control("c"))
    try probe.terminal.wait(for: "interrupted")
    try probe.ready()
    try probe.terminal.type("hoi")
    try probe.enter(expecting: "hoi")
  }

  @Test("Ctrl-D on an empty line ends; in a line it does not")
  func end() throws {
    let probe = try Probe()
    try probe.terminal.type("ab")
    try probe.terminal.press(.control("d"), .home, .control("d"))
    try probe.enter(expecting: "b")
    try probe.terminal.press(.control("d"))
    #expect(try probe.terminal.waitForExit() == 0)
    #expect(probe.terminal.screen.lines.contains("end"))
  }

  @Test("After Ctrl-Z and its return the line is still there")
  func suspend() throws {
    let probe = try Probe()
    try probe.terminal.type("Wat heb je")
    try probe.shows("> Wat heb je")
    // Nobody could wake the program here, so the system lets Ctrl-Z do nothing; all but the sleep happens.
    try probe.terminal.press(.control("z"))
    try probe.terminal.wait("the line anew") { $0.lines.prefix(2) == ["> Wat heb je", "> Wat heb je"] }
    try probe.terminal.type(" nodig?")
    try probe.enter(expecting: "Wat heb je nodig?")
  }

  @Test("After a stop that cannot be caught, editing goes on as before")
  func stopAndContinue() throws {
    let probe = try Probe()
    try probe.terminal.type("Wat heb")
    try probe.shows("> Wat heb")
    probe.terminal.signal(SIGSTOP)
    probe.terminal.signal(SIGCONT)
    try probe.terminal.type(" je")
    try probe.terminal.press(.left, .left, .backspace, .right, .right)
    try probe.enter(expecting: "Wat hebje")
  }

  @Test("The terminal is as it was when a signal ends the program", arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func ended(by signal: Int32) throws {
    let probe = try Probe()
    #expect(!probe.terminal.isEchoing)
    probe.terminal.signal(signal)
    #expect(try probe.terminal.waitForExit() == 128 + signal)
    #expect(probe.terminal.isEchoing)
  }

  @Test("The terminal is as it was after Ctrl-D")
  func restored() throws {
    let probe = try Probe()
    try probe.terminal.press(.control("d"))
    try probe.terminal.waitForExit()
    #expect(probe.terminal.isEchoing)
  }
}

@Suite("~/.editrc")
struct EditrcTests {
  @Test("Its bindings hold, also those for this program alone")
  func bindings() throws {
    let home = try TemporaryFolder()
    try home.write(".editrc", "bind ^T ed-move-to-beg\nother:bind ^A ed-move-to-end\nprobe:bind -s ^G doorvragen\n")
    let probe = try Probe(home: home)
    try probe.terminal.type("b")
    try probe.terminal.press(.control("t"))
    try probe.terminal.type("a")
    try probe.terminal.press(.control("a"), .control("g"))
    try probe.enter(expecting: "doorvragenab")
  }

  @Test("In vi mode, completion and searching still work")
  func viMode() throws {
    let home = try TemporaryFolder()
    try home.write(".editrc", "bind -v\n")
    let probe = try Probe(home: home)
    try probe.terminal.type("/hu\t één")
    try probe.shows("> /hulp één")
    try probe.terminal.press(.escape)
    try probe.terminal.type("0xiX")
    try probe.enter(expecting: "Xhulp één")
  }

  @Test("Nonsense in it, or no home at all, is survived")
  func nonsense() throws {
    let home = try TemporaryFolder()
    try home.write(
      ".editrc",
      bytes: Array("bind ^T no-such-command\nbind ^T \"odd quote\n'x\n\"a b\"c\nbind ^Y\nbind ^G ed-move-to-end\n".utf8)
        + [0xFF, 0xC3, 0x0A, 0x00, 0x0A])
    let terminal = try PseudoTerminal(builtProduct("line-editing-probe"), environment: ["HOME": home.path])
    try terminal.waitForPrompt("> ")
    // The last line of the file still holds.
    try terminal.enter("oi\u{1}h\u{7}!")
    try terminal.wait(for: "[hoi!]")
    let homeless = try PseudoTerminal(builtProduct("line-editing-probe"))
    try homeless.waitForPrompt("> ")
    try homeless.enter("hoi")
    try homeless.wait(for: "[hoi]")
  }

  @Test("A poor terminal is no obstacle", arguments: ["dumb", "unknown-to-all", "vt100", "linux", "emacs"])
  func poorTerminal(_ kind: String) throws {
    let home = try TemporaryFolder()
    let terminal = try PseudoTerminal(
      builtProduct("line-editing-probe"), environment: ["HOME": home.path, "TERM": kind])
    try terminal.wait(for: ">")
    try terminal.type("één hoi")
    try terminal.press(.enter)
    try terminal.wait(for: "[één hoi]")
    try terminal.wait("the next prompt") { $0.cursorLine == ">" }
    try terminal.press(.control("d"))
    #expect(try terminal.waitForExit() == 0)
  }
}
