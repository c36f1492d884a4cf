import TestSupport
import Testing

@Suite("persona new makes a persona of six answers")
struct PersonaNewTests {
  private let doorvraag: Doorvraag

  init() throws { doorvraag = try Doorvraag() }

  private static let answers = """
    planner, twee jaar in dienst
    De roosters zijn te laat. Jij bent de teamleider.
    Hoi. Is er iets?
    Ik durf niet te zeggen dat ik het overzicht kwijt ben.
    Thuis zit ik er nog tot laat mee.
    Ik wil het op maandag samen met iemand doorlopen.

    """

  @Test("What is written passes check, is proven, and is played by its name at once")
  func playable() throws {
    // In one word or in two.
    let made = try doorvraag.run("persona", "new", "Fatima", "Azzouzi", input: Self.answers)
    #expect(made.exitCode == 0, "\(made.stderr)")
    #expect(made.stdout.contains("doorvraag practise fatima-azzouzi"))
    let check = try doorvraag.run("persona", "check", "--strict", "fatima-azzouzi")
    #expect(check.exitCode == 0, "\(check.stdout)")
    #expect(check.stdout.contains("bewezen"))
    let talk = try doorvraag.run("practise", "fatima-azzouzi", input: "Hoe gaat het met je?\n")
    #expect(talk.exitCode == 0)
    #expect(talk.stdout.contains("Fatima: "))
    #expect(talk.stdout.contains("Thuis zit ik er nog tot laat mee."))
    #expect(try doorvraag.run("persona", "list").stdout.contains("fatima-azzouzi  Fatima Azzouzi · van jou · nl"))
  }

  @Test(
    "There is a way back to the question before, and what was written there stays on Enter",
    arguments: ["/terug", "/BACK "])
  func back(order: String) throws {
    let path = doorvraag.home.path("back.md")
    var lines = Self.answers.split(separator: "\n").map(String.init)
    // Behind the second answer two questions back: the first is written anew, the second stays.
    lines.insert(contentsOf: [order, order, "roostermaker", ""], at: 2)
    let input = ([order] + lines).joined(separator: "\n") + "\n"
    let made = try doorvraag.run("persona", "new", "Fatima", "--output", path, input: input)
    #expect(made.exitCode == 0, "\(made.stderr)")
    let begin = made.stdout.prefix { $0 != "1" }
    #expect(begin.contains("/terug"))
    #expect(made.stdout.ranges(of: "hiervoor is er niets").count == 1)
    #expect(made.stdout.contains("Je schreef: planner, twee jaar in dienst"))
    let text = try #require(doorvraag.home.text("back.md"))
    #expect(text.contains("roostermaker") && !text.contains("planner"))
    #expect(text.contains("De roosters zijn te laat.") && text.contains("Thuis zit ik er nog tot laat mee."))
    #expect(!text.lowercased().contains(order.lowercased()))
  }

  @Test("In English the way back is named too")
  func backInEnglish() throws {
    let made = try doorvraag.run("persona", "new", "Fatima", "--language", "en", input: "/back\n")
    #expect(made.stdout.contains("/back"))
    #expect(made.stdout.contains("nothing before it"))
  }

  @Test("Nothing is overwritten, and a name that is taken is said before the first question")
  func taken() throws {
    let path = try doorvraag.home.write("mine.md", "mine")
    let result = try doorvraag.run("persona", "new", "Fatima", "--output", path, input: Self.answers)
    #expect(result.exitCode == 1)
    #expect(doorvraag.home.text("mine.md") == "mine")
    let shipped = try doorvraag.run("persona", "new", "Sanne", input: Self.answers)
    #expect(shipped.exitCode == 1)
    #expect(shipped.stdout == "")
    #expect(shipped.stderr.contains("Er is al een persona 'sanne'"))
  }

  @Test("Whoever stops halfway leaves nothing behind")
  func abandoned() throws {
    let path = doorvraag.home.path("half.md")
    let result = try doorvraag.run("persona", "new", "Fatima", "--output", path, input: "planner\nte laat\n")
    #expect(result.exitCode == 1)
    #expect(result.stderr.contains("nog 4 vragen"))
    #expect(doorvraag.home.text("half.md") == nil)
  }

  @Test("An empty answer is asked for again; on a screen a question waits for its answer")
  func screen() throws {
    let path = doorvraag.home.path("new.md")
    let terminal = try doorvraag.terminal("persona", "new", "Fatima", "--output", path, columns: 60)
    for answer in Self.answers.split(separator: "\n").map(String.init) {
      try terminal.waitForPrompt("   > ")
      if answer.hasPrefix("Hoi") {
        try terminal.press(.enter)
        try terminal.wait(for: "Schrijf een paar woorden")
        try terminal.waitForPrompt("   > ")
      }
      try terminal.enter(answer)
    }
    #expect(try terminal.waitForExit() == 0)
    #expect(try #require(doorvraag.home.text("new.md")).hasPrefix("# Fatima\n"))
  }

  @Test("A name of which no file can be made", arguments: ["", " ", "///", "…"])
  func badName(name: String) throws {
    #expect(try doorvraag.run("persona", "new", name, input: Self.answers).exitCode == 2)
  }
}
