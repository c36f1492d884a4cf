public import CoachingLanguage
public import Evaluator
import Personas

/// A conversation with everything that was ever said in it, also what the leader went back on.
///
/// What was said is a tree of ``tries``: a turn is said after its parent, and ``place`` tells which of them is the last of
/// the conversation as it stands now. Made by ``Practice`` while it goes on, and read from a file with ``init(path:)``.
public struct RecordedTalk: Sendable, Equatable {
  public let header: Transcript.Header
  /// Every turn that was ever said, in the order in which it was; the one with `id` 1 stands first.
  public private(set) var tries: [Try] = []
  /// The `id` of the last turn of the conversation as it stands; 0 where only the opening was said.
  public private(set) var place = 0
  /// The conversation as it stands, from the opening to ``place``, with the leader's own readings in it.
  public private(set) var talk: Evaluator.Talk
  /// What the leader looked at and did not say, in order.
  public private(set) var whatIfs: [WhatIf] = []
  /// The hints that were given, in order.
  public private(set) var hints: [Hint] = []
  /// The sentences that the leader reads otherwise, in the order they were first read so; of each the last reading.
  public private(set) var disagreements: [Disagreement] = []
  /// What the leader thought of the talk before the review; the last time they were asked.
  public private(set) var selfAssessment: SelfAssessment?
  /// When the leader stopped, in UTC, ISO 8601; `nil` for a talk that can be gone on with.
  public private(set) var ended: String?

  /// Where the disagreement about a sentence stands in ``disagreements``.
  private var readings: [Sentence: Int] = [:]

  private struct Sentence: Sendable, Hashable {
    var turn: Int
    var number: Int
  }

  /// A turn and where it was said.
  public struct Try: Sendable, Equatable {
    /// 1 for the first that was said, rising by 1.
    public var id: Int
    /// The turn it was said after; 0 for the opening. Always lower than `id`.
    public var parent: Int
    public var turn: Turn
    /// Whether the feedback was on the screen; false where the policy kept it back.
    public var isFeedbackShown: Bool

    public init(id: Int, parent: Int, turn: Turn, isFeedbackShown: Bool = true) {
      self.id = id
      self.parent = parent
      self.turn = turn
      self.isFeedbackShown = isFeedbackShown
    }
  }

  /// A line that was not said, and what would have been answered.
  public struct WhatIf: Sendable, Equatable, Codable {
    /// The turn the talk stood at; 0 for the opening.
    public var at: Int
    public var line: String
    public var answer: String
  }

  public struct Hint: Sendable, Equatable, Codable {
    /// The turn the talk stood at; 0 for the opening.
    public var at: Int
    /// 1 a nudge, 2 the kind of question, 3 an example.
    public var level: Int
    public var text: String
  }

  /// A sentence that the leader reads otherwise than the rules.
  public struct Disagreement: Sendable, Equatable, Codable {
    /// The `id` of its turn.
    public var turn: Int
    /// Its place in the turn, 0-based.
    public var sentence: Int
    public var text: String
    /// What the rules heard, and the rule that decided.
    public var heard: Move
    public var rule: String
    /// What it was in the leader's eyes; the same as `heard` where they came back from it.
    public var said: Move
  }

  public struct SelfAssessment: Sendable, Equatable, Codable {
    /// How it went, in the leader's words; may be empty.
    public var went: String
    /// Of ten sentences, how many asked or listened, 0...10; `nil` where the leader did not say.
    public var asked: Int?

    public init(went: String, asked: Int? = nil) {
      self.went = went
      self.asked = asked
    }
  }

  /// A conversation that has not begun.
  public init(header: Transcript.Header) {
    self.header = header
    talk = RecordedTalk.start(header)
  }

  private static func start(_ header: Transcript.Header) -> Evaluator.Talk {
    let name = Persona.firstName(of: header.persona)
    return Evaluator.Talk(language: header.language, name: name.isEmpty ? nil : name, opening: header.opening)
  }

  /// The turn with this `id`; `nil` where there is none.
  public func attempt(_ id: Int) -> Try? { tries.indices.contains(id - 1) ? tries[id - 1] : nil }

  /// The turns from the opening to the one with this `id`, in order; none for 0.
  public func line(to id: Int) -> [Try] {
    var line: [Try] = []
    var next = id
    while let attempt = attempt(next) {
      line.append(attempt)
      next = attempt.parent
    }
    return line.reversed()
  }

  /// The conversation as it was when the turn with this `id` had been said, with the leader's own readings in it.
  public func talk(to id: Int) -> Evaluator.Talk {
    var talk = RecordedTalk.start(header)
    talk.turns = line(to: id).map(turn)
    return talk
  }

  /// The turns that were said after the one with this `id`, in order; 0 for the opening.
  public func children(of id: Int) -> [Try] { tries.filter { $0.parent == id } }

  /// The `id`s of the turns after which nothing was said: each the end of a branch.
  public var ends: [Int] {
    let parents = Set(tries.map(\.parent))
    return tries.map(\.id).filter { !parents.contains($0) }
  }

  /// How many sentences of the conversation as it stands count as the leader reads them.
  public var correctedCount: Int { talk.sentences.count { $0.sentence.isCorrected } }

  private func turn(_ attempt: Try) -> Evaluator.Talk.Turn {
    var leader = attempt.turn.leader
    for number in leader.sentences.indices {
      guard let reading = readings[Sentence(turn: attempt.id, number: number)] else { continue }
      leader.sentences[number] = leader.sentences[number].corrected(to: disagreements[reading].said)
    }
    return .init(leader: leader, answer: attempt.turn.answer, facts: attempt.turn.facts)
  }

  /// Takes in what happened; false, and no change, where it can't have: a turn after one that is not there, for instance.
  public mutating func take(_ event: Transcript.Event) -> Bool {
    let before = place
    guard add(event) else { return false }
    switch event {
    case .turn(let attempt) where attempt.parent == before: talk.turns.append(turn(attempt))
    case .turn, .undo, .jump, .disagreement: talk = talk(to: place)
    default: break
    }
    return true
  }

  /// Takes in many, in a time that grows with their number alone; gives the place of the first that can't have happened.
  mutating func take(_ events: some Sequence<Transcript.Event>) -> Int? {
    defer { talk = talk(to: place) }
    for (index, event) in events.enumerated() where !add(event) { return index }
    return nil
  }

  /// Takes in an event, but for what it changes in ``talk``.
  private mutating func add(_ event: Transcript.Event) -> Bool {
    let places = 0...tries.count
    switch event {
    case .turn(let attempt):
      guard attempt.id == tries.count + 1, places.contains(attempt.parent) else { return false }
      tries.append(attempt)
      place = attempt.id
    case .undo(_, let to), .jump(let to):
      guard places.contains(to) else { return false }
      place = to
    case .whatIf(let value):
      guard places.contains(value.at) else { return false }
      whatIfs.append(value)
    case .hint(let hint):
      guard places.contains(hint.at) else { return false }
      hints.append(hint)
    case .disagreement(let disagreement): return add(disagreement)
    case .selfAssessment(let value): selfAssessment = value
    case .resume: ended = nil
    case .end(let when): ended = when
    case .unknown: break
    }
    return true
  }

  private mutating func add(_ disagreement: Disagreement) -> Bool {
    guard let attempt = attempt(disagreement.turn),
      attempt.turn.leader.sentences.indices.contains(disagreement.sentence)
    else { return false }
    let sentence = Sentence(turn: disagreement.turn, number: disagreement.sentence)
    if let known = readings[sentence] {
      disagreements[known] = disagreement
    } else {
      readings[sentence] = disagreements.count
      disagreements.append(disagreement)
    }
    return true
  }
}
