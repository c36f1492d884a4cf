import ArgumentParser
import CoachingLanguage
import Practice
import Reporting

/// How it goes over all talks, and with each persona.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: Interface.phrases("progress.about"))

  @Option(help: .init(Interface.phrases("history.persona.help"), valueName: Interface.phrases("practise.name")))
  var persona: String?

  @Option(help: .init(Interface.phrases("history.format.help")))
  var format = HistoryFormat.text

  @Flag(help: .init(Interface.phrases("practise.ascii.help")))
  var ascii = false

  @OptionGroup var spoken: SpokenLanguage

  func run() throws {
    let saved = SavedTalks()
    let (talks, _) = try saved.chosen(persona: persona)
    let files = HistoryFiles(phrases: Interface.phrases)
    switch format {
    case .json: Console.write(files.progressJSON(talks), to: 1)
    case .csv: Console.write(files.progressCSV(talks), to: 1)
    case .html: Console.write(files.progressHTML(talks), to: 1)
    case .text: show(talks)
    }
    saved.complain()
  }

  private func show(_ talks: [TalkSummary]) {
    let console = Console(isPlain: false, isASCII: ascii)
    let phrases = Interface.phrases
    guard !talks.isEmpty else { return console.print(phrases("history.none")) }
    let text = HistoryText(phrases: phrases, layout: console.layout)
    console.print(text.progress(talks, byPersona: persona == nil))
    console.print()
    console.print(phrases("progress.legend"), .faint)
  }
}
