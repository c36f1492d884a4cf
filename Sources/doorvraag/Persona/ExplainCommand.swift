import ArgumentParser
import CoachingLanguage
import Personas

/// Shows the page on a code of `check`; without a code, all codes.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "explain", abstract: Interface.phrases("explain.about"))

  @Argument(help: .init(Interface.phrases("explain.code.help"), valueName: "code"))
  var code: String?

  @OptionGroup var spoken: SpokenLanguage

  func run() throws {
    let console = Console(isPlain: false)
    let phrases = Interface.phrases
    guard let typed = code else { return list(console, phrases) }
    // As it stands in a message, brackets and all.
    let name = Folding.fold(typed).filter { !"[] ".contains($0) }
    guard let code = Finding.Code(rawValue: name) else {
      let nearest = EditDistance.nearest(to: name, in: Finding.Code.allCases.map(\.rawValue))
      let key = nearest == nil ? "explain.unknown" : "explain.nearest"
      throw InputFault(message: phrases(key, ["name": typed, "nearest": nearest ?? ""]))
    }
    guard let page = code.page(in: phrases.language) else { return }
    for line in page.text(phrases).split(separator: "\n", omittingEmptySubsequences: false) {
      // Examples are shown as they are written.
      if line.hasPrefix("    ") { console.print([String(line)], .idea) } else { console.print(String(line)) }
    }
  }

  private func list(_ console: Console, _ phrases: Phrasebook) {
    for severity in Finding.Severity.allCases {
      console.print(phrases("explain.all.\(severity.rawValue)"), .strong)
      for code in Finding.Code.allCases where code.severity == severity { console.print(["  " + code.rawValue]) }
    }
  }
}
