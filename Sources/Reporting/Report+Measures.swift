import CoachingLanguage
import Evaluator

/// Everything that is counted, each with its count and, where there is one, the threshold and its source.
extension Report {
  /// One measure.
  struct Measured: Sendable {
    var label: String
    var text: String
    /// The threshold and where it comes from; `nil` where there is none to speak of.
    var guide: String?
  }

  var measured: [Measured] {
    var all = [
      Measured(label: say("review.moves"), text: movesText),
      Measured(label: say("review.tell-share"), text: tellShareText, guide: say("measure.tell-share.guide")),
      Measured(label: say("measure.open-share"), text: openShareText, guide: say("measure.open-share.guide")),
      Measured(label: say("measure.reflections"), text: reflectionsText, guide: say("measure.reflections.guide")),
      Measured(label: say("measure.stacked"), text: stackedText),
      Measured(label: say("measure.words"), text: wordsText, guide: say("measure.words.guide")),
      Measured(label: say("measure.reused"), text: reusedText),
      Measured(label: say("measure.signals"), text: signalsText),
      Measured(label: say("measure.temptations"), text: temptationsText),
      Measured(label: say("review.first-advice"), text: firstAdviceText),
      Measured(label: say("measure.solution"), text: solutionText),
      Measured(label: say("review.check"), text: checkText),
      Measured(label: say("review.follow-up"), text: followUpText),
    ]
    if let record { all.append(Measured(label: say("measure.hints"), text: hintsText(record.hints.count))) }
    if review.correctedCount > 0 {
      all.append(Measured(label: say("measure.corrected"), text: correctedText))
    }
    return all
  }

  private var questions: Int { review.measures.count(.openQuestion) + review.measures.count(.closedQuestion) }

  private var movesText: String {
    let measures = review.measures
    let counts: [(String, Int)] = [
      ("count.open", measures.count(.openQuestion)), ("count.closed", measures.count(.closedQuestion)),
      ("count.listen", measures.count(.listen)), ("count.advising", measures.advising),
      ("count.tell", measures.count(.tell) - measures.advising),
    ]
    return counts.map { counted($0, $1) }.joined(separator: ", ") + "."
  }

  private var tellShareText: String {
    guard let share = review.measures.tellShare else { return say("review.tell-share.none") }
    let told = review.measures.count(.tell)
    let all = told + questions + review.measures.count(.reflection)
    return say(
      "review.tell-share.is", ["share": Report.percent(share), "count": String(told), "all": String(all)])
  }

  private var openShareText: String {
    guard let share = review.measures.openShare else { return say("measure.open-share.none") }
    let open = review.measures.count(.openQuestion)
    return say(
      "measure.open-share.is",
      ["share": Report.percent(share), "count": String(open), "all": String(questions)])
  }

  private var reflectionsText: String {
    let places = ["count": String(review.measures.count(.reflection)), "all": String(questions)]
    guard let ratio = review.measures.reflectionsPerQuestion else { return say("measure.reflections.none", places) }
    return say("measure.reflections.is", places.merging(["ratio": decimal(ratio)]) { $1 })
  }

  private var stackedText: String {
    let turns = review.measures.stackedTurns
    guard !turns.isEmpty else { return say("measure.stacked.none") }
    let shown = turns.prefix(8).map(String.init).joined(separator: ", ") + (turns.count > 8 ? ", …" : "")
    return say("measure.stacked.is", ["count": String(turns.count), "turns": shown])
  }

  private var wordsText: String {
    say(
      "measure.words.is",
      ["leader": String(review.measures.leaderWords), "other": String(review.measures.otherWords)])
  }

  private var reusedText: String {
    let words = review.measures.reusedWords
    guard !words.isEmpty else { return say("measure.reused.none") }
    let shown = words.prefix(8).joined(separator: ", ")
    return say(
      words.count > 8 ? "measure.reused.more" : "measure.reused.is", ["count": String(words.count), "words": shown])
  }

  private var signalsText: String {
    let signals = review.signals
    guard !signals.isEmpty else { return say("measure.signals.none") }
    let missed = signals.filter { $0.pickedUp == nil }
    let text = say(
      "measure.signals.is", ["count": String(signals.count - missed.count), "all": String(signals.count)])
    guard !missed.isEmpty else { return text }
    let words = missed.prefix(3).map { "‘\(Quote.shortened(Report.joined($0.words)))’" }.joined(separator: ", ")
    let key = missed.count > 3 ? "measure.signals.missed.more" : "measure.signals.missed"
    return text + " " + say(key, ["words": words, "count": String(missed.count - 3)])
  }

  private var temptationsText: String {
    let all = review.temptations
    guard !all.isEmpty else { return Report.capitalised(say("measure.temptations.none")) }
    return say(
      "measure.temptations.is", ["count": String(all.count { $0.isResisted }), "all": String(all.count)])
  }

  private var firstAdviceText: String {
    guard let first = review.firstAdvice else { return say("review.first-advice.none") }
    var places = ["turn": String(first.turn), "words": Quote.words(of: first.sentence)]
    guard let core = review.why.reached else { return say("review.first-advice.is", places) }
    places["core"] = String(core)
    return say(first.turn <= core ? "measure.first-advice.before" : "measure.first-advice.after", places)
  }

  private var solutionText: String {
    let solution = review.solution
    let words = Report.cut(Report.joined(solution.words), to: 120)
    return say(
      "measure.solution." + solution.owner.rawValue, ["turn": String(solution.turn ?? 0), "words": words])
  }

  private var checkText: String {
    guard let turn = review.measures.solutionChecks.first else { return say("review.check.no") }
    return say("review.check.yes", ["turn": String(turn)])
  }

  private var followUpText: String {
    guard let agreement = review.agreement else { return say("review.follow-up.no") }
    let what = Report.cut(Report.joined(agreement.what), to: 120)
    var parts = [say("measure.follow-up.what", ["words": what, "turn": String(agreement.turn)])]
    if let who = agreement.who { parts.append(say("measure.follow-up.who", ["who": say("who." + who.rawValue)])) }
    if let when = agreement.when { parts.append(say("measure.follow-up.when", ["when": when])) }
    let open = [(agreement.who == nil, "follow-up.who"), (agreement.when == nil, "follow-up.when")]
      .filter(\.0).map { say($0.1) }
    if !open.isEmpty { parts.append(say("measure.follow-up.open", ["what": open.joined(separator: ", ")])) }
    if !agreement.isAgreed { parts.append(say("measure.follow-up.unsure")) }
    return parts.joined(separator: " ")
  }

  private func hintsText(_ count: Int) -> String {
    count == 0 ? say("measure.hints.none") : say("measure.hints.is", ["count": String(count)])
  }

  private var correctedText: String {
    review.correctedCount == 1
      ? say("measure.corrected.one") : say("measure.corrected.is", ["count": String(review.correctedCount)])
  }
}
