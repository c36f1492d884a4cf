public import CoachingLanguage
import Evaluator
public import Practice

/// What a saved talk came to, in figures: a row of the history, a point of a trend.
public struct TalkSummary: Sendable {
  public var path: String
  /// When it began, in UTC, ISO 8601.
  public var started: String
  /// The persona's full name, and what it was started by.
  public var persona: String
  public var file: String
  public var language: Language
  /// The one thing that was practised; `nil` for everything.
  public var focus: String?
  /// Whether the leader stopped and saw the review.
  public var isEnded: Bool
  public var turns: Int
  /// Turns that were gone back on.
  public var takenBack: Int
  public var hints: Int
  var figures: [Trend.Measure: Trend.Figure]
  var isReached: Bool
  var isUnderstood: Bool
  var nextTime: String

  /// The name of the file, without its folder and ending.
  public var name: String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".jsonl") ? String(file.dropLast(6)) : file
  }

  init(path: String, _ record: RecordedTalk, _ review: Review) {
    self.path = path
    started = record.header.started
    persona = record.header.persona
    file = record.header.file
    language = record.header.language
    focus = record.header.focus
    isEnded = record.ended != nil
    turns = review.talk.turns.count
    takenBack = record.tries.count - turns
    hints = record.hints.count
    isReached = review.why.reached != nil
    isUnderstood = review.why.understood != nil
    nextTime = review.nextTime.rawValue
    figures = Trend.figures(of: review, hints: hints)
  }
}

/// All saved talks in which something was said, in the order of time.
public struct TalkHistory: Sendable {
  public private(set) var talks: [TalkSummary] = []
  /// The files that could not be read.
  public private(set) var failures: [RecordedTalk.Failure] = []
  /// How many talks were begun in which nothing was said.
  public private(set) var emptyCount = 0

  /// Reads and reviews the files at `paths`.
  ///
  /// - Parameter progress: Called with the number of files done.
  public init(paths: [String], progress: (Int) -> Void = { _ in }) {
    var packs = TalkFile.Packs()
    for (number, path) in paths.enumerated() {
      progress(number)
      do throws(RecordedTalk.Failure) {
        let record = try RecordedTalk(path: path)
        if record.talk.turns.isEmpty {
          emptyCount += 1
        } else {
          talks.append(TalkSummary(path: path, record, packs.review(of: record.talk)))
        }
      } catch {
        if error.reason == .empty { emptyCount += 1 } else { failures.append(error) }
      }
    }
  }

  /// The talks with one persona, by its name or what it was started by.
  public func with(_ name: String) -> [TalkSummary] {
    let wanted = Folding.fold(name)
    return talks.filter { talk in
      let first = talk.persona.split(separator: " ").first.map(String.init) ?? ""
      return [talk.persona, talk.file, first].contains { Folding.fold($0) == wanted }
    }
  }
}
