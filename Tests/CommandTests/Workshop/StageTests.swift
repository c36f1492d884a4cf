import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite("A second screen")
struct StageTests {
  private let doorvraag: Doorvraag

  init() throws { doorvraag = try Doorvraag() }

  private let question = "Hoe gaat het op je werk?"

  private func workshop(_ arguments: String...) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      doorvraag.program, ["workshop", doorvraag.persona, "--seed", "1", "--names", "Anna, Bram"] + arguments,
      environment: doorvraag.environment, columns: 100, rows: 30)
    try terminal.wait("the setup") { screen in screen.lines.contains { $0.contains("Enter begint.") } }
    try terminal.press(.enter)
    try wait(terminal, for: "/hulp laat zien")
    return terminal
  }

  private func stage(_ arguments: String...) throws -> PseudoTerminal {
    try PseudoTerminal(
      doorvraag.program, ["stage"] + arguments, environment: doorvraag.environment, columns: 60, rows: 18)
  }

  private func wait(_ terminal: PseudoTerminal, for text: String) throws {
    try terminal.wait("'\(text)'") { $0.lines.contains { $0.contains(text) } }
  }

  private func enter(_ terminal: PseudoTerminal, _ text: String) throws {
    try terminal.wait("the prompt") { $0.textBeforeCursor == "> " }
    try terminal.enter(text)
  }

  @Test("Started first, it waits, follows what begins, and shows that it is over")
  func first() throws {
    let stage = try stage()
    try wait(stage, for: "Hier komt het gesprek.")
    let group = try workshop("--desk")
    try wait(stage, for: "Aan het woord: Anna · daarna Bram")
    try enter(group, "Bram: \(question)")
    try wait(stage, for: "1  \(question)")
    try enter(group, "/zeg")
    try wait(stage, for: "Druk, ja.")
    #expect(!stage.screen.lines.contains { $0.contains("een open vraag") })
    try wait(group, for: "een open vraag. Openheid van 4 naar 5.")
    try enter(group, "")
    try wait(stage, for: "een open vraag")
    try enter(group, "/einde")
    try wait(stage, for: "Wat wilden we doen?")
    try enter(group, "/einde")
    try wait(group, for: "Bewaren met namen?")
    try enter(group, "")
    #expect(try group.waitForExit() == 0)
    try wait(stage, for: "Dit gesprek is klaar.")
    try stage.type("q")
    #expect(try stage.waitForExit() == 0)
    #expect(!stage.isEchoing || stage.screen.lines.allSatisfy { !$0.contains("q") })
  }

  @Test("It shows hints, signals and the evaluator's words to nobody")
  func onlyTheRoom() throws {
    let group = try workshop("--desk")
    let stage = try stage()
    try enter(group, question)
    try enter(group, "/zeg")
    try wait(group, for: "Nog open: „Ik slaap er slecht van”")
    try wait(group, for: "Hint: ")
    try enter(group, "/noteer Bram is stil")
    try enter(group, "/hint")
    try enter(group, "Bram: Tja.")
    try wait(stage, for: "1  Tja.")
    let seen = String(decoding: stage.bytes, as: UTF8.self)
    for word in ["Hint", "Nog open", "Openheid van", "is stil"] { #expect(!seen.contains(word), "\(word)") }
  }

  @Test("When the program under it is killed, it says that the talk stands still, and goes on with it")
  func killed() throws {
    let stage = try stage()
    var group: PseudoTerminal? = try workshop()
    try enter(try #require(group), question)
    try wait(stage, for: "1  \(question)")
    group?.signal(9)
    group = nil
    try wait(stage, for: "Het gesprek staat even stil.")
    let again = try PseudoTerminal(
      doorvraag.program, ["workshop", "--resume"], environment: doorvraag.environment, columns: 100, rows: 30)
    try wait(again, for: "Jullie gaan verder waar jullie waren.")
    try stage.wait("it to go on") { !$0.lines.contains { $0.contains("staat even stil") } }
    try enter(again, "/zeg")
    try wait(stage, for: "Druk, ja.")
  }

  @Test("Of two at once it follows the one that is named, and names both where none is")
  func two() throws {
    let first = try workshop()
    let second = try workshop()
    let unsure = try doorvraag.run("stage")
    #expect(unsure.exitCode == 2)
    let commands = unsure.stderr.split(separator: "\n").filter { $0.contains("doorvraag stage /") }
    #expect(commands.count == 2)
    let path = try #require(commands.first?.split(separator: " ").last.map(String.init))
    let stage = try stage(path)
    try wait(stage, for: "Aan het woord: Anna")
    try enter(second, "Zin van de tweede.")
    try enter(first, "Zin van de eerste.")
    try wait(stage, for: "1  Zin van de eerste.")
    #expect(!String(decoding: stage.bytes, as: UTF8.self).contains("tweede"))
    // One is in use, so it can't be gone on with elsewhere.
    let taken = try doorvraag.run("workshop", "--resume", path)
    #expect(taken.exitCode == 1 && taken.stderr.contains("al open in een ander venster"))
  }

  @Test("A file that goes away, comes back, or is no talk, is told of")
  func files() throws {
    let path = doorvraag.home.path("later.jsonl")
    let stage = try stage(path)
    try wait(stage, for: "Hier komt het gesprek.")
    let result = try doorvraag.talk(question, arguments: ["--transcript", path])
    #expect(result.exitCode == 0)
    try wait(stage, for: "Dit gesprek is klaar.")
    try FileManager.default.moveItem(atPath: path, toPath: path + ".weg")
    try wait(stage, for: "Dit gesprek is er niet meer.")
    try FileManager.default.moveItem(atPath: path + ".weg", toPath: path)
    try wait(stage, for: "Dit gesprek is klaar.")
    try doorvraag.home.write("later.jsonl", "zomaar wat\n")
    try wait(stage, for: "Dit gesprek is niet te lezen.")
  }

  @Test("It is drawn anew at every size, says when that is too small, and leaves the terminal as it was")
  func sizes() throws {
    let group = try workshop()
    let stage = try stage()
    try enter(group, question)
    try wait(stage, for: "1  \(question)")
    stage.resize(columns: 40, rows: 10)
    try wait(stage, for: "Dit venster is 40 bij 10.")
    stage.resize(columns: 120, rows: 40)
    try wait(stage, for: "○ situatie   ○ gebeurtenis")
    try stage.press(.control("c"))
    #expect(try stage.waitForExit() == 0)
    #expect(stage.isEchoing)
    #expect(String(decoding: stage.bytes, as: UTF8.self).hasSuffix("\u{1B}[?25h"))
  }

  @Test("Into a pipe goes every change, until it is over")
  func pipe() throws {
    let path = doorvraag.home.path("t.jsonl")
    _ = try doorvraag.talk(question, arguments: ["--transcript", path])
    let result = try doorvraag.run("stage", path)
    #expect(result.exitCode == 0 && result.stdout.contains("Dit gesprek is klaar."))
  }
}
