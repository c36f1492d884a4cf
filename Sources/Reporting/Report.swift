public import CoachingLanguage
public import Evaluator
public import Practice

/// A review with what is known of the talk beside it, in the words of one language: what is shown in the terminal, as
/// Markdown, as a page and as JSON.
public struct Report: Sendable {
  public var review: Review
  /// Everything that was said and done, for a talk with a persona.
  public var record: RecordedTalk?
  public var phrases: Phrasebook
  /// The file it was read from; empty where there is none.
  public var source: String
  /// What to type to practise the one thing for next time; `nil` where that is no skill.
  public var command: String?

  /// - Parameters:
  ///   - phrases: The words of the review; questions to ask are in the language of the talk.
  ///   - command: What to type to practise a thing, where the persona is known.
  public init(
    _ review: Review, record: RecordedTalk? = nil, phrases: Phrasebook, source: String = "",
    command: (Focus) -> String = { "doorvraag practise --focus \($0.rawValue)" }
  ) {
    self.review = review
    self.record = record
    self.phrases = phrases
    self.source = source
    self.command = Focus(review.nextTime).map(command)
  }

  /// What the other is called inside a sentence.
  public var name: String { review.talk.name ?? phrases("the-other") }

  /// A phrase with its places filled, the other's name among them.
  func say(_ key: String, _ places: [String: String] = [:]) -> String {
    phrases(key, places.merging(["name": name, "Name": Report.capitalised(name)]) { given, _ in given })
  }

  /// As ``say(_:_:)``; `KEY.one` where the count is one.
  func counted(_ key: String, _ count: Int) -> String {
    say(count == 1 ? key + ".one" : key, ["count": String(count)])
  }

  /// Words between the quotation marks of the language, cut where they are many.
  func quoted(_ text: String) -> String { say("quote", ["words": Report.cut(Report.joined(text))]) }

  static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// A share as a whole number of hundredths.
  static func percent(_ share: Double) -> String { String(Int(share * 100 + 0.5)) }

  /// A ratio with one decimal, the way the language writes it.
  func decimal(_ ratio: Double) -> String {
    let tenths = Int(ratio * 10 + 0.5)
    return "\(tenths / 10)\(phrases.language == .dutch ? "," : ".")\(tenths % 10)"
  }

  /// Several lines of text on one.
  static func joined(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
}
