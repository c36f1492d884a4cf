import TestSupport
import Testing

/// The built program, with a home of its own and a persona to talk with.
struct Doorvraag {
  let home: TemporaryFolder
  let program: String
  /// Dutch unless a test says otherwise.
  var environment: [String: String]

  init() throws {
    home = try TemporaryFolder()
    program = try builtProduct("doorvraag")
    environment = ["HOME": home.path, "XDG_DATA_HOME": home.path("data"), "LANG": "nl_NL.UTF-8"]
    try home.write("noor.md", noor)
  }

  var persona: String { home.path("noor.md") }

  func run(_ arguments: String..., input: String = "", environment more: [String: String] = [:]) throws -> RunResult {
    try TestSupport.run(
      program, arguments, input: input, environment: environment.merging(more) { $1 })
  }

  func talk(_ lines: String..., seed: Int = 1, arguments: [String] = []) throws -> RunResult {
    let input = lines.map { $0 + "\n" }.joined()
    return try TestSupport.run(
      program, ["practise", persona, "--seed", String(seed)] + arguments, input: input, environment: environment)
  }

  func terminal(_ arguments: String..., columns: Int = 80, rows: Int = 40) throws -> PseudoTerminal {
    try PseudoTerminal(program, arguments, environment: environment, columns: columns, rows: rows)
  }
}
