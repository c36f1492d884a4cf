import CoachingLanguage
import Evaluator

/// What the review says in sentences: the verdict, the leader's own view, the ladder, and the one thing for next time.
extension Report {
  /// Whether the talk came to the why, in a sentence.
  public var verdict: String {
    let why = review.why
    let guess = review.isGuessed ? ".guess" : ""
    guard let reached = why.reached else { return say("review.why.no" + guess) }
    let key = why.understood == nil ? "review.why.reached" : "review.why.understood"
    let sentence = say(key + guess, ["turn": String(reached), "back": String(why.understood ?? 0)])
    return review.isGuessed ? say("review.why.guess") + " " + sentence : sentence
  }

  /// What the other said when it came to the why; `nil` where it did not.
  public var core: String? { review.why.reached.map { Report.joined(review.talk.turns[$0 - 1].answer) } }

  /// What the leader made of the talk beside what was counted; `nil` where they did not say.
  public var selfView: String? {
    guard let own = record?.selfAssessment else { return nil }
    var went = Report.joined(own.went)
    // The sentence it is quoted in has a full stop of its own.
    while let last = went.last, last == "." || last == " " { went.removeLast() }
    guard let asked = own.asked else { return went.isEmpty ? nil : say("review.self.went", ["went": went]) }
    guard let were = helpfulOfTen else { return nil }
    let places = ["went": went, "asked": String(asked), "were": String(were)]
    let text = say(went.isEmpty ? "review.self.asked" : "review.self.both", places)
    return (asked - were).magnitude <= 1 ? text + " " + say("review.self.close") : text
  }

  /// Of ten sentences that asked, listened or told, how many asked or listened; `nil` where there were none.
  private var helpfulOfTen: Int? {
    let helpful = review.measures.count(.ask) + review.measures.count(.listen)
    let all = helpful + review.measures.count(.tell)
    return all == 0 ? nil : (helpful * 20 + all) / (all * 2)
  }

  /// Where a rung of the ladder stands.
  func rung(_ step: Step) -> String { Report.rung(step, review.ladder, phrases) }

  static func rung(_ step: Step, _ ladder: Ladder, _ phrases: Phrasebook) -> String {
    switch (ladder.asked[step], ladder.reached[step]) {
    case (nil, nil): phrases("ladder.none")
    case (let asked?, nil): phrases("ladder.asked", ["turn": String(asked)])
    case (_, let reached?): phrases("ladder.reached", ["turn": String(reached)])
    }
  }

  /// The mark of a rung: full, half, or empty.
  static func mark(_ step: Step, _ ladder: Ladder) -> String {
    ladder.reached[step] != nil ? "●" : ladder.asked[step] != nil ? "◐" : "○"
  }

  /// The one thing for next time.
  public var nextTime: String { say("next." + review.nextTime.rawValue) }
}
