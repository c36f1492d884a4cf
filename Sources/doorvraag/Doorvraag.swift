import ArgumentParser
import LineEditing

/// The program: its subcommands, and what its exit codes mean.
///
/// 0 all is well; 1 the input was at fault; 2 the command line was, or there was no input to be found.
@main
struct Doorvraag: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doorvraag", abstract: Interface.phrases("about"),
    version: "0.1.0",
    subcommands: [
      PractiseCommand.self, WorkshopCommand.self, StageCommand.self, ReportCommand.self, HistoryCommand.self,
      ProgressCommand.self,
      EvaluateCommand.self,
      MovesCommand.self, PersonaCommand.self, ClassifyCommand.self,
    ],
    defaultSubcommand: PractiseCommand.self)

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
      try Console.checkOutput()
    } catch let fault as InputFault {
      Console.complain(fault.message)
      exit(withCode: fault.exitCode)
    } catch {
      let code = exitCode(for: error)
      guard code == .validationFailure else { exit(withError: error) }
      Console.complain(fullMessage(for: error))
      exit(withCode: 2)
    }
  }

  private static func exit(withCode code: Int32) -> Never { exit(withError: ExitCode(code)) }
}

/// The input was at fault, and this is what to tell the user; ends the program.
struct InputFault: Error {
  var message: String
  /// 1 where the input was read and is not as it must be, 2 where there was nothing to read.
  var exitCode: Int32 = 1
}
