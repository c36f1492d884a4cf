import Testing

@testable import CoachingLanguage

@Suite("The packs that come with the program")
struct ShippedPackTests {
  private static let packs = Dictionary(
    uniqueKeysWithValues: Language.shipped.compactMap { language in
      LanguagePack.shipped(language).map { (language, $0) }
    })

  @Test("A pack can be read whole: every rule has an id, reasons, a yes and a no", arguments: Language.shipped)
  func isWhole(language: Language) throws {
    let pack = try #require(Self.packs[language])
    #expect(pack.problems.isEmpty, "\(pack.problems)")
    #expect(!pack.rules.isEmpty)
  }

  @Test("Every example of every rule is heard as it says", arguments: Language.shipped)
  func examples(language: Language) throws {
    let pack = try #require(Self.packs[language])
    let failures = pack.failedExamples()
    #expect(failures.isEmpty, "\(failures.map(\.description).joined(separator: "\n"))")
  }

  @Test("What the other gives away is heard as its rules say", arguments: Language.shipped)
  func cues(language: Language) throws {
    let pack = try #require(LanguagePack.cues(language))
    #expect(pack.problems.isEmpty, "\(pack.problems)")
    let failures = pack.failedExamples()
    #expect(failures.isEmpty, "\(failures.map(\.description).joined(separator: "\n"))")
  }

  @Test("Some rule speaks for every move but silence and other", arguments: Language.shipped)
  func allMoves(language: Language) throws {
    let heard = Set(try #require(Self.packs[language]).rules.compactMap(\.move))
    #expect(heard.union([.silence, .other]) == Set(Move.allCases))
  }

  /// The examples that the codebook itself gives.
  static let codebook: [(Language, Move, String)] = [
    (.dutch, .openQuestion, "Wat gebeurde er toen?"), (.dutch, .openQuestion, "Vertel eens."),
    (.dutch, .closedQuestion, "Was je daar zelf bij?"), (.dutch, .closedQuestion, "Hoe laat was dat?"),
    (.dutch, .permission, "Mag ik je daar iets over teruggeven?"),
    (.dutch, .solutionCheck, "Als ik dit inzet, los ik dan jouw situatie op?"),
    (.dutch, .reflection, "Dus je voelde je niet gehoord."),
    (.dutch, .reflection, "Het klinkt alsof het je hoog zit."),
    (.dutch, .affirmation, "Knap dat je dat toch hebt aangekaart."), (.dutch, .acknowledgement, "Hm-hm."),
    (.dutch, .acknowledgement, "Dank je dat je dit deelt."), (.dutch, .silence, "…"),
    (.dutch, .advice, "Misschien kun je eerder pauze nemen."), (.dutch, .advice, "Ik zou het hem gewoon zeggen."),
    (.dutch, .advice, "Het helpt vaak om een lijstje te maken."),
    (.dutch, .leadingQuestion, "Zou je niet beter eerst bellen?"),
    (.dutch, .leadingQuestion, "Heb je al geprobeerd het te plannen?"),
    (.dutch, .leadingQuestion, "Waarom ga je niet gewoon naar hem toe?"),
    (.dutch, .instruction, "Zorg dat het vrijdag af is."),
    (.dutch, .instruction, "Ik wil dat je je aan het script houdt."),
    (.dutch, .takeover, "Laat mij dat maar regelen."), (.dutch, .takeover, "Ik praat wel met hem."),
    (.dutch, .opinion, "Volgens mij ligt het aan de planning."),
    (.dutch, .opinion, "Toen ik teamleider werd, had ik dat ook."),
    (.dutch, .judgement, "Dat had je niet moeten doen."), (.dutch, .judgement, "Waarom heb je dat niet gemeld?"),
    (.dutch, .judgement, "Je overdrijft."), (.dutch, .reassurance, "Komt wel goed."),
    (.dutch, .reassurance, "Dat heeft iedereen weleens."),
    (.dutch, .information, "De nieuwe roosters gaan 1 maart in."),
    (.dutch, .followUp, "Zullen we vrijdag om tien uur kijken hoe het ging?"),
    (.dutch, .followUp, "Wat spreken we af?"), (.dutch, .structure, "Fijn dat je er bent."),
    (.dutch, .structure, "We hebben een half uur."), (.dutch, .other, "asdf"),
    (.english, .openQuestion, "What happened next?"), (.english, .openQuestion, "Tell me more about that."),
    (.english, .closedQuestion, "Were you there yourself?"),
    (.english, .closedQuestion, "How many calls was that?"),
    (.english, .permission, "Would it be all right if I shared a thought?"),
    (.english, .solutionCheck, "If I do that, does it solve this for you?"),
    (.english, .reflection, "So you felt passed over."),
    (.english, .reflection, "It sounds like it weighs on you."),
    (.english, .affirmation, "It took courage to bring that up."), (.english, .acknowledgement, "I see."),
    (.english, .acknowledgement, "Thanks for telling me."), (.english, .silence, "…"),
    (.english, .advice, "You could try a shorter break."), (.english, .advice, "If I were you, I'd talk to her."),
    (.english, .leadingQuestion, "Wouldn't it be better to call first?"),
    (.english, .leadingQuestion, "Have you tried making a list?"),
    (.english, .leadingQuestion, "Why don't you just tell him?"),
    (.english, .instruction, "Make sure it's done by Friday."),
    (.english, .instruction, "I need you to stick to the script."),
    (.english, .takeover, "Leave it with me."), (.english, .takeover, "I'll talk to him for you."),
    (.english, .opinion, "I think it's the schedule."), (.english, .opinion, "I had the same when I started."),
    (.english, .judgement, "You should have known."), (.english, .judgement, "Why didn't you report it?"),
    (.english, .judgement, "That's no excuse."), (.english, .reassurance, "You'll be fine."),
    (.english, .reassurance, "Everyone goes through that."),
    (.english, .information, "The new schedules start on March 1."),
    (.english, .followUp, "Shall we look at it again on Friday at ten?"),
    (.english, .followUp, "What do we agree?"), (.english, .structure, "Thanks for coming in."),
    (.english, .structure, "We have half an hour."), (.english, .other, "asdf"),
  ]

  @Test("The plain cases of the codebook are heard, with and without capitals and punctuation", arguments: codebook)
  func plainCases(language: Language, move: Move, sentence: String) throws {
    let classifier = Classifier(try #require(Self.packs[language]))
    #expect(classifier.code(sentence).leading.move == move)
    let typed = sentence.lowercased().filter { $0 != "." && $0 != "?" && $0 != "," }
    #expect(classifier.code(typed).leading.move == move, "typed as '\(typed)'")
  }

  /// The steps of the codebook's table.
  static let steps: [(Language, Step, String)] = [
    (.dutch, .situation, "Waar wil je het over hebben?"), (.dutch, .situation, "Wat speelt er?"),
    (.dutch, .event, "Wat gebeurde er precies?"), (.dutch, .event, "Kun je een voorbeeld geven?"),
    (.dutch, .role, "Wat was jouw rol daarin?"), (.dutch, .role, "Wat deed jij toen?"),
    (.dutch, .feeling, "Hoe voelde je je daarbij?"), (.dutch, .feeling, "Wat deed dat met je?"),
    (.dutch, .why, "Waarom raakt dat je zo?"), (.dutch, .why, "Wat maakt dat je toen niets zei?"),
    (.dutch, .solution, "Wat zou je zelf willen doen?"), (.dutch, .solution, "Wat heb je nodig?"),
    (.english, .situation, "What's on your mind?"), (.english, .event, "What exactly happened?"),
    (.english, .event, "Can you give an example?"), (.english, .role, "What was your part in that?"),
    (.english, .role, "What did you do then?"), (.english, .feeling, "How did that make you feel?"),
    (.english, .why, "What makes that so important to you?"), (.english, .why, "What kept you from saying so?"),
    (.english, .solution, "What would you like to do about it?"), (.english, .solution, "What do you need?"),
  ]

  @Test("The steps of the codebook are heard", arguments: steps)
  func stepsOfQuestions(language: Language, step: Step, question: String) throws {
    let sentence = Classifier(try #require(Self.packs[language])).code(question).leading
    #expect(sentence.move == .openQuestion)
    #expect(sentence.step == step)
  }
}

@Suite("The leading move of an utterance")
struct LeadingMoveTests {
  private func leading(_ moves: Move...) -> Move {
    let sentences = moves.map { CodedSentence(text: "", range: 0..<0, move: $0, rule: "", evidence: 0..<0) }
    return CodedUtterance(text: "", sentences: sentences).leading.move
  }

  @Test("The first that advises leads")
  func advising() { #expect(leading(.openQuestion, .takeover, .advice, .judgement) == .takeover) }
  @Test("Failing that, the first judgement")
  func judgement() { #expect(leading(.openQuestion, .judgement, .followUp) == .judgement) }
  @Test("Failing that, the last that asks or arranges, structure not counted")
  func asking() { #expect(leading(.closedQuestion, .followUp, .reflection, .structure) == .followUp) }
  @Test("Failing that, the last that is not an acknowledgement, structure or other")
  func rest() { #expect(leading(.reflection, .opinion, .acknowledgement, .other) == .opinion) }
  @Test("Failing that, the last")
  func last() { #expect(leading(.acknowledgement, .structure) == .structure) }
}
