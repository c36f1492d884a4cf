import TestSupport
import Testing

@Suite("persona list tells of every persona whether it is proven")
struct PersonaListTests {
  private let doorvraag: Doorvraag

  init() throws {
    var doorvraag = try Doorvraag()
    doorvraag.environment["XDG_CACHE_HOME"] = doorvraag.home.path("cache")
    self.doorvraag = doorvraag
    _ = try run("/bin/mkdir", ["-p", doorvraag.home.path("data/doorvraag/personas")])
  }

  private func write(_ text: String) throws { try doorvraag.home.write("data/doorvraag/personas/eigen.md", text) }

  /// What the list says of the persona that is written here.
  private func ownLine() throws -> String {
    let lines = try doorvraag.run("persona", "list").stdout.split(separator: "\n")
    return lines.first { $0.hasPrefix("  eigen ") }.map(String.init) ?? ""
  }

  @Test("What was proven once is proven still; what has changed since is looked at again")
  func remembered() throws {
    try write(PersonaCheckTests.clean)
    let first = try doorvraag.run("persona", "list")
    #expect(first.exitCode == 0)
    #expect(try ownLine().hasSuffix(" · bewezen"))
    #expect(try doorvraag.run("persona", "list") == first)
    // Telling alone now gets to the core.
    try write(PersonaCheckTests.clean.replacing("reflectie, over nacht, openheid 8+", with: "oordeel, over nacht"))
    #expect(try ownLine().hasSuffix(" · niet bewezen"))
    try write("# Eigen\n")
    #expect(try ownLine().contains(" fouten"))
    try write(PersonaCheckTests.clean)
    #expect(try ownLine().hasSuffix(" · bewezen"))
  }
}
