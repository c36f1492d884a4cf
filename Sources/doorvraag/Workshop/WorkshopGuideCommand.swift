import ArgumentParser
import CoachingLanguage
import Reporting

struct WorkshopGuideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guide", abstract: Interface.phrases("guide.about"), aliases: ["gids"])

  @Argument(help: .init(Interface.phrases("guide.page.help"), valueName: "page"))
  var page: String?

  @Flag(help: .init(Interface.phrases("practise.ascii.help")))
  var ascii = false

  @OptionGroup var spoken: SpokenLanguage

  func run() throws {
    let console = Console(isPlain: false, isASCII: ascii)
    let guide = WorkshopGuide(Interface.phrases)
    guard let page else {
      return console.print(guide.overview(command: WorkshopOrder.guide.name(Interface.phrases)).text(console.layout))
    }
    switch guide.look(up: page) {
    case .page(let page): console.print(guide.panel(page).text(console.layout))
    case .unknown(let nearest):
      throw InputFault(message: guide.message(forUnknown: page, nearest: nearest), exitCode: 2)
    }
  }
}
