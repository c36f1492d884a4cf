import ArgumentParser
import CoachingLanguage
import Practice
import Reporting

/// How it goes over all talks, and with each persona.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: Interface.phrases("progress.about"))

  @OptionGroup var options: HistoryOptions

  func run() throws {
    let saved = SavedTalks()
    let (talks, _) = try saved.chosen(persona: options.persona)
    let files = HistoryFiles(phrases: Interface.phrases)
    switch options.format {
    case .json: Console.write(files.progressJSON(talks), to: 1)
    case .csv: Console.write(files.progressCSV(talks), to: 1)
    case .html: Console.write(files.progressHTML(talks), to: 1)
    case .text: show(talks)
    }
    saved.complain()
  }

  private func show(_ talks: [TalkSummary]) {
    let console = Console(isPlain: false, isASCII: options.ascii)
    let phrases = Interface.phrases
    guard !talks.isEmpty else { return console.print(phrases("history.none")) }
    let text = HistoryText(phrases: phrases, layout: console.layout)
    console.print(text.progress(talks, with: options.persona == nil ? nil : talks[0].persona))
    console.print()
    console.print(phrases("progress.legend"), .faint)
  }
}
