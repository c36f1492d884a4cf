import ArgumentParser
import CoachingLanguage
import LineEditing
import Personas
import Practice

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Asks six questions and writes a persona of the answers, which can be played at once.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "new", abstract: Interface.phrases("new.about"))

  @Argument(help: .init(Interface.phrases("new.name.help"), valueName: Interface.phrases("practise.name")))
  var words: [String]

  /// However many words it was typed as.
  private var name: String { words.joined(separator: " ") }

  @Option(help: .init(Interface.phrases("new.output.help"), valueName: "file"))
  var output: String?

  @OptionGroup var spoken: SpokenLanguage

  func run() throws {
    let console = Console(isPlain: false)
    let phrases = Interface.phrases
    let path = try freePath()
    let source: LineSource = console.isScreen ? .editor(LineEditor()) : .plain(PlainLineReader())
    console.print(phrases("new.begin", ["name": shownName]))
    var answers: [String] = []
    let questions = NewPersona.questions(phrases)
    var number = 0
    while number < questions.count {
      console.print()
      console.print(console.layout.wrap(questions[number], first: "\(number + 1). ", rest: 3), .strong)
      let earlier = number < answers.count ? answers[number] : nil
      guard let answer = answer(from: source, console, isFirst: number == 0, earlier: earlier) else {
        throw InputFault(message: phrases("new.abandoned", ["count": String(questions.count - number)]))
      }
      switch answer {
      case .back: number -= 1
      case .words(let words):
        if earlier == nil { answers.append(words) } else { answers[number] = words }
        number += 1
      }
    }
    let persona = NewPersona(
      language: phrases.language, name: shownName, who: answers[0], seen: answers[1], firstSaid: answers[2],
      core: answers[3], signal: answers[4], solution: answers[5])
    try write(persona.text, to: path)
    console.print()
    console.print(phrases("new.written", ["path": path]), .good)
    let checked = try CheckedPersona(PersonaFile(path: path))
    FindingPrinter(console: console, phrases: phrases).print(checked.findings, lines: checked.lines)
    let started = output == nil ? fileName : path
    console.print(phrases("new.next", ["name": started]))
  }

  private enum Answer {
    case words(String)
    /// To the question before.
    case back
  }

  /// One answer; an empty one is asked for again, or keeps the `earlier` one. `nil` at the end of the input.
  private func answer(from source: LineSource, _ console: Console, isFirst: Bool, earlier: String?) -> Answer? {
    func say(_ text: String) { console.print(console.layout.wrap(text, first: "   ", rest: 3), .faint) }
    let phrases = Interface.phrases
    if let earlier {
      say(phrases("new.before", ["answer": earlier]))
      say(phrases("new.keep"))
    }
    while true {
      switch source.read(prompt: "   > ") {
      case .end: return nil
      case .abandoned: continue
      case .line(let line):
        if ["/terug", "/back"].contains(Folding.fold(line).filter { !$0.isWhitespace }) {
          if !isFirst { return .back }
          say(phrases("new.first"))
        } else if line.contains(where: { !$0.isWhitespace }) {
          return .words(line)
        } else if let earlier {
          return .words(earlier)
        } else {
          say(phrases("new.empty"))
        }
      }
    }
  }

  // MARK: Where it goes

  /// The name with capitals, as it stands above the persona: `noor bakker` gives `Noor Bakker`.
  private var shownName: String {
    let words = name.split(whereSeparator: \.isWhitespace)
    guard let first = words.first else { return name }
    let rest = words.dropFirst().joined(separator: " ")
    return first.prefix(1).uppercased() + first.dropFirst() + (rest.isEmpty ? "" : " " + rest)
  }

  /// What it is started by: `noor-bakker`.
  private var fileName: String {
    let safe = Folding.fold(name).map { $0.isLetter || $0.isNumber ? $0 : "-" }
    return String(safe).split(separator: "-").joined(separator: "-")
  }

  /// Where to write; nothing is ever overwritten, and no other persona gets out of reach.
  private func freePath() throws -> String {
    let phrases = Interface.phrases
    guard !fileName.isEmpty else { throw InputFault(message: phrases("new.bad-name", ["name": name]), exitCode: 2) }
    let folder = DataFolder(environment: Interface.environment)
    if let output {
      guard !FileManager.default.fileExists(atPath: output) else {
        throw InputFault(message: phrases("error.transcript-exists", ["path": output]))
      }
      return output
    }
    if let taken = PersonaFile.all(folder: folder).first(where: { Folding.fold($0.name) == fileName }) {
      throw InputFault(message: phrases("new.taken", ["name": fileName, "path": taken.path]))
    }
    guard let folder else { throw InputFault(message: phrases("new.no-home"), exitCode: 2) }
    return folder.personas + "/" + fileName + ".md"
  }

  private func write(_ text: String, to path: String) throws {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    if !folder.isEmpty {
      let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
      try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: attributes)
    }
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
    } catch {
      throw InputFault(message: Interface.phrases("persona.unwritable", ["path": path]), exitCode: 2)
    }
  }
}
