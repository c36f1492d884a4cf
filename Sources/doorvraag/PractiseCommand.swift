import ArgumentParser
import CoachingLanguage
import LineEditing
import Personas
import Practice

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct PractiseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practise", abstract: Interface.phrases("practise.about"), aliases: ["practice", "oefen"])

  @Argument(help: .init(Interface.phrases("practise.name.help"), valueName: Interface.phrases("practise.name")))
  var name: String?

  @Flag(help: .init(Interface.phrases("practise.plain.help")))
  var plain = false

  @Option(help: .init(Interface.phrases("practise.seed.help")))
  var seed: UInt64?

  @Option(help: .init(Interface.phrases("practise.transcript.help"), valueName: "file"))
  var transcript: String?

  @Option(help: .init(Interface.phrases("language.help")))
  var language: String?

  func validate() throws {
    if let language, Language(locale: language) == nil {
      throw ValidationError(Interface.phrases("error.language", ["name": language]))
    }
  }

  func run() throws {
    let console = Console(isPlain: plain)
    let folder = DataFolder(environment: Interface.environment)
    let library = PersonaLibrary(folder: folder)
    let source: LineSource =
      console.isScreen ? .editor(LineEditor(historyFile: folder?.history)) : .plain(PlainLineReader())
    guard let entry = try entry(in: library, console, source) else { return }

    let persona = entry.persona
    let phrases = Phrasebook(persona.language)
    guard let pack = LanguagePack.shipped(persona.language) ?? LanguagePack.shipped(.english) else { return }
    let seed = seed ?? UInt64.random(in: 0...UInt64(UInt32.max))
    let practice = Practice(
      persona: persona, pack: pack, phrases: phrases, seed: seed,
      setting: .init(name: entry.name, path: entry.path, started: Date().formatted(.iso8601)))
    let recorder = try Recorder(for: practice, path: transcript, folder: folder, phrases: phrases)
    var conversation = Conversation(practice: practice, phrases: phrases, console: console, source: source)
    conversation.record = { recorder.record($0) }
    conversation.run()
    if console.isScreen, let path = recorder.path { console.print(phrases("saved", ["path": path]), .faint) }
  }

  /// The persona that was named, or is chosen from the menu.
  private func entry(in library: PersonaLibrary, _ console: Console, _ source: LineSource) throws -> PersonaLibrary
    .Entry?
  {
    guard let name else {
      return PersonaMenu(library: library, phrases: Interface.phrases, console: console).choose(from: source)
    }
    do {
      return try library.persona(name)
    } catch {
      throw InputFault(message: message(for: error))
    }
  }

  private func message(for failure: PersonaLibrary.Failure) -> String {
    let phrases = Interface.phrases
    switch failure {
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
