import ArgumentParser

/// A group that practises together on a shared screen, and what its facilitator needs for it.
struct WorkshopCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workshop", abstract: Interface.phrases("workshop.about"),
    subcommands: [
      WorkshopRunCommand.self, WorkshopReviewCommand.self, WorkshopSheetsCommand.self, WorkshopGuideCommand.self,
    ],
    defaultSubcommand: WorkshopRunCommand.self)
}
