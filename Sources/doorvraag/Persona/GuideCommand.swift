import ArgumentParser
import CoachingLanguage
import Personas

/// Shows the guide for who writes a persona, a chapter at a time; through a pipe the whole of it, as it is written.
struct GuideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guide", abstract: Interface.phrases("author-guide.about"), aliases: ["gids"])

  @Argument(help: .init(Interface.phrases("author-guide.chapter.help"), valueName: Interface.phrases("persona.number")))
  var chapter: Int?

  @OptionGroup var spoken: SpokenLanguage

  func run() throws {
    let console = Console(isPlain: false)
    let phrases = Interface.phrases
    let guide = AuthorGuide(phrases.language)
    guard let chapter else {
      guard console.isScreen else { return Console.write(guide.text, to: 1) }
      for (number, title) in guide.chapters.map(\.title).enumerated() { console.print(["  \(number + 1)  \(title)"]) }
      return console.print(phrases("author-guide.next"), .faint)
    }
    guard guide.chapters.indices.contains(chapter - 1) else {
      let places = ["chapter": String(chapter), "count": String(guide.chapters.count)]
      throw InputFault(message: phrases("author-guide.unknown", places), exitCode: 2)
    }
    for piece in guide.chapters[chapter - 1].pieces {
      switch piece {
      // An example is shown as it is written, to copy.
      case .example(let lines): console.print(lines, .idea)
      case .text(let text): console.print(text)
      }
    }
  }
}
