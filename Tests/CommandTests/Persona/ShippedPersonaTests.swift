import TestSupport
import Testing

@Suite("The personas that come with the program")
struct ShippedPersonaTests {
  @Test("Each is without a finding, and proven", arguments: ["sanne", "tess"])
  func isProven(name: String) throws {
    let result = try Doorvraag().run("persona", "check", "--strict", name)
    #expect(result.exitCode == 0, "\(result.stdout)")
    #expect(result.stdout.contains("bewezen") && !result.stdout.contains("niet bewezen"))
  }
}
