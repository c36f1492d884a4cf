import ArgumentParser
import CoachingLanguage
import Personas
import Practice

/// What a facilitator needs to write a persona and to know that it works.
struct PersonaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "persona", abstract: Interface.phrases("persona.about"),
    subcommands: [
      GuideCommand.self, ListCommand.self, NewCommand.self, TryCommand.self, CheckCommand.self, ExplainCommand.self,
      ProveCommand.self,
      TestCommand.self, PlayCommand.self, ShowCommand.self, GapsCommand.self, ExportCommand.self,
    ])
}

/// The option that every command of a facilitator has.
struct SpokenLanguage: ParsableArguments {
  @Option(help: .init(Interface.phrases("language.help")))
  var language: String?

  func validate() throws {
    if let language, Language(locale: language) == nil {
      throw ValidationError(Interface.phrases("error.language", ["name": language]))
    }
  }
}

extension PersonaFile {
  /// The file a facilitator named; where there is none the command could not run.
  static func asked(_ name: String) throws -> PersonaFile {
    do {
      return try named(name, folder: DataFolder(environment: Interface.environment))
    } catch {
      throw error.fault
    }
  }

  /// What stands in the file.
  func reading() throws -> PersonaReading {
    do {
      return try read()
    } catch {
      throw error.fault
    }
  }

  /// The persona in the file; says what is wrong with it where it can't be played.
  func persona() throws -> Persona {
    let reading = try reading()
    guard let persona = reading.persona else { throw fault(of: reading) }
    return persona
  }

  /// Why what stands in the file can't be played: the first of the errors.
  func fault(of reading: PersonaReading) -> InputFault {
    let phrases = Interface.phrases
    let errors = reading.findings.filter { $0.severity == .error }
    let lines = reading.draft?.source.lines ?? []
    let shown = errors.prefix(5).map { $0.text(phrases, lines: lines) }
    let more = errors.count > 5 ? [phrases("persona.more", ["count": String(errors.count - 5), "path": path])] : []
    return InputFault(message: ([phrases("error.faulty", ["path": path])] + shown + more).joined(separator: "\n"))
  }
}

extension PersonaFile.Failure {
  /// What to tell the user; the program ends with exit code 2.
  var fault: InputFault {
    let phrases = Interface.phrases
    switch self {
    case .unreadable(let path):
      return InputFault(message: phrases("error.unreadable", ["path": path]), exitCode: 2)
    case .unknown(let name, let names, let nearest):
      let places = ["name": name, "names": names.joined(separator: ", "), "nearest": nearest ?? ""]
      let key = nearest == nil ? "error.unknown-persona" : "error.unknown-persona.nearest"
      return InputFault(message: phrases(key, places), exitCode: 2)
    }
  }
}

extension Persona {
  /// What codes a sentence said to this persona.
  var classifier: Classifier {
    // The English pack is always there: it is part of the program.
    Classifier(LanguagePack.shipped(language) ?? LanguagePack.shipped(.english)!)
  }
}
