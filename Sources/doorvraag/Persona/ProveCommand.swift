import ArgumentParser
import CoachingLanguage
import Personas
import Practice

/// Proves what should hold of a persona, and shows the shortest conversation where it does not.
struct ProveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "prove", abstract: Interface.phrases("prove.about"))

  @Argument(help: .init(Interface.phrases("persona.file.help"), valueName: "file"))
  var file: String

  @Option(help: .init(Interface.phrases("prove.states.help"), valueName: Interface.phrases("persona.number")))
  var states = 15_000

  @OptionGroup var spoken: SpokenLanguage

  func validate() throws {
    guard states > 0 else { throw ValidationError(Interface.phrases("persona.positive", ["option": "--states"])) }
  }

  func run() throws {
    let console = Console(isPlain: false)
    let phrases = Interface.phrases
    let persona = try PersonaFile.asked(file).persona()
    let proof = persona.prove(stateLimit: states)
    console.print(persona.name, .strong)
    for (claim, verdict) in proof.verdicts {
      let text = phrases("prove.\(verdict.rawValue)", ["claim": phrases("proof.\(claim.rawValue)")])
      let (mark, style): (String, Console.Style) =
        switch verdict {
        case .holds: ("+", .good)
        case .fails: ("!", .warning)
        case .unknown: ("?", .faint)
        }
      console.print(console.layout.wrap(text, first: "  \(mark) ", rest: 4), style)
    }
    console.print()
    FindingPrinter(console: console, phrases: phrases).print(proof.findings, lines: persona.source.lines)
    if !proof.route.isEmpty { show(proof.route, console, phrases) }
    console.print(conclusion(of: proof, persona, phrases), .strong)
    if !proof.isProven { throw ExitCode(1) }
  }

  private func show(_ route: [Finding.Exchange], _ console: Console, _ phrases: Phrasebook) {
    console.print(phrases("prove.route"), .strong)
    for exchange in route {
      console.print(console.layout.wrap(exchange.leader, first: "  > ", rest: 4))
      let openness = phrases("persona.openness", ["openness": String(exchange.openness)])
      console.print(
        console.layout.wrap("\(exchange.reply) [\(exchange.node ?? "…"), \(openness)]", first: "    ", rest: 4), .faint)
    }
    console.print()
  }

  private func conclusion(of proof: Proof, _ persona: Persona, _ phrases: Phrasebook) -> String {
    if proof.isProven { return phrases("prove.proven", ["name": persona.name]) }
    let isUnsettled = proof.verdicts.contains { $0.verdict == .unknown }
    let key = proof.verdicts.isEmpty ? "prove.no-core" : isUnsettled ? "prove.too-large" : "prove.not"
    return phrases(key, ["name": persona.name, "states": String(proof.statesSeen)])
  }
}
