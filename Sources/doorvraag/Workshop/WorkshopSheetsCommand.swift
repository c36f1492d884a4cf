import ArgumentParser
import CoachingLanguage
import Reporting
import Workshop

struct WorkshopSheetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheets", abstract: Interface.phrases("workshop.sheets.about"))

  @Option(help: .init(Interface.phrases("workshop.setup.help"), valueName: "file"), completion: .file())
  var setup: String?

  @Option(help: .init(Interface.phrases("workshop.names.help")))
  var names: String?

  @Option(help: .init(Interface.phrases("workshop.sheets.format.help")))
  var format: WorkshopFormat?

  @Option(
    name: .shortAndLong, help: .init(Interface.phrases("report.output.help"), valueName: "file"), completion: .file())
  var output: String?

  @OptionGroup var spoken: SpokenLanguage

  func run() throws {
    let console = Console(isPlain: false)
    let sheets = ObserverSheets(
      names: try WorkshopChoices.file(setup, [(.names, names)]).setup.names, phrases: Interface.phrases)
    let format = format ?? output.flatMap(WorkshopFormat.init(ending:)) ?? .text
    let text: String
    switch format {
    case .text where output == nil: return console.print(sheets.lines(console.layout))
    case .text: text = sheets.lines(console.layout).map { $0.text + "\n" }.joined()
    case .markdown: text = sheets.markdown
    case .html: text = sheets.html
    }
    try KeptWorkshop.put(text, output, told: "workshop.sheets.written", console)
  }
}
