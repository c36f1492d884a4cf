import TestSupport
import Testing

@testable import LineEditing

@Suite("Completion")
struct CompletionTests {
  @Test("Tab completes what can become only one thing")
  func single() throws {
    let probe = try Probe()
    try probe.terminal.type("/hu\t")
    try probe.shows("> /hulp")
    try probe.enter(expecting: "/hulp")
  }

  @Test("A candidate may be written otherwise than what was typed")
  func otherCase() throws {
    let probe = try Probe()
    try probe.terminal.type("zo\t")
    try probe.shows("> Zoë")
  }

  @Test("Tab inserts what all candidates share, lists them, and keeps the line")
  func ambiguous() throws {
    let probe = try Probe()
    try probe.terminal.type("/k\t")
    let list = "/kaart               /kaart Sanne de Wit  /kaart Sandra"
    try probe.terminal.wait("the list") { $0.lines.prefix(3) == ["> /kaart", list, "> /kaart"] }
    try probe.shows("> /kaart ")
    try probe.terminal.type("s\t")
    try probe.terminal.wait("the second list") {
      $0.lines[2...].prefix(3) == ["> /kaart San", "Sanne de Wit  Sandra", "> /kaart San"]
    }
    try probe.terminal.type("d\t")
    try probe.enter(expecting: "/kaart Sandra")
  }

  @Test("In 20 columns the list is as long as it must be")
  func narrow() throws {
    let probe = try Probe(columns: 20)
    try probe.terminal.type("/kaart s\t")
    try probe.terminal.wait("the list") {
      $0.lines.prefix(4) == ["> /kaart San", "Sanne de Wit", "Sandra", "> /kaart San"]
    }
  }

  @Test("What is behind the cursor stays, and the list goes below it")
  func insideALine() throws {
    let probe = try Probe(columns: 20)
    try probe.terminal.type(" dat is een lange regel")
    try probe.terminal.press(.home)
    try probe.terminal.type("/h\t")
    try probe.terminal.wait("the list") {
      $0.lines.prefix(5) == ["> /h dat is een lang", "e regel", "/hulp  /help", "> /h dat is een lang", "e regel"]
    }
    try probe.terminal.type("u\t")
    try probe.enter(expecting: "/hulp dat is een lange regel")
  }

  @Test("Without a candidate nothing happens")
  func none() throws {
    let probe = try Probe()
    try probe.terminal.type("hoi\t!")
    try probe.enter(expecting: "hoi!")
  }

  @Test("Candidates stand in columns that fit the window")
  func table() {
    #expect(LineEditor.table(["een", "twee", "漢字"], columns: 16) == "een   twee\r\n漢字\r\n")
    #expect(LineEditor.table(["een", "twee", "漢字"], columns: 17) == "een   twee  漢字\r\n")
    #expect(LineEditor.table(["te lang voor hier"], columns: 5) == "te lang voor hier\r\n")
  }
}
