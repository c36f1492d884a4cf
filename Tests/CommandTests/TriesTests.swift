import TestSupport
import Testing

@Suite("Second tries, hints and reasons in a conversation")
struct TriesCommandTests {
  private let doorvraag: Doorvraag

  init() throws { doorvraag = try Doorvraag() }

  private let question = "Hoe gaat het op je werk?"

  /// What came out between the line with `first` in it and the end.
  private func rest(_ text: String, after first: String) throws -> Substring {
    text[try #require(text.firstRange(of: first), "there is no '\(first)' in:\n\(text)").upperBound...]
  }

  @Test("After /terug the last answer but one stands again, and another line is answered as if nothing was said")
  func undo() throws {
    let result = try doorvraag.talk(question, "Je moet gewoon eerder naar bed.", "/terug", "Hoe slaap je?")
    let straight = try doorvraag.talk(question, "Hoe slaap je?")
    #expect(result.stdout.components("Noor: Druk, ja.").count == 3)
    #expect(try rest(result.stdout, after: "/takken laat alles zien.").contains("misgaat"))
    let review = try rest(straight.stdout, after: "Terugblik")
    #expect(try rest(result.stdout, after: "Terugblik") == review)
  }

  @Test("/terug takes a number, and says what it can't do")
  func undoNumbers() throws {
    let result = try doorvraag.talk("/terug", question, "Oké.", "Ja.", "/terug 2", "/undo x", "/undo 0", "/undo 9")
    #expect(result.stdout.contains("Er is nog niets om terug te nemen."))
    #expect(result.stdout.contains("Je laatste 2 beurten tellen niet meer mee."))
    #expect(result.stdout.components("Achter /terug hoort een getal, zoals /terug 2.").count == 3)
    #expect(result.stdout.contains("Je laatste beurt telt niet meer mee."))
  }

  @Test("/als shows feedback and answer of each line, and says none of them")
  func whatIf() throws {
    let result = try doorvraag.talk(
      question, "/als Hoe slaap je? | Je moet gewoon eerder naar bed. |", "/als", "/what-if |  | x")
    let looked = try rest(result.stdout, after: "Als je zegt: Hoe slaap je?")
    #expect(looked.contains("misgaat"))
    #expect(looked.contains("Noor gaat hier dichter van."))
    #expect(looked.contains("Als je zegt: Je moet gewoon eerder naar bed."))
    #expect(looked.contains("  ! "))
    #expect(looked.contains("Niets hiervan is gezegd."))
    #expect(looked.contains("Typ achter /als de zin die je wilt uitproberen."))
    #expect(looked.contains("Als je zegt: niets (stilte)"))
    #expect(looked.contains("1 open vraag, 0 gesloten vragen, 0 keer luisteren, 0 keer advies"))
  }

  @Test(
    "On a screen, lines are looked at side by side where there is room, and else below each other",
    arguments: [40, 160])
  func sideBySide(columns: Int) throws {
    let terminal = try doorvraag.terminal("practise", doorvraag.persona, "--seed", "1", columns: columns)
    try terminal.waitForPrompt("Jij: ")
    try terminal.enter("/als Hoe is het op je werk? | Komt goed hoor.")
    try terminal.wait(for: "Niets hiervan is gezegd.")
    let lines = terminal.screen.description.split(separator: "\n")
    let isBeside = lines.contains { $0.contains("Als je zegt: Hoe is het op") && $0.contains("Als je zegt: Komt goed") }
    #expect(isBeside == (columns == 160))
    for line in lines where !line.hasPrefix("Jij:") { #expect(line.count <= columns, "'\(line)'") }
  }

  @Test("/takken shows every try, and goes on from any")
  func branches() throws {
    let result = try doorvraag.talk(
      question, "Je moet gewoon eerder naar bed.", "/terug", "Hoe slaap je?", "/takken", "/takken 2", "/branches",
      "/takken 7",
      "/takken 0", "/takken")
    let first = try rest(result.stdout, after: "Links staat het gesprek")
    #expect(first.contains("  1  Hoe gaat het op je werk?"))
    #expect(first.contains("  2  └ Je moet gewoon eerder naar bed."))
    #expect(first.contains("  3  Hoe slaap je?"))
    let second = try rest(String(first), after: "Je gaat verder na „Je moet gewoon eerder naar bed”.")
    #expect(second.contains("  3  └ Hoe slaap je?"))
    #expect(second.contains("▸ 2  Je moet gewoon eerder naar bed."))
    #expect(second.contains("Een beurt 7 is er niet."))
    #expect(second.contains("Je gaat terug naar het begin.\nNoor: Hoi. Je wilde me spreken?"))
    #expect(second.contains("Noor: Hoi. Je wilde me spreken?  · hier ben je"))
    #expect(try doorvraag.talk("/takken").stdout.contains("Je hebt nog niets gezegd."))
  }

  @Test("Hints come one after the other, and are kept")
  func hints() throws {
    let result = try doorvraag.talk(
      question, "/hint", "/tip", "/hint", "/hint", arguments: ["--transcript", doorvraag.home.path("t.jsonl")])
    for level in 1...3 { #expect(result.stdout.contains("Hint \(level) van 3: ")) }
    #expect(result.stdout.contains("Meer hints heb ik hier niet."))
    #expect(try #require(doorvraag.home.text("t.jsonl")).components(#""event":"hint""#).count == 4)
  }

  @Test("/waarom names the move, the words, the rule and its reason, in the language of the talk")
  func why() throws {
    let result = try doorvraag.talk(
      "/waarom", "Oké. Je zou eerder kunnen gaan slapen, denk ik.", "/waarom", "/waarom 3")
    #expect(result.stdout.contains("Je hebt nog niets gezegd om uit te leggen."))
    let why = try rest(result.stdout, after: "2. Je zou eerder kunnen gaan slapen, denk ik.")
    #expect(why.contains("Dat hoorde ik als een advies, onder meer door „"))
    #expect(why.contains("Waarom: 'Je zou kunnen' legt een oplossing neer, hoe vriendelijk ook. (regel advice-could)"))
    #expect(why.contains("Een beurt 3 is er niet: je hebt er 1."))
    #expect(try doorvraag.talk("", "/waarom").stdout.contains("dat is stilte"))
    #expect(try doorvraag.talk("..?", "/waarom").stdout.contains("te weinig van deze woorden"))
  }

  @Test("/oneens changes what is counted, and can be taken back")
  func disagree() throws {
    let advice = "Je moet gewoon eerder naar bed."
    let changed = try doorvraag.talk(advice, "/oneens open vraag", "/waarom").stdout
    #expect(changed.contains("Voor jou was „Je moet gewoon eerder naar bed” een open vraag"))
    #expect(changed.contains("Jij leest het als een open vraag, en zo telt het mee."))
    #expect(changed.contains("1 open vraag"))
    #expect(changed.contains("0 keer advies"))
    let same = try doorvraag.talk(advice, "/oneens advies").stdout
    #expect(
      same.contains("„Je moet gewoon eerder naar bed” telt al als een advies.") && !same.contains("anders gelezen"))
    let back = try doorvraag.talk(advice, "/oneens open vraag", "/oneens advice").stdout
    #expect(back.contains("„Je moet gewoon eerder naar bed” telt weer als een advies."))
    #expect(back.contains("1 keer advies"))
  }

  @Test("/oneens explains how where that is needed, and takes the number of a sentence")
  func disagreeHow() throws {
    let text = try doorvraag.talk(
      "/oneens", "Oké. Hoe gaat het op je werk?", "/oneens", "/oneens 1", "/oneens 9 advies", "/oneens opne vraag",
      "/oneens ladder", "/oneens 1 structuur"
    ).stdout
    #expect(text.contains("Je hebt nog niets gezegd om het over oneens te zijn."))
    #expect(text.contains("  2. Hoe gaat het op je werk?: een open vraag"))
    #expect(text.components("zoals: /oneens 2 open vraag").count == 3)
    #expect(text.contains("Zin 9 is er niet: je laatste beurt heeft er 2."))
    #expect(text.contains("Bedoel je 'open vraag'?"))
    #expect(text.contains("'ladder' ken ik niet als soort zin."))
    #expect(text.contains("Voor jou was „Oké” structuur;"))
  }
}

@Suite("When feedback is given, and about what")
struct FeedbackOptionTests {
  private let doorvraag: Doorvraag

  init() throws { doorvraag = try Doorvraag() }

  private let lines = ["Hoe gaat het op je werk?", "Je moet gewoon eerder naar bed."]

  private func talk(_ option: String, _ value: String, _ more: String...) throws -> String {
    let input = (lines + more).map { $0 + "\n" }.joined()
    return try doorvraag.run("practise", doorvraag.persona, "--seed", "1", option, value, input: input).stdout
  }

  @Test("The review and the ladder are the same under every policy", arguments: ["fade", "end", "off"])
  func review(policy: String) throws {
    func review(_ text: String) throws -> Substring {
      let all = text[try #require(text.firstRange(of: "Terugblik\n")).upperBound...]
      return all[..<(all.firstRange(of: "\n\nWat ik onderweg")?.lowerBound ?? all.endIndex)]
    }
    let live = try review(try talk("--feedback", "live"))
    let other = try review(try talk("--feedback", policy))
    #expect(other.split(separator: "\n") == live.split(separator: "\n"))
  }

  @Test("end keeps the feedback for after the talk; off gives none, and no help")
  func endAndOff() throws {
    let end = try talk("--feedback", "end")
    let kept = try #require(end.firstRange(of: "Wat ik onderweg voor me hield"))
    let point = try #require(end.firstRange(of: "  ! "))
    #expect(kept.upperBound < point.lowerBound)
    #expect(end.contains("Beurt 2: „Je moet gewoon eerder naar bed”\n  ! "))
    let off = try talk("--feedback", "off", "/hint", "/als Oké.", "/waarom", "/kaart")
    #expect(!off.contains("  ! ") && !off.contains("  + "))
    #expect(off.components("Dit gesprek is een toets, dus ").count == 4)
    #expect(off.contains("De ladder tot nu toe"))
  }

  @Test("fade falls silent as the leader asks more, and says so once")
  func fade() throws {
    let input = Array(repeating: "Hoe is dat voor je?\n", count: 10).joined() + "Je moet gewoon eerder naar bed.\n"
    let text = try doorvraag.run("practise", doorvraag.persona, "--feedback", "fade", input: input).stdout
    let talk = String(text[..<(try #require(text.firstRange(of: "Terugblik\n")).lowerBound)])
    #expect(talk.components("\n  + ").count == 5, "four credits")
    #expect(!talk.contains("  ! "))
    #expect(talk.components("Vanaf nu zeg ik alleen iets").count == 2)
    #expect(talk.components("Ik houd me nu stil.").count == 2)
    #expect(text.contains("Beurt 11: „Je moet gewoon eerder naar bed”\n  ! "))
  }

  @Test("With a focus the briefing names it, the feedback is about it, and the end says whether it was done")
  func focus() throws {
    let done = try talk("--focus", "feeling", "Hoe voelde je je daarbij?")
    #expect(done.contains("Je oefent vandaag één ding: vragen hoe het voor de ander was."))
    #expect(done.components("\n  + ").count == 2, "credit for nothing else")
    #expect(done.contains("Dat is gelukt, in beurt 3."))
    let not = try talk("--focus", "feeling")
    #expect(
      not.contains(
        "Dat kwam er deze keer niet van. Nog een keer: doorvraag practise \(doorvraag.persona) --focus feeling"))
  }

  @Test("A choice that is none names those there are", arguments: ["--feedback", "--focus"])
  func unknown(option: String) throws {
    let result = try doorvraag.run("practise", doorvraag.persona, option, "alles")
    #expect(result.exitCode == 2)
    #expect(result.stderr.contains("'alles' kan niet achter \(option). Kies uit: "))
  }
}
