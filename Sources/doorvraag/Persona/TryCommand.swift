import ArgumentParser
import CoachingLanguage
import LineEditing
import Personas
import Practice

/// A talk with a persona that is being written: what is saved, counts at once.
struct TryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "try", abstract: Interface.phrases("try.about"))

  @Argument(help: .init(Interface.phrases("persona.file.help"), valueName: "file"))
  var file: String

  @Option(help: .init(Interface.phrases("practise.seed.help"), valueName: Interface.phrases("persona.number")))
  var seed: UInt64 = 0

  @OptionGroup var spoken: SpokenLanguage

  func run() throws {
    let file = try PersonaFile.asked(file)
    // Before it is read: what is saved in between must not be missed.
    let watch = file.origin == .own ? FileWatch(path: file.path) : nil
    let console = Console(isPlain: false)
    let source: LineSource = console.isScreen ? .editor(LineEditor()) : .plain(PlainLineReader())
    let reading = try file.reading()
    // Somebody at a screen can mend the file and save it; a pipe can't.
    let canWait = console.isScreen && watch != nil
    guard reading.persona != nil || canWait else { throw file.fault(of: reading) }
    TryTalk(
      file: file, watch: watch, reading: reading, seed: seed,
      text: TryText(console: console, phrases: Interface.phrases), source: source
    ).run()
  }
}

/// The loop of `try`: lines in, answers out, and in between whatever was saved.
///
/// A class, because a file may be saved while a line is being typed, and is then looked at from inside the line editor.
final class TryTalk {
  private let file: PersonaFile
  private var watch: FileWatch?
  private let first: PersonaReading
  private let seed: UInt64
  /// `nil` until there has been a version that can be played.
  private var rehearsal: Rehearsal?
  private let text: TryText
  private let source: LineSource

  init(file: PersonaFile, watch: FileWatch?, reading: PersonaReading, seed: UInt64, text: TryText, source: LineSource) {
    self.file = file
    self.watch = watch
    first = reading
    self.seed = seed
    rehearsal = reading.persona.map { Rehearsal(persona: $0, seed: seed) }
    self.text = text
    self.source = source
  }

  func run() {
    text.begin(isWatching: watch != nil, path: file.path)
    if let rehearsal {
      text.open(rehearsal)
    } else {
      Console.write(faulty(first), to: 1)
    }
    if case .editor(let editor) = source { editor.whileWaiting = { self.saved(isPatient: true) } }
    // Else the editor and this would keep each other alive.
    defer {
      if case .editor(let editor) = source { editor.whileWaiting = nil }
    }
    while true {
      let input = source.read(prompt: text.prompt) { TryOrder.completions(of: $0) }
      // A pipe can't be interrupted: what was saved meanwhile is shown before the line is answered.
      Console.write(saved(isPatient: false), to: 1)
      switch input {
      case .end: return
      case .abandoned: continue
      case .line(let line):
        source.remember(line)
        guard heed(line) else { return }
      }
    }
  }

  /// Does what a line asks for; `false` to stop.
  private func heed(_ line: String) -> Bool {
    switch TryOrder.read(line) {
    case nil:
      if let reply = rehearsal?.say(line), let persona = rehearsal?.persona {
        text.say(reply, of: persona)
      } else {
        text.say("try.waiting")
      }
    case .why(let number):
      if let rehearsal, let explanation = rehearsal.explanation(ofAnswer: number ?? rehearsal.exchanges.count) {
        text.why(explanation, of: rehearsal.persona)
      } else {
        text.say("try.why.none")
      }
    case .again:
      rehearsal?.restart()
      if let rehearsal { text.open(rehearsal) } else { text.say("try.waiting") }
    case .help: text.say("try.help")
    case .stop: return false
    case .unknown(let name): text.say("try.unknown", ["name": name])
    }
    return true
  }

  /// What there is to say of a file that was saved since the last look; nothing where it was not.
  private func saved(isPatient: Bool) -> String {
    switch watch?.look(isPatient: isPatient) {
    case nil: return ""
    case .vanished: return text.vanished(file.path, isPlaying: rehearsal != nil)
    case .saved:
      guard let reading = try? file.read() else { return text.vanished(file.path, isPlaying: rehearsal != nil) }
      guard let version = reading.persona else { return faulty(reading) }
      let change = rehearsal?.reload(version)
      let classifier = version.classifier
      let check = reading.check(twin: file.twin(of: version), isProving: false) { classifier.code($0) }
      guard let rehearsal else {
        let begun = Rehearsal(persona: version, seed: seed)
        rehearsal = begun
        return text.reloaded(begun, nil, findings: check.findings, path: file.path) + text.opening(begun)
      }
      return text.reloaded(rehearsal, change, findings: check.findings, path: file.path)
    }
  }

  private func faulty(_ reading: PersonaReading) -> String {
    text.faulty(reading.findings, lines: reading.draft?.source.lines ?? [], isPlaying: rehearsal != nil)
  }
}

/// Something that can be typed in `try` and is not said: in Dutch and in English.
enum TryOrder: Equatable {
  /// `number` of the answer, 1-based; the last where there is none.
  case why(Int?)
  case again, help, stop
  case unknown(String)

  private static let names: [(String, TryOrder)] = [
    ("/waarom", .why(nil)), ("/why", .why(nil)), ("/opnieuw", .again), ("/again", .again), ("/hulp", .help),
    ("/help", .help), ("/stop", .stop),
  ]

  /// What a line that begins with `/` asks for; `nil` for something to say.
  static func read(_ line: String) -> TryOrder? {
    let words = line.split(whereSeparator: \.isWhitespace).map { Folding.fold($0) }
    guard let first = words.first, first.hasPrefix("/") else { return nil }
    guard let order = names.first(where: { $0.0 == first })?.1 else { return .unknown(first) }
    if case .why = order, words.count > 1 { return Int(words[1]).map { .why($0) } ?? .unknown(line) }
    return order
  }

  static func completions(of typed: String) -> [String] {
    typed.hasPrefix("/") ? names.map(\.0).filter { $0.hasPrefix(Folding.fold(typed)) } : []
  }
}
