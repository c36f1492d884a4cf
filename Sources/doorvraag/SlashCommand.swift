import CoachingLanguage

/// Something a leader can type in a conversation that is not said to the other: `/hulp`, `/map`.
enum SlashCommand: String, CaseIterable {
  case help, map, stop

  /// What a line that begins with `/` asks for.
  enum Reading: Equatable {
    case command(SlashCommand)
    /// No command has this name; `nearest` is the one that was probably meant, as typed in the user's language.
    case unknown(name: String, nearest: String?)
  }

  /// The names in every language, that of `phrases` first.
  func names(_ phrases: Phrasebook) -> [String] {
    phrases("command." + rawValue).split(separator: " ").map { "/" + $0 }
  }

  /// The name to show.
  func name(_ phrases: Phrasebook) -> String { names(phrases).first ?? "/" + rawValue }

  /// Reads a line; `nil` where it is something to say.
  static func read(_ line: String, _ phrases: Phrasebook) -> Reading? {
    let typed = trimmed(line)
    guard typed.hasPrefix("/") else { return nil }
    let name = String(typed.prefix { $0 != " " })
    let folded = Folding.fold(name)
    if let command = allCases.first(where: { $0.names(phrases).contains(folded) }) { return .command(command) }
    let names = allCases.flatMap { $0.names(phrases) }
    return .unknown(name: name, nearest: EditDistance.nearest(to: folded, in: names))
  }

  /// What `typed` can become.
  static func completions(of typed: String, _ phrases: Phrasebook) -> [String] {
    guard typed.hasPrefix("/") else { return [] }
    let folded = Folding.fold(typed)
    let first = allCases.map { $0.name(phrases) }.filter { $0.hasPrefix(folded) }
    return first.isEmpty ? allCases.flatMap { $0.names(phrases) }.filter { $0.hasPrefix(folded) } : first
  }

  private static func trimmed(_ line: String) -> String {
    var text = line[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
