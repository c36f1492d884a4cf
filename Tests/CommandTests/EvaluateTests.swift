import TestSupport
import Testing

@Suite("Reviewing talks from files")
struct EvaluateTests {
  private let doorvraag: Doorvraag

  init() throws { doorvraag = try Doorvraag() }

  private static let held = """
    Leider: Hoe gaat het met je?
    Noor: Wel goed, hoor. Overdag red ik me wel.
    Leider: Je moet gewoon eerder naar bed.
    Noor: Ja, dat zal wel.
    Leider: Wat maakt dat je zo slecht slaapt?
    Noor: Ik ben bang dat het een keer misgaat, en dat het dan aan mij ligt.
    Leider: Dus je ligt wakker van wat er mis kan gaan.
    Noor: Ja. Dat is het.
    Leider: Zullen we vrijdag om tien uur verder praten?
    Noor: Ja, graag.
    """

  private func evaluate(_ arguments: String..., input: String = "") throws -> RunResult {
    try run(doorvraag.program, ["evaluate"] + arguments, input: input, environment: doorvraag.environment)
  }

  @Test("A talk that was written down gets the same review, told to be judged from words")
  func written() throws {
    let path = try doorvraag.home.write("talk.txt", Self.held)
    let result = try evaluate(path)
    #expect(result.exitCode == 0)
    #expect(result.stderr == "")
    #expect(result.stdout.contains("Dit gesprek is echt gevoerd."))
    #expect(result.stdout.contains("in beurt 3 zei Noor waar het om gaat, en in beurt 4 gaf jij het terug."))
    #expect(result.stdout.contains("Wanneer: vrijdag om tien uur."))
  }

  @Test("A talk of this program gets the review it had when it ended")
  func saved() throws {
    let path = doorvraag.home.path("t.jsonl")
    let talk = try doorvraag.talk(
      "Hoe gaat het op je werk?", "Je slaapt er slecht van.", arguments: ["--transcript", path])
    let review = try #require(talk.stdout.components("Terugblik\n").last)
    let again = try evaluate(path).stdout
    // What to type differs: the talk knew with whom it was.
    let end = try #require(review.firstRange(of: "Oefen precies dit"))
    #expect(again.hasPrefix(review[..<end.lowerBound]))
  }

  @Test("One line of JSON a file, also for one that can't be read")
  func lines() throws {
    let good = try doorvraag.home.write("talk.txt", Self.held)
    let bad = try doorvraag.home.write("bad.txt", "Zomaar wat.")
    let result = try evaluate("--format", "jsonl", good, bad, good)
    #expect(result.exitCode == 1)
    let lines = result.stdout.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].contains("\"tell_share\":"))
    #expect(lines[1].contains("\"error\":\"") && lines[1].contains("bad.txt"))
    #expect(lines[0] == lines[2])
    #expect(result.stderr.contains("bad.txt: hier lees ik geen gesprek in."))
    #expect(result.stderr.contains("1 van de 3 bestanden niet gelezen"))
  }

  @Test("The leader is named, or guessed; where that can't be the names are listed")
  func leader() throws {
    let path = try doorvraag.home.write("talk.txt", "Jan: Hoe is het?\nNoor: Goed.\nJan: En thuis?\nNoor: Ook.")
    let unknown = try evaluate(path)
    #expect(unknown.exitCode == 1)
    #expect(unknown.stderr.contains("wie is de leider? Ik lees: Jan, Noor. Zeg het met --leader, zoals --leader Jan"))
    #expect(try evaluate(path, "--leader", "Noor").stdout.contains("Ook."))
    #expect(try evaluate(path, "--leader", "Jam").stderr.contains("Bedoel je 'Jan'?"))
    #expect(try evaluate(path, "--leader", "Jan").exitCode == 0)
  }

  @Test("The language is guessed from the words, or said")
  func language() throws {
    let path = try doorvraag.home.write("t.txt", "Leader: So what happened then?\nAmy: They would not listen to me.")
    #expect(try evaluate(path, "--format", "json").stdout.contains("\"language\":\"en\""))
    #expect(try evaluate(path, "--format", "json", "--language", "nl").stdout.contains("\"language\":\"nl\""))
    #expect(try evaluate(path, "--language", "xx").exitCode == 2)
  }

  @Test("The letters of a talk are right, however an editor saved it")
  func encodings() throws {
    let text = "Leider: Hoe gaat het?\nRené: Eén keer ging het mis, dat was “erg”.\nLeider: Wat gebeurde er?\n"
    let windows: [UInt8] = text.unicodeScalars.map { scalar in
      switch scalar {
      case "“": 0x93
      case "”": 0x94
      default: UInt8(scalar.value)
      }
    }
    let units = text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let wide: [UInt8] = [0xFF, 0xFE] + units
    let slip = Array(text.utf8) + [0xE9, 0x0A]
    for (name, bytes) in [("utf8", Array(text.utf8)), ("windows", windows), ("utf16", wide), ("slip", slip)] {
      try doorvraag.home.write(name, bytes: bytes)
      let result = try evaluate(doorvraag.home.path(name))
      #expect(result.stdout.contains("waarom René dit doet"), "\(name)")
      #expect(result.stdout.contains("René antwoordde: „Eén keer ging het mis, dat was “erg”.”"), "\(name)")
    }
  }

  @Test("A talk can come through a pipe")
  func input() throws {
    #expect(try evaluate("-", input: Self.held).stdout.contains("Wanneer: vrijdag om tien uur."))
  }

  @Test("Files that are no talk: what is wrong and what to do, and nothing on standard output")
  func badFiles() throws {
    let newer =
      #"{"doorvraag":99,"event":"start","file":"x","language":"nl","opening":"","persona":"X","seed":1,"started":""}"#
    let cases: [(name: String, text: String, says: String)] = [
      ("empty.txt", "", "is leeg"), ("blank.txt", " \n\n", "is leeg"),
      ("story.txt", "Een verhaal zonder namen.", "hier lees ik geen gesprek in"),
      ("binary.txt", "Leider: \u{0}\u{1}", "is geen tekst"),
      ("foreign.jsonl", "{\"a\":1}\n", "dit is geen gesprek van Doorvraag"),
      ("newer.jsonl", newer + "\n", "nieuwere Doorvraag (versie 99"),
      ("cut.jsonl", "{\"doorvraag\":2,\"event\":\"sta", "dit is geen gesprek van Doorvraag"),
    ]
    for (name, text, says) in cases {
      let result = try evaluate(try doorvraag.home.write(name, text))
      #expect(result.exitCode == 1, "\(name)")
      #expect(result.stdout == "")
      #expect(result.stderr.contains(says), "\(name): \(result.stderr)")
    }
    #expect(try evaluate(doorvraag.home.path("none.txt")).exitCode == 2)
    #expect(try evaluate(doorvraag.home.path).exitCode == 2)
  }

  @Test("Names and lines that would steer a terminal end up as text", arguments: ["text", "markdown", "json", "jsonl"])
  func hostile(format: String) throws {
    let text =
      "Leider: Hoe \u{1B}[2J gaat het?\n\u{1B}]0;x\u{7}Noor: \u{9B}31m Goed.\nLeider: \u{202E}Oké.\nNoor: <script>alert(1)</script>"
    let result = try evaluate(try doorvraag.home.write("h.txt", text), "--format", format)
    #expect(result.exitCode == 0)
    for scalar in ["\u{1B}", "\u{7}", "\u{9B}"] { #expect(!result.stdout.contains(scalar)) }
    if format != "json" && format != "jsonl" { #expect(!result.stdout.contains("\u{202E}")) }
  }
}
