public import CoachingLanguage

/// What the evaluator says after one line of the leader: at most three lines, the most useful first.
public struct Feedback: Sendable, Equatable, Codable {
  public var lines: [Line]

  public struct Line: Sendable, Equatable, Codable {
    public var kind: Kind
    public var text: String

    public init(kind: Kind, text: String) {
      self.kind = kind
      self.text = text
    }
  }

  public enum Kind: String, Sendable, Codable {
    /// Something that helped the other to tell.
    case credit
    /// Something that put the leader's own view or solution in between.
    case point
    /// A question that could have been asked.
    case instead
    /// Something about the turn as a whole.
    case note
  }

  /// How many lines are shown at the most.
  public static let mostLines = 3

  public init(lines: [Line]) { self.lines = lines }
}

/// Gives feedback in the words of one language's phrasebook.
public struct FeedbackGiver: Sendable {
  private let phrases: Phrasebook
  private let pack: LanguagePack
  private let focus: Focus?

  /// `pack` is that of the talk, `phrases` may be those of another language; with a `focus`, feedback is mainly about that.
  public init(phrases: Phrasebook, pack: LanguagePack, focus: Focus? = nil) {
    self.phrases = phrases
    self.pack = pack
    self.focus = focus
  }

  /// Feedback on `utterance`, said after `talk`.
  public func feedback(on utterance: CodedUtterance, after talk: Talk) -> Feedback {
    let moment = Moment(talk: talk, utterance: utterance)
    var lines: [Feedback.Line] = []
    let told = utterance.sentences.filter { $0.move.isAdvising || $0.move == .judgement }
    let leading = utterance.leading
    if let focus {
      if let line = remark(on: focus, moment) { lines.append(line) }
      if !told.isEmpty {
        lines.append(remark(on: leading, moment))
        lines.append(.init(kind: .instead, text: instead(of: told, moment)))
      }
      return Feedback(lines: lines)
    }
    lines.append(remark(on: leading, moment))
    if !told.isEmpty { lines.append(.init(kind: .instead, text: instead(of: told, moment))) }
    lines += notes(moment)
    if told.isEmpty,
      let heard = utterance.sentences.first(where: { $0.move == .reflection || $0.move == .affirmation }),
      heard != leading
    {
      lines.append(remark(on: heard, moment))
    }
    return Feedback(lines: Array(lines.prefix(Feedback.mostLines)))
  }

  /// Whether the line did what is practised, or left it when it was time for it; `nil` where there is nothing to say.
  private func remark(on focus: Focus, _ moment: Moment) -> Feedback.Line? {
    if focus.isDone(by: moment.utterance, after: moment.talk) {
      return .init(kind: .credit, text: phrase("focus.\(focus.rawValue).done", moment))
    }
    guard focus.isDue(after: moment.talk) else { return nil }
    return .init(kind: .note, text: phrase("focus.\(focus.rawValue).due", moment))
  }

  /// A question for each sentence that advised or judged, on one line, so that there is room for what else was noticed.
  private func instead(of told: [CodedSentence], _ moment: Moment) -> String {
    told.enumerated().map { place, sentence in
      let question = question(insteadOf: sentence, moment, offset: place)
      if place == 0 { return phrase("instead", moment, ["question": question]) }
      return phrase("instead.also", moment, ["words": Quote.words(of: sentence), "question": question])
    }.joined(separator: " ")
  }

  /// What is said of one sentence: credit where it helped, its effect where it did not, a question where the rules doubt.
  private func remark(on sentence: CodedSentence, _ moment: Moment) -> Feedback.Line {
    let quoted = ["words": Quote.words(of: sentence)]
    if !sentence.isSure, sentence.stance == .tell,
      let other = sentence.readings.first(where: { $0.move.stance != .tell })
    {
      let names = ["move": name(of: sentence.move), "other": name(of: other.move)]
      return .init(kind: .note, text: phrase("unsure", moment, quoted.merging(names) { $1 }))
    }
    let kind: Feedback.Kind =
      switch sentence.stance {
      case .tell: sentence.move == .information ? .note : .point
      case .ask, .listen: sentence.move == .closedQuestion ? .note : .credit
      case .arrange, .other: .note
      }
    let key = "say." + sentence.move.rawValue
    let withStep = sentence.step.map { key + "." + $0.rawValue }
    let chosen = withStep.flatMap { phrases.variants($0).isEmpty ? nil : $0 } ?? key
    return .init(kind: kind, text: phrase(chosen, moment, quoted))
  }

  /// A question that could be asked in place of `sentence`: after the last signal, about the leader's own subject, or for
  /// the ladder's next step.
  private func question(insteadOf sentence: CodedSentence, _ moment: Moment, offset: Int = 0) -> String {
    if offset == 0, focus?.step == nil, let signal = moment.openSignal {
      return phrase("ask.signal", moment, ["signal": Quote.shortened(signal)])
    }
    let step = focus?.step ?? moment.ladder.next
    // The longest word of substance is, more often than not, what the advice is about.
    let subject = pack.contentWords(in: sentence.text).max { $0.text.count < $1.text.count }
    if let subject, subject.text.count >= 5 {
      return phrase("ask.about." + step.rawValue, moment, ["word": subject.text.lowercased()], offset: offset)
    }
    return phrase("ask." + step.rawValue, moment, offset: offset)
  }

  private func notes(_ moment: Moment) -> [Feedback.Line] {
    var keys: [String] = []
    if moment.utterance.questionCount >= 3 { keys.append("note.stacked") }
    if moment.isWhyEarly { keys.append("note.early-why") }
    if moment.isSolutionEarly { keys.append("note.early-solution") }
    return keys.map { .init(kind: .note, text: phrase($0, moment, ["count": String(moment.utterance.questionCount)])) }
  }

  private func name(of move: Move) -> String { phrases("move." + move.rawValue) }

  /// The phrase for `key` that is due: its variants take turns as the talk goes on.
  private func phrase(_ key: String, _ moment: Moment, _ places: [String: String] = [:], offset: Int = 0) -> String {
    let variants = phrases.variants(key)
    guard !variants.isEmpty else { return phrases(key, places) }
    let name = moment.talk.name ?? phrases("the-other")
    let capital = name.prefix(1).uppercased() + name.dropFirst()
    let all = places.merging(["name": name, "Name": capital]) { given, _ in given }
    return Phrasebook.fill(variants[(moment.talk.turns.count + offset) % variants.count], all)
  }
}

/// A line of the leader and where the talk stands when it is said.
struct Moment {
  let talk: Talk
  let utterance: CodedUtterance
  let ladder: Ladder

  init(talk: Talk, utterance: CodedUtterance) {
    self.talk = talk
    self.utterance = utterance
    var including = talk
    including.turns.append(.init(leader: utterance))
    ladder = Ladder(of: including)
  }

  /// The last signal the other gave, where this line leaves it lying.
  var openSignal: String? {
    guard let signal = talk.turns.last?.facts?.signals.last else { return nil }
    return signal.words
  }

  /// Whether the leader has given something back before, or the other has shown trust.
  private var hasTrust: Bool {
    if let openness = talk.turns.last?.facts?.opennessAfter { return openness >= 5 }
    return talk.sentences.contains { $0.sentence.move == .reflection || $0.sentence.move == .affirmation }
  }

  /// A why that comes before there is trust lands as an accusation.
  var isWhyEarly: Bool {
    !hasTrust && utterance.sentences.contains { $0.step == .why && $0.move == .openQuestion }
  }

  /// A way out that is asked for before the other's part or feeling was touched.
  var isSolutionEarly: Bool {
    let before = Ladder(of: talk)
    guard !before.has(.role), !before.has(.feeling) else { return false }
    return utterance.sentences.contains { $0.step == .solution || $0.move == .solutionCheck }
  }
}
