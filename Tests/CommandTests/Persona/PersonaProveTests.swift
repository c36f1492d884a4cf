import TestSupport
import Testing

@Suite("persona prove says what holds, in words, and shows what does not")
struct PersonaProveTests {
  private let doorvraag: Doorvraag

  init() throws { doorvraag = try Doorvraag() }

  @Test("What is proven: exit code 0, seven things that hold, and the way to the core")
  func proven() throws {
    let path = try doorvraag.home.write("clean.md", PersonaCheckTests.clean)
    let result = try doorvraag.run("persona", "prove", path)
    #expect(result.exitCode == 0)
    #expect(result.stdout.split(separator: "\n").count { $0.hasPrefix("  + ") } == 7)
    #expect(result.stdout.contains("Zo kom je bij de kern"))
    #expect(result.stdout.contains("Noor Bakker is bewezen."))
  }

  @Test("What does not hold: exit code 1, and the shortest conversation that shows it")
  func fails() throws {
    let result = try doorvraag.run("persona", "prove", doorvraag.persona)
    #expect(result.exitCode == 1)
    #expect(result.stdout.contains("  ! klopt niet: zonder open vraag komt niemand er"))
    #expect(result.stdout.contains("    > [gesloten vraag, over werk]"))
    #expect(result.stdout.contains("Noor Bakker is nog niet bewezen."))
    #expect(!result.stdout.contains("Noor Bakker is bewezen"))
  }

  @Test("Only a positive number of states", arguments: ["0", "-1", "x"])
  func states(number: String) throws {
    #expect(try doorvraag.run("persona", "prove", doorvraag.persona, "--states=\(number)").exitCode == 2)
  }
}
