import CoachingLanguage

/// The words of the notation, in Dutch and in English; both are understood in every file.
enum Keywords {
  /// What a line `key: value` can say.
  enum Key: String, CaseIterable {
    // Above the first `##`.
    case language, role, situation, aim, openness, opening, difficulty, temperament, twin
    // Under a node or a fallback.
    case when, signal, step, then, sample, counterSample, temptation

    var isOfPersona: Bool {
      switch self {
      case .language, .role, .situation, .aim, .openness, .opening, .difficulty, .temperament, .twin: true
      default: false
      }
    }

    /// Whether the key may stand more than once in its place.
    var mayRepeat: Bool {
      switch self {
      case .situation, .opening, .temperament, .signal, .sample, .counterSample: true
      default: false
      }
    }
  }

  static let keys: [String: Key] = [
    "taal": .language, "language": .language,
    "rol": .role, "role": .role,
    "situatie": .situation, "situation": .situation,
    "doel": .aim, "aim": .aim, "goal": .aim,
    "openheid": .openness, "openness": .openness,
    "opening": .opening,
    "moeilijkheid": .difficulty, "difficulty": .difficulty,
    "temperament": .temperament,
    "tweeling": .twin, "twin": .twin,
    "als": .when, "when": .when,
    "signaal": .signal, "signal": .signal,
    "stap": .step, "step": .step,
    "dan": .then, "then": .then,
    "bv": .sample, "bijv": .sample, "bijvoorbeeld": .sample, "eg": .sample, "for example": .sample,
    "niet": .counterSample, "not": .counterSample,
    "verleiding": .temptation, "temptation": .temptation,
  ]

  static let parts: [String: Node.Part] = [
    "kern": .core, "core": .core, "oplossing": .solution, "solution": .solution, "check": .check,
    "afspraak": .agreement, "agreement": .agreement,
  ]

  static let otherwise: Set<String> = ["anders", "otherwise"]
  static let words: Set<String> = ["woorden", "words"]
  static let reservedNames = (otherwise.union(words)).sorted()
  static let or: Set<String> = ["of", "or"]
  static let and: Set<String> = ["en", "and"]
  static let about: Set<String> = ["over", "about"]
  static let upTo: Set<String> = ["tot", "to"]
  static let yes: Set<String> = ["ja", "yes"]
  static let no: Set<String> = ["nee", "neen", "no"]

  static let difficulties: [String: Persona.Difficulty] = [
    "makkelijk": .easy, "easy": .easy, "gemiddeld": .medium, "medium": .medium, "moeilijk": .hard, "hard": .hard,
  ]

  static let languages: [String: Language] = [
    "nl": .dutch, "nederlands": .dutch, "dutch": .dutch, "en": .english, "engels": .english, "english": .english,
  ]

  static let steps: [String: Step] = [
    "situatie": .situation, "situation": .situation,
    "gebeurtenis": .event, "voorbeeld": .event, "event": .event, "example": .event,
    "rol": .role, "role": .role,
    "gevoel": .feeling, "feeling": .feeling,
    "waarom": .why, "why": .why,
    "oplossing": .solution, "solution": .solution,
  ]

  /// Moves, stances and groups of moves.
  static let moves: [String: [Move]] = {
    var all: [String: [Move]] = [
      "open vraag": [.openQuestion], "open": [.openQuestion],
      "gesloten vraag": [.closedQuestion], "gesloten": [.closedQuestion], "closed": [.closedQuestion],
      "toestemming": [.permission], "toestemming vragen": [.permission], "asking permission": [.permission],
      "oplossingscheck": [.solutionCheck], "check": [.solutionCheck],
      "reflectie": [.reflection], "samenvatting": [.reflection], "summary": [.reflection],
      "waardering": [.affirmation], "bevestiging": [.affirmation], "compliment": [.affirmation],
      "erkenning": [.acknowledgement],
      "stilte": [.silence],
      "advies": [.advice],
      "sturende vraag": [.leadingQuestion], "suggestieve vraag": [.leadingQuestion],
      "opdracht": [.instruction], "instructie": [.instruction],
      "overname": [.takeover], "overnemen": [.takeover],
      "mening": [.opinion],
      "oordeel": [.judgement], "verwijt": [.judgement], "judgment": [.judgement],
      "geruststelling": [.reassurance], "geruststellen": [.reassurance], "reassuring": [.reassurance],
      "informatie": [.information], "feit": [.information], "fact": [.information],
      "vervolg": [.followUp], "vervolgstap": [.followUp], "afspraak": [.followUp], "agreement": [.followUp],
      "kader": [.structure], "begroeting": [.structure], "greeting": [.structure],
      "overig": [.other], "iets anders": [.other], "something else": [.other],
    ]
    for move in Move.allCases { all[Folding.name(move.rawValue)] = [move] }
    let groups: [([String], (Move) -> Bool)] = [
      (["vraag", "vragen", "question", "asking"], { $0.isQuestion }),
      (["luisteren", "listening", "listen"], { $0.stance == .listen }),
      (["vertellen", "telling", "tell"], { $0.stance == .tell }),
      (["adviseren", "advising"], { $0.isAdvising }),
      (["eigen blik", "eigen kijk", "own view"], { $0.isOwnPerspective }),
      (["regelen", "arranging"], { $0.stance == .arrange }),
    ]
    for (names, belongs) in groups {
      for name in names { all[name] = Move.allCases.filter(belongs) }
    }
    return all
  }()
}

extension Keywords {
  /// How moves, rungs and the rest are called when a condition is written for an author.
  static func name(of move: Move, in language: Language) -> String {
    guard language == .dutch else { return move.rawValue.replacing("-", with: " ") }
    return switch move {
    case .openQuestion: "open vraag"
    case .closedQuestion: "gesloten vraag"
    case .permission: "toestemming"
    case .solutionCheck: "oplossingscheck"
    case .reflection: "reflectie"
    case .affirmation: "waardering"
    case .acknowledgement: "erkenning"
    case .silence: "stilte"
    case .advice: "advies"
    case .leadingQuestion: "sturende vraag"
    case .instruction: "opdracht"
    case .takeover: "overname"
    case .opinion: "mening"
    case .judgement: "oordeel"
    case .reassurance: "geruststelling"
    case .information: "informatie"
    case .followUp: "vervolg"
    case .structure: "kader"
    case .other: "overig"
    }
  }

  static func name(of step: Step, in language: Language) -> String {
    guard language == .dutch else { return step.rawValue }
    return switch step {
    case .situation: "situatie"
    case .event: "gebeurtenis"
    case .role: "rol"
    case .feeling: "gevoel"
    case .why: "waarom"
    case .solution: "oplossing"
    }
  }

  /// The prefix of a heading; `nil` for a layer, which has none.
  static func name(of part: Node.Part, in language: Language) -> String? {
    let isDutch = language == .dutch
    return switch part {
    case .layer: nil
    case .core: isDutch ? "kern" : "core"
    case .solution: isDutch ? "oplossing" : "solution"
    case .check: "check"
    case .agreement: isDutch ? "afspraak" : "agreement"
    }
  }

  static func about(_ topic: String, in language: Language) -> String {
    (language == .dutch ? "over " : "about ") + topic
  }
}
