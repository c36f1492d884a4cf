import ArgumentParser
import CoachingLanguage
import Personas
import Practice

/// Shows a persona as a tree, for the terminal or for a slide.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: Interface.phrases("show.about"))

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, mermaid, dot, svg }

  @Argument(help: .init(Interface.phrases("persona.file.help"), valueName: "file"))
  var file: String

  @Option(help: .init(Interface.phrases("show.format.help")))
  var format = Format.text

  @OptionGroup var spoken: SpokenLanguage

  func run() throws {
    let persona = try PersonaFile.asked(file).persona()
    switch format {
    case .text: show(persona, Console(isPlain: false))
    case .mermaid: Console.write(persona.mermaid(), to: 1)
    case .dot: Console.write(persona.dot(), to: 1)
    case .svg: Console.write(persona.svg(), to: 1)
    }
  }

  private func show(_ persona: Persona, _ console: Console) {
    let lines = persona.treeText().split(separator: "\n").map(String.init)
    for line in lines { console.print(console.isScreen ? wrapped(line, console) : [line]) }
    if console.isScreen { console.print(Interface.phrases("show.legend"), .faint) }
  }

  /// A line of the tree, the trunk going on beside what had to be broken.
  private func wrapped(_ line: String, _ console: Console) -> [String] {
    let trunk = String(line.prefix { "│├└─ ".contains($0) })
    let below = trunk.replacing("├─", with: "│ ").replacing("└─", with: "  ")
    var layout = console.layout
    layout.width = max(20, layout.width - trunk.count)
    let pieces = layout.wrap(String(line.dropFirst(trunk.count)), rest: 2)
    return pieces.enumerated().map { ($0.offset == 0 ? trunk : below) + $0.element }
  }
}
