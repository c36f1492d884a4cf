import ArgumentParser

@main
struct Doorvraag: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doorvraag", subcommands: [ClassifyCommand.self])
}
