import CoachingLanguage
import Evaluator
import Testing

@Suite("What is heard in a talk that was really held")
struct HeldTalkTests {
  private func review(_ text: String, _ language: Language = .dutch) throws -> Review {
    let pack = try #require(LanguagePack.shipped(language))
    let written = try WrittenTalk(text)
    return Review(
      of: written.talk(leader: try written.leader(named: nil), language: language, Classifier(pack)), pack: pack)
  }

  @Test(
    "A feeling, a playing down, strain and hesitation are signals, told as guesses",
    arguments: [
      ("Ik lig er wakker van.", Signal.Kind.feeling), ("Overdag red ik me wel, hoor.", .playingDown),
      ("Elke keer sta ik er alleen voor.", .strain), ("Ik weet niet goed hoe ik het moet zeggen.", .hesitation),
    ])
  func signals(answer: String, kind: Signal.Kind) throws {
    let review = try review("Leider: Hoe gaat het?\nSanne: \(answer)\nLeider: Het rooster is af.\nSanne: Oké.")
    #expect(review.signals.map(\.kind) == [kind])
    #expect(review.signals.map(\.words) == [answer])
    #expect(review.signals.allSatisfy { !$0.isCertain && $0.pickedUp == nil })
    #expect(review.moments.missed?.words == answer)
  }

  @Test(
    "Facts about work are none", arguments: ["Het rooster is gisteren verstuurd.", "We hebben drie nieuwe klanten."])
  func noSignals(answer: String) throws {
    #expect(try review("Leider: Hoe gaat het?\nSanne: \(answer)\nLeider: Ja.\nSanne: Oké.").signals.isEmpty)
  }

  @Test("A signal is picked up by asking on at once, or later in its own words; advice does not pick it up")
  func pickedUp() throws {
    let start = "Leider: Hoe gaat het?\nSanne: Ik pieker over de planning.\n"
    let asked = try review(start + "Leider: Vertel eens?\nSanne: Nou.")
    #expect(asked.signals.map(\.pickedUp) == [2])
    let advised = try review(start + "Leider: Misschien kun je eerder naar bed gaan.\nSanne: Ja.")
    #expect(advised.signals.map(\.pickedUp) == [nil])
    let later = try review(
      start + "Leider: Het is druk.\nSanne: Ja.\nLeider: Wat is er met die planning aan de hand?\nSanne: Nou.")
    #expect(later.signals.map(\.pickedUp) == [3])
  }

  @Test("A word that comes back in three answers is a signal, until the leader uses it in a question")
  func repetition() throws {
    let answers =
      "Sanne: Die rapportage weer.\nLeider: Ja.\nSanne: Dat is de rapportage.\nLeider: Oké.\nSanne: Zo gaat de rapportage.\n"
    let missed = try review("Leider: Hoi.\n" + answers + "Leider: Goed.\nSanne: Ja.")
    #expect(missed.signals.map(\.kind) == [.repetition])
    #expect(missed.signals.map(\.topic) == ["rapportage"])
    let asked = try review("Leider: Hoi.\n" + answers + "Leider: Wat is er met de rapportage?\nSanne: Ja.")
    #expect(asked.signals.map(\.pickedUp) == [4])
  }

  @Test("An answer that asks for advice tempts; resisting is not advising in the next turn")
  func temptations() throws {
    let start = "Leider: Hoe gaat het?\nSanne: Ik kom er niet uit. Wat zou jij doen?\n"
    #expect(
      try review(start + "Leider: Wat heb je zelf al bedacht?\nSanne: Niks.").temptations.map(\.isResisted) == [true])
    #expect(
      try review(start + "Leider: Je moet het hem gewoon zeggen.\nSanne: Ja.").temptations.map(\.isResisted) == [false])
  }

  @Test("Whose solution it became: of whoever brought it in, unless the leader went on advising")
  func solution() throws {
    let own = "Leider: Wat zou je zelf willen doen?\nSanne: Misschien moet ik het gewoon zeggen.\n"
    let advice = "Leider: Misschien kun je eerder naar bed gaan.\nSanne: Ja hoor.\n"
    #expect(try review(own).solution.owner == .other)
    #expect(try review(advice + own).solution.owner == .other)
    #expect(try review(own + advice).solution.owner == .shared)
    #expect(try review(advice).solution.owner == .leader)
    #expect(try review("Leider: Hoe gaat het?\nSanne: Goed.").solution.owner == .nobody)
  }

  @Test(
    "What was agreed has a who and a when, as far as the words say",
    arguments: [
      ("Zullen we vrijdag om tien uur kijken hoe het ging?", Agreement.Who.both, "vrijdag om tien uur"),
      ("Zullen we over twee weken weer samen zitten?", .both, "over twee weken"),
    ])
  func agreement(line: String, who: Agreement.Who, when: String) throws {
    let agreement = try #require(try review("Leider: \(line)\nSanne: Ja, dat is goed.").agreement)
    #expect(agreement.what == line)
    #expect(agreement.who == who)
    #expect(agreement.when == when)
    #expect(agreement.isAgreed)
  }

  @Test("An answer says what was agreed where the leader asked for it")
  func answered() throws {
    let agreement = try #require(try review("Leider: Wat spreken we af?\nSanne: Ik bel haar morgen.").agreement)
    #expect(agreement.what == "Ik bel haar morgen.")
    #expect(agreement.who == .other)
    #expect(agreement.when == "morgen")
  }

  @Test("English is heard as well")
  func english() throws {
    let review = try review(
      """
      Leader: How are things?
      Amy: During the day I'm fine.
      Leader: During the day. And after that?
      Amy: I lie awake over it.
      Leader: What makes it weigh on you so?
      Amy: I'm afraid they'll see that I can't handle it any more.
      Leader: So you keep up a front.
      Amy: Yes. What would you do?
      Leader: What would you like to do yourself?
      Amy: Maybe I should just tell them.
      Leader: Shall we look at it again on Friday at ten?
      Amy: Sounds good.
      """, .english)
    #expect(review.signals.map(\.kind).prefix(2) == [.playingDown, .feeling])
    #expect(review.why.reached == 3)
    #expect(review.why.understood == 4)
    #expect(review.temptations.map(\.isResisted) == [true])
    #expect(review.solution.owner == .other)
    #expect(review.agreement?.when == "on Friday at ten")
  }

  @Test("How much the other told is estimated from the number of words, 0 to 10, and said to be an estimate")
  func curve() throws {
    let many = String(repeating: "en toen nog iets ", count: 20)
    let review = try review("Leider: Hoe gaat het?\nSanne: Goed.\nLeider: Vertel eens?\nSanne: \(many)")
    #expect(review.curve.values == [1, 10])
    #expect(!review.curve.isCertain)
    #expect(review.moments.turningPoint?.change == 9)
  }
}
