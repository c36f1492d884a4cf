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
  /// Keeps what happened.
  var record: ([Transcript.Event]) -> Void = { _ in }

  /// Briefs the leader, and goes on until they stop.
  mutating func run() {
    brief()
    say(practice.opening)
    let prompt = console.styled(phrases("you.prompt") + ":", .strong) + " "
    let phrases = phrases
    talk: while true {
      switch source.read(prompt: prompt, completing: { SlashCommand.completions(of: $0, phrases) }) {
      case .end: break talk
      case .abandoned: continue
      case .line(let line):
        source.remember(line)
        switch SlashCommand.read(line, phrases) {
        case nil: turn(line)
        case .command(.stop): break talk
        case .command(.help): help()
        case .command(.map): map()
        case .unknown(let name, let nearest): unknown(name, nearest)
        }
      }
    }
    review()
  }

  private func brief() {
    let persona = practice.persona
    let who = persona.role.isEmpty ? persona.name : "\(persona.name), \(persona.role)"
    console.print(labelled: phrases("brief.who"), who)
    for (index, paragraph) in persona.situation.split(separator: "\n").enumerated() {
      if index == 0 { console.print(labelled: phrases("brief.situation"), String(paragraph)) }
      if index > 0 { console.print(String(paragraph)) }
    }
    if !persona.aim.isEmpty { console.print(labelled: phrases("brief.aim"), persona.aim) }
    let names = ["help": SlashCommand.help.name(phrases), "stop": SlashCommand.stop.name(phrases)]
    console.print(phrases(console.isScreen ? "brief.how" : "brief.how.plain", names), .faint)
    console.print()
  }

  private mutating func turn(_ line: String) {
    let turn = practice.say(line)
    record(practice.takeEvents())
    for feedback in turn.feedback.lines { show(feedback) }
    say(turn.answer)
  }

  private func show(_ line: Feedback.Line) {
    let (mark, style): (String, Console.Style) =
      switch line.kind {
      case .credit: ("+", .good)
      case .point: ("!", .warning)
      case .instead: ("→", .idea)
      case .note: ("·", .faint)
      }
    console.print(console.layout.wrap(line.text, first: "  \(mark) ", rest: 4), style)
  }

  private func say(_ text: String) {
    if console.isScreen && !practice.talk.turns.isEmpty { console.print() }
    console.print(labelled: practice.persona.firstName, text)
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

  private func review() {
    console.print()
    console.print(phrases("review.title"), .strong)
    console.print(ReviewText(phrases: phrases, layout: console.layout).lines(for: practice.review))
  }
}
