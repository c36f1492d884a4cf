import CoachingLanguage
import Evaluator

/// How one measure went over several talks.
struct Trend: Sendable {
  /// What is followed, the one that tells most first.
  enum Measure: String, CaseIterable, Sendable {
    case tellShare = "tell-share"
    case openShare = "open-share"
    case reflections, signals, temptations, stacked, ladder, why, hints

    /// What the highest column of a picture stands for.
    var most: Double {
      switch self {
      case .reflections: 2
      case .stacked, .hints: 5
      default: 1
      }
    }

    /// Whether it is a share of a whole, and not a number.
    var isShare: Bool { ![.reflections, .stacked, .hints].contains(self) }
  }

  /// A measure of one talk: so many of so many.
  struct Figure: Sendable, Equatable {
    var count: Int
    /// `nil` for what is no share and no ratio.
    var all: Int?

    /// `nil` where there is nothing to divide by.
    var value: Double? {
      guard let all else { return Double(count) }
      return all == 0 ? nil : Double(count) / Double(all)
    }
  }

  var measure: Measure
  /// The figures of the talks that have one, in the order of time, with the place of the talk.
  var points: [(talk: Int, figure: Figure)]

  init(_ measure: Measure, over talks: [TalkSummary]) {
    self.measure = measure
    points = talks.enumerated().compactMap { index, talk in
      guard let figure = talk.figures[measure], figure.value != nil else { return nil }
      return (index, figure)
    }
  }

  /// Whether there is anything to show: a share of something, or a number that is not always 0.
  var isTelling: Bool { points.contains { $0.figure.all != nil || $0.figure.count > 0 } }

  /// All of them together.
  var total: Figure {
    let counts = points.reduce(0) { $0 + $1.figure.count }
    let isCounted = points.contains { $0.figure.all != nil }
    return Figure(count: counts, all: isCounted ? points.reduce(0) { $0 + ($1.figure.all ?? 0) } : nil)
  }

  /// The first talks together, and the last: up to three of each, none of them in both; `nil` for fewer than two talks.
  var ends: (first: Double, last: Double)? {
    let size = min(3, points.count / 2)
    guard size > 0 else { return nil }
    func mean(_ part: ArraySlice<(talk: Int, figure: Figure)>) -> Double {
      part.reduce(0) { $0 + ($1.figure.value ?? 0) } / Double(part.count)
    }
    return (mean(points.prefix(size)), mean(points.suffix(size)))
  }

  /// A column of one to eight eighths for each of the last so many talks.
  func sparkline(most: Int = 40) -> String {
    points.suffix(most).map { _, figure in
      let share = min(1, (figure.value ?? 0) / measure.most)
      return String(Trend.columns[Int(share * 7 + 0.5)])
    }.joined()
  }

  private static let columns = Array("▁▂▃▄▅▆▇█")

  static func figures(of review: Review, hints: Int) -> [Measure: Figure] {
    let measures = review.measures
    let questions = measures.count(.openQuestion) + measures.count(.closedQuestion)
    let told = measures.count(.tell)
    return [
      .tellShare: Figure(count: told, all: told + questions + measures.count(.reflection)),
      .openShare: Figure(count: measures.count(.openQuestion), all: questions),
      .reflections: Figure(count: measures.count(.reflection), all: questions),
      .signals: Figure(count: review.signals.count { $0.pickedUp != nil }, all: review.signals.count),
      .temptations: Figure(count: review.temptations.count { $0.isResisted }, all: review.temptations.count),
      .stacked: Figure(count: measures.stackedTurns.count),
      .ladder: Figure(count: review.ladder.reached.count, all: Step.allCases.count),
      .why: Figure(count: review.why.reached == nil ? 0 : 1, all: 1),
      .hints: Figure(count: hints),
    ]
  }
}
