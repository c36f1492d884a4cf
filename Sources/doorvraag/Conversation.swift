import CoachingLanguage
import Evaluator
import LineEditing
import Practice
import Reporting

/// A conversation on the screen or through a pipe, from the briefing to the review.
struct Conversation {
  var practice: Practice
  let phrases: Phrasebook
  let console: Console
  let source: LineSource
  /// How the persona and the talk are asked for on the command line.
  let commands: CommandLines
  /// Keeps what happened.
  var record: ([Transcript.Event]) -> Void = { _ in }

  /// How a conversation was left.
  enum Ending { case reviewed, paused }

  /// Briefs the leader, and goes on until they stop.
  mutating func run() -> Ending {
    brief()
    say(practice.opening)
    return goOn()
  }

  /// Shows how it stood, and goes on until the leader stops.
  mutating func resume(_ change: Practice.Change) -> Ending {
    keep()
    recall(change)
    return goOn()
  }

  private mutating func goOn() -> Ending {
    let prompt = console.styled(phrases("you.prompt") + ":", .strong) + " "
    let phrases = phrases
    while true {
      switch source.read(prompt: prompt, completing: { SlashCommand.completions(of: $0, phrases) }) {
      case .end: return end()
      case .abandoned: continue
      case .line(let line):
        source.remember(line)
        switch SlashCommand.read(line, phrases) {
        case nil: turn(line)
        case .command(.stop, _): return end()
        case .command(.pause, _): return pause()
        case .command(let command, let argument): obey(command, argument)
        case .unknown(let name, let nearest): unknown(name, nearest)
        }
      }
    }
  }

  private mutating func obey(_ command: SlashCommand, _ argument: String) {
    if practice.policy == .off, [.hint, .whatIf, .why].contains(command) {
      console.print(phrases("test.refused", ["command": command.name(phrases)]))
      return
    }
    var isAnswered = false
    switch command {
    case .help: help()
    case .map: map()
    case .hint: hint()
    case .undo: isAnswered = undo(argument)
    case .whatIf: whatIf(argument)
    case .branches: isAnswered = branches(argument)
    case .why: why(argument)
    case .disagree: disagree(argument)
    case .stop, .pause: break
    }
    if console.isScreen, !isAnswered { console.print() }
  }

  /// Puts what happened on disk, before anything of it is shown.
  mutating func keep() { record(practice.takeEvents()) }

  private func brief() {
    let persona = practice.persona
    let who = persona.role.isEmpty ? persona.name : "\(persona.name), \(persona.role)"
    console.print(labelled: phrases("brief.who"), who)
    for (index, paragraph) in persona.situation.split(separator: "\n").enumerated() {
      if index == 0 { console.print(labelled: phrases("brief.situation"), String(paragraph)) }
      if index > 0 { console.print(String(paragraph)) }
    }
    if !persona.aim.isEmpty { console.print(labelled: phrases("brief.aim"), persona.aim) }
    if let focus = practice.focus {
      console.print(labelled: phrases("brief.focus"), phrases("focus." + focus.rawValue) + ".")
    }
    if practice.policy != .live { console.print(phrases("brief.feedback." + practice.policy.rawValue)) }
    let names = Dictionary(
      uniqueKeysWithValues: [SlashCommand.help, .stop, .hint, .undo].map { ($0.rawValue, $0.name(phrases)) })
    console.print(phrases(source.isPerson ? "brief.how" : "brief.how.plain", names), .faint)
    if source.isPerson, practice.policy != .off { console.print(phrases("brief.stuck", names), .faint) }
    console.print()
  }

  private mutating func turn(_ line: String) {
    let volume = practice.policy.volume(after: practice.talk)
    let turn = practice.say(line)
    keep()
    for feedback in practice.feedbackToShow(on: turn).lines { show(feedback) }
    let next = practice.policy.volume(after: practice.talk)
    if next < volume { console.print(phrases(next == .silent ? "fade.silent" : "fade.points"), .faint) }
    say(turn.answer)
  }

  func show(_ line: Feedback.Line) {
    console.print(console.layout.wrap(line.text, first: "  \(line.kind.mark) ", rest: 4), line.kind.style)
  }

  func say(_ text: String) {
    if console.isScreen && !practice.talk.turns.isEmpty { console.print() }
    console.say(text, by: practice.persona.firstName)
    if console.isScreen { console.print() }
  }

  private func help() {
    console.print(phrases("help.title"))
    let widest = SlashCommand.allCases.map { $0.names(phrases).joined(separator: ", ").count }.max() ?? 0
    for command in SlashCommand.allCases {
      let names = command.names(phrases).joined(separator: ", ")
      let gap = String(repeating: " ", count: widest - names.count)
      let does = phrases("command." + command.rawValue + ".does")
      console.print(console.layout.wrap(does, first: "  \(names)\(gap)  ", rest: 4))
    }
    if console.isScreen { console.print(phrases("help.keys")) }
  }

  private func map() {
    console.print(phrases("map.title"), .strong)
    console.print(ReviewText(phrases: phrases, layout: console.layout).ladder(practice.ladder))
  }

  private func unknown(_ name: String, _ nearest: String?) {
    let shown = Quote.shortened(name)
    if let nearest {
      console.print(phrases("command.nearest", ["name": shown, "nearest": nearest]))
    } else {
      console.print(phrases("command.unknown", ["name": shown, "help": SlashCommand.help.name(phrases)]))
    }
  }
}

extension Feedback.Kind {
  var style: Console.Style {
    switch self {
    case .credit: .good
    case .point: .warning
    case .instead: .idea
    case .note: .faint
    }
  }
}
