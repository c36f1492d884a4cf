import CoachingLanguage

/// Something that can be typed in the place of what is said: `/hulp`, `/undo 2`.
protocol TypedCommand: CaseIterable, Equatable, RawRepresentable<String> {
  /// What the keys of its names begin with.
  static var key: String { get }
  /// Whether something may stand behind the name.
  var takesArgument: Bool { get }
}

/// What a line that begins with `/` asks for.
enum CommandReading<Command: TypedCommand>: Equatable {
  /// `argument` is what stands behind the name, without white space around it.
  case command(Command, argument: String)
  /// No command has this name; `nearest` is the one that was probably meant, as typed in the user's language.
  case unknown(name: String, nearest: String?)
}

extension TypedCommand {
  /// The names in every language, that of `phrases` first.
  func names(_ phrases: Phrasebook) -> [String] {
    phrases(Self.key + rawValue).split(separator: " ").map { "/" + $0 }
  }

  /// The name to show.
  func name(_ phrases: Phrasebook) -> String { names(phrases).first ?? "/" + rawValue }

  /// Reads a line; `nil` where it is something to say.
  static func read(_ line: String, _ phrases: Phrasebook) -> CommandReading<Self>? {
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
    func candidates(_ names: (Self) -> [String]) -> [String] {
      allCases.flatMap { command in
        names(command).filter { $0.hasPrefix(folded) }.map { command.takesArgument ? $0 + " " : $0 }
      }
    }
    let first = candidates { [$0.name(phrases)] }
    return first.isEmpty ? candidates { $0.names(phrases) } : first
  }
}

/// Something a leader can type in a conversation that is not said to the other.
enum SlashCommand: String, TypedCommand {
  case hint, undo
  case whatIf = "what-if"
  case branches, map, why, disagree, pause, stop, help

  static let key = "command."

  var takesArgument: Bool {
    switch self {
    case .undo, .whatIf, .branches, .why, .disagree: true
    case .hint, .map, .pause, .stop, .help: false
    }
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
