import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Four speakers and twelve turns, with everything in them that happens to a group in an hour.
@Suite("A whole workshop, and the room that looks on")
final class WholeWorkshopTests {
  private let doorvraag: Doorvraag
  private var group: PseudoTerminal
  private let stage: PseudoTerminal
  private let names = ["Zoë", "Bram de Wit", "Łucja", "Anna"]
  /// How many turns were said.
  private var turns = 0

  init() throws {
    doorvraag = try Doorvraag()
    stage = try PseudoTerminal(
      doorvraag.program, ["stage"], environment: doorvraag.environment, columns: 60, rows: 18)
    group = try PseudoTerminal(
      doorvraag.program, ["workshop", doorvraag.persona, "--seed", "1"], environment: doorvraag.environment,
      columns: 100,
      rows: 30)
  }

  private func wait(_ terminal: PseudoTerminal, for text: String) throws {
    try terminal.wait("'\(text)'") { $0.lines.contains { $0.contains(text) } }
  }

  private func enter(_ text: String, _ place: SourceLocation = #_sourceLocation) throws {
    try group.wait("a prompt") { $0.textBeforeCursor.hasSuffix("> ") && $0.textBeforeCursor.count <= 3 }
    try group.enter(text)
    look(at: stage, place)
    look(at: group, place)
  }

  /// A name stands in the head of the screen alone: no line is anybody's.
  private func look(at terminal: PseudoTerminal, _ place: SourceLocation) {
    for line in terminal.screen.lines where names.contains(where: line.contains) {
      let isHead = line.contains("Aan het woord:") || line.contains("daarna ") || line.hasPrefix(">")
      let isSetup = line.contains("Namen") || line.contains("nummer en wat het")
      #expect(isHead || isSetup, "'\(line)'", sourceLocation: place)
    }
  }

  /// One turn: a line, hands for it, and what it did.
  private func turn(_ line: String, hands: String = "7 2 1 6 4", answer: String? = nil) throws {
    let speaker = names[turns / 3 % names.count]
    try wait(group, for: "Aan het woord: \(speaker)")
    try wait(stage, for: "Aan het woord: \(speaker)")
    try enter("\(names[(turns + 1) % names.count]): \(line)")
    try wait(stage, for: "1  \(line)")
    try enter("/handen 1 \(hands)")
    try wait(stage, for: "vraagt 7")
    try enter("/zeg")
    turns += 1
    try group.wait("the turn to be said") { screen in
      screen.lines.contains { $0.contains("Enter toont wat de zin deed.") }
    }
    if let answer { try wait(stage, for: answer) }
    #expect(!stage.screen.lines.contains { $0.contains("Wat de zin deed") })
    try enter("")
    try wait(stage, for: "Wat de zin deed")
    try wait(stage, for: "Wat jullie dachten")
  }

  @Test("Set up, resized, paused, gone back in, branched, killed, gone on with, looked back on")
  func whole() throws {
    try wait(stage, for: "Hier komt het gesprek.")
    try wait(group, for: "Enter begint.")
    try enter("2 \(names.joined(separator: ", "))")
    try enter("")
    try turn("Hoe gaat het op je werk?", answer: "Druk, ja.")
    try turn("Je moet gewoon eerder naar bed.")
    // Two ways on from the first turn: one instead of the second, one after that.
    try enter("/terug")
    try wait(group, for: "Jullie zijn een beurt terug.")
    try wait(stage, for: "Druk, ja.")
    try turn("Dus je ligt wakker.")
    try enter("/takken")
    try wait(group, for: "2  └ Je moet gewoon")
    try enter("/takken 1")
    try wait(stage, for: "Druk, ja.")
    try turn("Vertel eens meer.")

    group.resize(columns: 60, rows: 18)
    stage.resize(columns: 200, rows: 50)
    try turn("Hm.")
    try enter("/pauze")
    try wait(stage, for: "pauze · nog ")
    try enter("/vraag")
    try wait(stage, for: "────")
    try enter("/verder")
    try stage.wait("the clock to run") { !$0.lines.contains { $0.contains("pauze") } }
    try turn("Wat zie je dan gebeuren?")

    // Several lines side by side, without being said.
    try enter("Slaap je dan wel?")
    try enter("Komt goed, hoor.")
    try enter("/probeer")
    try wait(stage, for: "2  Komt goed, hoor.")
    try enter("")
    try wait(stage, for: "zegt: geruststelling")
    try enter("/noteer Anna nog even vragen")
    try wait(group, for: "Genoteerd, alleen voor jou.")

    group.signal(9)
    try wait(stage, for: "Het gesprek staat even stil.")
    group = try PseudoTerminal(
      doorvraag.program, ["workshop", "--resume"], environment: doorvraag.environment, columns: 100, rows: 30)
    try wait(group, for: "Jullie gaan verder waar jullie waren.")
    try wait(group, for: "2  Komt goed, hoor.")
    try stage.wait("it to go on") { !$0.lines.contains { $0.contains("staat even stil") } }
    try enter("/wis 1")
    try wait(group, for: "Van die zin is al te zien wat hij doet.")
    try enter("/zeg 1")
    turns += 1
    try enter("")
    for line in [
      "Dus het speelt al langer.", "Wat raakt je daarin?", "", "Wat zou je zelf willen?", "Spreken we vrijdag af?",
    ] {
      try turn(line.isEmpty ? "…" : line)
    }
    #expect(turns == 12)
    try wait(group, for: "Aan het woord: Zoë")

    try enter("/einde")
    try wait(stage, for: "Wat wilden we doen?")
    try enter("Eerst luisteren.")
    try wait(stage, for: "– Eerst luisteren.")
    try enter("")
    try wait(stage, for: "Ontdek wat erachter zit.")
    try enter("")
    for count in ["5", "2", "samen", "1 1", "3"] { try enter(count) }
    try wait(stage, for: "Wat gebeurde er?")
    #expect(!stage.screen.lines.contains { $0.contains("zagen het aankomen") })
    // One thing at a time, until there is nothing more to look at.
    try enter("")
    try wait(stage, for: "zagen het aankomen")
    try enter("")
    try wait(stage, for: "open vragen: waarnemers 5, programma ")
    try enter("")
    try wait(stage, for: "Wat de zaal niet zag aankomen:")
    for _ in 1...2 {
      try enter("")
      try wait(stage, for: "Hoe het verder kon na")
    }
    try enter("")
    try wait(stage, for: "Waarom ging het zo?")
    try enter("")
    for moment in ["Een vraag die ruimte gaf", "Hier ging het ", "Gemist signaal"] {
      try wait(stage, for: moment)
      try enter("")
    }
    try wait(stage, for: "Wat doen we de volgende keer?")
    try enter("")
    try wait(stage, for: "Een idee:")
    try enter("")
    try wait(group, for: "Bewaren met namen?")
    try enter("")
    #expect(try group.waitForExit() == 0)
    try wait(stage, for: "Dit gesprek is klaar.")
    try checkWhatIsKept()
  }

  private func checkWhatIsKept() throws {
    let folder = doorvraag.home.path("data/doorvraag/workshops")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(files.count == 1)
    let path = folder + "/" + (files.first ?? "")
    let text = String(decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
    let lines = text.split(separator: "\n")
    func count(_ piece: String) -> Int { lines.count { $0.contains(piece) } }
    #expect(count(#""event":"turn""#) == 12)
    #expect(count(#""does":"said""#) == 12)
    #expect(count(#""does":"moved""#) == 2)
    #expect(count(#""does":"tried""#) == 2)
    #expect(count(#""does":"resume""#) == 1)
    let review = try doorvraag.run("workshop", "review", path)
    #expect(review.exitCode == 0)
    #expect(review.stdout.contains("Erbij waren: Zoë, Bram de Wit, Łucja, Anna."))
    let forks = review.stdout.split(separator: "\n").filter { $0.contains("Hoe het verder kon na") }
    #expect(forks.count == 2)
    for line in ["Je moet gewoon eerder naar bed", "Dus je ligt wakker", "Vertel eens meer", "Komt goed, hoor"] {
      #expect(review.stdout.contains("„\(line)"), "\(line)")
    }
    #expect(try doorvraag.run("workshop", "review", "--notes").stdout.contains("Anna nog even vragen"))
    #expect(try doorvraag.run("report", path, "--format", "json").exitCode == 0)
  }
}
