import ArgumentParser
import CoachingLanguage
import Personas
import Practice

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Plays the example conversations of a persona, in its file and beside it, and says what has changed.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "test", abstract: Interface.phrases("test.about"))

  @Argument(help: .init(Interface.phrases("persona.file.help"), valueName: "file"))
  var file: String

  @Option(help: .init(Interface.phrases("test.talks.help"), valueName: "file"))
  var talks: [String] = []

  @Flag(help: .init(Interface.phrases("test.bless.help")))
  var bless = false

  @Flag(help: .init(Interface.phrases("test.all.help")))
  var all = false

  @OptionGroup var spoken: SpokenLanguage

  func run() throws {
    let console = Console(isPlain: false)
    let phrases = Interface.phrases
    let file = try PersonaFile.asked(file)
    let persona = try file.persona()
    let classifier = persona.classifier
    let plans = try plans(for: file, persona).map { plan in
      var played = plan
      played.findings += persona.findings(on: plan.talks, in: plan.path)
      played.results = plan.talks.map { persona.test($0) { classifier.code($0) } }
      return played
    }
    let findings = plans.flatMap(\.findings)
    for plan in plans { FindingPrinter(console: console, phrases: phrases).print(plan.findings, lines: plan.lines) }
    let results = plans.flatMap(\.results)
    guard !results.isEmpty else {
      throw InputFault(message: phrases("test.none", ["path": file.path]))
    }
    for plan in plans { report(plan, console) }
    console.print()
    CoverageText(persona: persona, results: results, showsAll: all).print(console, phrases)
    if bless {
      for plan in plans { try bless(plan, persona, file, console) }
      return
    }
    let failed = results.count { !$0.passes }
    if failed > 0 { console.print(phrases("test.bless-hint"), .faint) }
    if failed > 0 || !findings.isEmpty { throw ExitCode(1) }
  }

  // MARK: What is played

  /// A file with conversations, and what came of them.
  private struct Plan {
    var path: String
    var isWritable = true
    /// The file, line 1 at index 0.
    var lines: [String]
    var talks: [ExampleTalk]
    var findings: [Finding] = []
    var results: [TalkResult] = []
  }

  private func plans(for file: PersonaFile, _ persona: Persona) throws -> [Plan] {
    var plans = [
      Plan(path: file.path, isWritable: file.origin == .own, lines: persona.source.lines, talks: persona.talks)
    ]
    for path in talks.isEmpty ? file.talkFiles : talks {
      let text = try TestCommand.text(of: path)
      let read = PersonaReader.readTalks(text, path: path)
      let lines = LinesOfText(text).lines
      plans.append(Plan(path: path, lines: lines, talks: read.talks, findings: read.findings))
    }
    return plans.filter { !$0.talks.isEmpty || !$0.findings.isEmpty }
  }

  private static func text(of path: String) throws -> String {
    guard let contents = FileContents(path: path, limit: PersonaReader.largestByteCount), contents.isWhole else {
      throw InputFault(message: Interface.phrases("error.unreadable", ["path": path]), exitCode: 2)
    }
    return String(decoding: contents.bytes, as: UTF8.self)
  }

  private func report(_ plan: Plan, _ console: Console) {
    let phrases = Interface.phrases
    for result in plan.results {
      let name = result.talk.name.isEmpty ? plan.path : result.talk.name
      let passed = phrases(result.passes ? "test.passes" : "test.fails")
      let text = "\(name): \(passed)"
      console.print(
        console.layout.wrap(text, first: result.passes ? "+ " : "! ", rest: 2), result.passes ? .good : .warning)
      for failure in result.failures {
        let places = ["expected": failure.expected, "found": failure.found]
        let what = phrases("test.\(failure.subject.rawValue)", places)
        console.print(console.layout.wrap("\(plan.path):\(failure.line): \(what)", first: "  ", rest: 4))
        guard let turn = failure.turn else { continue }
        console.print(console.layout.wrap(result.talk.turns[turn].line, first: "    > ", rest: 6), .faint)
        console.print(console.layout.wrap(result.replies[turn].text, first: "    ", rest: 6), .faint)
        guard let reason = failure.reason else { continue }
        let heard = phrases("test.node.heard", ["heard": reason.heard])
        console.print(console.layout.wrap(heard, first: "    ", rest: 6), .faint)
        let words = TryText(console: console, phrases: phrases)
        let isWinner = reason.candidate.missed == nil
        let why = isWinner ? phrases("test.node.holds") : words.missed(reason.candidate)
        console.print(
          console.layout.wrap("\(words.described(reason.candidate)) – \(why)", first: "    ", rest: 6), .idea)
      }
    }
  }

  // MARK: Making it so

  private func bless(_ plan: Plan, _ persona: Persona, _ file: PersonaFile, _ console: Console) throws {
    let phrases = Interface.phrases
    let text = try plan.isWritable ? TestCommand.text(of: plan.path) : ""
    let source = LinesOfText(text)
    let blessed = persona.blessed(source.lines, plan.results)
    guard blessed != source.lines else {
      return console.print(phrases("test.blessed.nothing", ["path": plan.path]))
    }
    guard plan.isWritable else {
      throw InputFault(message: phrases("persona.unwritable", ["path": plan.path]), exitCode: 2)
    }
    console.print()
    console.print(phrases("test.difference", ["path": plan.path]), .strong)
    for step in blessed.difference(from: source.lines).inOrder {
      switch step {
      case .remove(let offset, let line, _): console.print(["  \(offset + 1) - \(line)"], .warning)
      case .insert(let offset, let line, _): console.print(["  \(offset + 1) + \(line)"], .good)
      }
    }
    do {
      try Data(source.joined(blessed).utf8).write(to: URL(filePath: plan.path), options: .atomic)
    } catch {
      throw InputFault(message: phrases("persona.unwritable", ["path": plan.path]), exitCode: 2)
    }
    console.print(phrases("test.blessed", ["path": plan.path]))
  }
}

extension CollectionDifference {
  /// The changes as one reads them, from the top down, what went away before what came in its place.
  fileprivate var inOrder: [Change] {
    sorted { first, second in
      func key(_ change: Change) -> (Int, Int) {
        switch change {
        case .remove(let offset, _, _): (offset, 0)
        case .insert(let offset, _, _): (offset, 1)
        }
      }
      return key(first) < key(second)
    }
  }
}

/// The lines of a file, as the reader of the notation counts them, and what stood between them.
struct LinesOfText {
  var lines: [String] = []
  private var ending = "\n"
  private var endsWithLine = false

  init(_ text: String) {
    var line = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { last = scalar }
      if scalar == "\n", last == "\r" {
        ending = "\r\n"
        continue
      }
      guard scalar == "\n" || scalar == "\r" else {
        line.append(scalar)
        continue
      }
      if scalar == "\r", lines.isEmpty { ending = "\r" }
      lines.append(String(line))
      line = String.UnicodeScalarView()
    }
    endsWithLine = line.isEmpty
    if !line.isEmpty { lines.append(String(line)) }
  }

  /// Other lines as a file of the same kind.
  func joined(_ lines: [String]) -> String { lines.joined(separator: ending) + (endsWithLine ? ending : "") }
}
