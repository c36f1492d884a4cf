/// All that is known of one language: word lists, spellings and rules, read from files a linguist can edit.
///
/// A new language is a new pack and no new code. `PackReader` describes the files, `Pattern` what a rule looks for.
public struct LanguagePack: Sendable {
  public let language: Language
  /// The rules in the order they were written.
  public let rules: [Rule]
  /// What is wrong with the files; empty for the packs that are built in.
  public let problems: [Problem]

  let compiled: CompiledRules
  /// What a word is heard as.
  let spelling: [String: [String]]
  let hints: HintTable
  /// What hints may ask of a word besides the word itself: lists and shapes, as they are written.
  let hintableNames: [String]
  /// By move, the rule that explains its hints; -1 where there is none.
  let hintRules: [Int]
  let tokeniser: Tokeniser
  private let places: [String: Int]

  /// Something in a pack's files that can't be used, and where.
  public struct Problem: Sendable, Equatable, CustomStringConvertible {
    /// File and 1-based line.
    public var place: String
    public var message: String

    public var description: String { "\(place): \(message)" }
  }

  /// Reads a pack from its files. What is wrong with them is in ``problems``; the rest of the pack works.
  public init(language: Language, files: [(name: String, text: String)]) {
    let reader = PackReader(files)
    var problems = reader.problems
    var builder = Lexicon.Builder(lists: reader.lists, spelling: reader.spelling, shapes: reader.shapes)
    compiled = CompiledRules(reader.rules, cuts: reader.cuts, &builder)
    problems += builder.unknownLists.sorted().map { Problem(place: "list", message: "there is no list '\($0)'") }
    spelling = reader.spelling
    hints = HintTable(reader.hints)
    hintableNames = builder.hintableLists.map { "@" + $0 } + reader.shapes + ["*"]
    var hintRules = Array(repeating: -1, count: Move.allCases.count)
    for (index, rule) in reader.rules.enumerated() where rule.explainsHints {
      if let move = rule.move { hintRules[move.number] = index }
    }
    self.hintRules = hintRules
    self.language = language
    self.rules = reader.rules
    self.problems = problems
    tokeniser = Tokeniser(abbreviations: Set(reader.lists["abbreviation"] ?? []))
    places = Dictionary(reader.rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The pack built in for `language`; `nil` where there is none.
  public static func shipped(_ language: Language) -> LanguagePack? {
    let files = EmbeddedFile.all(under: language.rawValue + "/").filter { $0.path.hasSuffix(".pack") }
    guard !files.isEmpty else { return nil }
    return LanguagePack(language: language, files: files.map { ($0.path, $0.text) })
  }

  /// What the program knows of how people in `language` give something away: rules with a ``Cue``, and no moves.
  ///
  /// `nil` where there is nothing. Shares words and spellings with the pack for leaders.
  public static func cues(_ language: Language) -> LanguagePack? {
    let name = language.rawValue
    let files = EmbeddedFile.all(under: name + "/words.pack") + EmbeddedFile.all(under: "cues/\(name).pack")
    guard files.count == 2 else { return nil }
    return LanguagePack(language: language, files: files.map { ($0.path, $0.text) })
  }

  /// The rule with this id; `nil` where there is none.
  public func rule(_ id: String) -> Rule? { places[id].map { rules[$0] } }
}
