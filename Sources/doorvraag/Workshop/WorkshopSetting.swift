import CoachingLanguage
import LineEditing
import Practice
import Reporting
import Workshop

/// What a facilitator chooses before a workshop, on one screen; Enter begins.
struct WorkshopSetting {
  var file: SetupFile
  var entry: PersonaLibrary.Entry
  var isDesk: Bool

  private var phrases: Phrasebook { Interface.phrases }

  init(file: SetupFile, entry: PersonaLibrary.Entry, isDesk: Bool) {
    self.file = file
    self.entry = entry
    self.isDesk = isDesk
  }

  /// False where the facilitator leaves.
  mutating func choose(source: LineSource, console: Console, library: PersonaLibrary) -> Bool {
    let screen = WholeScreen(console: console)
    var message = ""
    while true {
      let persona = entry.persona.role.isEmpty ? entry.persona.name : "\(entry.persona.name), \(entry.persona.role)"
      let form = SetupScreen(file, persona: persona, aim: entry.persona.aim, isDesk: isDesk, phrases: phrases)
      let told = message.isEmpty ? [] : [(text: message, style: Console.Style.strong)]
      let draw = { (typed: Int) in screen.drawn(told, typed: typed) { form.lines($0, rows: $1) } }
      switch source.read(prompt: "> ", under: draw, screen) {
      case .end:
        screen.clear()
        return false
      case .abandoned: message = ""
      case .line(let line):
        let line = Words.trimmed(line)
        if line.isEmpty {
          screen.clear()
          return true
        }
        message = set(line, library)
      }
    }
  }

  /// Does what a line asks for; gives what there is to tell of it.
  private mutating func set(_ line: String, _ library: PersonaLibrary) -> String {
    let first = line.prefix { $0.isNumber }
    guard let number = Int(first), let field = SetupScreen.Field(number: number) else {
      return phrases("workshop.setup.what", ["count": String(SetupScreen.Field.allCases.count)])
    }
    let value = Words.trimmed(line.dropFirst(first.count))
    if value.isEmpty { return turn(field) }
    if field == .screen {
      isDesk.toggle()
      return ""
    }
    guard let key = field.key else { return "" }
    guard key == .persona else { return file.set(key, value) ? "" : phrases("workshop.setup.wrong." + key.rawValue) }
    do {
      entry = try library.persona(value)
      return ""
    } catch {
      return error.message(phrases)
    }
  }

  /// A number alone turns what is on off, and what is off on; of the others it asks for more.
  private mutating func turn(_ field: SetupScreen.Field) -> String {
    switch field {
    case .feedback: file.setup.isFeedbackLive.toggle()
    case .openness: file.setup.isOpennessShown.toggle()
    case .screen: isDesk.toggle()
    case .anonymous: file.setup.isAnonymous.toggle()
    case .persona, .names, .minutes, .turns, .aim: return phrases("workshop.setup.more")
    }
    return ""
  }
}

extension LineSource {
  /// Asks for one line under a screen, which is drawn anew when its size or what it shows changes.
  func read(
    prompt: String, under draw: @escaping (_ typedRows: Int) -> String, _ screen: WholeScreen,
    completing candidates: @escaping (String) -> [String] = { _ in [] }
  ) -> Input {
    guard case .editor(let editor) = self else { return read(prompt: prompt, completing: candidates) }
    var shown = draw(1)
    var size = Terminal.size()
    screen.show(shown)
    editor.whileWaiting = { [weak editor] in
      let now = draw(editor?.rowCount ?? 1)
      let isSame = now == shown && Terminal.size() == size
      (shown, size) = (now, Terminal.size())
      return isSame ? "" : now
    }
    defer { editor.whileWaiting = nil }
    return read(prompt: prompt, completing: candidates)
  }
}
