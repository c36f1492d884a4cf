import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite("A workshop through a pipe")
struct WorkshopPipeTests {
  private let doorvraag: Doorvraag

  init() throws { doorvraag = try Doorvraag() }

  private let question = "Hoe gaat het op je werk?"

  private func workshop(_ lines: String..., arguments: [String] = []) throws -> RunResult {
    try TestSupport.run(
      doorvraag.program, ["workshop", doorvraag.persona, "--seed", "1"] + arguments,
      input: lines.map { $0 + "\n" }.joined(), environment: doorvraag.environment)
  }

  @Test("Lines are proposed, predicted, tried and said, and the feedback waits until it is asked for")
  func turn() throws {
    let result = try workshop(
      "Anna: \(question)", "Je moet gewoon eerder naar bed.", "/handen", "7 2 1 6 4", "", "/probeer 1 2", "/zeg 1", "",
      arguments: ["--names", "Anna, Bram", "--turns", "1"])
    #expect(result.exitCode == 0 && result.stderr.isEmpty)
    let text = result.stdout
    #expect(text.contains("Aan het woord: Anna · daarna Bram"))
    #expect(text.contains("   handen: vraagt 7 · luistert 2 · zegt 1   open 6 · dicht 4"))
    #expect(text.contains("Aan het woord: Bram · daarna Anna"))
    let said = try #require(text.firstRange(of: "Wij\n  \(question)"))
    let revealed = try #require(text.firstRange(of: "Wat jullie dachten"))
    #expect(said.upperBound < revealed.lowerBound)
    #expect(!text[..<said.lowerBound].contains("een open vraag"))
    #expect(text.contains("Verder met: doorvraag workshop --resume"))
  }

  @Test("What is typed wrong is told, and changes nothing")
  func mistakes() throws {
    let result = try workshop(
      "/zeg 1", "/handen", "/probeer x", "A.", "B.", "C.", "D.", "E.", "/zeg", "/zeg 9", "/handen 1 7", "/wis",
      "/wis 9",
      "/volgende Brahm", "/naam", "/noteer", "/terug", "/terug x", "/takken", "/vrag", "/probeer 1", "/handen 1 7 2 1",
      arguments: ["--names", "Anna, Bram"])
    #expect(result.exitCode == 0)
    for text in [
      "Daar is nu niets voor.", "Achter /probeer hoort een getal", "Er liggen al 4 zinnen.",
      "Achter /zeg hoort een getal",
      "Een zin met dat nummer ligt er niet.", "Vijf getallen, zoals 7 2 1 6 4.", "Bedoel je Bram?",
      "Typ achter /naam hoe iemand heet", "Typ achter /noteer wat je wilt onthouden.",
      "Er is nog niets om terug te nemen.",
      "Er is nog niets gezegd.", "Bedoel je /vraag?", "Van die zin is al te zien wat hij doet.",
    ] { #expect(result.stdout.contains(text), "\(text)") }
  }

  @Test("A setup file says what is agreed, and the command line goes on top of it")
  func setup() throws {
    let path = try doorvraag.home.write(
      "dinsdag.txt", "namen: Anna, Bram\nminuten: 90\nopenheid: ja\nfeedback: live\npersona: \(doorvraag.persona)\n")
    let result = try doorvraag.run("workshop", "--setup", path, "--minutes", "30", input: "\(question)\n/zeg\n")
    #expect(result.stdout.contains("nog 30 min"))
    #expect(result.stdout.contains("van de 10 open"))
    #expect(result.stdout.contains("Wat de zin deed"))
    let wrong = try doorvraag.home.write("fout.txt", "minuten: veel\nbeurte: 2\nzomaar\n")
    let refused = try doorvraag.run("workshop", "--setup", wrong)
    #expect(refused.exitCode == 1)
    #expect(refused.stderr.contains("\(wrong):1: Een getal van 1 tot 480."))
    #expect(refused.stderr.contains("\(wrong):2: 'beurte' ken ik niet. Bedoel je 'beurten'?"))
    #expect(refused.stderr.contains("\(wrong):3: hier mist een dubbele punt"))
    #expect(try doorvraag.run("workshop", "--minutes", "0").exitCode == 2)
  }

  @Test("A facilitator's own questions come first; what can't be read in them is told")
  func questions() throws {
    let path = try doorvraag.home.write("vragen.txt", "open vraag: Wat hoorde je {name} zeggen?\n")
    let result = try workshop(question, "/zeg", "/vraag", arguments: ["--questions", path])
    #expect(result.stdout.contains("Wat hoorde je Noor zeggen?"))
    let wrong = try doorvraag.home.write("fout.txt", "openvrag: Wat?\nniets\n")
    let refused = try workshop(arguments: ["--questions", wrong])
    #expect(refused.exitCode == 1)
    #expect(refused.stderr.contains("\(wrong):1: 'openvrag' is geen soort zin en geen trede. Bedoel je 'open vraag'?"))
    #expect(refused.stderr.contains("\(wrong):2: hier mist een dubbele punt"))
  }

  @Test("At the end the group answers four questions, and what observers counted stands beside what the program did")
  func review() throws {
    let result = try workshop(
      question, "/zeg", "/noteer Carla is stil", "Hoe slaap je dan?", "/zeg", "/einde", "Eerst vragen.", "", "", "2",
      "0",
      "ander",
      "1 0", "2", "Het ging snel open.", "", "", "", "", "", "", "Blijven vragen.", "", "")
    let text = result.stdout
    let review = try #require(text.firstRange(of: "Terugblik van de groep"))
    let kept = text[review.upperBound...]
    for part in [
      "– Eerst vragen.", "– Het ging snel open.", "– Blijven vragen.", "open vragen: waarnemers 2, programma 2.",
      "signalen: waarnemers 1 opgepakt, 0 blijven liggen, programma 1 opgepakt, 0 blijven liggen.",
    ] { #expect(kept.contains(part), "\(part)") }
    #expect(!kept.contains("Carla is stil"))
  }

  @Test("Looking back too early, a group goes on practising; what observers counted can be counted again")
  func practisingAgain() throws {
    let result = try workshop(
      question, "/zeg", "/einde", "/zeg", "/terug", "/verder", "Hoe slaap je dan?", "/zeg", "/einde", "", "", "7", "",
      "",
      "", "", "/waarnemers", "2", "", "", "", "", "", "", "/einde")
    #expect(result.exitCode == 0)
    let text = result.stdout
    #expect(text.split(separator: "\n").count { $0 == "Jullie kijken terug. /verder gaat door met oefenen." } == 2)
    let early = try #require(text.firstRange(of: "Wat wilden we doen?"))
    #expect(text[early.upperBound...].contains("1  Hoe slaap je dan?"))
    let review = try #require(text.firstRange(of: "Terugblik van de groep"))
    #expect(text[review.upperBound...].contains("open vragen: waarnemers 2, programma 2."))
    #expect(text[review.upperBound...].contains("2 beurten"))
  }

  @Test("Where nobody is named, a name before a line is kept nowhere, and nobody asks to leave names out")
  func nameless() throws {
    for names in [[], ["--names", "12"], ["--anonymous"]] {
      let lines = ["Anna: \(question)", "/zeg", "Bram de Wit: Hoe slaap je dan?", "/zeg", "/einde", "/einde"]
      let path = doorvraag.home.path("naamloos-\(names.count)-\(names.first ?? "").jsonl")
      let result = try TestSupport.run(
        doorvraag.program, ["workshop", doorvraag.persona, "--transcript", path] + names,
        input: lines.map { $0 + "\n" }.joined(), environment: doorvraag.environment)
      #expect(result.exitCode == 0)
      #expect(result.stdout.contains("Jullie doen mee zonder namen"))
      let review = try #require(result.stdout.firstRange(of: "Terugblik van de groep"))
      #expect(result.stdout[review.upperBound...].contains("„\(question)”"))
      #expect(!result.stdout.contains("Bewaren met namen?"))
      #expect(result.stdout.contains("Erbij waren 12 mensen.") == names.contains("12"))
      let kept = String(decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
      for name in ["Anna", "Bram"] {
        #expect(!kept.contains(name) && !result.stdout[review.upperBound...].contains(name))
      }
    }
  }

  @Test("It is gone on with where it was, also with the line that lay on the table")
  func resume() throws {
    let first = try workshop(
      "Anna: \(question)", "/zeg", "Bram: Hoe slaap je dan?", arguments: ["--names", "Anna, Bram"])
    #expect(first.exitCode == 0)
    let second = try doorvraag.run("workshop", "--resume", input: "/zeg\n")
    #expect(second.stdout.contains("1  Hoe slaap je dan?"))
    #expect(second.stdout.contains("misgaat"))
    #expect(second.stdout.contains("Aan het woord: Anna · daarna Bram"))
    let none = try Doorvraag().run("workshop", "--resume")
    #expect(none.exitCode == 2 && none.stderr.contains("Er is geen workshop die nog niet af is."))
  }

  @Test("Workshops are nobody's own progress")
  func apart() throws {
    _ = try workshop(question, "/zeg")
    #expect(try doorvraag.run("history").stdout.contains("Hoe gaat") == false)
    #expect(try doorvraag.run("practise", "--resume").exitCode == 2)
  }

  @Test("In English it speaks English")
  func english() throws {
    let result = try doorvraag.run(
      "workshop", "maya", "--seed", "1", "--names", "Ann, Ben", input: "Ann: How are things?\n/say\n\n/help\n",
      environment: ["LANG": "en_GB.UTF-8"])
    for text in ["Speaking: Ann · then Ben", "What the line did", "What you can type"] {
      #expect(result.stdout.contains(text), "\(text)")
    }
  }
}

@Suite("What is kept of a workshop")
struct WorkshopKeptTests {
  private let doorvraag: Doorvraag

  init() throws { doorvraag = try Doorvraag() }

  /// Ends a workshop; gives its output and where it is kept.
  private func end(_ lastLine: String, arguments: [String] = []) throws -> (output: String, path: String) {
    let lines = [
      "Anna: Hoe gaat het op je werk?", "/zeg", "/noteer Bram kijkt weg", "/einde", "Vragen, zei Anna.", "/einde",
    ]
    let result = try TestSupport.run(
      doorvraag.program,
      ["workshop", doorvraag.persona, "--seed", "1", "--names", "Anna, Bram"] + arguments,
      input: (lines + [lastLine]).map { $0 + "\n" }.joined(), environment: doorvraag.environment)
    #expect(result.exitCode == 0 && result.stderr.isEmpty)
    let report = try #require(result.stdout.split(separator: "\n").first { $0.contains("doorvraag report ") })
    return (result.stdout, String(try #require(report.split(separator: " ").last)))
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
  }

  @Test("It is kept with names, unless they are to be left out: then they are nowhere", arguments: ["", "zonder"])
  func names(lastLine: String) throws {
    let (output, path) = try end(lastLine)
    let isNamed = lastLine.isEmpty
    let page = try #require(output.split(separator: "\n").first { $0.contains("De terugblik staat in ") })
    let files = [path, String(try #require(page.split(separator: " ").last))]
    for file in files { #expect(try text(file).contains("Anna") == isNamed, "\(file)") }
    #expect(try text(files[0]).contains("Bram") == isNamed)
    #expect(output.contains("Alle namen zijn weggehaald") == !isNamed)
    let review = try doorvraag.run("workshop", "review", path)
    #expect(review.stdout.contains(isNamed ? "– Vragen, zei Anna." : "– Vragen, zei deelnemer 1."))
    #expect(!review.stdout.contains("kijkt weg"))
    #expect(try doorvraag.run("workshop", "review", "--notes").stdout.contains("kijkt weg"))
    #expect(try doorvraag.run("report", path, "--format", "markdown").exitCode == 0)
  }

  @Test("With --anonymous no name is ever written")
  func anonymous() throws {
    let (output, path) = try end("", arguments: ["--anonymous"])
    for name in ["Anna", "Bram"] {
      #expect(try !text(path).contains(name))
      #expect(!output.contains(name))
    }
  }

  @Test("Names can be taken out later, and the page can be written anywhere but over the workshop")
  func later() throws {
    let (_, path) = try end("")
    let page = doorvraag.home.path("terugblik.html")
    let result = try doorvraag.run("workshop", "review", "--anonymous", "--output", page)
    #expect(result.exitCode == 0)
    #expect(try text(page).hasPrefix("<!DOCTYPE html>") && !text(page).contains("Anna"))
    #expect(try !text(path).contains("Anna"))
    #expect(try doorvraag.run("workshop", "review", path, "--output", path).exitCode == 1)
    #expect(try doorvraag.run("workshop", "review", path, "--format", "markdown").stdout.hasPrefix("# Terugblik"))
  }

  @Test("A talk without a group, no workshop at all, and a file that can't be read are told of")
  func refused() throws {
    #expect(try doorvraag.run("workshop", "review").exitCode == 2)
    let path = doorvraag.home.path("t.jsonl")
    _ = try doorvraag.talk("Hm.", arguments: ["--transcript", path])
    let talk = try doorvraag.run("workshop", "review", path)
    #expect(talk.exitCode == 1 && talk.stderr.contains("doorvraag report"))
    #expect(try doorvraag.run("workshop", "review", doorvraag.home.path("niets")).exitCode == 2)
  }

  @Test("Sheets are printed, or written to a file of the kind its name asks for")
  func sheets() throws {
    #expect(try doorvraag.run("workshop", "sheets").stdout.contains("Tel: Opgepakt; Blijven liggen"))
    let path = doorvraag.home.path("bladen.md")
    #expect(try doorvraag.run("workshop", "sheets", "--names", "Anna, Bram", "--output", path).exitCode == 0)
    #expect(try text(path).contains("Waarnemer: Bram"))
    #expect(try doorvraag.run("workshop", "sheets", "--format", "html").stdout.contains("class=\"sheet\""))
  }
}

@Suite("The guide for facilitators, in the program")
struct WorkshopGuideCommandTests {
  private let doorvraag: Doorvraag

  init() throws { doorvraag = try Doorvraag() }

  @Test("It tells which pages there are, shows one, and helps with a name that is none")
  func pages() throws {
    #expect(try doorvraag.run("workshop", "guide").stdout.contains("advies  Als de zaal alleen adviseert"))
    #expect(try doorvraag.run("workshop", "gids", "afspraak").stdout.contains("Niemand krijgt een cijfer."))
    let wrong = try doorvraag.run("workshop", "guide", "advise")
    #expect(wrong.exitCode == 2 && wrong.stderr.contains("Bedoel je '"))
    #expect(try doorvraag.run("workshop", "guide", "90", "--language", "en").stdout.contains("In 90 minutes"))
  }

  @Test("It can be read in a workshop, too")
  func inside() throws {
    let result = try doorvraag.run("workshop", "sanne", input: "/gids\n/gids advies\n/gids xyz\n")
    #expect(result.stdout.contains("Gids voor begeleiders") && result.stdout.contains("Zeg het niet zelf."))
    #expect(result.stdout.contains("Een bladzijde 'xyz' is er niet."))
  }
}
