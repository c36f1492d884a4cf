import CoachingLanguage
import Evaluator
import Personas

/// Helps a leader who is stuck: first a nudge, then the kind of sentence, then one example.
///
/// What it says comes from phrases that suit every persona, with words in it that the persona has said. It knows the
/// persona's file only to keep silent about it: an example that stands there as a sample, or that is an answer still to
/// come, is passed over.
struct HintGiver: Sendable {
  private let phrases: Phrasebook
  private let secrets: Secrets

  /// How many hints there are for one place in a talk.
  static let levels = 1...3

  init(phrases: Phrasebook, persona: Persona) {
    self.phrases = phrases
    secrets = Secrets(of: persona)
  }

  /// The hint at `level` for what to say after `talk`.
  func hint(_ level: Int, after talk: Talk) -> String {
    let subject = HintSubject(after: talk)
    let part = level == 1 ? "nudge" : level == 2 ? "kind" : "example"
    let variants = phrases.variants("hint.\(subject.rawValue).\(part)")
    let turn = talk.turns.count
    let inTurn = variants.indices.map { variants[($0 + turn) % variants.count] }
    let chosen = inTurn.first { !secrets.areIn($0) } ?? phrases("hint.echo")
    let last = talk.turns.last?.answer ?? talk.opening
    let words = Quote.shortened(HintGiver.lastSentence(of: last))
    let places = [
      "name": talk.name ?? phrases("the-other"), "words": words,
      "signal": HintSubject.openSignal(in: talk).map { Quote.shortened($0) } ?? words,
    ]
    return Phrasebook.fill(chosen, places)
  }

  private static func lastSentence(of text: String) -> String {
    let sentences = text.split { ".!?…".contains($0) }.map { $0.drop(while: \.isWhitespace) }
    return sentences.last { $0.count > 3 }.map(String.init) ?? text
  }
}

/// What a hint is about: the first of these that fits.
enum HintSubject: String, CaseIterable, Sendable {
  /// Nothing was said yet.
  case begin
  /// The leader's last line closed the other.
  case closed
  /// The other asks for advice.
  case temptation
  /// The core was said, and not given back.
  case understand
  /// After the core: the other's own way forward, whether it is enough, and what was agreed.
  case solution, check
  case followUp = "follow-up"
  case close
  /// Questions one after the other, and nothing given back.
  case reflect
  /// There are words with something under them that were not gone into.
  case signal
  /// The next rung of the ladder.
  case situation, event, role, feeling, why

  init(after talk: Talk) {
    self = HintSubject.afterLastTurn(talk) ?? HintSubject.afterCore(talk) ?? HintSubject.onTheWay(talk)
  }

  private static func afterLastTurn(_ talk: Talk) -> HintSubject? {
    guard let last = talk.turns.last else { return .begin }
    if last.facts?.isTemptation ?? false { return .temptation }
    let told = last.leader.sentences.contains { $0.move.isAdvising || $0.move.isOwnPerspective }
    if told, let facts = last.facts, facts.opennessAfter < facts.opennessBefore { return .closed }
    return nil
  }

  private static func afterCore(_ talk: Talk) -> HintSubject? {
    let why = Why(of: talk)
    guard why.reached != nil else { return nil }
    guard why.understood != nil else { return .understand }
    func isDone(_ move: Move) -> Bool { talk.sentences.contains { $0.sentence.move == move } }
    // What was asked before there was trust does not count as the other's turn to find a way.
    let since = talk.turns[(why.understood ?? 0)...]
    let isFound = since.contains { turn in
      turn.facts?.isSolution ?? false || turn.leader.sentences.contains { $0.step == .solution }
    }
    if !isFound { return .solution }
    if !isDone(.solutionCheck) { return .check }
    return isDone(.followUp) ? .close : .followUp
  }

  private static func onTheWay(_ talk: Talk) -> HintSubject {
    let last = talk.turns.suffix(3)
    let hasReflected = last.contains { $0.leader.sentences.contains { $0.move == .reflection } }
    let allAsked = last.allSatisfy { $0.leader.sentences.contains { $0.stance == .ask } }
    if last.count == 3, allAsked, !hasReflected { return .reflect }
    if openSignal(in: talk) != nil { return .signal }
    return switch Ladder(of: talk).next {
    case .situation: .situation
    case .event: .event
    case .role: .role
    case .feeling: .feeling
    // Before the core was said, a way out is too early: what is asked for again is why.
    case .why, .solution: .why
    }
  }

  /// The last words with something under them that were not gone into since; `nil` where there are none.
  static func openSignal(in talk: Talk) -> String? { openSignals(in: talk).last?.words }

  /// All such words, the last said last.
  static func openSignals(in talk: Talk) -> [Talk.Facts.Signal] {
    var open: [Talk.Facts.Signal] = []
    for turn in talk.turns {
      let pickedUp = turn.pickedUp
      open.removeAll { pickedUp.contains($0.topic) }
      for signal in turn.facts?.signals ?? [] {
        open.removeAll { $0.topic == signal.topic }
        open.append(signal)
      }
    }
    return open
  }
}

/// What a persona's file spells out, and a hint must not: its samples, and its answers.
struct Secrets: Sendable {
  /// Samples and sentences of answers, as words between spaces.
  private var texts: Set<String> = []
  /// Those of ``fewWords`` and more.
  private var long: [String] = []

  /// A sample of fewer words is too common to be anybody's: only a hint that is just that is one.
  private static let fewWords = 3

  init(of persona: Persona) {
    let samples = persona.nodes.flatMap { $0.samples.map(\.text) }
    let replies =
      persona.nodes.flatMap { $0.replies.map(\.text) } + persona.fallbacks.flatMap { $0.replies.map(\.text) }
    for text in samples + replies {
      texts.insert(Secrets.words(of: text))
      for sentence in text.split(whereSeparator: { ".!?…".contains($0) }) {
        texts.insert(Secrets.words(of: String(sentence)))
      }
    }
    texts.remove("  ")
    long = texts.filter { $0.split(separator: " ").count >= Secrets.fewWords }
  }

  /// Whether one of them stands in `hint`; what fills its places was said already, and does not count.
  func areIn(_ hint: String) -> Bool {
    let said = Phrasebook.fill(hint, ["words": "|", "signal": "|", "name": "|"])
    return said.split(separator: "|").contains { piece in
      let words = Secrets.words(of: String(piece))
      return texts.contains(words) || long.contains { words.contains($0) }
    }
  }

  private static func words(of text: String) -> String {
    let folded = Folding.fold(text).split { !$0.isLetter && !$0.isNumber && $0 != "'" }
    return " " + folded.joined(separator: " ") + " "
  }
}
