import CoachingLanguage
import Evaluator
import Practice
import Workshop

/// The one thing that is shown in large.
extension RoomScreen {
  func body(_ canvas: ScreenCanvas, _ layout: Layout, _ measure: Measure, rows: Int) -> [Line] {
    let between = measure <= .bare ? [ScreenCanvas.blank] : []
    guard let room = workshop.room, room.ended == nil else {
      if workshop.room?.ended ?? workshop.talk.ended != nil { return closing(canvas) }
      return exchange(canvas, measure)
    }
    if let part = room.part { return review(part, room, canvas, layout, measure, rows: rows) }
    if room.areTasksShown { return tasks(room, canvas, measure) }
    let round = room.round
    let areTried = !room.isSaid && round.contains { $0.tried != nil }
    if let question = room.question {
      let asked = canvas.text(question, .strong)
      let shown = measure == .large ? canvas.spaced(asked) : asked
      if measure >= .cut { return shown }
      // What was tried is what there is to talk about.
      let above =
        areTried ? tries(round, room, layout, max(measure, .bare), rows: rows) : exchange(canvas, max(measure, .close))
      return above + between + [canvas.rule()] + between + shown
    }
    if !round.isEmpty, !room.isSaid {
      return areTried ? tries(round, room, layout, measure, rows: rows) : proposals(round, canvas, measure)
    }
    let said = round.first { $0.said == workshop.talk.place }
    let revealed = room.isFeedbackShown ? reveal(said?.hands, canvas) : []
    let air = measure <= .tight ? [ScreenCanvas.blank] : []
    return exchange(canvas, measure) + (revealed.isEmpty ? [] : air + revealed)
  }

  private func closing(_ canvas: ScreenCanvas) -> [Line] {
    canvas.spaced(canvas.text(say("workshop.over"), .strong)) + [ScreenCanvas.blank]
      + canvas.text(say("workshop.over.next"))
  }

  /// Who watches what while another speaks.
  private func tasks(_ room: WorkshopRecord, _ canvas: ScreenCanvas, _ measure: Measure) -> [Line] {
    let between = measure <= .airy ? [ScreenCanvas.blank] : []
    let lines = Observation.allCases.map { task -> [Line] in
      let who = room.names.indices.filter { Observation.task(ofPlace: $0) == task }.map { called(room, $0) }
      let name = Report.capitalised(say("workshop.task." + task.rawValue))
      return canvas.text(
        ([name] + (who.isEmpty ? [] : [who.joined(separator: ", ")])).joined(separator: ": "), .strong, rest: 2,
        most: measure >= .tight ? 2 : Int.max)
    }
    return canvas.text(say("workshop.tasks")) + [ScreenCanvas.blank] + Array(lines.joined(separator: between))
  }

  // MARK: What was said last

  /// What the group said last, and what came back; only what came back where there is no room, and before anything was said.
  private func exchange(_ canvas: ScreenCanvas, _ measure: Measure) -> [Line] {
    let between = measure <= .bare ? [ScreenCanvas.blank] : []
    let answer = workshop.lastTurn?.answer ?? workshop.talk.header.opening
    let most = measure >= .shortest ? 2 : measure >= .cut ? 4 : Int.max
    func spoken(_ label: String, _ text: String) -> [Line] {
      let lines = canvas.text(text, .strong, first: "  ", rest: 2, most: most)
      return [canvas.cut(label)] + (measure == .large ? canvas.spaced(lines) : lines)
    }
    let answered = spoken(name, answer)
    guard let line = workshop.lastTurn?.leader.text else { return answered }
    if measure >= .cut { return answered }
    return spoken(say("workshop.we"), self.spoken(line)) + between + answered
  }

  /// What the room thought beside what the line did, and what the evaluator says of it.
  private func reveal(_ hands: Hands?, _ canvas: ScreenCanvas) -> [Line] {
    guard let turn = workshop.lastTurn else { return [] }
    let outcome = Outcome(turn)
    var did = [("", say("workshop.did")), ("  ", did(outcome)), ("  ", change(outcome))]
    did += remarks(on: turn).map { ("  " + $0.first, $0.text) }
    let thought = texts(for: hands)
    guard !thought.isEmpty else { return canvas.beside([did]) }
    return canvas.beside([[("", say("workshop.thought"))] + thought.map { ("  ", $0) }, did])
  }

  // MARK: What could be said

  private func proposals(_ round: [Proposal], _ canvas: ScreenCanvas, _ measure: Measure) -> [Line] {
    let between = measure <= .bare ? [ScreenCanvas.blank] : []
    let most = measure >= .shortest ? 1 : measure >= .cut ? 2 : Int.max
    let answer = workshop.lastTurn?.answer ?? workshop.talk.header.opening
    var lines = canvas.text("\(name): \(answer)", rest: 2, most: measure >= .cut ? 1 : measure >= .tight ? 3 : 6)
    lines += between
    for (index, proposal) in round.enumerated() {
      if index > 0, measure <= .airy { lines.append(ScreenCanvas.blank) }
      lines += canvas.text(
        spoken(proposal.line), .strong, first: "\(index + 1)  ", rest: 3, most: most)
      lines += canvas.row(texts(for: proposal.hands), first: "   ", label: say("workshop.hands") + " ")
    }
    return lines
  }

  /// What each line would bring: side by side where there is room, one in full where that one was asked for.
  private func tries(_ round: [Proposal], _ room: WorkshopRecord, _ layout: Layout, _ measure: Measure, rows: Int)
    -> [Line]
  {
    let shown = round.enumerated().filter { room.focus == nil || $0.element.id == room.focus }
    let tried = shown.compactMap { index, proposal in
      proposal.tried.map { turn in
        Way(
          mark: "\(index + 1)  ", line: proposal.line, turn: turn, hands: proposal.hands,
          isRevealed: room.isFeedbackShown)
      }
    }
    return ways(tried, layout, measure, rows: rows)
  }
}
