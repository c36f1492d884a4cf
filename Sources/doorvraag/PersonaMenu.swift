import CoachingLanguage
import Practice

/// Lets the leader choose whom to talk with.
struct PersonaMenu {
  let library: PersonaLibrary
  let entries: [PersonaLibrary.Entry]
  let phrases: Phrasebook
  let console: Console
  /// The file of a conversation that can be gone on with; `nil` for none.
  let unfinished: String?

  init(library: PersonaLibrary, phrases: Phrasebook, console: Console, unfinished: String? = nil) {
    self.library = library
    entries = library.all()
    self.phrases = phrases
    self.console = console
    self.unfinished = unfinished
  }

  /// The chosen persona; `nil` where the leader leaves.
  func choose(from source: LineSource) -> PersonaLibrary.Entry? {
    console.print(phrases("menu.title"), .strong)
    console.print(list)
    if let unfinished, let talk = try? RecordedTalk(path: unfinished) {
      let places = ["name": talk.talk.name ?? talk.header.persona, "command": "doorvraag practise --resume"]
      console.print(phrases("resume.menu", places), .faint)
    }
    let names = entries.map(\.name)
    while true {
      let input = source.read(prompt: phrases("menu.prompt") + ": ") { typed in
        names.filter { $0.hasPrefix(Folding.fold(typed)) }
      }
      switch input {
      // Nothing is lost here: Ctrl-C leaves, as it does in every list to choose from.
      case .end, .abandoned: return nil
      case .line(let line):
        if isStop(line) { return nil }
        if let entry = entry(for: line) { return entry }
      }
    }
  }

  /// Whether a line says to leave, with `/` as in a conversation or without; a persona that is called so goes first.
  private func isStop(_ line: String) -> Bool {
    let typed = Folding.fold(Words.trimmed(line))
    let names = SlashCommand.stop.names(phrases).flatMap { [$0, String($0.dropFirst())] }
    return names.contains(typed) && !entries.contains { Folding.fold($0.name) == typed }
  }

  private var list: [String] {
    let layout = console.layout
    let widest = entries.map { layout.columns($0.persona.name) }.max() ?? 0
    let digits = String(entries.count).count
    return entries.enumerated().flatMap { index, entry -> [String] in
      let number = String(index + 1)
      let pad = String(repeating: " ", count: digits - number.count)
      let gap = String(repeating: " ", count: widest - layout.columns(entry.persona.name))
      let about = [
        entry.persona.role, phrases("difficulty." + entry.persona.difficulty.rawValue), entry.persona.language.rawValue,
      ].filter { !$0.isEmpty }.joined(separator: " · ")
      return layout.wrap(about, first: "  \(pad)\(number)  \(entry.persona.name)\(gap)  ", rest: 5 + digits)
    }
  }

  /// What a line asks for; says so where that is nothing.
  private func entry(for line: String) -> PersonaLibrary.Entry? {
    let typed = line.filter { !$0.isWhitespace }
    if typed.isEmpty { return nil }
    if let number = Int(typed), entries.indices.contains(number - 1) { return entries[number - 1] }
    do {
      return try library.persona(typed)
    } catch {
      var places = ["name": typed, "count": String(entries.count)]
      if case .unknown(_, _, let nearest?) = error {
        places["nearest"] = nearest
        console.print(phrases("menu.nearest", places))
      } else {
        console.print(phrases("menu.unknown", places))
      }
      return nil
    }
  }
}
