import ArgumentParser
import CoachingLanguage
import Personas
import Practice

/// Lets simulated leaders talk with a persona, and says how far each comes.
struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "play", abstract: Interface.phrases("play.about"))

  @Argument(help: .init(Interface.phrases("persona.file.help"), valueName: "file"))
  var file: String

  @Option(help: .init(Interface.phrases("play.runs.help"), valueName: Interface.phrases("persona.number")))
  var runs = 200

  @Option(help: .init(Interface.phrases("play.turns.help"), valueName: Interface.phrases("persona.number")))
  var turns = 30

  @Option(help: .init(Interface.phrases("play.seed.help"), valueName: Interface.phrases("persona.number")))
  var seed: UInt64 = 1

  @OptionGroup var spoken: SpokenLanguage

  func validate() throws {
    for (option, value) in [("--runs", runs), ("--turns", turns)] where !(1...1_000_000).contains(value) {
      throw ValidationError(Interface.phrases("persona.positive", ["option": option]))
    }
  }

  func run() throws {
    let console = Console(isPlain: false)
    let phrases = Interface.phrases
    let persona = try PersonaFile.asked(file).persona()
    let results = play(persona, phrases)
    let places = ["name": persona.name, "runs": String(runs), "turns": String(turns), "seed": String(seed)]
    console.print(phrases("play.title", places), .strong)
    console.print(table(of: results, phrases))
    console.print(phrases("play.legend"), .faint)
    console.print()
    console.print(phrases("play.stuck"), .strong)
    for result in results where result.reached < result.runs {
      let places = result.stuckAt.prefix(3).map { node, count in
        "\(node.isEmpty ? phrases("play.nowhere") : node) (\(count)×)"
      }
      let text = phrases("play.leader.\(result.leader.rawValue)") + ": " + places.joined(separator: ", ")
      console.print(console.layout.wrap(text, first: "  ", rest: 4))
    }
    if results.allSatisfy({ $0.reached == $0.runs }) { console.print(["  " + phrases("play.never-stuck")]) }
  }

  private func play(_ persona: Persona, _ phrases: Phrasebook) -> [PlayResult] {
    let leaders = SimulatedLeader.allCases
    var bar = ProgressBar(phrases("play.progress"))
    let all = leaders.count * runs
    let results = leaders.enumerated().map { number, leader in
      persona.play(leader, runs: runs, turns: turns, seed: seed) { bar.show(number * runs + $0, of: all) }
    }
    bar.clear()
    return results
  }

  private func table(of results: [PlayResult], _ phrases: Phrasebook) -> [String] {
    let head = ["", phrases("play.reached"), phrases("play.median"), phrases("play.fallbacks")]
    let rows = results.map { result in
      [
        phrases("play.leader.\(result.leader.rawValue)"), percent(result.reachedShare),
        result.medianTurns.map(String.init) ?? "–", percent(result.fallbackShare),
      ]
    }
    let all = [head] + rows
    let widths = head.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      let cells = row.indices.map { column in
        let gap = String(repeating: " ", count: widths[column] - row[column].count)
        return column == 0 ? row[column] + gap : gap + row[column]
      }
      return "  " + cells.joined(separator: "  ")
    }
  }

  private func percent(_ share: Double) -> String { "\(Int(share * 100 + 0.5))%" }
}
