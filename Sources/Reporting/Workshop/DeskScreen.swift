public import CoachingLanguage
import Evaluator
import Practice
public import Workshop

/// What a facilitator sees on a screen of their own, while the room looks at another.
public struct DeskScreen: Sendable, GroupSpeech {
  private let group: Workshop
  let phrases: Phrasebook
  private let now: Int

  private typealias Line = ReviewText.Line

  public init(_ group: Workshop, phrases: Phrasebook, now: Int) {
    self.group = group
    self.phrases = phrases
    self.now = now
  }

  var name: String { group.practice.talk.name ?? phrases("the-other") }

  /// The screen, in exactly `rows` lines of at most the width of `layout`.
  public func lines(_ layout: Layout, rows: Int) -> [ReviewText.Line] {
    let canvas = ScreenCanvas(layout, rows: rows, widest: 120)
    let top = RoomScreen(group.recorded, phrases: phrases, now: now).header(canvas)
    let bottom = RoomScreen(group.recorded, phrases: phrases, now: now).ladder(canvas, isShort: true)
    let room = rows - top.count - bottom.count
    // From the most to the least there is room for.
    for most in [Int.max, 3, 2, 1] {
      for air in [[ScreenCanvas.blank], []] {
        let parts = parts(canvas, most: most).filter { !$0.isEmpty }
        let body = air + Array(parts.joined(separator: air)) + air
        if body.count <= room {
          return top + body + Array(repeating: ScreenCanvas.blank, count: room - body.count) + bottom
        }
      }
    }
    let body = Array(parts(canvas, most: 1).joined()).prefix(max(0, room - 1)) + [canvas.cut("…")]
    return Array((top + body + bottom).prefix(rows))
  }

  /// What there is to know, the most needed first; each text in at most so many lines.
  private func parts(_ canvas: ScreenCanvas, most: Int) -> [[Line]] {
    [
      seen(canvas), table(canvas, most), exchange(canvas, most), heard(canvas, most), open(canvas, most),
      hint(canvas, most),
    ]
  }

  /// What the room sees now that it need not.
  private func seen(_ canvas: ScreenCanvas) -> [Line] {
    let room = group.room
    var seen = [say(room.isFeedbackShown ? "workshop.desk.feedback.on" : "workshop.desk.feedback.off")]
    if room.isOpennessShown { seen.append(say("workshop.desk.openness.on")) }
    if room.question != nil { seen.append(say("workshop.desk.question")) }
    return canvas.text(say("workshop.desk.seen", ["what": seen.joined(separator: ", ")]))
  }

  /// The lines on the table, whose they are, and what came of those that were tried.
  private func table(_ canvas: ScreenCanvas, _ most: Int) -> [Line] {
    let room = group.room
    guard !room.isSaid else { return [] }
    return room.round.enumerated().flatMap { index, proposal -> [Line] in
      let who = proposal.by.map { " (\(called(room, $0)))" } ?? ""
      var lines = canvas.text(spoken(proposal.line) + who, .strong, first: "\(index + 1)  ", rest: 3, most: most)
      lines += canvas.row(texts(for: proposal.hands), first: "   ", label: say("workshop.hands") + " ")
      if let turn = proposal.tried {
        let outcome = Outcome(turn)
        let change = (outcome.change > 0 ? "+" : "") + String(outcome.change)
        let came = say("workshop.desk.came", ["did": did(outcome), "change": change])
        lines += canvas.text("\(name): \(turn.answer)", first: "   ", rest: 5, most: most)
        lines += canvas.text(came, first: "   ", rest: 5, most: most)
      }
      return lines
    }
  }

  private func exchange(_ canvas: ScreenCanvas, _ most: Int) -> [Line] {
    let last = group.recorded.lastTurn
    let answer = canvas.text(last?.answer ?? group.practice.opening, first: name + ": ", rest: 2, most: most)
    guard let line = last?.leader.text else { return answer }
    return canvas.text(spoken(line), first: say("workshop.we") + ": ", rest: 2, most: most) + answer
  }

  /// What the evaluator says of the last line, also while the room does not see it.
  private func heard(_ canvas: ScreenCanvas, _ most: Int) -> [Line] {
    guard let turn = group.recorded.lastTurn else { return [] }
    let outcome = Outcome(turn)
    let open = say(
      "workshop.desk.open", ["before": String(turn.facts.opennessBefore), "after": String(turn.facts.opennessAfter)])
    return canvas.text("\(did(outcome)). \(open)", most: most)
      + turn.feedback.lines.flatMap { canvas.text($0.text, first: "\($0.kind.mark) ", rest: 2, most: most) }
  }

  /// Words of the other that nobody has gone into.
  private func open(_ canvas: ScreenCanvas, _ most: Int) -> [Line] {
    let signals = group.practice.openSignals
    guard !signals.isEmpty else { return [] }
    let quoted = signals.suffix(4).map { say("quote", ["words": Quote.shortened(Report.joined($0))]) }
    return canvas.text(say("workshop.desk.signals", ["words": quoted.joined(separator: ", ")]), rest: 2, most: most)
  }

  private func hint(_ canvas: ScreenCanvas, _ most: Int) -> [Line] {
    let texts = [1, 2].map { Report.joined(group.practice.hint(at: $0)) }
    return canvas.text(say("workshop.desk.hint", ["hint": texts.joined(separator: " ")]), rest: 2, most: most)
  }
}
