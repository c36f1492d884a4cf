import CoachingLanguage
import Evaluator
import Practice
import Reporting

/// Leaving a conversation, and coming back to it.
extension Conversation {
  /// How many turns are shown again to who comes back.
  private static let recalledTurns = 3

  /// Asks how the leader thinks it went, and reviews the talk.
  mutating func end() -> Ending {
    console.print()
    if source.isPerson, !practice.talk.turns.isEmpty { assess() }
    practice.end(at: Interface.now)
    keep()
    console.print(phrases("review.title"), .strong)
    review()
    showKept()
    if let focus = practice.focus { outcome(of: focus) }
    return .reviewed
  }

  func review() {
    console.print(Report(practice.review, record: practice.record, phrases: phrases, command: commands.practise))
  }

  func pause() -> Ending {
    console.print(phrases("pause.done", ["command": commands.resume]))
    return .paused
  }

  /// What the leader makes of it, before they see what the evaluator does. Ctrl-D skips what is left.
  private mutating func assess() {
    console.print(phrases("assess.first"), .faint)
    var assessment = RecordedTalk.SelfAssessment(went: "")
    guard let went = ask("assess.went") else { return console.print() }
    assessment.went = went
    while let typed = ask("assess.asked"), !typed.isEmpty {
      assessment.asked = Int(typed).flatMap { (0...10).contains($0) ? $0 : nil }
      if assessment.asked != nil { break }
      console.print(phrases("assess.number"))
    }
    if assessment != .init(went: "") { practice.assess(assessment) }
    keep()
    console.print()
  }

  /// What is answered, without white space around it; `nil` where the leader will not be asked.
  private func ask(_ key: String) -> String? {
    console.print(phrases(key))
    while true {
      switch source.read(prompt: phrases("you.prompt") + ": ") {
      case .line(let line): return Words.trimmed(line)
      case .abandoned: continue
      case .end: return nil
      }
    }
  }

  /// The feedback that was kept back, for a talk that is no test.
  private func showKept() {
    guard practice.policy != .off else { return }
    let kept = practice.record.line(to: practice.record.place).filter { !$0.isFeedbackShown }
    guard !kept.isEmpty else { return }
    console.print()
    console.print(phrases("kept.title"), .strong)
    for attempt in kept {
      let text = attempt.turn.leader.text
      let words = text.isEmpty ? "…" : Quote.shortened(text)
      console.print(phrases("kept.turn", ["turn": String(attempt.turn.number), "words": words]))
      for line in attempt.turn.feedback.lines { show(line) }
    }
  }

  private func outcome(of focus: Focus) {
    console.print()
    let turns = focus.doneTurns(in: practice.talk)
    let text: String
    if !focus.isDone(in: practice.review) {
      text = phrases("outcome.not", ["command": commands.practise(focus)])
    } else if turns.isEmpty || turns.count > 3 {
      text = phrases("outcome.done.all")
    } else {
      text = phrases("outcome.done", ["turns": turns.map(String.init).joined(separator: ", ")])
    }
    console.print(labelled: phrases("brief.focus"), phrases("focus." + focus.rawValue) + ". " + text)
  }

  /// Shows how a talk stood that is gone on with.
  func recall(_ change: Practice.Change) {
    let name = practice.persona.firstName
    console.print(phrases("resume.begin", ["name": name]), .faint)
    switch change {
    case .none: break
    case .fileAlone: console.print(phrases("resume.file", ["name": name]))
    case .answers(let turn): console.print(phrases("resume.answers", ["name": name, "turn": String(turn)]))
    }
    console.print()
    let turns = practice.talk.turns.suffix(Conversation.recalledTurns)
    if turns.count == practice.talk.turns.count { console.print(labelled: name, practice.opening) }
    for turn in turns {
      console.print(labelled: phrases("you"), turn.leader.text.isEmpty ? "…" : turn.leader.text)
      console.print(labelled: name, turn.answer)
    }
    if console.isScreen { console.print() }
  }
}
