import ArgumentParser
import CoachingLanguage
import Evaluator
import LineEditing
import Personas
import Practice

struct PractiseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practise", abstract: Interface.phrases("practise.about"), aliases: ["practice", "oefen"])

  @Argument(help: .init(Interface.phrases("practise.name.help"), valueName: Interface.phrases("practise.name")))
  var name: String?

  @Flag(help: .init(Interface.phrases("practise.resume.help")))
  var resume = false

  @Option(
    help: .init(Interface.phrases("practise.feedback.help")), completion: .list(FeedbackPolicy.allCases.map(\.rawValue))
  )
  var feedback: String?

  @Option(
    help: .init(Interface.phrases("practise.focus.help", ["names": focusNames])),
    completion: .list(Focus.allCases.map(\.rawValue)))
  var focus: String?

  @Flag(help: .init(Interface.phrases("practise.plain.help")))
  var plain = false

  @Flag(help: .init(Interface.phrases("practise.ascii.help")))
  var ascii = false

  @Flag(help: .init(Interface.phrases("practise.pace.help")))
  var pace = false

  @Option(help: .init(Interface.phrases("practise.seed.help")))
  var seed: UInt64?

  @Option(help: .init(Interface.phrases("practise.transcript.help"), valueName: "file"))
  var transcript: String?

  @Option(help: .init(Interface.phrases("language.help")))
  var language: String?

  private static let focusNames = Focus.allCases.map(\.rawValue).joined(separator: ", ")

  func validate() throws {
    if let language, Language(locale: language) == nil {
      throw ValidationError(Interface.phrases("error.language", ["name": language]))
    }
    if let feedback, FeedbackPolicy(rawValue: feedback) == nil {
      throw refusal(of: feedback, for: "--feedback", FeedbackPolicy.allCases.map(\.rawValue).joined(separator: ", "))
    }
    if let focus, Focus(rawValue: focus) == nil {
      throw refusal(of: focus, for: "--focus", PractiseCommand.focusNames)
    }
    guard resume else { return }
    let others = [
      "--feedback": feedback, "--focus": focus, "--seed": seed.map { String($0) }, "--transcript": transcript,
    ]
    if let option = others.filter({ $0.value != nil }).keys.min() {
      throw ValidationError(Interface.phrases("error.resume.option", ["option": option]))
    }
  }

  private func refusal(of value: String, for option: String, _ names: String) -> ValidationError {
    ValidationError(Interface.phrases("error.choice", ["name": value, "option": option, "names": names]))
  }

  func run() throws {
    let console = Console(isPlain: plain, isASCII: ascii, isPaced: pace)
    let folder = DataFolder(environment: Interface.environment)
    let library = PersonaLibrary(folder: folder)
    let source: LineSource =
      console.isScreen ? .editor(LineEditor(historyFile: folder?.history)) : .plain(PlainLineReader())
    if resume {
      let resumed = try ResumedTalk(asked: name, library: library, folder: folder)
      return have(resumed.practice, resumed.recorder, resumed.commands, console, source, after: resumed.change)
    }
    guard let entry = try entry(in: library, folder, console, source) else { return }
    let phrases = Phrasebook(entry.persona.language)
    guard let pack = LanguagePack.shipped(entry.persona.language) ?? LanguagePack.shipped(.english) else { return }
    let practice = Practice(
      persona: entry.persona, pack: pack, phrases: phrases, seed: seed ?? UInt64.random(in: 0...UInt64(UInt32.max)),
      setting: .init(
        name: entry.name, path: entry.path, started: Interface.now,
        policy: feedback.flatMap(FeedbackPolicy.init) ?? .live, focus: focus.flatMap(Focus.init)))
    let recorder = try Recorder(for: practice, path: transcript, folder: folder, phrases: phrases)
    have(practice, recorder, CommandLines(name: name ?? entry.name, transcript: transcript), console, source)
  }

  /// Has a conversation, from the start or from where it stood.
  private func have(
    _ practice: Practice, _ recorder: Recorder, _ commands: CommandLines, _ console: Console, _ source: LineSource,
    after change: Practice.Change? = nil
  ) {
    let phrases = Phrasebook(practice.persona.language)
    var conversation = Conversation(
      practice: practice, phrases: phrases, console: console, source: source, commands: commands)
    conversation.record = { recorder.record($0) }
    let ending = change.map { conversation.resume($0) } ?? conversation.run()
    recorder.finish()
    if ending == .reviewed, console.isScreen, let path = recorder.path {
      console.print(phrases("saved", ["path": path]), .faint)
      if commands.transcript == nil { console.print(phrases("saved.report"), .faint) }
    }
  }

  /// The persona that was named, or is chosen from the menu.
  private func entry(
    in library: PersonaLibrary, _ folder: DataFolder?, _ console: Console, _ source: LineSource
  ) throws -> PersonaLibrary.Entry? {
    guard let name else {
      let unfinished = console.isScreen ? folder?.unfinishedTalk() : nil
      return PersonaMenu(library: library, phrases: Interface.phrases, console: console, unfinished: unfinished)
        .choose(from: source)
    }
    do {
      return try library.persona(name)
    } catch {
      throw InputFault(message: error.message(Interface.phrases))
    }
  }
}

extension PersonaLibrary.Failure {
  /// What is wrong with the persona that was asked for, and what to do.
  func message(_ phrases: Phrasebook) -> String {
    switch self {
    case .unknown(let name, let names, let nearest):
      let places = ["name": name, "names": names.joined(separator: ", "), "nearest": nearest ?? ""]
      return phrases(nearest == nil ? "error.unknown-persona" : "error.unknown-persona.nearest", places)
    case .unreadable(let path): return phrases("error.unreadable", ["path": path])
    case .faulty(let path, let findings):
      let lines = findings.filter { $0.severity == .error }.prefix(10).map { finding in
        "\(path):\(finding.line):\(finding.column): \(finding.message(phrases)) \(finding.remedy(phrases))"
      }
      return ([phrases("error.faulty", ["path": path])] + lines).joined(separator: "\n")
    }
  }
}
