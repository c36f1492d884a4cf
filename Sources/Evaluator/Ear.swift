public import CoachingLanguage

/// Hears in the other's words what a leader could have heard: feelings, reasons, a way of their own.
///
/// For talks that were really held. It knows words and not people, so what it hears is a guess, and is shown as one.
public struct Ear: Sendable {
  private let classifier: Classifier?

  /// An ear for `language`; one for a language the program does not know hears nothing.
  public init(_ language: Language) {
    classifier =
      switch language {
      case .dutch: Ear.dutch
      case .english: Ear.english
      default: LanguagePack.cues(language).map { Classifier($0) }
      }
  }

  // Read once: a pack takes longer to read than a talk to review.
  private static let dutch = LanguagePack.cues(.dutch).map { Classifier($0) }
  private static let english = LanguagePack.cues(.english).map { Classifier($0) }

  /// What can be heard in an answer.
  public func cues(in text: String) -> [Cue] { classifier?.cues(in: text) ?? [] }
}

extension Cue {
  /// Whether it points at something to ask on about.
  var isSignal: Bool { ["feeling", "strain", "playing-down", "hesitation"].contains(kind) }

  /// The words it was seen by, as typed.
  var text: String {
    let scalars = Array(sentence.unicodeScalars)
    return String(String.UnicodeScalarView(scalars[words.clamped(to: 0..<scalars.count)]))
  }
}

/// The answers of a talk, heard once: the opening first, then one for each turn.
struct HeardTalk {
  let talk: Talk
  /// That of the talk's language; `nil` where it is not at hand, and then no words of substance are told from others.
  private let pack: LanguagePack?
  /// By place: 0 is the opening, 1 the answer of the first turn. Empty where a persona says itself what it means.
  let cues: [[Cue]]
  /// How many words each of them has.
  let words: [Int]

  var isPlayed: Bool { talk.isPlayed }

  init(_ talk: Talk, pack: LanguagePack?) {
    self.talk = talk
    self.pack = pack
    let answers = [talk.opening] + talk.turns.map(\.answer)
    words = answers.map { pack?.wordCount(of: $0) ?? $0.split(separator: " ").count }
    let ear = Ear(talk.language)
    cues = talk.isPlayed ? answers.map { _ in [] } : answers.map { ear.cues(in: $0) }
  }

  /// The words that say what a text is about, folded.
  func subjects(of text: String) -> Set<String> { Set(pack?.contentWords(in: text).map(\.folded) ?? []) }

  /// The sentences of a text, as they were typed.
  func sentences(of text: String) -> [String] {
    pack.map { Classifier($0).code(text).sentences.map(\.text) } ?? [text]
  }

  /// What the other said in this turn; 0 is the opening.
  func answer(_ turn: Int) -> String { turn == 0 ? talk.opening : talk.turns[turn - 1].answer }

  /// Whether an answer has a cue of this kind.
  func has(_ kind: String, in turn: Int) -> Bool { cues[turn].contains { $0.kind == kind } }
}

extension Talk {
  /// Whether a persona gave the answers, whose file says what they mean.
  public var isPlayed: Bool { turns.contains { $0.facts != nil } }
}
