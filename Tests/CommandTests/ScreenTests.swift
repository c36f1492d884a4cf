import TestSupport
import Testing

@Suite("A conversation on a screen")
struct ScreenTests {
  private let doorvraag: Doorvraag

  init() throws { doorvraag = try Doorvraag() }

  private func begin(columns: Int = 80) throws -> PseudoTerminal {
    let terminal = try doorvraag.terminal("practise", doorvraag.persona, "--seed", "1", columns: columns)
    try terminal.waitForPrompt("Jij: ")
    return terminal
  }

  /// Ends the talk, and says nothing of how it went.
  private func leave(_ terminal: PseudoTerminal) throws {
    try terminal.press(.control("d"))
    try terminal.wait("the question how it went") {
      $0.description.contains("Hoe vond je dat het") && $0.textBeforeCursor == "Jij: "
    }
    try terminal.press(.control("d"))
    #expect(try terminal.waitForExit() == 0)
  }

  @Test("A line is edited, heard and answered")
  func editedLine() throws {
    let terminal = try begin()
    #expect(terminal.screen.contains("Situatie: Noor is stil de laatste tijd."))
    try terminal.type("oe gaat het op je werkk")
    try terminal.press(.backspace, .home)
    try terminal.type("H")
    try terminal.press(.enter)
    try terminal.wait(for: "Noor: Druk, ja. Ik slaap er slecht van.")
    #expect(terminal.screen.contains("Jij: Hoe gaat het op je werk"))
  }

  @Test("Tab completes a command")
  func completion() throws {
    let terminal = try begin()
    try terminal.type("/ka")
    try terminal.press(.tab)
    try terminal.wait("the completed command") { $0.cursorLine.hasPrefix("Jij: /kaart") }
    try terminal.press(.enter)
    try terminal.wait(for: "De ladder tot nu toe")
  }

  @Test("Up brings back an earlier line, also one of an earlier conversation")
  func history() throws {
    let first = try begin()
    try first.enter("Hoe gaat het op je werk?")
    try first.wait(for: "Noor: Druk, ja.")
    try first.waitForPrompt("Jij: ")
    try leave(first)

    let second = try begin()
    try second.press(.up)
    try second.wait("the line of before") { $0.cursorLine == "Jij: Hoe gaat het op je werk?" }
    try second.press(.enter)
    try second.wait(for: "Noor: Druk, ja.")
  }

  @Test("Ctrl-C abandons the line and nothing else; Ctrl-D ends the talk with the review")
  func controlKeys() throws {
    let terminal = try begin()
    try terminal.type("Je moet gewoon")
    try terminal.press(.control("c"))
    try terminal.waitForPrompt("Jij: ")
    try terminal.enter("Hoe gaat het op je werk?")
    try terminal.wait(for: "Noor: Druk, ja.")
    try terminal.waitForPrompt("Jij: ")
    try leave(terminal)
    #expect(terminal.screen.contains("Terugblik"))
    #expect(terminal.screen.contains("Eerste advies: geen."))
  }

  @Test("The menu is answered with a number, or a name that Tab completes")
  func menu() throws {
    let terminal = try doorvraag.terminal()
    try terminal.waitForPrompt("Nummer, naam of stop: ")
    try terminal.enter("99")
    try terminal.wait(for: "'99' staat niet in de lijst.")
    try terminal.type("sann")
    try terminal.press(.tab)
    try terminal.wait("the completed name") { $0.cursorLine == "Nummer, naam of stop: sanne" }
    try terminal.press(.enter)
    try terminal.wait(for: "In gesprek met: Sanne")
  }

  @Test(
    "The menu is left by Ctrl-C, by Ctrl-D, and by saying stop", arguments: ["\u{3}", "\u{4}", "stop\r", "/STOP\r"])
  func leavingTheMenu(keys: String) throws {
    let terminal = try doorvraag.terminal()
    try terminal.waitForPrompt("Nummer, naam of stop: ")
    try terminal.type(keys)
    #expect(try terminal.waitForExit() == 0)
    #expect(!terminal.screen.contains("staat niet in de lijst"))
  }

  @Test("Feedback stands above the answer, and nothing is wider than the window", arguments: [20, 40, 80, 200])
  func widths(columns: Int) throws {
    let terminal = try begin(columns: columns)
    try terminal.enter("Je moet gewoon eerder naar bed gaan, dan komt het vanzelf weer goed met je werk.")
    try terminal.wait("the next prompt") {
      $0.description.components("Noor:").count >= 3 && $0.textBeforeCursor == "Jij: "
    }
    try leave(terminal)
    // A line that the terminal had to wrap comes back joined, and is too long.
    let lines = terminal.screen.description.split(separator: "\n")
    #expect(lines.contains { $0.contains("advies") || $0.contains("sturend") })
    for line in lines where !line.hasPrefix("Jij:") { #expect(line.count <= columns, "'\(line)'") }
  }

  @Test("NO_COLOR and --plain take the colours away")
  func colours() throws {
    let coloured = try begin()
    #expect(String(decoding: coloured.bytes, as: UTF8.self).contains("\u{1B}[1m"))
    var plain = doorvraag
    plain.environment["NO_COLOR"] = "1"
    let terminal = try plain.terminal("practise", plain.persona)
    try terminal.waitForPrompt("Jij: ")
    #expect(!String(decoding: terminal.bytes, as: UTF8.self).contains("\u{1B}[1m"))
  }

  @Test("Wide characters and accents are read as typed")
  func wide() throws {
    let terminal = try begin()
    try terminal.enter("Één 漢字 😀, hoe is het op je werk?")
    try terminal.wait(for: "Noor: Druk, ja.")
  }

  @Test("After the window has changed, lines are broken at its new width")
  func resize() throws {
    let terminal = try begin(columns: 100)
    terminal.resize(columns: 40, rows: 60)
    try terminal.enter("/hulp")
    try terminal.wait("the next prompt") { $0.contains("Ctrl-C wist de regel.") && $0.textBeforeCursor == "Jij: " }
    let lines = terminal.screen.description.split(separator: "\n")
    let help = try #require(lines.firstIndex { $0.contains("Tijdens het gesprek") })
    for line in lines[help...] { #expect(line.count <= 40, "'\(line)'") }
  }

  @Test("Who says what is told apart without colour, and so is what helped from what did not")
  func apart() throws {
    var plain = doorvraag
    plain.environment["NO_COLOR"] = "1"
    let terminal = try plain.terminal("practise", plain.persona, "--seed", "1")
    try terminal.waitForPrompt("Jij: ")
    try terminal.enter("Hoe gaat het op je werk?")
    try terminal.wait(for: "Noor: Druk, ja.")
    try terminal.enter("Je moet gewoon eerder naar bed.")
    try terminal.wait("feedback") { $0.contains("  ! ") && $0.contains("  + ") && $0.contains("  → ") }
    #expect(!String(decoding: terminal.bytes, as: UTF8.self).contains("\u{1B}[1m"))
  }

  @Test("With --ascii nothing but letters is outside ASCII, and everything still fits", arguments: [40, 120])
  func ascii(columns: Int) throws {
    let terminal = try doorvraag.terminal(
      "practise", doorvraag.persona, "--ascii", "--seed", "1", columns: columns, rows: 200)
    try terminal.waitForPrompt("Jij: ")
    let lines = [
      "Hoe gaat het op je werk?", "Je moet gewoon eerder naar bed.", "/terug", "/hint", "/hint", "/hint",
      "/als Ja. | Nee.",
      "Vertel eens meer.", "/takken", "/kaart", "/waarom", "/hulp", "/stop",
    ]
    for line in lines {
      try terminal.waitForPrompt("Jij: ")
      try terminal.enter(line)
    }
    try terminal.wait("the question how it went") {
      $0.contains("Hoe vond je dat het") && $0.textBeforeCursor == "Jij: "
    }
    try terminal.press(.control("d"))
    try terminal.waitForExit()
    let text = terminal.screen.description
    #expect(text.unicodeScalars.allSatisfy { $0.isASCII || $0.properties.isAlphabetic })
    for line in text.split(separator: "\n") where !line.hasPrefix("Jij:") && !line.contains("/") {
      #expect(line.count <= columns, "'\(line)'")
    }
  }

  @Test("The leader is asked how it went before the review, and may leave it")
  func assessment() throws {
    let terminal = try doorvraag.terminal(
      "practise", doorvraag.persona, "--transcript", doorvraag.home.path("t.jsonl"), rows: 60)
    try terminal.waitForPrompt("Jij: ")
    try terminal.enter("Hoe gaat het op je werk?")
    try terminal.wait(for: "Noor: Druk, ja.")
    try terminal.enter("/stop")
    try terminal.wait("the first question") {
      $0.contains("Hoe vond je dat het ging?") && $0.textBeforeCursor == "Jij: "
    }
    #expect(!terminal.screen.contains("Terugblik"))
    try terminal.enter(" Best aardig. ")
    try terminal.wait("the second question") { $0.contains("(0 tot 10)") && $0.textBeforeCursor == "Jij: " }
    try terminal.enter("veel")
    try terminal.wait(for: "Een getal van 0 tot 10, of alleen Enter.")
    try terminal.waitForPrompt("Jij: ")
    try terminal.enter("8")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.screen.contains("Terugblik"))
    let text = try #require(doorvraag.home.text("t.jsonl"))
    #expect(text.contains(#"{"asked":8,"event":"self-assessment","went":"Best aardig."}"#))
  }
}
