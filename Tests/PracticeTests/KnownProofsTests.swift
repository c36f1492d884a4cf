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
  private func persona(core condition: String = "reflectie, over nacht, openheid 8+") throws -> Persona {
    let text = """
      # Noor
      taal: nl
      situatie: Noor is stil.
      opening: Hoi.
      openheid: 3
      ## woorden
      werk: werk
      nacht: slaap
      ## begin
      als: open vraag, over werk
      dan: openheid +2
      - Druk.
      ### kern: mis
      als: \(condition)
      - Ik ben bang.
      ## te veel tegelijk
      als: open vraag, reflectie, over werk
      - Wat wil je weten?
      """
    return try #require(PersonaReader.read(text).persona)
  }

  @Test("A verdict that is kept is believed, of a file that is the same")
  func kept() throws {
    var known = try known()
    let (proven, unproven) = (try persona(), try persona(core: "vraag"))
    let first = [known.isProven(proven), known.isProven(unproven)]
    #expect(first == [true, false])
    known.save()
    #expect(
      home.text(proofs)?.split(separator: "\n").sorted()
        == ["build 1", "\(proven.fingerprint) proven", "\(unproven.fingerprint) not"].map { Substring($0) }.sorted())
    // Turned around, to see that it is looked at.
    let turned = "build 1\n\(proven.fingerprint) not\n\(unproven.fingerprint) proven\n"
    try home.write(proofs, turned)
    var again = try self.known()
    let second = [again.isProven(proven), again.isProven(unproven), again.isProven(try persona(core: "advies"))]
    #expect(second == [false, true, false])
  }

  @Test("What another build kept does not count, nor what can't be read", arguments: ["build 2\n", "", "\0\n", "\n\n"])
  func forgotten(first: String) throws {
    var known = try known()
    let proven = try persona()
    let isProven = known.isProven(proven)
    #expect(isProven)
    known.save()
    let kept = try #require(home.text(proofs))
    try home.write(proofs, first + "\(proven.fingerprint) not\n\(proven.fingerprint)\nproven\n")
    var again = try self.known()
    let isStillProven = again.isProven(proven)
    #expect(isStillProven)
    again.save()
    #expect(home.text(proofs) == kept)
  }

  @Test("Where there is nowhere to keep it, everything is proven anew")
  func nowhere() throws {
    #expect(KnownProofs(environment: [:], program: "build 1") == nil)
    try home.write("cache", "in the way")
    var known = try known()
    let isProven = known.isProven(try persona())
    #expect(isProven)
    known.save()
    #expect(home.text("cache") == "in the way")
  }
}
