public import CoachingLanguage
import Personas

/// The file a conversation is kept in: one JSON object a line, the header first.
///
/// Version 2. Every line has `event`; lines are only ever added, so nothing that was said is lost.
///
/// | event | says | members |
/// |---|---|---|
/// | `start` | which conversation this is; the first line | ``Header`` |
/// | `turn` | the leader said a line and was answered | `id`, 1 for the first turn of the file and rising; `parent`, the turn it was said after, 0 for the opening; `turn`, a ``Turn``; `shown`, false where the feedback was kept back |
/// | `undo` | the leader went back `count` turns | `count`; `to`, the turn the talk stands at now, 0 for the opening |
/// | `jump` | the leader went to another try | `to` |
/// | `what-if` | the leader looked at what a line would bring, and did not say it | `at`, the turn the talk stood at; `line`; `answer` |
/// | `hint` | the leader asked for a hint | `at`; `level`, 1...3; `text` |
/// | `disagreement` | the leader reads a sentence otherwise than the rules | `turn`, an id; `sentence`, 0-based; `text`; `heard` and `said`, moves; `rule` |
/// | `self-assessment` | what the leader thought of it, before the review | `went`, in their words; `asked`, of ten sentences how many asked or listened, 0...10 |
/// | `resume` | the talk goes on, in another run of the program | `when` |
/// | `workshop` | a group has the talk, and this happened in the room; read by the module `Workshop` alone | |
/// | `end` | the leader stopped, and the review was shown | `when` |
///
/// Version 1 has `start` and `turn` alone, without `id` and `parent`: each turn was said after the one before it.
///
/// A reader skips events it does not know, and a line that was torn off by a power cut: the last, or the one before a
/// `resume`.
public enum Transcript {
  /// The version this program writes. It reads every earlier one, and none that is later.
  public static let version = 2

  /// The first line: which conversation this is.
  public struct Header: Sendable, Equatable, Codable {
    public var event = "start"
    /// The version of the format.
    public var doorvraag = Transcript.version
    /// The persona's full name.
    public var persona: String
    /// What the persona was started by: its short name.
    public var file: String
    /// Where the persona's file is, for one that does not come with the program; `nil` in version 1.
    public var path: String?
    /// Tells whether the persona is still the same; see ``Personas/Persona/fingerprint``. `nil` in version 1.
    public var fingerprint: String?
    public var language: Language
    public var seed: UInt64
    /// When it began, in UTC, ISO 8601.
    public var started: String
    public var opening: String
    /// The policy the feedback followed, such as `fade`; `nil` for feedback on every line.
    public var feedback: String?
    /// The one thing that was practised, such as `give-back`; `nil` for everything.
    public var focus: String?

    init(_ persona: Persona, opening: String, seed: UInt64, _ setting: Practice.Setting) {
      self.persona = persona.name
      file = setting.name
      path = setting.path
      fingerprint = persona.fingerprint
      language = persona.language
      self.seed = seed
      started = setting.started
      self.opening = opening
      if setting.policy != .live { feedback = setting.policy.rawValue }
      focus = setting.focus?.rawValue
    }
  }
}
