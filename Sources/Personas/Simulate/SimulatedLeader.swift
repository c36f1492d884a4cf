import CoachingLanguage

/// A leader with a character, who says coded lines without words of its own: to see how a persona holds out.
public enum SimulatedLeader: String, Sendable, CaseIterable {
  /// Open questions and reflections about what was just given away; resists advising; asks for the other's solution.
  case asksWell = "asks-well"
  case advises
  /// Closed questions, one after the other.
  case interrogates
  case reassures
  case isSilent = "is-silent"
  /// Any move about any subject.
  case wanders

  /// The moves it makes, with how often in a hundred.
  private var habits: [(Move, Int)] {
    switch self {
    case .asksWell: [(.openQuestion, 50), (.reflection, 40), (.silence, 5), (.affirmation, 5)]
    case .advises: [(.advice, 45), (.leadingQuestion, 20), (.takeover, 5), (.closedQuestion, 20), (.openQuestion, 10)]
    case .interrogates: [(.closedQuestion, 90), (.openQuestion, 10)]
    case .reassures: [(.reassurance, 50), (.affirmation, 20), (.opinion, 15), (.closedQuestion, 15)]
    case .isSilent: [(.silence, 70), (.acknowledgement, 30)]
    case .wanders: Move.allCases.map { ($0, 5) }
    }
  }

  /// Whether it listens for what was signalled, and goes up the ladder.
  private var isAttentive: Bool { self == .asksWell }

  /// What a leader remembers of the talk.
  struct Notes {
    var last: Reply?
    var hasCore = false
    /// Topics that were signalled and not gone into yet, the latest last.
    var open: [String] = []

    mutating func take(_ reply: Reply) {
      last = reply
      if reply.isCore { hasCore = true }
      // Only what was met with an answer has been gone into.
      if !reply.isFallback { open.removeAll(where: reply.topicsHeard.contains) }
      for signal in reply.signals where !open.contains(signal.topic) { open.append(signal.topic) }
    }
  }

  /// The next line.
  func line(in notes: Notes, of persona: Persona, using numbers: inout SplitMix64) -> CodedUtterance {
    let last = notes.last
    if isAttentive, notes.hasCore {
      let move: Move =
        switch last?.part {
        case .solution: .solutionCheck
        case .check, .agreement: .followUp
        default: .openQuestion
        }
      return coded([move], about: nil, step: .solution)
    }
    var moves = [pick(habits, using: &numbers)]
    if isAttentive, moves[0] == .openQuestion, chance(30, using: &numbers) { moves = [.reflection, .openQuestion] }
    return coded(
      moves, about: subject(in: notes, of: persona, using: &numbers),
      step: step(after: last, using: &numbers))
  }

  /// A word of the subject it speaks of; `nil` for none.
  private func subject(in notes: Notes, of persona: Persona, using numbers: inout SplitMix64) -> String? {
    guard !persona.topics.isEmpty, self != .isSilent else { return nil }
    if isAttentive, let last = notes.last, chance(75, using: &numbers) {
      let heard = persona.index.topics.hits(in: last.text).map(\.topic)
      let signalled = persona.topics.indices.filter { notes.open.contains(persona.topics[$0].name) }
      let near = signalled + heard
      if !near.isEmpty { return word(persona.topics[near[Int(numbers.next() % UInt64(near.count))]]) }
    }
    guard chance(60, using: &numbers) else { return nil }
    return word(persona.topics[Int(numbers.next() % UInt64(persona.topics.count))])
  }

  /// The first word of a topic in a form that matches it.
  private func word(_ topic: Topic) -> String? { topic.words.first.map { $0.replacing("*", with: "") } }

  /// The rung it asks for: the attentive one goes on from where the last reply was, the others anywhere.
  private func step(after last: Reply?, using numbers: inout SplitMix64) -> Step? {
    if isAttentive, let reached = last?.step, chance(70, using: &numbers) {
      return Step.allCases.first { $0 > reached } ?? .why
    }
    return chance(60, using: &numbers) ? Step.allCases[Int(numbers.next() % 5)] : nil
  }

  private func coded(_ moves: [Move], about word: String?, step: Step?) -> CodedUtterance {
    var sentences: [CodedSentence] = []
    var text = ""
    for move in moves {
      if !text.isEmpty { text += " " }
      let start = text.unicodeScalars.count
      let sentence = move == .silence ? "" : "[\(move.rawValue)\(word.map { " " + $0 } ?? "")]"
      text += sentence
      sentences.append(
        CodedSentence(
          text: sentence, range: start..<text.unicodeScalars.count, move: move, step: move.isQuestion ? step : nil,
          rule: "simulated", evidence: 0..<0))
    }
    return CodedUtterance(text: text, sentences: sentences)
  }

  private func chance(_ percent: UInt64, using numbers: inout SplitMix64) -> Bool { numbers.next() % 100 < percent }

  private func pick(_ habits: [(Move, Int)], using numbers: inout SplitMix64) -> Move {
    var rest = Int(numbers.next() % UInt64(habits.reduce(0) { $0 + $1.1 }))
    for (move, share) in habits {
      if rest < share { return move }
      rest -= share
    }
    return habits[0].0
  }
}
