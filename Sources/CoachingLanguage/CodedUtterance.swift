/// One sentence of the leader with the move it makes, and the words that decided so.
public struct CodedSentence: Sendable, Equatable, Codable {
  /// The sentence as it was typed, without the white space around it.
  public var text: String
  /// Where the sentence stands in the utterance, in Unicode scalars, end-exclusive.
  public var range: Range<Int>
  /// What the sentence does.
  public var move: Move
  /// The rung of the ladder a question opens; `nil` where it opens none, and for every move that is not a question.
  public var step: Step?
  /// Whether the rules agree. Where they do not, feedback asks instead of telling.
  public var isSure: Bool
  /// The id of the rule that decided; look it up with ``LanguagePack/rule(_:)``.
  public var rule: String
  /// The words that decided, in Unicode scalars of `text`, end-exclusive; empty for an empty sentence.
  public var evidence: Range<Int>
  /// The other moves that could be read in the sentence, the likeliest first.
  public var readings: [Reading]

  /// A move that was considered and lost.
  public struct Reading: Sendable, Equatable, Codable {
    public var move: Move
    public var rule: String

    public init(move: Move, rule: String) {
      self.move = move
      self.rule = rule
    }
  }

  public init(
    text: String, range: Range<Int>, move: Move, step: Step? = nil, isSure: Bool = true, rule: String,
    evidence: Range<Int>, readings: [Reading] = []
  ) {
    self.text = text
    self.range = range
    self.move = move
    self.step = step
    self.isSure = isSure
    self.rule = rule
    self.evidence = evidence
    self.readings = readings
  }

  public var stance: Stance { move.stance }

  /// The words that decided, as typed.
  public var evidenceText: String {
    let scalars = Array(text.unicodeScalars)
    let clamped = evidence.clamped(to: 0..<scalars.count)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[clamped])
    return String(view)
  }
}

/// Everything the leader said in one turn, sentence by sentence.
public struct CodedUtterance: Sendable, Equatable, Codable {
  /// The line as it was typed.
  public var text: String
  /// At least one sentence; an empty line is one sentence of silence.
  public var sentences: [CodedSentence]

  public init(text: String, sentences: [CodedSentence]) {
    precondition(!sentences.isEmpty, "an utterance has at least one sentence")
    self.text = text
    self.sentences = sentences
  }

  /// The sentence that the other person will react to.
  ///
  /// The first that advises; failing that, the first judgement; failing that, the last that asks or arranges; failing
  /// that, the last that is not an acknowledgement, structure or other; failing that, the last.
  public var leading: CodedSentence {
    sentences.first { $0.move.isAdvising }
      ?? sentences.first { $0.move == .judgement }
      ?? sentences.last { $0.stance == .ask || $0.move == .followUp }
      ?? sentences.last { ![.acknowledgement, .structure, .other].contains($0.move) }
      ?? sentences[sentences.count - 1]
  }
}
