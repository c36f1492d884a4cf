import Personas
import TestSupport
import Testing

@testable import Practice

@Suite("What was proven is remembered, for as long as it can be trusted")
struct KnownProofsTests {
  private let home: TemporaryFolder
  private var proofs: String { "cache/doorvraag/proofs" }

  init() throws { home = try TemporaryFolder() }

  private func known(by program: String = "build 1") throws -> KnownProofs {
    try #require(KnownProofs(environment: ["XDG_CACHE_HOME": home.path("cache"), "HOME": home.path], program: program))
  }

  /// A persona whose core takes an open question and listening, or, as `condition` says, something else.
  private func persona(core condition: String = "reflectie") throws -> Persona {
    let text = """
      # Noor
      taal: nl
      situatie: Noor is stil.
      opening: Hoi.
      openheid: 3
      ## begin
      als: open vraag
      - Druk.
      ### kern: mis
      als: \(condition)
      - Ik ben bang.
      """
    return try #require(PersonaReader.read(text).persona)
  }

  @Test("A verdict that is kept is believed, of a file that is the same")
  func kept() throws {
    var known = try known()
    let (proven, unproven) = (try persona(), try persona(core: "vraag"))
    #expect(known.isProven(proven))
    #expect(!known.isProven(unproven))
    known.save()
    #expect(
      home.text(proofs)?.split(separator: "\n").sorted()
        == ["build 1", "\(proven.fingerprint) proven", "\(unproven.fingerprint) not"].map { Substring($0) }.sorted())
    // Turned around, to see that it is looked at.
    let turned = "build 1\n\(proven.fingerprint) not\n\(unproven.fingerprint) proven\n"
    try home.write(proofs, turned)
    var again = try self.known()
    #expect(!again.isProven(proven))
    #expect(again.isProven(unproven))
    #expect(!again.isProven(try persona(core: "advies")))
  }

  @Test("What another build kept does not count, nor what can't be read", arguments: ["build 2\n", "", "\0\n", "\n\n"])
  func forgotten(first: String) throws {
    var known = try known()
    let proven = try persona()
    #expect(known.isProven(proven))
    known.save()
    let kept = try #require(home.text(proofs))
    try home.write(proofs, first + "\(proven.fingerprint) not\n\(proven.fingerprint)\nproven\n")
    var again = try self.known()
    #expect(again.isProven(proven))
    again.save()
    #expect(home.text(proofs) == kept)
  }

  @Test("Where there is nowhere to keep it, everything is proven anew")
  func nowhere() throws {
    #expect(KnownProofs(environment: [:], program: "build 1") == nil)
    try home.write("cache", "in the way")
    var known = try known()
    #expect(known.isProven(try persona()))
    known.save()
    #expect(home.text("cache") == "in the way")
  }
}
