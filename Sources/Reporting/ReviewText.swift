public import CoachingLanguage
public import Evaluator

/// A review as plain text for the terminal.
public struct ReviewText: Sendable {
  private let phrases: Phrasebook
  private let layout: Layout

  public init(phrases: Phrasebook, layout: Layout) {
    self.phrases = phrases
    self.layout = layout
  }

  /// The review, one line of the terminal for each element.
  public func lines(for review: Review) -> [String] {
    let name = review.talk.name ?? phrases("the-other")
    var lines = paragraph("", verdict(review, name))
    if let core = review.why.reached { lines += quote(review.talk.turns[core - 1].answer) }
    lines.append("")
    lines += self.ladder(review.ladder)
    lines.append("")
    lines += paragraph(phrases("review.moves"), moves(review.measures))
    lines += paragraph(phrases("review.tell-share"), tellShare(review.measures))
    lines += paragraph(phrases("review.first-advice"), firstAdvice(review))
    lines += paragraph(phrases("review.check"), happened("review.check", in: review.measures.solutionChecks))
    lines += paragraph(phrases("review.follow-up"), happened("review.follow-up", in: review.measures.followUps))
    lines.append("")
    lines += paragraph(phrases("review.next"), phrases("next." + review.nextTime.rawValue, ["name": name]))
    return lines
  }

  private func paragraph(_ label: String, _ text: String) -> [String] {
    label.isEmpty ? layout.wrap(text) : layout.wrap(text, first: label + ": ", rest: 2)
  }

  private func quote(_ text: String) -> [String] { layout.wrap("„\(text)”", first: "  ", rest: 2) }

  private func verdict(_ review: Review, _ name: String) -> String {
    guard let reached = review.why.reached else { return phrases("review.why.no", ["name": name]) }
    let key = review.why.understood == nil ? "review.why.reached" : "review.why.understood"
    return phrases(key, ["name": name, "turn": String(reached), "back": String(review.why.understood ?? 0)])
  }

  /// The ladder: a rung a line, with what was asked and what was answered.
  public func ladder(_ ladder: Ladder) -> [String] {
    let names = Step.allCases.map { phrases("step." + $0.rawValue) }
    let widest = names.map { layout.columns($0) }.max() ?? 0
    return zip(Step.allCases, names).flatMap { step, name in
      let mark = ladder.reached[step] != nil ? "●" : ladder.asked[step] != nil ? "◐" : "○"
      let pad = String(repeating: " ", count: widest - layout.columns(name))
      return layout.wrap(rung(step, ladder), first: "  \(mark) \(name)\(pad)  ", rest: 4)
    }
  }

  private func rung(_ step: Step, _ ladder: Ladder) -> String {
    switch (ladder.asked[step], ladder.reached[step]) {
    case (nil, nil): phrases("ladder.none")
    case (let asked?, nil): phrases("ladder.asked", ["turn": String(asked)])
    case (_, let reached?): phrases("ladder.reached", ["turn": String(reached)])
    }
  }

  private func moves(_ measures: Measures) -> String {
    let counts: [(String, Int)] = [
      ("count.open", measures.count(.openQuestion)), ("count.closed", measures.count(.closedQuestion)),
      ("count.listen", measures.count(.listen)), ("count.advising", measures.advising),
      ("count.tell", measures.count(.tell) - measures.advising),
    ]
    return counts.map { key, count in
      phrases(count == 1 ? key + ".one" : key, ["count": String(count)])
    }.joined(separator: ", ") + "."
  }

  private func tellShare(_ measures: Measures) -> String {
    guard let share = measures.tellShare else { return phrases("review.tell-share.none") }
    let told = measures.count(.tell)
    let all = told + measures.count(.openQuestion) + measures.count(.closedQuestion) + measures.count(.reflection)
    return phrases(
      "review.tell-share.is",
      ["share": String(Int((share * 100).rounded())), "count": String(told), "all": String(all)])
  }

  private func firstAdvice(_ review: Review) -> String {
    guard let first = review.firstAdvice else { return phrases("review.first-advice.none") }
    return phrases(
      "review.first-advice.is", ["turn": String(first.turn), "words": Quote.words(of: first.sentence)])
  }

  private func happened(_ key: String, in turns: [Int]) -> String {
    guard let first = turns.first else { return phrases(key + ".no") }
    return phrases(key + ".yes", ["turn": String(first)])
  }
}
