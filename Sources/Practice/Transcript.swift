public import CoachingLanguage

/// The file a conversation is kept in: one JSON object a line, the header first.
///
/// Version 1. Every line has `event`: `start` once, then `turn` for every line the leader said. A reader skips events it
/// does not know, and a last line that was torn off by a power cut.
public enum Transcript {
  /// The version this program writes; it reads no later one.
  public static let version = 1

  /// The first line: which conversation this is.
  public struct Header: Sendable, Equatable, Codable {
    public var event = "start"
    /// The version of the format.
    public var doorvraag = Transcript.version
    /// The persona's full name.
    public var persona: String
    /// What the persona was started by: its short name, or the path of its file.
    public var file: String
    public var language: Language
    public var seed: UInt64
    /// When it began, in UTC, ISO 8601.
    public var started: String
    public var opening: String

    public init(of practice: Practice, file: String, started: String) {
      persona = practice.persona.name
      self.file = file
      language = practice.persona.language
      seed = practice.seed
      self.started = started
      opening = practice.opening
    }
  }

  /// A line of the file for one turn.
  struct TurnEvent: Codable {
    var event = "turn"
    var turn: Turn
  }
}
