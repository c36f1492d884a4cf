import ArgumentParser
import CoachingLanguage
import Personas
import Practice

/// Shows what leaders said that a persona had no answer of its own to, with a node to paste for each.
struct GapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "gaps", abstract: Interface.phrases("gaps.about"))

  @Argument(help: .init(Interface.phrases("gaps.file.help"), valueName: "file"))
  var file: String?

  @Option(help: .init(Interface.phrases("gaps.said.help"), valueName: "file"))
  var said: [String] = []

  @Flag(help: .init(Interface.phrases("gaps.grid.help")))
  var grid = false

  @Option(help: .init(Interface.phrases("gaps.top.help"), valueName: Interface.phrases("persona.number")))
  var top = 10

  @OptionGroup var spoken: SpokenLanguage

  func validate() throws {
    guard top > 0 else { throw ValidationError(Interface.phrases("persona.positive", ["option": "--top"])) }
  }

  func run() throws {
    let console = Console(isPlain: false)
    let folder = DataFolder(environment: Interface.environment)
    let saved = folder.map { SpokenLines.all(in: $0) } ?? []
    guard let name = file else {
      // Every persona that somebody has talked with.
      let known = PersonaFile.all(folder: folder).filter { file in saved.contains { $0.isSaid(to: file) } }
      guard !known.isEmpty else { throw InputFault(message: Interface.phrases("gaps.nothing")) }
      for (number, file) in known.enumerated() {
        if number > 0 { console.print() }
        do {
          try report(on: file, saved.filter { $0.isSaid(to: file) }, console)
        } catch let fault as InputFault {
          // One that is being worked on is no reason to be silent on the others.
          Console.complain(fault.message)
        }
      }
      return
    }
    let file = try PersonaFile.asked(name)
    try report(on: file, said.isEmpty ? saved.filter { $0.isSaid(to: file) } : try asked(), console)
  }

  private func asked() throws -> [SpokenLines] {
    try said.flatMap { path throws -> [SpokenLines] in
      guard let talk = SpokenLines(path: path) else {
        throw InputFault(message: Interface.phrases("error.unreadable", ["path": path]), exitCode: 2)
      }
      // Loose lines are no conversation: each stands alone.
      return talk.persona == nil ? talk.lines.map { SpokenLines($0) } : [talk]
    }
  }

  // MARK: Showing

  private func report(on file: PersonaFile, _ talks: [SpokenLines], _ console: Console) throws {
    let phrases = Interface.phrases
    let persona = try file.persona()
    let classifier = persona.classifier
    let gaps = persona.gaps(in: talks.map { $0.lines.map { classifier.code($0) } })
    let said = talks.reduce(0) { $0 + $1.lines.count }
    let missed = gaps.reduce(0) { $0 + $1.count }
    let places = ["name": persona.name, "said": String(said), "missed": String(missed)]
    console.print(phrases(said == 0 ? "gaps.none-said" : "gaps.title", places), .strong)
    for gap in gaps.prefix(top) { show(gap, of: persona, console) }
    if gaps.count > top { console.print(phrases("gaps.more", ["count": String(gaps.count - top)]), .faint) }
    if grid || said == 0 { GapGrid(persona: persona).print(console, phrases) }
    if !grid, said > 0 { console.print(phrases("gaps.grid.hint"), .faint) }
  }

  private func show(_ gap: Gap, of persona: Persona, _ console: Console) {
    let phrases = Interface.phrases
    let about = gap.topics.isEmpty ? phrases("gaps.no-topic") : gap.topics.joined(separator: ", ")
    console.print()
    let heard = gap.move.keyword(in: persona.language) + " · " + about
    console.print(console.layout.wrap(heard, first: "\(gap.count)×  ", rest: 4), .strong)
    for line in gap.lines.prefix(5) {
      let shown = line.isEmpty ? phrases("gaps.silence") : line
      console.print(console.layout.wrap(shown, first: "    > ", rest: 6), .faint)
    }
    // As it stands in a file, to paste: not broken.
    console.print(gap.draft.split(separator: "\n").map(String.init), .idea)
  }
}

/// For every move and topic, and low, middle and high openness, how many nodes could answer.
struct GapGrid {
  let persona: Persona

  func print(_ console: Console, _ phrases: Phrasebook) {
    let rows = persona.grid()
    let topics = persona.topics.map(\.name)
    let columns = ["–"] + topics
    let holes = rows.reduce(0) { $0 + $1.nodes.count { $0 == 0 } }
    console.print()
    console.print(phrases("gaps.grid.title"), .strong)
    console.print(phrases("gaps.grid.legend"), .faint)
    let names = Move.allCases.map { $0.keyword(in: persona.language) }
    let widest = names.map(\.count).max() ?? 0
    for part in parts(columns, room: (console.isScreen ? console.layout.width : 120) - widest - 2) {
      let head = part.map { pad(columns[$0], GapGrid.width(columns[$0])) }.joined(separator: " ")
      console.print([pad("", widest + 2) + head], .strong)
      for (number, name) in names.enumerated() {
        let cells = part.map { column in
          let counts = rows[number * columns.count + column].nodes
          return pad(counts.map { $0 == 0 ? "·" : $0 > 9 ? "+" : String($0) }.joined(), GapGrid.width(columns[column]))
        }
        console.print([pad(name, widest + 2) + cells.joined(separator: " ")])
      }
      console.print()
    }
    console.print(phrases("gaps.grid.holes", ["holes": String(holes), "all": String(rows.count * 3)]))
  }

  private static func width(_ name: String) -> Int { max(3, min(name.count, 12)) }

  /// The columns in groups that fit side by side.
  private func parts(_ columns: [String], room: Int) -> [[Int]] {
    var parts: [[Int]] = []
    var used = 0
    for column in columns.indices {
      let width = GapGrid.width(columns[column]) + 1
      if parts.isEmpty || used + width > room {
        parts.append([])
        used = 0
      }
      parts[parts.count - 1].append(column)
      used += width
    }
    return parts
  }

  private func pad(_ text: String, _ width: Int) -> String {
    let shown = text.count > width ? text.prefix(max(1, width - 1)) + "…" : text[...]
    return shown + String(repeating: " ", count: max(0, width - shown.count))
  }
}
