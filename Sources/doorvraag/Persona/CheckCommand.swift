import ArgumentParser
import CoachingLanguage
import Personas
import Practice

/// Says everything there is to say about persona files: 0 clean, 1 findings, 2 could not run.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "check", abstract: Interface.phrases("check.about"))

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: .init(Interface.phrases("check.files.help"), valueName: "file"))
  var files: [String]

  @Option(help: .init(Interface.phrases("check.format.help")))
  var format = Format.text

  @Flag(help: .init(Interface.phrases("check.strict.help")))
  var strict = false

  @OptionGroup var spoken: SpokenLanguage

  func run() throws {
    let console = Console(isPlain: false)
    let phrases = Interface.phrases
    var all: [Finding] = []
    var isUnread = false
    var isProven = false
    for name in files {
      do {
        let file = try PersonaFile.asked(name)
        let checked = try CheckedPersona(file)
        all += checked.findings
        if format == .text { report(checked, console) }
        isProven = isProven || checked.isProven
      } catch let fault as InputFault {
        Console.complain(fault.message)
        isUnread = true
      }
    }
    switch format {
    case .json: Console.write(Finding.json(all, phrases), to: 1)
    case .text: if isProven { console.print(phrases("check.proven.means"), .faint) }
    }
    if isUnread { throw ExitCode(2) }
    if all.contains(where: { strict || $0.severity == .error }) { throw ExitCode(1) }
  }

  private func report(_ checked: CheckedPersona, _ console: Console) {
    let phrases = Interface.phrases
    if let twin = checked.missingTwin {
      console.print(phrases("check.no-twin", ["path": checked.file.path, "twin": twin]), .warning)
    }
    FindingPrinter(console: console, phrases: phrases).print(checked.findings, lines: checked.lines)
    console.print(checked.summary(phrases), checked.findings.isEmpty ? .good : .strong)
  }
}

/// A persona file with everything that was found in it.
struct CheckedPersona {
  let file: PersonaFile
  let findings: [Finding]
  let proof: Proof?
  /// The twin the file names, where it could not be read to compare with.
  let missingTwin: String?
  /// Everything that could be read.
  let draft: Persona?
  var lines: [String] { draft?.source.lines ?? [] }

  init(_ file: PersonaFile, isProving: Bool = true) throws {
    self.file = file
    let reading = try file.reading()
    draft = reading.draft
    let classifier = (reading.draft?.language).flatMap { LanguagePack.shipped($0) }.map { Classifier($0) }
    let twin = reading.draft.flatMap { file.twin(of: $0) }
    missingTwin = twin == nil ? reading.draft?.twin : nil
    let check = reading.check(twin: twin, isProving: isProving) { sentence in
      classifier?.code(sentence) ?? Classifier(LanguagePack.shipped(.english)!).code(sentence)
    }
    findings = check.findings
    proof = check.proof
  }

  /// Whether everything was shown to hold, of a file without an error.
  var isProven: Bool { proof?.isProven == true && !findings.contains { $0.severity == .error } }

  /// One line on the whole file.
  func summary(_ phrases: Phrasebook) -> String {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count - errors
    let counts = [phrases.counted("check.errors", errors), phrases.counted("check.warnings", warnings)]
    let found = zip([errors, warnings], counts).filter { $0.0 > 0 }.map(\.1)
    var parts = [file.path + ": " + (found.isEmpty ? phrases("check.clean") : found.joined(separator: ", "))]
    if let draft { parts.append(phrases.counted("check.nodes", draft.nodes.count)) }
    if isProven { parts.append(phrases("check.proven")) }
    return parts.joined(separator: " · ")
  }
}

extension Phrasebook {
  /// A phrase with its number; `KEY.one` where there is one.
  func counted(_ key: String, _ count: Int) -> String {
    self(count == 1 ? key + ".one" : key, ["count": String(count)])
  }
}
