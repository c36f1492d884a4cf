import CoachingLanguage
import Evaluator
import Practice
import Reporting

/// Hints and second tries.
extension Conversation {
  /// How many lines are looked at side by side: more can't be compared at a glance.
  private static let mostLines = 4

  mutating func hint() {
    let hint = practice.hint()
    keep()
    guard let hint else {
      return console.print(phrases("hint.none", ["name": practice.persona.firstName]))
    }
    let label = phrases("hint.label", ["level": String(hint.level)])
    console.print(labelled: label, hint.text)
  }

  /// Goes back. Whether the persona has the last word now; if not, what is said of it stands last.
  mutating func undo(_ argument: String) -> Bool {
    guard let count = number(argument, of: .undo, otherwise: 1, from: 1) else { return false }
    let gone = practice.undo(count)
    keep()
    guard gone > 0 else { return note("undo.none") }
    let places = ["count": String(gone), "branches": SlashCommand.branches.name(phrases)]
    console.print(phrases(gone == 1 ? "undo.one" : "undo.more", places), .faint)
    say(practice.lastAnswer)
    return true
  }

  private func note(_ key: String, _ places: [String: String] = [:]) -> Bool {
    console.print(phrases(key, places))
    return false
  }

  mutating func whatIf(_ argument: String) {
    guard !argument.isEmpty else {
      return console.print(phrases("what-if.none", ["what-if": SlashCommand.whatIf.name(phrases)]))
    }
    // Of `a | | b` the one in the middle is silence; a bar at the end asks for nothing.
    var lines = argument.split(separator: "|", omittingEmptySubsequences: false).map { Words.trimmed($0) }
    if lines.count > 1, lines.last == "" { lines.removeLast() }
    if lines.count > Conversation.mostLines {
      console.print(phrases("what-if.many", ["count": String(Conversation.mostLines)]))
    }
    let turns = practice.lookAt(Array(lines.prefix(Conversation.mostLines)))
    keep()
    console.print(SideBySide(layout: console.wideLayout).lines(turns.map(text)))
    console.print(phrases("what-if.unsaid"), .faint)
  }

  /// What would come of a line, a paragraph at a time.
  private func text(of turn: Turn) -> [(first: String, text: String)] {
    let name = practice.persona.firstName
    let line = turn.leader.text.isEmpty ? phrases("what-if.silence") : turn.leader.text
    let change = turn.facts.opennessAfter - turn.facts.opennessBefore
    let key = change > 0 ? "what-if.opener" : change < 0 ? "what-if.closer" : "what-if.same"
    return [("", phrases("what-if.title", ["line": line]))]
      + turn.feedback.lines.map { ("  \($0.kind.mark) ", $0.text) }
      + [("", "\(name): \(turn.answer)"), ("  ", phrases(key, ["Name": name]))]
  }

  /// Shows the tree, or goes on from a turn in it. Whether the persona has the last word now.
  mutating func branches(_ argument: String) -> Bool {
    guard !practice.record.tries.isEmpty else { return note("branches.none") }
    let name = SlashCommand.branches.name(phrases)
    guard !argument.isEmpty else {
      console.print(phrases("branches.title"), .strong)
      console.print(TriesText(phrases: phrases, layout: console.layout).lines(for: practice.record))
      console.print(phrases("branches.how", ["branches": name]), .faint)
      return false
    }
    guard let id = number(argument, of: .branches, otherwise: 0, from: 0) else { return false }
    let places = ["number": String(id), "branches": name, "name": practice.persona.firstName]
    guard id <= practice.record.tries.count else { return note("branches.unknown", places) }
    guard practice.jump(to: id) else { return note("branches.changed", places) }
    keep()
    let text = practice.record.attempt(id)?.turn.leader.text
    let words = text.map { Quote.shortened($0.isEmpty ? phrases("what-if.silence") : $0) }
    console.print(phrases(words == nil ? "branches.start" : "branches.at", ["words": words ?? ""]), .faint)
    say(practice.lastAnswer)
    return true
  }

  /// The number behind a command, `otherwise` where nothing stands there; says so and gives `nil` where it is none.
  func number(_ argument: String, of command: SlashCommand, otherwise: Int, from lowest: Int) -> Int? {
    if argument.isEmpty { return otherwise }
    if let number = Int(argument), number >= lowest { return number }
    console.print(phrases("command.number", ["command": command.name(phrases)]))
    return nil
  }
}
