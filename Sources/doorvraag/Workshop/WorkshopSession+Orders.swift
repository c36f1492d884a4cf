import CoachingLanguage
import Practice
import Reporting
import Workshop

/// What a facilitator asks for while the group practises.
extension WorkshopSession {
  mutating func obey(_ order: WorkshopOrder, _ argument: String) {
    if group.room.part != nil, !order.isForReview {
      return tell(say("workshop.in-review", ["go": WorkshopOrder.go.name(phrases)]))
    }
    switch order {
    case .hands: hands(argument)
    case .tryOut: tryOut(argument)
    case .say: sayLine(argument)
    case .reveal: reveal(argument)
    case .hide: hide()
    case .drop:
      withNumber(argument, of: .drop) { session, number throws(Workshop.Refusal) in
        try session.group.withdraw(number, at: session.now)
      }
    case .next:
      attempt { session throws(Workshop.Refusal) in
        try session.group.nextSpeaker(argument, at: session.now)
      }
    case .name: add(argument)
    case .question: question()
    case .note: note(argument)
    case .hint: tell(group.hint().map(\.text) ?? say("hint.none"))
    case .observers where group.room.part != nil: count(again: true)
    case .observers: group.show(tasks: !group.room.areTasksShown, at: now)
    case .openness: group.show(openness: !group.room.isOpennessShown, at: now)
    case .pause: group.setClock(running: false, at: now)
    case .go where group.room.part != nil: group.practiseOn(at: now)
    case .go: group.setClock(running: true, at: now)
    case .undo: undo(argument)
    case .branches: branches(argument)
    case .desk: isDesk = true
    case .room: isDesk = false
    case .help: help()
    case .guide: guide(argument)
    case .leave, .end: break
    }
  }

  // MARK: Lines

  /// Asks for the hands for each line that has none, or for the one that was named.
  private mutating func hands(_ argument: String) {
    let parts = argument.split(separator: " ", maxSplits: 1).map(String.init)
    if let number = parts.first.flatMap({ Int($0) }), parts.count > 1 {
      guard let hands = Hands(parts[1]) else { return tell(say("workshop.hands.how")) }
      return attempt { session throws(Workshop.Refusal) in
        try session.group.predict(number, hands, at: session.now)
      }
    }
    let round = group.room.isSaid ? [] : group.room.round
    guard !round.isEmpty else { return tell(say("workshop.nothing")) }
    let named = Int(argument)
    if let named, !round.indices.contains(named - 1) { return tell(say("workshop.no-line")) }
    let numbers = round.indices.filter { index in
      round[index].isOpen && (named.map { $0 == index + 1 } ?? (round[index].hands == nil))
    }
    guard !numbers.isEmpty else { return tell(say("workshop.seen")) }
    for index in numbers {
      switch askForHands(index + 1) {
      case .stopped: return
      case .passed: continue
      case .counted(let hands):
        attempt { session throws(Workshop.Refusal) in
          try session.group.predict(index + 1, hands, at: session.now)
        }
      }
    }
  }

  private enum HandsAnswer {
    case counted(Hands)
    /// Nobody is asked about this line.
    case passed
    /// No more are to be asked.
    case stopped
  }

  private mutating func askForHands(_ number: Int) -> HandsAnswer {
    let question = say("workshop.hands.ask", ["number": String(number)])
    tell(question)
    defer { clearTold() }
    while true {
      switch read(prompt: "\(number)> ") {
      case .end, .abandoned: return .stopped
      case .line(let line):
        if Words.trimmed(line).isEmpty { return .passed }
        if let hands = Hands(line) { return .counted(hands) }
        clearTold()
        tell(say("workshop.hands.how"))
        tell(question)
      }
    }
  }

  private mutating func tryOut(_ argument: String) {
    let words = argument.split { " ,".contains($0) }
    let numbers = words.compactMap { Int($0) }
    guard numbers.count == words.count else { return tell(number(.tryOut)) }
    if group.room.isSaid { return tell(say("workshop.nothing")) }
    attempt { session throws(Workshop.Refusal) in try session.group.tryOut(numbers, at: session.now) }
  }

  /// Says a line by its number, the only one there is, or one that is typed behind the command.
  private mutating func sayLine(_ argument: String) {
    if argument.isEmpty || Int(argument) != nil {
      let count = group.room.isSaid ? 0 : group.room.round.count
      if argument.isEmpty, count > 1 { return tell(number(.say)) }
      let number = Int(argument) ?? 1
      return attempt { session throws(Workshop.Refusal) in try session.group.say(number, at: session.now) }
    }
    attempt { session throws(Workshop.Refusal) in
      session.tellOf(unknown: try session.group.propose(argument, at: session.now))
      try session.group.say(session.group.room.round.count, at: session.now)
    }
  }

  private mutating func reveal(_ argument: String) {
    if argument.isEmpty {
      if group.room.focus != nil {
        attempt { session throws(Workshop.Refusal) in
          try session.group.focus(on: nil, at: session.now)
        }
      }
      return group.show(feedback: true, at: now)
    }
    withNumber(argument, of: .reveal) { session, number throws(Workshop.Refusal) in
      try session.group.focus(on: number, at: session.now)
      session.group.show(feedback: true, at: session.now)
    }
  }

  /// Takes away all that was put before the talk.
  private mutating func hide() {
    if group.room.isFeedbackShown { group.show(feedback: false, at: now) }
    if group.room.question != nil { group.ask(nil, at: now) }
    if group.room.areTasksShown { group.show(tasks: false, at: now) }
  }

  private mutating func withNumber(
    _ argument: String, of order: WorkshopOrder,
    _ body: (inout WorkshopSession, Int) throws(Workshop.Refusal) -> Void
  ) {
    guard let number = Int(argument) else { return tell(self.number(order)) }
    attempt { session throws(Workshop.Refusal) in try body(&session, number) }
  }

  private func number(_ order: WorkshopOrder) -> String {
    say("command.number", ["command": order.name(phrases)])
  }

  // MARK: The talk

  private mutating func undo(_ argument: String) {
    guard let count = argument.isEmpty ? 1 : Int(argument), count > 0 else { return tell(number(.undo)) }
    let gone = group.undo(count, at: now)
    guard gone > 0 else { return tell(say("undo.none")) }
    let places = ["count": String(gone), "branches": WorkshopOrder.branches.name(phrases)]
    tell(say(gone == 1 ? "workshop.undo.one" : "workshop.undo.more", places), .plain)
  }

  private mutating func branches(_ argument: String) {
    let record = group.practice.record
    let name = WorkshopOrder.branches.name(phrases)
    guard !record.tries.isEmpty else { return tell(say("workshop.branches.none")) }
    if argument.isEmpty {
      let phrases = phrases
      var panel = PanelScreen(title: say("workshop.branches"))
      let isOpen = isDesk || group.room.isOpennessShown
      panel.drawn = { TriesText(phrases: phrases, layout: $0, hasOpenness: isOpen).lines(for: record) }
      show(panel)
      return tell(say("branches.how", ["branches": name]), .plain)
    }
    guard let id = Int(argument), id >= 0 else { return tell(number(.branches)) }
    let places = ["number": String(id), "branches": name]
    guard id <= record.tries.count else { return tell(say("branches.unknown", places)) }
    if !group.jump(to: id, at: now) { tell(say("branches.changed", places)) }
  }

  // MARK: The group

  private mutating func add(_ argument: String) {
    if group.add(argument, at: now) { return }
    tell(say("workshop.name.how", ["name-command": WorkshopOrder.name.name(phrases)]))
  }

  private mutating func note(_ argument: String) {
    guard !argument.isEmpty else { return tell(say("workshop.note.how", ["note": WorkshopOrder.note.name(phrases)])) }
    group.note(argument, at: now)
    tell(say("workshop.noted"), .plain)
  }

  /// Asks the group something that fits what just happened; takes it away where it stands there, and nothing happened since.
  private mutating func question() {
    guard let question = bank.question(for: group.recorded, name: name) else { return }
    group.ask(question, at: now)
  }

  private mutating func help() {
    let paragraphs = WorkshopOrder.allCases.map { order in
      (first: order.names(phrases).joined(separator: " ") + "  ", text: say("workshop.command.\(order.rawValue).does"))
    }
    let lines = say("workshop.help.lines").split(separator: "\n").map { (first: "", text: String($0)) }
    show(PanelScreen(title: say("workshop.help"), paragraphs: lines + [("", "")] + paragraphs))
  }

  private mutating func guide(_ argument: String) {
    let guide = WorkshopGuide(phrases)
    guard !argument.isEmpty else { return show(guide.overview(command: WorkshopOrder.guide.name(phrases))) }
    switch guide.look(up: argument) {
    case .page(let page): show(guide.panel(page))
    case .unknown(let nearest): tell(guide.message(forUnknown: argument, nearest: nearest))
    }
  }
}
