import Practice

/// How a workshop is kept: in the file of its talk (``Practice/Transcript``), as lines of one more event, `workshop`.
///
/// Programs that know of talks alone pass them over, so a workshop's file is also that of a talk. Each line has `when`, in UTC,
/// ISO 8601, and `does`:
///
/// | does | says | members |
/// |---|---|---|
/// | `begin` | the first of them; what was agreed | `version`; ``WorkshopSetup`` as `setup` |
/// | `resume` | it goes on in another run of the program | |
/// | `name` | somebody came in later | `name` |
/// | `speaker` | whose turn it is, unless turns follow from what was said | `place`, 0-based in the names |
/// | `clock` | the clock was stopped or started | `on` |
/// | `proposal` | a line was proposed | `id`, 1 for the first and rising; `at`, the turn the talk stood at; `by`, a place; `line` |
/// | `withdrawal` | it was taken back | `id` |
/// | `hands` | what the room predicts of it | `id`; ``Hands`` as `hands` |
/// | `tried` | what it would bring, without being said | `id`; `turn`, a ``Practice/Turn`` |
/// | `said` | it was said | `to`, the turn's `id`; `id` of the proposal |
/// | `moved` | the talk stands elsewhere | `to`, a turn's `id` |
/// | `feedback`, `openness`, `tasks` | the room sees it or not | `on` |
/// | `focus` | one line that was tried is looked at alone, or all of them | `id` |
/// | `question` | the group talks about it; nothing takes it away | `text` |
/// | `note` | the facilitator's own | `at`; `text` |
/// | `part` | where the after-action review is | `part`, an ``AfterAction``; none where the group practises again |
/// | `card` | what is looked at in that part | `place`, 1 for the first thing, 0 for none |
/// | `answer` | what the group says there | `part`; `text` |
/// | `tally` | what observers counted | ``Tally`` as `tally` |
/// | `end` | it is over | |
public enum WorkshopFile {
  /// The version of these lines that this program writes, and the last it reads.
  public static let version = 1

  /// One line.
  public struct Line: Sendable, Equatable {
    /// Seconds since 1970.
    public var when: Int
    public var event: WorkshopRecord.Event

    public init(when: Int, event: WorkshopRecord.Event) {
      self.when = when
      self.event = event
    }
  }
}

extension WorkshopFile.Line: Codable {
  private enum Key: String, CodingKey {
    case event, does, when, version, setup, name, place, on, id, at, by, line, hands, turn, to, text, part, tally
  }

  /// Whether a line is one of these; the others are those of the talk.
  struct Kind: Decodable {
    var event: String
    var does: String?
    var version: Int?

    /// Whether this version knows what it does.
    var isKnown: Bool { does.map(WorkshopFile.Line.names.contains) ?? false }
  }

  private static let names: Set<String> = [
    "begin", "resume", "name", "speaker", "clock", "proposal", "withdrawal", "hands", "tried", "said", "moved",
    "feedback", "openness", "focus", "tasks", "question", "note", "part", "card", "answer", "tally", "end",
  ]

  public init(from decoder: any Decoder) throws {
    let line = try decoder.container(keyedBy: Key.self)
    guard let time = TimeText.seconds(try line.decode(String.self, forKey: .when)) else {
      throw DecodingError.dataCorruptedError(forKey: .when, in: line, debugDescription: "no time")
    }
    when = time
    event = try WorkshopFile.Line.event(line)
  }

  private static func event(_ line: KeyedDecodingContainer<Key>) throws -> WorkshopRecord.Event {
    func number(_ key: Key) throws -> Int { try line.decode(Int.self, forKey: key) }
    func text(_ key: Key) throws -> String { try line.decode(String.self, forKey: key) }
    switch try text(.does) {
    case "begin": return .begin(try line.decode(WorkshopSetup.self, forKey: .setup))
    case "resume": return .resume
    case "name": return .name(try text(.name))
    case "speaker": return .speaker(try number(.place))
    case "clock": return .clock(isRunning: try line.decode(Bool.self, forKey: .on))
    case "proposal":
      let by = try line.decodeIfPresent(Int.self, forKey: .by)
      return .proposal(Proposal(id: try number(.id), at: try number(.at), by: by, line: try text(.line)))
    case "withdrawal": return .withdrawal(try number(.id))
    case "hands": return .hands(try number(.id), try line.decode(Hands.self, forKey: .hands))
    case "tried": return .tried(try number(.id), try line.decode(Turn.self, forKey: .turn))
    case "said": return .said(turn: try number(.to), proposal: try line.decodeIfPresent(Int.self, forKey: .id))
    case "moved": return .moved(to: try number(.to))
    case "feedback": return .feedback(isShown: try line.decode(Bool.self, forKey: .on))
    case "openness": return .openness(isShown: try line.decode(Bool.self, forKey: .on))
    case "tasks": return .tasks(isShown: try line.decode(Bool.self, forKey: .on))
    case "focus": return .focus(try line.decodeIfPresent(Int.self, forKey: .id))
    case "question": return .question(try line.decodeIfPresent(String.self, forKey: .text))
    case "note": return .note(at: try number(.at), try text(.text))
    case "part": return .part(try line.decodeIfPresent(AfterAction.self, forKey: .part))
    case "card": return .card(try number(.place))
    case "answer": return .answer(try line.decode(AfterAction.self, forKey: .part), try text(.text))
    case "tally": return .tally(try line.decode(Tally.self, forKey: .tally))
    case "end": return .end
    default: throw DecodingError.dataCorruptedError(forKey: .does, in: line, debugDescription: "not known")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var line = encoder.container(keyedBy: Key.self)
    try line.encode("workshop", forKey: .event)
    try line.encode(TimeText.text(when), forKey: .when)
    try line.encode(name, forKey: .does)
    switch event {
    case .begin(let setup):
      try line.encode(WorkshopFile.version, forKey: .version)
      try line.encode(setup, forKey: .setup)
    case .resume, .end: break
    case .name(let name): try line.encode(name, forKey: .name)
    case .speaker(let place), .card(let place): try line.encode(place, forKey: .place)
    case .clock(let isOn), .feedback(let isOn), .openness(let isOn), .tasks(let isOn):
      try line.encode(isOn, forKey: .on)
    case .proposal(let proposal):
      try line.encode(proposal.id, forKey: .id)
      try line.encode(proposal.at, forKey: .at)
      try line.encodeIfPresent(proposal.by, forKey: .by)
      try line.encode(proposal.line, forKey: .line)
    case .withdrawal(let id): try line.encode(id, forKey: .id)
    case .hands(let id, let hands):
      try line.encode(id, forKey: .id)
      try line.encode(hands, forKey: .hands)
    case .tried(let id, let turn):
      try line.encode(id, forKey: .id)
      try line.encode(turn, forKey: .turn)
    case .said(let turn, let id):
      try line.encode(turn, forKey: .to)
      try line.encodeIfPresent(id, forKey: .id)
    case .moved(let to): try line.encode(to, forKey: .to)
    case .focus(let id): try line.encodeIfPresent(id, forKey: .id)
    case .question(let text): try line.encodeIfPresent(text, forKey: .text)
    case .note(let at, let text):
      try line.encode(at, forKey: .at)
      try line.encode(text, forKey: .text)
    case .part(let part): try line.encodeIfPresent(part, forKey: .part)
    case .answer(let part, let text):
      try line.encode(part, forKey: .part)
      try line.encode(text, forKey: .text)
    case .tally(let tally): try line.encode(tally, forKey: .tally)
    }
  }

  private var name: String {
    switch event {
    case .begin: "begin"
    case .resume: "resume"
    case .name: "name"
    case .speaker: "speaker"
    case .clock: "clock"
    case .proposal: "proposal"
    case .withdrawal: "withdrawal"
    case .hands: "hands"
    case .tried: "tried"
    case .said: "said"
    case .moved: "moved"
    case .feedback: "feedback"
    case .openness: "openness"
    case .focus: "focus"
    case .tasks: "tasks"
    case .question: "question"
    case .note: "note"
    case .part: "part"
    case .card: "card"
    case .answer: "answer"
    case .tally: "tally"
    case .end: "end"
    }
  }
}
