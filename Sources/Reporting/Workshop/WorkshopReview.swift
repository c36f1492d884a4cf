public import CoachingLanguage
public import Evaluator
import Practice
public import Workshop

/// The after-action review of a workshop: what the group meant, what happened, why, and what it does next time.
///
/// About the room as a whole. Nobody's name stands beside a line, and nothing is counted by person.
public struct WorkshopReview: Sendable, GroupSpeech {
  let workshop: RecordedWorkshop
  let report: Report?
  let phrases: Phrasebook

  /// - Parameter review: Of the talk as it stands; `nil` where its language is not at hand.
  public init(_ workshop: RecordedWorkshop, review: Review?, phrases: Phrasebook) {
    self.init(
      workshop, report: review.map { Report($0, record: workshop.talk, phrases: phrases) }, phrases: phrases)
  }

  init(_ workshop: RecordedWorkshop, report: Report?, phrases: Phrasebook) {
    self.workshop = workshop
    self.report = report
    self.phrases = phrases
  }

  var room: WorkshopRecord? { workshop.room }
  var name: String { workshop.talk.talk.name ?? phrases("the-other") }

  /// How often the room saw coming what a line would do; empty where nobody was asked.
  var predictionTexts: [String] {
    let room = workshop.predictions
    var texts: [String] = []
    func add(_ key: String, _ hits: Int, _ all: Int) {
      guard all > 0 else { return }
      let share = Report.percent(Double(hits) / Double(all))
      texts.append(say(key, ["hits": String(hits), "all": String(all), "share": share]))
    }
    add("workshop.predicted.moves", room.moveHits, room.moveHands)
    add("workshop.predicted.ways", room.wayHits, room.wayHands)
    return texts
  }

  /// Whether the talk came to the why, in a sentence about the group.
  var verdict: String? {
    guard let why = report?.review.why else { return nil }
    guard let reached = why.reached else { return say("workshop.why.no") }
    let places = ["turn": String(reached), "back": String(why.understood ?? 0)]
    return say(why.understood == nil ? "workshop.why.reached" : "workshop.why.understood", places)
  }

  /// A moment with more than one way, in words.
  struct ForkText: Sendable {
    var title: String
    /// A way in a sentence or two each.
    var ways: [String]
    /// The same for a table: the line, what it did, what the room thought, and what came back.
    var rows: [[String]]
  }

  var forkTexts: [ForkText] {
    workshop.forks.map { fork in
      ForkText(title: forkTitle(fork), ways: fork.ways.map(sentence), rows: fork.ways.map(row))
    }
  }

  private func sentence(_ way: Fork.Way) -> String {
    let places = [
      "line": quoted(way.line), "did": did(way.outcome), "change": change(way.outcome), "answer": answer(way),
    ]
    return say("workshop.way.\(way.fate.rawValue)", places)
  }

  private func row(_ way: Fork.Way) -> [String] {
    let hands = texts(for: way.hands)
    return [
      say("workshop.fate.\(way.fate.rawValue)") + ": " + quoted(way.line),
      Report.capitalised(did(way.outcome)) + ". " + change(way.outcome),
      hands.isEmpty ? "–" : hands.joined(separator: " · "), answer(way),
    ]
  }

  /// What there is to say above the rows.
  var forkHeads: [String] { ["line", "did", "hands", "answer"].map { say("workshop.table." + $0) } }

  /// Silence has no words to quote.
  private func quoted(_ line: String) -> String {
    line.isEmpty ? spoken("") : say("quote", ["words": Report.cut(Report.joined(line))])
  }

  private func answer(_ way: Fork.Way) -> String { say("quote", ["words": Report.cut(Report.joined(way.turn.answer))]) }

  /// The lines of which most hands said otherwise than what came out.
  var surpriseTexts: [String] {
    return workshop.predictions.surprises.map { surprise in
      let places = [
        "line": say("quote", ["words": Quote.shortened(Report.joined(surprise.line))]),
        "hands": texts(for: surprise.hands).joined(separator: " · "),
        "move": phrases("move." + surprise.outcome.move.rawValue),
        "change": change(surprise.outcome),
      ]
      return say("workshop.surprise", places)
    }
  }

  // MARK: Observers

  /// What the observers of one thing counted, beside what the program did.
  struct Count: Sendable {
    var task: Observation
    var observers: String
    var program: String
  }

  var counts: [Count] {
    guard let room, let review = report?.review else { return [] }
    return Observation.allCases.compactMap { task in
      guard let tally = room.tallies.first(where: { $0.task == task }) else { return nil }
      return Count(task: task, observers: text(tally), program: text(WorkshopReview.tally(task, in: review)))
    }
  }

  var observerTexts: [String] {
    counts.map { count in
      say(
        "workshop.counted",
        ["task": say("workshop.task." + count.task.rawValue), "observers": count.observers, "program": count.program])
    }
  }

  /// What the program counts of what an observer watches.
  static func tally(_ task: Observation, in review: Review) -> Tally {
    switch task {
    case .openQuestions: Tally(task: task, numbers: [review.measures.count(.openQuestion)])
    case .listening: Tally(task: task, numbers: [review.measures.count(.reflection)])
    case .solution: Tally(task: task, owner: review.solution.owner)
    case .signals:
      Tally(
        task: task,
        numbers: [review.signals.count { $0.pickedUp != nil }, review.signals.count { $0.pickedUp == nil }])
    case .ladder: Tally(task: task, numbers: [review.ladder.reached.count])
    }
  }

  private func text(_ tally: Tally) -> String {
    if let owner = tally.owner { return say("workshop.owner." + owner) }
    let numbers = tally.numbers.map(String.init)
    guard numbers.count > 1 else { return numbers.joined() }
    return say("workshop.tally." + tally.task.rawValue, ["first": numbers[0], "second": numbers[1]])
  }
}
