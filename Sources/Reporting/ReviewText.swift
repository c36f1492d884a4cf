public import CoachingLanguage
public import Evaluator

/// A review as text for the terminal: told apart by words and marks, and by colour where there is any.
public struct ReviewText: Sendable {
  private let phrases: Phrasebook
  private let layout: Layout

  /// A line with what it is, for whoever gives lines colours.
  public struct Line: Sendable, Equatable {
    public var text: String
    public var tone: Tone

    public enum Tone: Sendable { case plain, strong, faint, good, warning, idea }
  }

  public init(phrases: Phrasebook, layout: Layout) {
    self.phrases = phrases
    self.layout = layout
  }

  /// The review, one line of the terminal for each element.
  public func lines(for report: Report) -> [Line] {
    var lines = wrapped(report.verdict)
    if let core = report.core { lines += wrapped(report.quoted(core), first: "  ", rest: 2) }
    if report.review.isGuessed { lines += wrapped(report.say("review.guess"), .faint) }
    if let view = report.selfView { lines += [blank] + labelled(report.say("review.self"), view) }
    lines += [blank] + heading(report.say("review.ladder"))
    lines += ladder(report.review.ladder).map { Line(text: $0, tone: .plain) }
    if !report.review.talk.turns.isEmpty {
      lines += [blank] + turns(report)
      lines += [blank] + heading(report.say("review.moments"))
      for moment in report.quotedMoments { lines += self.lines(for: moment, report) }
    }
    lines += [blank] + heading(report.say("review.measures"))
    for measure in report.measured {
      let guide = measure.guide.map { " " + $0 } ?? ""
      lines += wrapped(measure.text + guide, first: "  " + measure.label + ": ", rest: 4)
    }
    lines += [blank] + labelled(report.say("review.next"), report.nextTime, .idea)
    if let command = report.command { lines += wrapped(report.say("review.practise", ["command": command]), .idea) }
    return lines
  }

  /// The ladder: a rung a line, with what was asked and what was answered.
  public func ladder(_ ladder: Ladder) -> [String] {
    let names = Step.allCases.map { phrases("step." + $0.rawValue) }
    let widest = names.map { layout.columns($0) }.max() ?? 0
    return zip(Step.allCases, names).flatMap { step, name in
      let pad = String(repeating: " ", count: widest - layout.columns(name))
      let mark = Report.mark(step, ladder)
      return layout.wrap(Report.rung(step, ladder, phrases), first: "  \(mark) \(name)\(pad)  ", rest: 4)
    }
  }

  // MARK: Turn by turn

  private static let bar = 10
  /// A turn takes one line, also where lines are not broken.
  private static let widestTurn = 110

  private func turns(_ report: Report) -> [Line] {
    let review = report.review
    let letters = review.talk.turns.map { report.letters(of: $0.leader) }
    let widest = letters.map(\.count).max() ?? 1
    let digits = String(review.talk.turns.count).count
    let stances = Stance.allCases.filter { $0 != .other }.map {
      "\(report.say("letter." + $0.rawValue)) \(report.say("stance." + $0.rawValue))"
    }
    let scale = report.say(review.curve.isCertain ? "review.turns.openness" : "review.turns.estimate")
    var lines = heading(report.say("review.turns"))
    lines += wrapped((stances + ["■ " + scale]).joined(separator: " · "), .faint, first: "  ", rest: 2)
    for (index, turn) in review.talk.turns.enumerated() {
      let value = review.curve.values[index]
      let number = String(index + 1)
      let gap = String(repeating: " ", count: digits - number.count)
      let pad = String(repeating: " ", count: widest - letters[index].count)
      let full = String(repeating: "■", count: value)
      let empty = String(repeating: "□", count: ReviewText.bar - value)
      // In a very narrow window the number says it.
      let drawn = layout.width < 36 ? "" : full + empty + " "
      let figure = value < 10 ? " \(value)" : "\(value)"
      let start = layout.spelling("  \(gap)\(number)  \(letters[index])\(pad)  \(drawn)\(figure)  ")
      let said = turn.leader.text.isEmpty ? "…" : Report.joined(turn.leader.text)
      let room = min(layout.width, ReviewText.widestTurn) - layout.columns(start)
      let text = room < 8 ? start : start + layout.cut(layout.spelling(said), to: room)
      let isTelling = turn.leader.leading.move.isAdvising || turn.leader.leading.move == .judgement
      lines.append(Line(text: text, tone: isTelling ? .warning : .plain))
    }
    return lines
  }

  // MARK: Moments

  private func lines(for moment: Report.QuotedMoment, _ report: Report) -> [Line] {
    guard let turn = moment.turn else {
      return wrapped(moment.notes.joined(separator: " "), first: "  " + moment.label + ": ", rest: 4)
    }
    let place = turn == 0 ? "" : ", " + report.say("review.turn", ["turn": String(turn)]).lowercased()
    let start = "  " + moment.label + place + ": "
    var lines: [Line]
    var notes = moment.notes
    if let quote = moment.quote {
      lines = wrapped(report.quoted(quote), first: start, rest: 4)
    } else {
      lines = wrapped(notes.first ?? "", first: start, rest: 4)
      notes = Array(notes.dropFirst())
    }
    for note in notes { lines += wrapped(note, first: "    ", rest: 4) }
    if let question = moment.question {
      let text = report.say("moment.missed.ask", ["question": question])
      lines += wrapped(text, .idea, first: "    → ", rest: 6)
    }
    return lines
  }

  // MARK: Pieces

  private var blank: Line { Line(text: "", tone: .plain) }

  private func heading(_ text: String) -> [Line] { wrapped(text, .strong) }

  private func labelled(_ label: String, _ text: String, _ tone: Line.Tone = .plain) -> [Line] {
    wrapped(text, tone, first: label + ": ", rest: 2)
  }

  private func wrapped(_ text: String, _ tone: Line.Tone = .plain, first: String = "", rest: Int = 0) -> [Line] {
    layout.wrap(text, first: first, rest: rest).map { Line(text: $0, tone: tone) }
  }
}

extension Report {
  /// A letter for what each sentence of a line does; of more than five the first four and `+`.
  func letters(of line: CodedUtterance) -> String {
    let letters = line.sentences.map { say("letter." + $0.stance.rawValue) }
    return letters.count > 5 ? letters.prefix(4).joined() + "+" : letters.joined()
  }
}
