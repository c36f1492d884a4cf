public import CoachingLanguage
public import Personas

/// A talk with a persona that is being written: what the leader said is said again to every new version.
public struct Rehearsal: Sendable {
  public private(set) var persona: Persona
  /// Decides which variants come first; stays the same from version to version, so that only the file makes a difference.
  public let seed: UInt64
  public private(set) var exchanges: [Exchange] = []

  private var state: PersonaState
  private var classifier: Classifier

  /// A line of the leader, what came back, and where the talk stood when it was said.
  public struct Exchange: Sendable {
    public var line: CodedUtterance
    public var reply: Reply
    public var before: PersonaState
  }

  /// The first thing that is said otherwise in a new version.
  public enum Change: Sendable, Equatable {
    case opening(before: String, after: String)
    /// `number` is 1-based.
    case answer(number: Int, line: String, before: Reply, after: Reply)
  }

  public init(persona: Persona, seed: UInt64) {
    self.persona = persona
    self.seed = seed
    state = persona.start(seed: seed)
    classifier = Rehearsal.classifier(for: persona)
  }

  /// What the persona says first.
  public var opening: String { persona.opening(in: persona.start(seed: seed)) }

  /// The leader says `line`, which may be empty.
  public mutating func say(_ line: String) -> Reply {
    let coded = classifier.code(line)
    let reply = persona.reply(to: coded, in: state)
    exchanges.append(Exchange(line: coded, reply: reply, before: state))
    state = state.recording(reply)
    return reply
  }

  /// Begins the talk anew.
  public mutating func restart() {
    exchanges = []
    state = persona.start(seed: seed)
  }

  /// Goes on with another version, as if it had been there from the start; `nil` where nothing is said otherwise.
  public mutating func reload(_ version: Persona) -> Change? {
    let before = self
    self = Rehearsal(persona: version, seed: seed)
    for exchange in before.exchanges { _ = say(exchange.line.text) }
    if opening != before.opening { return .opening(before: before.opening, after: opening) }
    for (number, (old, new)) in zip(before.exchanges, exchanges).enumerated() where old.reply.text != new.reply.text {
      return .answer(number: number + 1, line: new.line.text, before: old.reply, after: new.reply)
    }
    return nil
  }

  /// Why the answer at this place was given; `nil` where there is no such answer.
  ///
  /// - Parameter number: 1-based.
  public func explanation(ofAnswer number: Int) -> Explanation? {
    guard exchanges.indices.contains(number - 1) else { return nil }
    return persona.explain(exchanges[number - 1].line, in: exchanges[number - 1].before)
  }

  private static func classifier(for persona: Persona) -> Classifier {
    // The English pack is always there: it is part of the program.
    Classifier(LanguagePack.shipped(persona.language) ?? LanguagePack.shipped(.english)!)
  }
}
