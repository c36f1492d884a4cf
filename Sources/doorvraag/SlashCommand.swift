import CoachingLanguage

/// Something a leader can type in a conversation that is not said to the other: `/hulp`, `/undo 2`.
enum SlashCommand: String, CaseIterable {
  case hint, undo
  case whatIf = "what-if"
  case branches, map, why, disagree, pause, stop, help

  /// What a line that begins with `/` asks for.
  enum Reading: Equatable {
    /// `argument` is what stands behind the name, without white space around it.
    case command(SlashCommand, argument: String)
    /// No command has this name; `nearest` is the one that was probably meant, as typed in the user's language.
    case unknown(name: String, nearest: String?)
  }

  /// The names in every language, that of `phrases` first.
  func names(_ phrases: Phrasebook) -> [String] {
    phrases("command." + rawValue).split(separator: " ").map { "/" + $0 }
  }

  /// The name to show.
  func name(_ phrases: Phrasebook) -> String { names(phrases).first ?? "/" + rawValue }

  /// Whether something may stand behind the name.
  private var takesArgument: Bool {
    switch self {
    case .undo, .whatIf, .branches, .why, .disagree: true
    case .hint, .map, .pause, .stop, .help: false
    }
  }

  /// Reads a line; `nil` where it is something to say.
  static func read(_ line: String, _ phrases: Phrasebook) -> Reading? {
    let typed = Words.trimmed(line)
    guard typed.hasPrefix("/") else { return nil }
    let name = String(typed.prefix { !$0.isWhitespace })
    let folded = Folding.fold(name)
    if let command = allCases.first(where: { $0.names(phrases).contains(folded) }) {
      return .command(command, argument: Words.trimmed(typed.dropFirst(name.count)))
    }
    let names = allCases.flatMap { $0.names(phrases) }
    return .unknown(name: name, nearest: EditDistance.nearest(to: folded, in: names))
  }

  /// What `typed` can become; a command that takes more ends in a space.
  static func completions(of typed: String, _ phrases: Phrasebook) -> [String] {
    guard typed.hasPrefix("/") else { return [] }
    let folded = Folding.fold(typed)
    func candidates(_ names: (SlashCommand) -> [String]) -> [String] {
      allCases.flatMap { command in
        names(command).filter { $0.hasPrefix(folded) }.map { command.takesArgument ? $0 + " " : $0 }
      }
    }
    let first = candidates { [$0.name(phrases)] }
    return first.isEmpty ? candidates { $0.names(phrases) } : first
  }
}

/// Pieces of what was typed.
enum Words {
  /// `text` without white space around it.
  static func trimmed(_ text: some StringProtocol) -> String {
    var text = text[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
