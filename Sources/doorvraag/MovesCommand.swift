import ArgumentParser
import CoachingLanguage
import Reporting

struct MovesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "moves", abstract: Interface.phrases("moves.about"))

  @Argument(help: .init(Interface.phrases("moves.term.help"), valueName: "term"))
  var term: String?

  @Option(help: .init(Interface.phrases("language.help")))
  var language: String?

  func run() throws {
    let console = Console(isPlain: false)
    let glossary = Glossary(Interface.phrases)
    guard let term else {
      console.print(glossary.overview(console.layout))
      return
    }
    switch glossary.look(up: term) {
    case .entry(let key): console.print(glossary.page(key, console.layout))
    case .unknown(let nearest):
      let key = nearest == nil ? "moves.unknown" : "moves.nearest"
      throw InputFault(message: Interface.phrases(key, ["name": term, "nearest": nearest ?? ""]))
    }
  }
}
