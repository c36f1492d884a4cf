import ArgumentParser
import CoachingLanguage
import LineEditing
import Practice
import Reporting
import Workshop

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A second screen: shows the room what it should see of a talk that is going on in another terminal.
struct StageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "stage", abstract: Interface.phrases("stage.about"))

  @Argument(help: .init(Interface.phrases("stage.file.help"), valueName: "transcript"), completion: .file())
  var transcript: String?

  @Flag(help: .init(Interface.phrases("practise.ascii.help")))
  var ascii = false

  @OptionGroup var spoken: SpokenLanguage

  /// How long to wait between two looks at the file, in milliseconds.
  private static let pause = 100
  /// After how many looks it is asked whether anybody still has it open.
  private static let looksAround = 10

  func run() throws {
    let folder = DataFolder(environment: Interface.environment)
    if transcript == nil {
      let files = Stage.goingOn(folder)
      if files.count > 1 {
        let commands = files.map { "  doorvraag stage " + CommandLines.quoted($0) }
        throw InputFault(
          message: ([Interface.phrases("stage.several")] + commands).joined(separator: "\n"), exitCode: 2)
      }
    }
    var stage = Stage(asked: transcript, folder: folder)
    let console = Console(isPlain: false, isASCII: ascii)
    guard Terminal.isTerminal(1) else { return follow(&stage, console) }
    show(&stage, console)
  }

  /// On a screen, until whoever looks at it leaves.
  private func show(_ stage: inout Stage, _ console: Console) {
    let screen = WholeScreen(console: console)
    let terminal = WatchedTerminal()
    var shown = ""
    var looks = 0
    func draw() -> String {
      screen.drawn([], typed: nil) { stage.lines($0, rows: $1, now: Interface.seconds) }
    }
    while true {
      let isAround = looks % StageCommand.looksAround == 0
      looks += 1
      var isDue = stage.look() || shown.isEmpty
      if isAround {
        _ = stage.lookAround()
        isDue = true
      }
      // The minutes go by also where nothing is written.
      if isDue {
        let now = draw()
        if now != shown { screen.show(now) }
        shown = now
      }
      switch wait(terminal) {
      case .nothing: continue
      case .changed: shown = ""
      case .left:
        screen.clear()
        terminal?.leave()
        return
      }
    }
  }

  private func wait(_ terminal: WatchedTerminal?) -> WatchedTerminal.Happening {
    if let terminal { return terminal.wait(StageCommand.pause) }
    usleep(useconds_t(StageCommand.pause * 1000))
    return .nothing
  }

  /// Into a pipe, until the talk is over.
  private func follow(_ stage: inout Stage, _ console: Console) {
    var printed: [ReviewText.Line] = []
    var looks = 0
    while true {
      if looks % StageCommand.looksAround == 0 { _ = stage.lookAround() }
      looks += 1
      let now = stage.text(console.layout, now: Interface.seconds)
      if now != printed {
        console.print(now)
        console.print()
        printed = now
      }
      if stage.isOver { return }
      usleep(useconds_t(StageCommand.pause * 1000))
      _ = stage.look()
    }
  }
}
