import Testing

@testable import CoachingLanguage

@Suite("Hints")
struct HintTests {
  static let base = """
    list lead-in: well
    list everyday: i, you, the, a, do, is, it, what, how, not, was, to
    list animal: cat, dog, horse, cow, pig, hen, duck, goose
    shape: *ing, *ed
    rule advice-words
    move: advice
    hints: yes
    why-nl: raad
    why-en: advice
    yes: try
    no: what
    rule open-words
    move: open-question
    hints: yes
    why-nl: vraag
    why-en: question
    yes: what
    no: try
    rule reflection-words
    move: reflection
    hints: yes
    why-nl: teruggeven
    why-en: giving back
    yes: you
    no: try
    """

  static func pack(_ hints: String) -> LanguagePack {
    LanguagePack(language: Language(rawValue: "xx"), files: [("test.pack", base + "\n" + hints)])
  }

  private func move(_ line: String, _ hints: String) -> Move {
    Classifier(HintTests.pack(hints)).code(line).sentences.last!.move
  }

  @Test(
    "What a hint may ask of a sentence",
    arguments: [
      ("walkies", "I want walkies now"), ("walkies now", "I want walkies now"),
      ("you the not", "I was sad you the not"),
      ("walki*", "I want walkietalkies now"), ("@animal", "I want the goose now"),
      ("the @animal", "I want the goose now"), ("@animal now", "I want the goose now"),
      ("^ bring", "well bring it to me"), ("^ bring it", "well bring it to me"), ("now $", "I want the goose now"),
      ("you *ing", "Is it you barking at me"), ("you *", "Is it you here at the door"), ("?", "Is it here by now?"),
      ("<reflection", "you you. I want that now"),
    ])
  func holds(hint: String, line: String) {
    #expect(move(line, "hint: you = reflection 20\nhint: \(hint) = advice 90") == .advice)
  }

  @Test(
    "What does not hold, does not count",
    arguments: [
      ("walkies now", "now you walkies"), ("walki*", "you walk"), ("@animal", "you and the lion"),
      ("the @animal", "you saw a goose"), ("^ bring", "you bring it"), ("now $", "now you"),
      ("you *ing", "you and the dog"),
      ("?", "you are here by now"), ("<advice", "you you. you here"), ("!?", "you are?"),
    ])
  func doesNotHold(hint: String, line: String) {
    #expect(move(line, "hint: you = reflection 20\nhint: \(hint) = advice 90") == .reflection)
  }

  @Test("A word that comes twice counts once")
  func once() {
    #expect(move("you you you dog", "hint: you = reflection 20\nhint: dog = advice 30") == .advice)
  }

  @Test("Where nothing speaks for any move, the one least is said against is heard")
  func leastAgainst() {
    let hints = "hint: dog = reflection -30, advice -10, open-question -20"
    #expect(move("my poor old dog", hints) == .advice)
  }

  @Test("An open question has no step where hints say so more than any rule or hint for a step")
  func noStep() {
    let hints = "hint: what = open-question 90, event 20\nhint: ages = no-step 30"
    let classifier = Classifier(HintTests.pack(hints))
    #expect(classifier.code("what about it then").sentences[0].step == .event)
    #expect(classifier.code("what about ages then").sentences[0].step == nil)
  }

  @Test(
    "A hint that can't be read is named with its line",
    arguments: [
      ("one two three four = advice 3", "up to three words"), ("^ $ = advice 3", "up to three words"),
      ("abc* = advice 3", "the first 5 letters"), ("dog = advice", "wants the form"),
      ("dog = advice x", "wants the form"),
      ("dog = advise 3", "no move or step 'advise'"), ("dog = advice 2000", "-127 to 127"),
      ("dog advice 3", "wants the form"),
    ])
  func unreadable(hint: String, message: String) {
    let problems = HintTests.pack("hint: \(hint)").problems
    #expect(problems.count == 1)
    #expect(problems.first.map { $0.message.contains(message) } == true, "\(problems)")
    #expect(problems.first?.place == "test.pack:26")
  }
}
