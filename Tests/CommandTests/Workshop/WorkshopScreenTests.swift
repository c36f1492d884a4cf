import TestSupport
import Testing

@Suite("A workshop on a screen")
struct WorkshopScreenTests {
  private let doorvraag: Doorvraag

  init() throws { doorvraag = try Doorvraag() }

  private func begin(columns: Int = 100, rows: Int = 30, _ arguments: String...) throws -> PseudoTerminal {
    try PseudoTerminal(
      doorvraag.program, ["workshop", doorvraag.persona, "--seed", "1"] + arguments, environment: doorvraag.environment,
      columns: columns, rows: rows)
  }

  private func wait(_ terminal: PseudoTerminal, for text: String) throws {
    try terminal.wait("'\(text)'") { $0.lines.contains { $0.contains(text) } && $0.textBeforeCursor == "> " }
  }

  @Test("Everything is set on one screen, and Enter alone begins")
  func setup() throws {
    let terminal = try begin()
    try wait(terminal, for: "Enter begint.")
    #expect(terminal.screen.lines.contains { $0.contains("3  Minuten") && $0.hasSuffix("45") })
    try terminal.enter("2 Anna, Bram en Carla")
    try wait(terminal, for: "Anna, Bram, Carla")
    try terminal.enter("3 veel")
    try wait(terminal, for: "Een getal van 1 tot 480.")
    try terminal.enter("5")
    try wait(terminal, for: "meteen te zien")
    try terminal.enter("1 niemand")
    try wait(terminal, for: "niemand")
    try terminal.press(.enter)
    try wait(terminal, for: "Aan het woord: Anna · daarna Bram")
    try terminal.enter("Hoe gaat het op je werk?")
    try wait(terminal, for: "1  Hoe gaat het op je werk?")
    try terminal.enter("/zeg")
    try wait(terminal, for: "vraagt: een open vraag")
  }

  @Test("The screen is drawn anew at its new size, and what was typed stays")
  func resize() throws {
    let terminal = try begin()
    try wait(terminal, for: "Enter begint.")
    try terminal.press(.enter)
    try wait(terminal, for: "spreker 1")
    try terminal.type("Hoe gaat het")
    terminal.resize(columns: 60, rows: 18)
    try terminal.wait("the screen at its new size") {
      $0.lines.contains { $0.contains("○ gevoel") && !$0.contains("situatie") }
        && $0.textBeforeCursor == "> Hoe gaat het"
    }
    terminal.resize(columns: 50, rows: 12)
    try terminal.wait("what it needs") { screen in
      screen.lines.joined(separator: " ").contains("Dit venster is 50 bij 12.")
    }
    terminal.resize(columns: 120, rows: 40)
    try terminal.wait("the whole screen") {
      $0.lines.contains { $0.contains("○ situatie   ○ gebeurtenis") } && $0.textBeforeCursor == "> Hoe gaat het"
    }
    try terminal.enter(" op je werk?")
    try wait(terminal, for: "1  Hoe gaat het op je werk?")
  }

  @Test("What is longer than a screen is read a page at a time")
  func pages() throws {
    let terminal = try begin(columns: 60, rows: 18)
    try wait(terminal, for: "Enter begint.")
    try terminal.press(.enter)
    try wait(terminal, for: "spreker 1")
    try terminal.enter("/hulp")
    try wait(terminal, for: "1/")
    var seen = terminal.screen.lines.joined(separator: "\n")
    for page in 2...9 {
      try terminal.press(.enter)
      try terminal.wait("the next page") { screen in
        screen.lines.contains { $0.contains("\(page)/") || $0.contains("spreker 1") } && screen.textBeforeCursor == "> "
      }
      if terminal.screen.lines.contains(where: { $0.contains("spreker 1") }) { break }
      seen += terminal.screen.lines.joined(separator: "\n")
    }
    for name in ["/handen", "/probeer", "/takken", "/noteer", "/einde", "/hulp"] {
      #expect(seen.contains(name), "\(name)")
    }
    #expect(terminal.screen.lines.contains { $0.contains("spreker 1") })
  }

  @Test("Ctrl-D leaves it to go on with; nothing but bold is used, and NO_COLOR takes that away")
  func leave() throws {
    let terminal = try begin()
    try wait(terminal, for: "Enter begint.")
    try terminal.press(.enter)
    try wait(terminal, for: "spreker 1")
    try terminal.press(.control("d"))
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.screen.contains("Verder met: doorvraag workshop --resume"))
    let bytes = String(decoding: terminal.bytes, as: UTF8.self)
    #expect(bytes.contains("\u{1B}[1m"))
    for colour in ["\u{1B}[2m", "\u{1B}[32m", "\u{1B}[33m", "\u{1B}[36m"] { #expect(!bytes.contains(colour)) }
    var plain = doorvraag
    plain.environment["NO_COLOR"] = "1"
    let second = try PseudoTerminal(
      plain.program, ["workshop", plain.persona], environment: plain.environment, columns: 80, rows: 24)
    try wait(second, for: "Enter begint.")
    #expect(!String(decoding: second.bytes, as: UTF8.self).contains("\u{1B}[1m"))
  }
}
