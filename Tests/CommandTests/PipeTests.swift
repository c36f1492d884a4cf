import TestSupport
import Testing

@Suite("A conversation through a pipe")
struct PipeTests {
  private let doorvraag: Doorvraag

  init() throws { doorvraag = try Doorvraag() }

  @Test("One line in, its feedback and the answer out; the end of the input ends the talk with the review")
  func talk() throws {
    let result = try doorvraag.talk(
      "Hoe gaat het op je werk?", "Je moet gewoon eerder naar bed.", "Je slaapt er slecht van, zeg je.")
    #expect(result.exitCode == 0)
    #expect(result.stderr == "")
    let lines = result.stdout.split(separator: "\n").map(String.init)
    let answers = lines.filter { $0.hasPrefix("Noor: ") }
    #expect(answers.count == 4)
    #expect(answers[0] == "Noor: Hoi. Je wilde me spreken?")
    #expect(answers[1] == "Noor: Druk, ja. Ik slaap er slecht van.")
    #expect(answers[3].contains("misgaat"))
    let first = try #require(lines.firstIndex(of: answers[1]))
    #expect(lines[first - 1].hasPrefix("  + "), "the feedback stands above the answer")
    #expect(result.stdout.contains("In beurt 3 vertelde Noor waar het om gaat."))
    let advice = "Eerste advies: in beurt 2, vóór de kern (beurt 3): „Je moet gewoon eerder naar bed”"
    #expect(result.stdout.contains(advice))
  }

  @Test("There are no colours and no cursor movement")
  func isPlain() throws {
    let result = try doorvraag.talk("Hoe gaat het op je werk?", "/hulp", "/kaart", "")
    #expect(!result.stdout.contains("\u{1B}"))
    #expect(!result.stdout.contains("\r"))
  }

  @Test("The same lines and the same seed give the same bytes twice; another seed may not")
  func repeats() throws {
    let lines = ["Hoe gaat het op je werk?", "Komt wel goed.", "", "Hoe slaap je?"].joined(separator: "\n")
    let first = try doorvraag.run("practise", doorvraag.persona, "--seed", "7", input: lines)
    let second = try doorvraag.run("practise", doorvraag.persona, "--seed", "7", input: lines)
    #expect(first == second)
    #expect(first.stdout.contains("Noor:"))
  }

  @Test("An empty line is silence, and the other may go on talking")
  func silence() throws {
    let result = try doorvraag.talk("")
    #expect(result.stdout.contains("Stilte."))
    #expect(result.stdout.contains("Noor: Tja. Het is ook best veel.") || result.stdout.contains("Noor: Hm."))
  }

  @Test("Commands work by their Dutch and their English names, and are not said to the other")
  func commands() throws {
    let result = try doorvraag.talk("/hulp", "/help", "/kaart", "/map", "/KAART")
    #expect(result.stdout.components("Tijdens het gesprek").count == 3)
    #expect(result.stdout.components("De ladder tot nu toe").count == 4)
    #expect(result.stdout.components("Noor: ").count == 2)
  }

  @Test("An unknown command says which is nearest, or where to look")
  func unknownCommand() throws {
    #expect(try doorvraag.talk("/kart").stdout.contains("'/kart' ken ik niet. Bedoel je /kaart?"))
    #expect(try doorvraag.talk("/fiets").stdout.contains("'/fiets' ken ik niet. /hulp laat zien wat er kan."))
  }

  @Test("After /stop nothing more is read, and the review follows")
  func stop() throws {
    let result = try doorvraag.talk("/stop", "Hoe gaat het op je werk?")
    #expect(result.stdout.contains("Terugblik"))
    #expect(!result.stdout.contains("Druk, ja."))
  }

  @Test("The aliases, and no subcommand at all, practise", arguments: ["practice", "oefen", ""])
  func aliases(name: String) throws {
    let arguments = (name.isEmpty ? [] : [name]) + [doorvraag.persona]
    let result = try run(doorvraag.program, arguments, input: "", environment: doorvraag.environment)
    #expect(result.stdout.contains("Noor: Hoi."))
  }

  @Test("Without a persona the menu is shown, and the first line chooses")
  func menu() throws {
    let result = try doorvraag.run(input: "1\n")
    #expect(result.exitCode == 0)
    #expect(result.stdout.contains("Met wie wil je oefenen?"))
    #expect(result.stdout.contains("Situatie: ") || result.stdout.contains("Situation: "))
  }

  @Test("Every turn is in the file before its answer is shown; a talk that is not named goes to the data folder")
  func transcript() throws {
    let result = try doorvraag.talk(
      "Hoe gaat het op je werk?", arguments: ["--transcript", doorvraag.home.path("t.jsonl")])
    #expect(result.exitCode == 0)
    let text = try #require(doorvraag.home.text("t.jsonl"))
    #expect(text.split(separator: "\n").count == 3, "the start, the turn and the end")
    #expect(text.contains("Hoe gaat het op je werk?"))
  }

  @Test("The interface follows the persona, the menu --language and then the locale")
  func languages() throws {
    #expect(try doorvraag.run(input: "", environment: ["LANG": "en_GB.UTF-8"]).stdout.contains("Who would you like"))
    #expect(try doorvraag.run(input: "", environment: ["LC_ALL": "nl_BE", "LANG": "en_GB"]).stdout.contains("Met wie"))
    #expect(try doorvraag.run(input: "", environment: ["LANG": "C"]).stdout.contains("Who would you like"))
    #expect(try doorvraag.run("--language", "nl", input: "", environment: ["LANG": "en_GB"]).stdout.contains("Met wie"))
    let english = try doorvraag.run("practise", doorvraag.persona, input: "", environment: ["LANG": "en_GB"])
    #expect(english.stdout.contains("In gesprek met: Noor Bakker, planner"))
  }
}

extension String {
  /// The pieces between every `separator`.
  func components(_ separator: String) -> [Substring] { split(separator: separator, omittingEmptySubsequences: false) }
}
