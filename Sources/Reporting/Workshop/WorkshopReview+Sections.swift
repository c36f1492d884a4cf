import CoachingLanguage
import Evaluator
import Practice
import Workshop

/// The four parts of the review, whatever they are written as.
extension WorkshopReview {
  /// A part: what the group says, and what there is to go by.
  struct Section: Sendable {
    var part: AfterAction
    var heading: String
    /// In the group's own words.
    var said: [String]
    var facts: [String] = []
    var forks: [ForkText] = []
    var counts: [Count] = []
    var surprises: [String] = []
    /// What observers counted, a sentence each.
    var counted: [String] = []
  }

  var sections: [Section] { AfterAction.allCases.map(section) }

  func section(_ part: AfterAction) -> Section {
    var section = Section(
      part: part, heading: say("workshop.part." + part.rawValue), said: room?.answers[part] ?? [])
    switch part {
    case .meant: section.facts = [room?.setup.aim ?? ""].filter { !$0.isEmpty }
    case .happened:
      section.facts = (verdict.map { [$0] } ?? []) + predictionTexts
      section.surprises = surpriseTexts
      section.forks = forkTexts
      section.counts = counts
      section.counted = observerTexts
    case .why: section.facts = moments
    case .next: section.facts = report.map { [say("workshop.hint.next", ["next": $0.nextTime])] } ?? []
    }
    return section
  }

  /// What opened, what closed, and what was left lying, with the words.
  private var moments: [String] {
    (report?.quotedMoments ?? []).compactMap { moment in
      guard moment.turn != nil else { return nil }
      let quote = moment.quote.map { [say("quote", ["words": Report.cut(Report.joined($0))])] } ?? []
      let ask = moment.question.map { [say("workshop.moment.ask", ["question": $0])] } ?? []
      // A question is called no better than another: it was somebody's.
      let label = moment.label == say("moment.best") ? say("workshop.moment.best") : moment.label
      // How open the other was, in numbers, only where the room was to see that.
      let isNumber = [say("moment.opened"), say("moment.closed")].contains(moment.label)
      let notes = isNumber && !(room?.isOpennessShown ?? true) ? [] : moment.notes
      return "\(label): " + (quote + notes + ask).joined(separator: " ")
    }
  }

  // MARK: Above it

  var title: String { say("workshop.review.title") }

  /// When it was, how many turns there were, and how many lines were tried.
  var subtitle: String {
    let turns = workshop.talk.tries.count
    let tried = room?.proposals.count { $0.tried != nil } ?? 0
    let counts = [
      say(turns == 1 ? "report.turns.one" : "report.turns", ["count": String(turns)]),
      tried == 0
        ? "" : say(tried == 1 ? "workshop.review.tried.one" : "workshop.review.tried", ["count": String(tried)]),
    ]
    return ([Report.day(workshop.talk.header.started, phrases)] + counts).filter { !$0.isEmpty }.joined(
      separator: " · ")
  }

  /// Who took part; `nil` where nobody is known.
  var people: String? {
    guard let room, !room.names.isEmpty else { return nil }
    if room.names.allSatisfy(\.isEmpty) {
      return say("workshop.review.count", ["count": String(room.names.count)])
    }
    return say(
      "workshop.review.people", ["names": room.names.indices.map { called(room, $0) }.joined(separator: ", ")])
  }

  // MARK: As text

  /// The review as text for a terminal.
  public func lines(_ layout: Layout) -> [ReviewText.Line] {
    typealias Line = ReviewText.Line
    func wrapped(_ text: String, _ tone: Line.Tone = .plain, first: String = "", rest: Int = 0) -> [Line] {
      layout.wrap(text, first: first, rest: rest).map { Line(text: $0, tone: tone) }
    }
    var lines = wrapped(title, .strong) + wrapped(subtitle)
    if let people { lines += wrapped(people) }
    for section in sections {
      lines += [ScreenCanvas.blank] + wrapped(section.heading, .strong)
      for text in section.said { lines += wrapped(text, first: "  – ", rest: 4) }
      for text in section.facts + section.surprises { lines += wrapped(text, first: "  ", rest: 4) }
      for fork in section.forks {
        lines += wrapped(fork.title, first: "  ", rest: 4)
        for way in fork.ways { lines += wrapped(way, first: "    ", rest: 6) }
      }
      for text in section.counted { lines += wrapped(text, first: "  ", rest: 4) }
    }
    return lines
  }

  /// What the facilitator noted, for them alone.
  public func notes(_ layout: Layout) -> [ReviewText.Line] {
    let notes = room?.notes ?? []
    guard !notes.isEmpty else { return [ReviewText.Line(text: say("workshop.notes.none"), tone: .plain)] }
    return notes.flatMap { note in
      let turn = workshop.talk.attempt(note.at)?.turn.number ?? 0
      let first = say("review.turn", ["turn": String(turn)]) + ": "
      return layout.wrap(Report.joined(note.text), first: first, rest: 2).map {
        ReviewText.Line(text: $0, tone: .plain)
      }
    }
  }
}
