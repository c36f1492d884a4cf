import ArgumentParser
import CoachingLanguage
import Personas
import Practice

/// Says which personas there are, where each comes from, and whether it is proven.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: Interface.phrases("list.about"))

  @OptionGroup var spoken: SpokenLanguage

  func run() throws {
    let console = Console(isPlain: false)
    let phrases = Interface.phrases
    let folder = DataFolder(environment: Interface.environment)
    let files = PersonaFile.all(folder: folder)
    let widest = files.map { console.layout.columns($0.name) }.max() ?? 0
    var bar = ProgressBar(phrases("list.progress"))
    var known = ThisBuild.stamp.flatMap { KnownProofs(environment: Interface.environment, program: $0) }
    var entries: [(PersonaFile, String)] = []
    for (number, file) in files.enumerated() {
      bar.show(number, of: files.count)
      entries.append((file, about(file, phrases, &known)))
    }
    bar.clear()
    known?.save()
    for (file, about) in entries {
      let gap = String(repeating: " ", count: widest - console.layout.columns(file.name))
      console.print(console.layout.wrap(about, first: "  \(file.name)\(gap)  ", rest: 4))
    }
    if let folder { console.print(phrases("list.own", ["path": folder.personas]), .faint) }
  }

  private func about(_ file: PersonaFile, _ phrases: Phrasebook, _ known: inout KnownProofs?) -> String {
    let origin = phrases("list.origin.\(file.origin.rawValue)")
    guard let reading = try? file.read() else { return phrases("error.unreadable", ["path": file.path]) }
    guard let persona = reading.persona else {
      let errors = reading.findings.count { $0.severity == .error }
      let faulty = phrases.counted("list.faulty", errors)
      return [reading.draft?.name ?? "", origin, faulty].filter { !$0.isEmpty }.joined(separator: " · ")
    }
    let isProven = known?.isProven(persona) ?? persona.prove().isProven
    return [
      persona.name, origin, persona.language.rawValue, phrases.counted("check.nodes", persona.nodes.count),
      phrases(isProven ? "list.proven" : "list.unproven"),
    ].joined(separator: " · ")
  }
}
