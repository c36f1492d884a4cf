import ArgumentParser
import Personas
import Practice

/// Writes a persona as JSON, for other tools; see ``Persona/json()`` for what is in it.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: Interface.phrases("export.about"), discussion: Interface.phrases("export.format"))

  @Argument(help: .init(Interface.phrases("persona.file.help"), valueName: "file"))
  var file: String

  @OptionGroup var spoken: SpokenLanguage

  func run() throws { Console.write(try PersonaFile.asked(file).persona().json(), to: 1) }
}
