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
struct ResumeTests {
  private let doorvraag: Doorvraag

  init() throws { doorvraag = try Doorvraag() }

  private let lines = [
    "Hoe gaat het op je werk?", "Oké.", "Je moet gewoon eerder naar bed.", "", "Hoe slaap je?", "Je slaapt slecht.",
    "Wat wil je zelf doen?", "Zullen we vrijdag verder praten?",
  ]

  /// Begins a talk, and leaves it as it is.
  private func begin(_ lines: String..., name: String? = nil) throws {
    let input = (lines + ["/pauze"]).map { $0 + "\n" }.joined()
    let result = try doorvraag.run("practise", name ?? doorvraag.persona, "--seed", "1", input: input)
    #expect(result.exitCode == 0)
  }

  private func resume(_ asked: String..., say lines: [String] = []) throws -> RunResult {
    let input = lines.map { $0 + "\n" }.joined()
    return try run(
      doorvraag.program, ["practise", "--resume"] + asked, input: input, environment: doorvraag.environment)
  }

  private func review(_ text: String) throws -> Substring {
    text[try #require(text.firstRange(of: "Terugblik\n"), "no review in \(text)").lowerBound...]
  }

  /// The lines of the leader in a file.
  private func said(_ file: String) throws -> [Substring] {
    try #require(doorvraag.home.text(file)).split(separator: "\n").filter { $0.contains(#""event":"turn""#) }
  }

  @Test(
    "Killed at any answer, everything that was answered is there, and it ends as if it had never stopped",
    arguments: 0...7)
  func killed(answers: Int) throws {
    let file = "k\(answers).jsonl"
    let terminal = try doorvraag.terminal(
      "practise", doorvraag.persona, "--plain", "--seed", "1", "--transcript", doorvraag.home.path(file))
    try terminal.wait(for: "Noor: Hoi.")
    // All lines at once: whatever the program is doing when the last of these answers comes, it is in the midst of it.
    try terminal.type(lines.joined(separator: "\n") + "\n")
    try terminal.wait("answer \(answers)") { $0.description.components("Noor: ").count >= answers + 2 }
    terminal.signal(SIGKILL)
    try terminal.waitForExit()

    let shown = terminal.screen.description.components("Noor: ").count - 2
    let kept = try said(file).count
    #expect(kept >= shown)
    let rest = Array(lines[kept...])
    let result = try resume(doorvraag.home.path(file), say: rest)
    #expect(result.exitCode == 0, "\(result.stderr)")
    let straight = try doorvraag.run(
      "practise", doorvraag.persona, "--seed", "1", input: lines.map { $0 + "\n" }.joined())
    #expect(try review(result.stdout) == review(straight.stdout))
  }

  @Test("The last answer stands again, and tries are where they were left")
  func recall() throws {
    try begin(lines[0], lines[1], "/terug")
    let result = try resume(say: ["/takken"])
    #expect(result.stdout.contains("Verder met je gesprek met Noor."))
    #expect(result.stdout.contains("Jij: Hoe gaat het op je werk?\nNoor: Druk, ja. Ik slaap er slecht van.\n"))
    #expect(result.stdout.contains("  2    Oké.") || result.stdout.contains("  2  Oké."))
    #expect(result.stdout.contains("▸ 1  Hoe gaat het op je werk?"))
  }

  @Test("Without a file it is the newest talk that is not finished, with whom it is said to be")
  func newest() throws {
    #expect(try resume().stderr.contains("Er is geen gesprek dat nog niet af is."))
    try begin(lines[0])
    try begin("How are you?", name: "tess")
    _ = try doorvraag.talk(lines[0])
    #expect(try resume("noor", say: ["/pauze"]).stdout.contains("Verder met je gesprek met Noor."))
    #expect(try resume(doorvraag.persona, say: ["/pauze"]).stdout.contains("Verder met je gesprek met Noor."))
    #expect(try resume(say: ["/pause"]).stdout.contains("Going on with your talk with Tess."))
    #expect(try resume("tess").stdout.contains("Going on with your talk with Tess."))
    #expect(try resume("tess").stderr.contains("Er is geen gesprek met tess dat nog niet af is."))
    #expect(try resume("tess").exitCode == 2)
  }

  @Test("A talk in which nothing was said is not gone on with, and one that was ended is by its file")
  func finished() throws {
    try begin()
    #expect(try resume().exitCode == 2)
    let file = doorvraag.home.path("t.jsonl")
    _ = try doorvraag.talk(lines[0], arguments: ["--transcript", file])
    #expect(try resume(file, say: ["Hoe slaap je?"]).stdout.contains("misgaat"))
  }

  @Test("The menu says that a talk is not finished")
  func menu() throws {
    try begin(lines[0])
    let terminal = try doorvraag.terminal()
    try terminal.waitForPrompt("Nummer, naam of stop: ")
    #expect(terminal.screen.contains("Je gesprek met Noor is nog niet af. Ga verder met: doorvraag practise --resume"))
  }

  @Test("What was practised goes on: its focus and its feedback")
  func setting() throws {
    let input = lines[0] + "\n/pauze\n"
    _ = try doorvraag.run(
      "practise", doorvraag.persona, "--focus", "feeling", "--feedback", "end", input: input)
    let result = try resume(say: ["Hoe voelde je je daarbij?"])
    #expect(result.stdout.contains("Wat ik onderweg voor me hield"))
    #expect(result.stdout.contains("Dat is gelukt, in beurt 2."))
  }

  @Test("Options of a new talk don't go with it", arguments: ["--seed", "--focus", "--feedback", "--transcript"])
  func options(option: String) throws {
    let value = ["--seed": "3", "--focus": "why", "--feedback": "end"][option] ?? "t.jsonl"
    let result = try resume(option, value)
    #expect(result.exitCode == 2)
    #expect(result.stderr.contains("\(option) kan niet samen met --resume"))
  }
}

@Suite("A talk that can't just go on")
struct ResumeFailureTests {
  private let doorvraag: Doorvraag
  private let file: String

  init() throws {
    doorvraag = try Doorvraag()
    file = doorvraag.home.path("t.jsonl")
  }

  private func begin() throws {
    _ = try doorvraag.talk("Hoe gaat het op je werk?", "Hoe slaap je?", "/pauze", arguments: ["--transcript", file])
  }

  private func resume(say lines: String...) throws -> RunResult {
    try doorvraag.run("practise", "--resume", file, input: lines.map { $0 + "\n" }.joined())
  }

  @Test("Two programs can't have one talk: the second says so, and changes nothing")
  func taken() throws {
    let terminal = try doorvraag.terminal("practise", doorvraag.persona, "--transcript", file)
    try terminal.waitForPrompt("Jij: ")
    try terminal.enter("Hoe gaat het op je werk?")
    try terminal.wait(for: "Noor: Druk, ja.")
    let before = doorvraag.home.bytes("t.jsonl")
    let result = try resume(say: "Oké.")
    #expect(result.exitCode == 1)
    #expect(result.stderr == "\(file) is al open in een ander venster. Ga daar verder, of sluit het daar eerst.\n")
    #expect(doorvraag.home.bytes("t.jsonl") == before)
  }

  @Test("A persona whose file has changed: said so, and gone on with from where it would answer otherwise")
  func changed() throws {
    try begin()
    try doorvraag.home.write("noor.md", noor.replacing("misgaat", with: "fout gaat"))
    let result = try resume(say: "Hoe slaap je?")
    #expect(result.stdout.contains("op je zin in beurt 2 zou het antwoord nu anders zijn"))
    #expect(result.stdout.contains("fout gaat"))
    #expect(result.exitCode == 0)

    try doorvraag.home.write(
      "noor.md", noor.replacing("fout gaat", with: "misgaat") + "\n// een regel erbij\n")
    let elsewhere = try resume(say: "/takken 2", "/takken 3")
    #expect(elsewhere.stdout.contains("Noor: Ik ben bang dat het een keer misgaat"))
    #expect(elsewhere.stdout.contains("Bij beurt 3 kun je niet meer verder"))
  }

  @Test("Another persona in the file, another beginning, or no file: refused, with why")
  func refused() throws {
    try begin()
    let before = doorvraag.home.bytes("t.jsonl")
    try doorvraag.home.write("noor.md", noor.replacing("# Noor Bakker", with: "# Nora Bos"))
    #expect(try resume().stderr.contains("Het was met Noor Bakker, en in \(doorvraag.persona) staat nu Nora Bos."))
    try doorvraag.home.write("noor.md", noor.replacing("Je wilde me spreken?", with: "Dag."))
    #expect(try resume().stderr.contains("want Noor begint nu met andere woorden"))
    try doorvraag.home.write("noor.md", "# Noor\nfout: ja\n")
    #expect(try resume().stderr.contains("kan nog niet gespeeld worden"))
    _ = try run("/bin/rm", [doorvraag.persona])
    let gone = try resume()
    #expect(gone.stderr.contains("het bestand van Noor is er niet meer (\(doorvraag.persona))"))
    #expect(gone.exitCode == 1)
    #expect(doorvraag.home.bytes("t.jsonl") == before)
  }

  @Test(
    "A file that is no talk, a damaged one, a later version, none at all: named, with what to do",
    arguments: [
      ("# Sanne\n", "t.jsonl:1: dit is geen gesprek van Doorvraag", 1),
      (#"{"event":"start","doorvraag":99}"# + "\n", "is bewaard door een nieuwere Doorvraag (versie 99", 1),
      ("", "t.jsonl is leeg", 1),
    ])
  func foreign(text: String, message: String, code: Int32) throws {
    try doorvraag.home.write("t.jsonl", text)
    let result = try resume()
    #expect(result.stderr.contains(message))
    #expect(result.exitCode == code)
    #expect(doorvraag.home.text("t.jsonl") == text)
  }

  @Test("No such file")
  func absent() throws {
    #expect(try resume().stderr.contains("t.jsonl is niet te lezen"))
    #expect(try resume().exitCode == 2)
  }

  @Test("A line cut off in the middle of a talk is named with its number")
  func damaged() throws {
    try begin()
    let lines = try #require(doorvraag.home.text("t.jsonl")).split(separator: "\n")
    try doorvraag.home.write("t.jsonl", "\(lines[0])\n\(lines[1].prefix(100))\n\(lines[2])\n")
    #expect(try resume().stderr.contains("t.jsonl:2: deze regel is niet te lezen."))
  }

  @Test("Escape sequences in a talk of somebody's making are text on the screen")
  func hostile() throws {
    try begin()
    let text = try #require(doorvraag.home.text("t.jsonl"))
    let hostile = text.replacing("Hoe gaat het op je werk?", with: #"Hoe \u001b[2Jis\u009b31m het hier op je?"#)
    try doorvraag.home.write("t.jsonl", hostile)
    let result = try resume(say: "/takken", "/waarom 1")
    #expect(result.exitCode == 0 || result.stderr.contains("past niet bij wat ervoor staat"))
    for text in [result.stdout, result.stderr] {
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    }
  }

  @Test("A disk that is full: said once, the talk goes on, and what was there stays whole")
  func fullDisk() throws {
    let talk = Array(repeating: "Hoe gaat het op je werk?\n", count: 12).joined()
    let command =
      "ulimit -f 12; exec '\(doorvraag.program)' practise '\(doorvraag.persona)' --seed 1 --transcript '\(file)'"
    let result = try run("/bin/sh", ["-c", command], input: talk, environment: doorvraag.environment)
    #expect(result.exitCode == 0)
    #expect(result.stdout.components("Noor: ").count == 14)
    #expect(result.stdout.contains("Terugblik"))
    #expect(result.stderr.components("Bewaren lukt nu niet").count == 2)
    #expect(result.stderr.contains("Het laatste deel van dit gesprek is niet bewaard."))
    let text = try #require(doorvraag.home.text("t.jsonl"))
    #expect(text.hasSuffix("}\n"))
    let again = try resume()
    #expect(again.exitCode == 0)
    #expect(again.stdout.contains("Verder met je gesprek met Noor."))
  }
}
