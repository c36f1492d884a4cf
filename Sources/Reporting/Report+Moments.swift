import CoachingLanguage
import Evaluator

/// The three moments that are quoted.
extension Report {
  /// A moment: what it is, the words, and what there is to say of it.
  struct QuotedMoment: Sendable {
    var label: String
    /// 1-based; 0 for the opening, `nil` where there is no such moment.
    var turn: Int?
    /// The leader's own words; `nil` where it is about the other's, or about nothing.
    var quote: String?
    var notes: [String]
    /// A question that could have been asked.
    var question: String?
  }

  var quotedMoments: [QuotedMoment] { [bestQuestion, turningPoint, missedSignal] }

  private var bestQuestion: QuotedMoment {
    guard let best = review.moments.bestQuestion else {
      return QuotedMoment(label: say("moment.best"), notes: [say("moment.best.none")])
    }
    let answer = Report.joined(review.talk.turns[best.turn - 1].answer)
    return QuotedMoment(
      label: say("moment.best"), turn: best.turn, quote: Report.joined(best.sentence.text),
      notes: answer.isEmpty ? [] : [say("moment.best.answer", ["words": Report.cut(answer)])])
  }

  private var turningPoint: QuotedMoment {
    guard let point = review.moments.turningPoint else {
      return QuotedMoment(label: say("moment.flat"), notes: [say("moment.flat.none")])
    }
    let after = review.curve.values[point.turn - 1]
    let places = ["before": String(after - point.change), "after": String(after)]
    let scale = say(review.curve.isCertain ? "review.turns.openness" : "review.turns.estimate")
    return QuotedMoment(
      label: say(point.change > 0 ? "moment.opened" : "moment.closed"), turn: point.turn,
      quote: point.sentence.text.isEmpty ? "…" : Report.joined(point.sentence.text),
      notes: [Report.capitalised(scale) + ": " + say("moment.change", places) + "."])
  }

  private var missedSignal: QuotedMoment {
    guard let signal = review.moments.missed else {
      let key = review.signals.isEmpty ? "moment.missed.quiet" : "moment.missed.none"
      return QuotedMoment(label: say("moment.missed"), notes: [say(key)])
    }
    let words = Report.joined(signal.words)
    let note = say(
      signal.kind == .repetition ? "moment.missed.word" : "moment.missed.said", ["words": Report.cut(words)])
    return QuotedMoment(
      label: say("moment.missed"), turn: signal.turn, notes: [note], question: question(after: signal))
  }

  /// A question that would have followed a signal up, in the language of the talk; its variants take turns.
  private func question(after signal: Signal) -> String {
    let phrases = Phrasebook(review.talk.language)
    let variants = phrases.variants("ask.signal")
    guard !variants.isEmpty else { return "" }
    let words = Quote.shortened(Report.joined(signal.words))
    return Phrasebook.fill(variants[signal.turn % variants.count], ["signal": words])
  }

  /// A quotation of at most some lines, cut at a word.
  static func cut(_ text: String, to most: Int = 220) -> String {
    guard text.count > most else { return text }
    var kept = text.prefix(most)
    if let space = kept.lastIndex(of: " ") { kept = kept[..<space] }
    return kept + " …"
  }
}
