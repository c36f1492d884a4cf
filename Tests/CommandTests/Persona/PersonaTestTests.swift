import TestSupport
import Testing

@Suite("persona test plays example conversations again")
struct PersonaTestTests {
  private let doorvraag: Doorvraag
  private let persona: String

  init() throws {
    doorvraag = try Doorvraag()
    persona = try doorvraag.home.write("noor.md", PersonaCheckTests.clean)
  }

  private static let good = """
    ## gesprek: goed
    > Hoe gaat het op je werk?
    = begin, openheid 6
    > Je slaapt slecht, zeg je.
    = anders
    > Dus het houdt je wakker, die nachten.
    = het gaat mis
    kern: ja
    """

  @Test("In the file and beside it: what is as expected has exit code 0")
  func passes() throws {
    try doorvraag.home.write("noor.md", PersonaCheckTests.clean + "\n" + Self.good)
    #expect(try doorvraag.run("persona", "test", persona).stdout.hasPrefix("+ goed: klopt\n"))
    for name in ["noor.gesprekken.md", "noor.talks.md"] {
      try doorvraag.home.write(name, Self.good.replacing("goed", with: name))
      let result = try doorvraag.run("persona", "test", persona)
      #expect(result.exitCode == 0, "\(result.stdout)")
      #expect(result.stdout.contains("+ \(name): klopt"))
    }
  }

  @Test("What is not as expected: the line, what was expected and what came, and exit code 1")
  func fails() throws {
    let talks = try doorvraag.home.write(
      "t.md", Self.good.replacing("openheid 6", with: "openheid 2").replacing("= het gaat mis", with: "= begin"))
    let result = try doorvraag.run("persona", "test", persona, "--talks", talks)
    #expect(result.exitCode == 1)
    #expect(result.stdout.contains("! goed: anders dan verwacht"))
    #expect(result.stdout.contains("t.md:3: verwacht was openheid 2, nu is het 6"))
    #expect(result.stdout.contains("t.md:7: verwacht was „begin”, nu antwoordt „het gaat mis”"))
    #expect(result.stdout.contains("    > Dus het houdt je wakker, die nachten."))
  }

  @Test("Why another answered: what was heard, and what kept the one that was expected")
  func reason() throws {
    let talks = try doorvraag.home.write(
      "t.md",
      """
      ## gesprek: mis
      > Hoe gaat het thuis?
      = begin
      > Dus het houdt je wakker, die nachten.
      = het gaat mis
      > Hoe gaat het op je werk?
      = anders
      """)
    let result = try doorvraag.run("persona", "test", persona, "--talks", talks)
    // A condition that does not hold, with its line.
    #expect(result.stdout.contains("    gehoord: [open vraag, situatie]\n"))
    #expect(
      result.stdout.contains(
        "    begin (regel 12): open vraag, over werk – hier hield het op: over werk (regel 13)\n"))
    #expect(result.stdout.contains("– hier hield het op: openheid 8+ (regel 19)\n"))
    // Where a general answer was expected: what fitted instead.
    #expect(result.stdout.contains("    begin (regel 12): open vraag, over werk – paste\n"))
  }

  @Test("--bless shows the difference, writes it, and keeps everything else as it was")
  func bless() throws {
    let before =
      Self.good.replacing("openheid 6", with: "openheid 2").replacing("\n", with: "\r\n") + "\r\n// Einde.\r\n"
    let talks = try doorvraag.home.write("t.md", before)
    let result = try doorvraag.run("persona", "test", persona, "--talks", talks, "--bless")
    #expect(result.exitCode == 0)
    #expect(result.stdout.contains("  3 - = begin, openheid 2\n  3 + = begin, openheid 6\n"))
    #expect(doorvraag.home.text("t.md") == before.replacing("openheid 2", with: "openheid 6"))
    #expect(try doorvraag.run("persona", "test", persona, "--talks", talks).exitCode == 0)
    let again = try doorvraag.run("persona", "test", persona, "--talks", talks, "--bless")
    #expect(again.stdout.contains("t.md is niets te veranderen"))
  }

  @Test("With --bless, lines of the leader alone become a conversation with answers")
  func fromLines() throws {
    let talks = try doorvraag.home.write("t.md", "## gesprek: nieuw\n> Hoe gaat het op je werk?\n")
    #expect(try doorvraag.run("persona", "test", persona, "--talks", talks, "--bless").exitCode == 0)
    #expect(
      doorvraag.home.text("t.md") == "## gesprek: nieuw\n> Hoe gaat het op je werk?\n= begin, openheid 6\n")
  }

  @Test("Coverage: how much was said, and the lines that were not")
  func coverage() throws {
    let talks = try doorvraag.home.write("t.md", "## gesprek: kort\n> Hoe gaat het op je werk?\n= begin\n")
    let result = try doorvraag.run("persona", "test", persona, "--talks", talks)
    #expect(result.exitCode == 0)
    #expect(result.stdout.contains("Gezegd: 1 van de 3 kopjes, 1 van de 6 antwoorden"))
    #expect(result.stdout.contains("  18  het gaat mis"))
    #expect(result.stdout.contains("Nog nooit gezegd (regel, antwoord):"))
  }

  @Test("No conversations: says how to write one")
  func none() throws {
    let result = try doorvraag.run("persona", "test", persona)
    #expect(result.exitCode == 1)
    #expect(result.stderr.contains("## gesprek: een naam"))
    #expect(try doorvraag.run("persona", "test", persona, "--talks", "/nowhere").exitCode == 2)
  }
}
