public import CoachingLanguage
public import Evaluator
public import Personas

/// One conversation: hears a line, gives feedback on it and lets the persona answer; goes back, and tries another way.
///
/// The one place with state. The same persona, seed and lines give the same conversation on every machine.
public struct Practice: Sendable {
  public let persona: Persona
  /// Everything that happened, also what was gone back on.
  public private(set) var record: RecordedTalk

  /// When the feedback is said.
  public let policy: FeedbackPolicy
  /// The one thing that is practised; `nil` for everything.
  public let focus: Focus?

  /// What is known of the persona's language.
  public var pack: LanguagePack { classifier.pack }

  let classifier: Classifier
  let hintGiver: HintGiver
  private let feedbackGiver: FeedbackGiver
  /// Says everything there is to say, also where one thing is practised: for who compares lines.
  private let fullFeedbackGiver: FeedbackGiver
  /// How the persona was when the talk began, and after each turn that was ever said: the place is the turn's `id`.
  ///
  /// `nil` where the persona would not answer so any more, because its file has changed.
  var states: [PersonaState?]
  private var events: [Transcript.Event] = []

  /// What a conversation is kept under.
  public struct Setting: Sendable {
    /// What the persona was started by.
    public var name = ""
    /// Where the persona's file is; `nil` for one that comes with the program.
    public var path: String?
    /// When it began, in UTC, ISO 8601.
    public var started = ""
    public var policy = FeedbackPolicy.live
    public var focus: Focus?

    public init(
      name: String = "", path: String? = nil, started: String = "", policy: FeedbackPolicy = .live, focus: Focus? = nil
    ) {
      self.name = name
      self.path = path
      self.started = started
      self.policy = policy
      self.focus = focus
    }
  }

  /// A conversation that has not begun.
  ///
  /// - Parameters:
  ///   - pack: What is known of the persona's language.
  ///   - phrases: The words of the feedback.
  ///   - seed: Decides which variants of the persona's replies come first.
  public init(
    persona: Persona, pack: LanguagePack, phrases: Phrasebook, seed: UInt64, setting: Setting = Setting()
  ) {
    let opening = persona.opening(in: persona.start(seed: seed))
    let header = Transcript.Header(persona, opening: opening, seed: seed, setting)
    self.init(RecordedTalk(header: header), persona: persona, pack: pack, phrases: phrases)
  }

  /// A conversation with what was recorded of it; the persona is as it was at its start.
  init(_ record: RecordedTalk, persona: Persona, pack: LanguagePack, phrases: Phrasebook) {
    self.persona = persona
    self.record = record
    policy = record.header.feedback.flatMap(FeedbackPolicy.init) ?? .live
    focus = record.header.focus.flatMap(Focus.init)
    classifier = Classifier(pack)
    feedbackGiver = FeedbackGiver(phrases: phrases, pack: pack, focus: focus)
    fullFeedbackGiver = FeedbackGiver(phrases: phrases, pack: pack)
    hintGiver = HintGiver(phrases: phrases, persona: persona)
    states = [persona.start(seed: record.header.seed)]
  }

  public var seed: UInt64 { record.header.seed }

  /// What the persona says first.
  public var opening: String { record.header.opening }

  /// The conversation as it stands, as the evaluator sees it.
  public var talk: Evaluator.Talk { record.talk }

  /// How open the persona is now, 0 (shut) to 10.
  public var openness: Int { state.openness }

  private var state: PersonaState {
    // The talk never stands at a turn that the persona would not answer so: `jump(to:)` and resuming see to it.
    states[record.place] ?? persona.start(seed: seed)
  }

  /// The leader says `line`, which may be empty: silence is a move too.
  public mutating func say(_ line: String) -> Turn {
    let (turn, after) = heard(line, feedbackGiver)
    let isShown = feedbackToShow(on: turn) == turn.feedback
    states.append(after)
    happen(.turn(.init(id: record.tries.count + 1, parent: record.place, turn: turn, isFeedbackShown: isShown)))
    return turn
  }

  /// What is said now of a turn that was made where the talk stands; the rest is for the review.
  public func feedbackToShow(on turn: Turn) -> Feedback {
    guard policy == .fade else { return policy.volume(after: talk).heard(of: turn.feedback) }
    var before = talk
    before.turns.removeSubrange(min(turn.number - 1, before.turns.count)...)
    return policy.volume(after: before).heard(of: turn.feedback)
  }

  /// What `line` would bring, without saying it: changes nothing.
  public func preview(_ line: String) -> Turn { heard(line, fullFeedbackGiver).turn }

  /// What comes of `line` where the talk stands now, and how the persona is then.
  private func heard(_ line: String, _ giver: FeedbackGiver) -> (turn: Turn, after: PersonaState) {
    let leader = classifier.code(line)
    let feedback = giver.feedback(on: leader, after: talk)
    let reply = persona.reply(to: leader, in: state)
    let given = Set(talk.turns.flatMap { $0.facts?.signals.map(\.topic) ?? [] })
    let turn = Turn(
      number: talk.turns.count + 1, leader: leader, feedback: feedback, answer: reply.text, node: reply.node,
      facts: Evaluator.Talk.Facts(reply, followed: reply.topicsHeard.filter(given.contains)))
    return (turn, state.recording(reply))
  }

  /// What happened since this was last asked for: to be on disk before the leader sees what came of it.
  public mutating func takeEvents() -> [Transcript.Event] {
    defer { events = [] }
    return events
  }

  mutating func happen(_ event: Transcript.Event) {
    let isPossible = record.take(event)
    precondition(isPossible, "an event that can't happen: \(event)")
    events.append(event)
  }

  /// What there is to say of the conversation so far.
  public var review: Review { Review(of: talk, pack: classifier.pack) }

  /// Where the leader stands on the ladder.
  public var ladder: Ladder { Ladder(of: talk) }
}

extension Evaluator.Talk.Facts {
  /// What a persona's reply says of itself.
  init(_ reply: Reply, followed: [String]) {
    self.init(
      opennessBefore: reply.opennessBefore, opennessAfter: reply.opennessAfter, step: reply.step,
      isCore: reply.isCore, signals: reply.signals.map { .init(topic: $0.topic, words: $0.words) },
      followed: followed, isTemptation: reply.isTemptation, isSolution: reply.isSolution, isCheck: reply.isCheck,
      isAgreement: reply.isAgreement)
  }
}

extension Persona {
  /// What the persona is called in the conversation: the first word of the name.
  public var firstName: String { Persona.firstName(of: name) }

  static func firstName(of name: String) -> String { String(name.prefix { $0 != " " }) }

  /// Tells two versions of a persona's file apart: 16 hexadecimal digits, the same for the same lines on every machine.
  ///
  /// FNV-1a with 64 bits (Fowler, Noll and Vo; draft-eastlake-fnv): for files that change by accident, not by malice.
  public var fingerprint: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for line in source.lines {
      for byte in line.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0x0A) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
