import CoachingLanguage

/// The answers to six questions a trainer can answer, and the persona file that is made of them.
///
/// The file passes every check and can be played at once: it has the three layers, the signal, the core and what follows
/// it, with lines of its own between the trainer's. Questions and lines stand in the language files (`new.…`).
public struct NewPersona: Sendable {
  public var language: Language
  public var name: String
  /// Who it is, such as "klantadviseur, vier jaar in dienst".
  public var who: String
  /// What the leader sees, in a sentence or two: the briefing.
  public var seen: String
  /// What the employee says first.
  public var firstSaid: String
  /// What is really going on, as the employee would say it.
  public var core: String
  /// What the employee lets slip that points to it, as they would say it.
  public var signal: String
  /// What the employee would do about it, as they would say it.
  public var solution: String

  public init(
    language: Language, name: String, who: String, seen: String, firstSaid: String, core: String, signal: String,
    solution: String
  ) {
    self.language = language
    self.name = name
    self.who = who
    self.seen = seen
    self.firstSaid = firstSaid
    self.core = core
    self.signal = signal
    self.solution = solution
  }

  /// The six questions, in the order of the properties behind `name`.
  public static func questions(_ phrases: Phrasebook) -> [String] {
    ["who", "seen", "first", "core", "signal", "solution"].map { phrases("new.question.\($0)") }
  }

  /// The persona file.
  public var text: String {
    let templates = EmbeddedFile.all(under: "templates/\(language.rawValue)")
    let template = templates.first?.text ?? EmbeddedFile.all(under: "templates/en").first?.text ?? ""
    return Phrasebook.fill(
      template,
      [
        "name": NewPersona.line(name), "who": NewPersona.line(who), "seen": NewPersona.line(seen),
        "first": NewPersona.line(firstSaid), "core": NewPersona.line(core), "signal": NewPersona.line(signal),
        "solution": NewPersona.line(solution), "words": words(besides: template).joined(separator: ", "),
      ])
  }

  /// The words by which a leader is heard to go into the signal: those that say what it is about, and that are no word of
  /// another topic of the template.
  private func words(besides template: String) -> [String] {
    let taken = TopicMatcher(PersonaReader.read(template).draft?.topics ?? [])
    let said = LanguagePack.shipped(language)?.contentWords(in: signal).map { Folding.name($0.folded) } ?? []
    var seen: Set<String> = []
    let long = said.filter {
      TopicMatcher.isPattern($0) && taken.hits(in: $0).isEmpty && !NewPersona.commonWords.contains($0)
        && seen.insert($0).inserted
    }
    let usual =
      language == .dutch ? ["vertel eens meer", "net zei", "daarnet"] : ["just said", "mentioned", "a moment ago"]
    return long.filter { !usual.contains($0) } + usual
  }

  /// Words that no list of the language packs leaves out, and that still say nothing of what a signal is about.
  private static let commonWords: Set<String> = [
    "niet", "wacht", "doesnt", "dont", "didnt", "isnt", "cant", "wont", "wait",
  ]

  /// An answer on one line, with nothing that would end the line or the places of the template.
  private static func line(_ answer: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in answer.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: line.append(" ")
      case .format, .privateUse, .surrogate: break
      default: if scalar != "{" && scalar != "}" { line.append(scalar) }
      }
    }
    let trimmed = String(line).split(separator: " ").joined(separator: " ")
    return trimmed.isEmpty ? "…" : trimmed
  }
}
