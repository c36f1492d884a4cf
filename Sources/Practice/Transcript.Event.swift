extension Transcript {
  /// What happened in a conversation: a line of its file, but for the first. The members are those of ``Transcript``.
  public enum Event: Sendable, Equatable {
    case turn(RecordedTalk.Try)
    case undo(count: Int, to: Int)
    case jump(to: Int)
    case whatIf(RecordedTalk.WhatIf)
    case hint(RecordedTalk.Hint)
    case disagreement(RecordedTalk.Disagreement)
    case selfAssessment(RecordedTalk.SelfAssessment)
    case resume(when: String)
    case end(when: String)
    /// Of a version or a program this one does not know.
    case unknown(name: String)
  }
}

extension Transcript.Event: Codable {
  private enum Key: String, CodingKey {
    case event, id, parent, turn, shown, count, to, when
  }

  public init(from decoder: any Decoder) throws {
    let line = try decoder.container(keyedBy: Key.self)
    let name = try line.decode(String.self, forKey: .event)
    switch name {
    case "turn":
      // Version 1 numbers no turns: whoever reads it does.
      self = .turn(
        RecordedTalk.Try(
          id: try line.decodeIfPresent(Int.self, forKey: .id) ?? 0,
          parent: try line.decodeIfPresent(Int.self, forKey: .parent) ?? 0,
          turn: try line.decode(Turn.self, forKey: .turn),
          isFeedbackShown: try line.decodeIfPresent(Bool.self, forKey: .shown) ?? true))
    case "undo":
      self = .undo(count: try line.decode(Int.self, forKey: .count), to: try line.decode(Int.self, forKey: .to))
    case "jump": self = .jump(to: try line.decode(Int.self, forKey: .to))
    case "what-if": self = .whatIf(try RecordedTalk.WhatIf(from: decoder))
    case "hint": self = .hint(try RecordedTalk.Hint(from: decoder))
    case "disagreement": self = .disagreement(try RecordedTalk.Disagreement(from: decoder))
    case "self-assessment": self = .selfAssessment(try RecordedTalk.SelfAssessment(from: decoder))
    case "resume": self = .resume(when: try line.decode(String.self, forKey: .when))
    case "end": self = .end(when: try line.decode(String.self, forKey: .when))
    default: self = .unknown(name: name)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var line = encoder.container(keyedBy: Key.self)
    try line.encode(name, forKey: .event)
    switch self {
    case .turn(let attempt):
      try line.encode(attempt.id, forKey: .id)
      try line.encode(attempt.parent, forKey: .parent)
      try line.encode(attempt.turn, forKey: .turn)
      if !attempt.isFeedbackShown { try line.encode(false, forKey: .shown) }
    case .undo(let count, let to):
      try line.encode(count, forKey: .count)
      try line.encode(to, forKey: .to)
    case .jump(let to): try line.encode(to, forKey: .to)
    case .whatIf(let value): try value.encode(to: encoder)
    case .hint(let value): try value.encode(to: encoder)
    case .disagreement(let value): try value.encode(to: encoder)
    case .selfAssessment(let value): try value.encode(to: encoder)
    case .resume(let when), .end(let when): try line.encode(when, forKey: .when)
    case .unknown: break
    }
  }

  private var name: String {
    switch self {
    case .turn: "turn"
    case .undo: "undo"
    case .jump: "jump"
    case .whatIf: "what-if"
    case .hint: "hint"
    case .disagreement: "disagreement"
    case .selfAssessment: "self-assessment"
    case .resume: "resume"
    case .end: "end"
    case .unknown(let name): name
    }
  }
}
