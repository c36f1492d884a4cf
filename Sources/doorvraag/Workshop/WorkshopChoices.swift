import ArgumentParser
import CoachingLanguage
import Practice
import Workshop

/// What can be said on the command line, in the place of a setup file or on top of it.
struct WorkshopChoices: ParsableArguments {
  @Option(help: .init(Interface.phrases("workshop.setup.help"), valueName: "file"), completion: .file())
  var setup: String?

  @Option(help: .init(Interface.phrases("workshop.names.help")))
  var names: String?

  @Option(help: .init(Interface.phrases("workshop.minutes.help")))
  var minutes: String?

  @Option(help: .init(Interface.phrases("workshop.turns.help")))
  var turns: String?

  @Option(
    help: .init(Interface.phrases("workshop.feedback.help")), completion: .list(["hidden", "live"]))
  var feedback: String?

  @Option(help: .init(Interface.phrases("workshop.questions.help"), valueName: "file"), completion: .file())
  var questions: String?

  @Flag(help: .init(Interface.phrases("workshop.openness.help")))
  var openness = false

  @Flag(help: .init(Interface.phrases("workshop.anonymous.help")))
  var anonymous = false

  /// What was prepared, with what was said on the command line on top of it.
  func file() throws -> SetupFile {
    try WorkshopChoices.file(
      setup,
      [
        (.names, names), (.minutes, minutes), (.turns, turns), (.feedback, feedback), (.questions, questions),
        (.openness, openness ? "yes" : nil), (.anonymous, anonymous ? "yes" : nil),
      ])
  }

  static func file(_ setup: String?, _ said: [(key: SetupFile.Key, value: String?)]) throws -> SetupFile {
    var file = try setup.map(prepared) ?? SetupFile()
    for (key, value) in said {
      guard let value, !file.set(key, value) else { continue }
      let reason = SetupFile.Problem.Reason.value(key, value)
      throw InputFault(message: "--\(key.rawValue): " + reason.message(Interface.phrases), exitCode: 2)
    }
    return file
  }

  private static func prepared(_ path: String) throws -> SetupFile {
    let file = SetupFile(try text(path))
    if !file.problems.isEmpty {
      let lines = file.problems.map { "\(path):\($0.line): " + $0.reason.message(Interface.phrases) }
      throw InputFault(message: lines.joined(separator: "\n"))
    }
    return file
  }

  /// The questions to talk about, with those of a facilitator's own file.
  func bank(_ path: String?, _ phrases: Phrasebook) throws -> DiscussionBank {
    var bank = DiscussionBank(phrases)
    guard let path else { return bank }
    let problems = bank.add(try WorkshopChoices.text(path), Language.shipped.map { Phrasebook($0) })
    guard problems.isEmpty else {
      let lines = problems.map { problem in
        let key = problem.name == nil ? "none" : problem.nearest == nil ? "unknown" : "nearest"
        let places = ["name": problem.name ?? "", "nearest": problem.nearest ?? ""]
        return "\(path):\(problem.line): " + Interface.phrases("workshop.questions." + key, places)
      }
      throw InputFault(message: lines.joined(separator: "\n"))
    }
    return bank
  }

  /// More than anybody writes by hand.
  private static let largestByteCount = 1_000_000

  private static func text(_ path: String) throws -> String {
    guard let contents = FileContents(path: path, limit: largestByteCount), contents.isWhole else {
      throw InputFault(message: Interface.phrases("error.unreadable", ["path": path]), exitCode: 2)
    }
    return String(decoding: contents.bytes, as: UTF8.self)
  }
}

extension SetupFile.Problem.Reason {
  /// What is wrong and what to do.
  func message(_ phrases: Phrasebook) -> String {
    switch self {
    case .noColon: phrases("workshop.setup.no-colon")
    case .unknown(let name, let nearest?): phrases("workshop.setup.nearest", ["name": name, "nearest": nearest])
    case .unknown(let name, nil): phrases("workshop.setup.unknown", ["name": name])
    case .again(let name): phrases("workshop.setup.again", ["name": name])
    case .value(let key, _): phrases("workshop.setup.wrong." + key.rawValue)
    }
  }
}
