public import CoachingLanguage
public import Evaluator
public import Personas

/// One conversation: hears a line, gives feedback on it and lets the persona answer.
///
/// The one place with state. The same persona, seed and lines give the same conversation on every machine.
public struct Practice: Sendable {
  public let persona: Persona
  public let seed: UInt64
  /// What the persona says first.
  public let opening: String
  /// The conversation so far, as the evaluator sees it.
  public private(set) var talk: Evaluator.Talk

  private let classifier: Classifier
  private let feedbackGiver: FeedbackGiver
  private var state: PersonaState
  private var givenSignals: Set<String> = []

  /// A conversation that has not begun.
  ///
  /// - Parameters:
  ///   - pack: What is known of the persona's language.
  ///   - phrases: The words of the feedback.
  ///   - seed: Decides which variants of the persona's replies come first.
  public init(persona: Persona, pack: LanguagePack, phrases: Phrasebook, seed: UInt64) {
    self.persona = persona
    self.seed = seed
    classifier = Classifier(pack)
    feedbackGiver = FeedbackGiver(phrases: phrases, pack: pack)
    state = persona.start(seed: seed)
    opening = persona.opening(in: state)
    talk = Evaluator.Talk(language: persona.language, name: persona.firstName, opening: opening)
  }

  /// How open the persona is now, 0 (shut) to 10.
  public var openness: Int { state.openness }

  /// The leader says `line`, which may be empty: silence is a move too.
  public mutating func say(_ line: String) -> Turn {
    let leader = classifier.code(line)
    let feedback = feedbackGiver.feedback(on: leader, after: talk)
    let reply = persona.reply(to: leader, in: state)
    let followed = reply.topicsHeard.filter(givenSignals.contains)
    let turn = Turn(
      number: talk.turns.count + 1, leader: leader, feedback: feedback, answer: reply.text, node: reply.node,
      facts: Evaluator.Talk.Facts(
        opennessBefore: reply.opennessBefore, opennessAfter: reply.opennessAfter, step: reply.step,
        isCore: reply.isCore, signals: reply.signals.map { .init(topic: $0.topic, words: $0.words) },
        followed: followed, isTemptation: reply.isTemptation, isSolution: reply.isSolution, isCheck: reply.isCheck,
        isAgreement: reply.isAgreement))
    state = state.recording(reply)
    givenSignals.formUnion(reply.signals.map(\.topic))
    talk.turns.append(.init(leader: leader, answer: reply.text, facts: turn.facts))
    return turn
  }

  /// What there is to say of the conversation so far.
  public var review: Review { Review(of: talk, pack: classifier.pack) }

  /// Where the leader stands on the ladder.
  public var ladder: Ladder { Ladder(of: talk) }
}

extension Persona {
  /// What the persona is called in the conversation: the first word of the name.
  public var firstName: String { String(name.prefix { $0 != " " }) }
}
