import Testing

@testable import CoachingLanguage

/// A pack of one rule that finds `pattern`.
private func pack(_ pattern: String, unless: String = "", lists: String = "") -> LanguagePack {
  LanguagePack(
    language: .english,
    files: [
      (
        "test.pack",
        """
        list lead-in: and, well
        list tail: right, you know
        list joiner: and, but
        list contrast: but
        list support: because
        \(lists)
        rule found
        move: advice
        why-nl: n
        why-en: e
        when: \(pattern)
        \(unless.isEmpty ? "" : "unless: \(unless)")
        yes: y
        no: n
        """
      )
    ])
}

@Suite("What a pattern finds")
struct PatternTests {
  @Test(
    "Each sign does what it says",
    arguments: [
      // pattern, found in, not found in
      ("stop", "please stop now", "stopping"),
      ("slap*", "she slapt badly", "asleep"),
      ("*dienst", "the nachtdienst", "dienstig"),
      ("a|b", "only b here", "only c here"),
      ("#", "in 12 minutes", "in a minute"),
      ("very _ idea", "a very good idea", "a very idea"),
      ("you (really) should", "you should", "you now should"),
      ("you (really) should", "you really should", "you really really should"),
      ("you !not go", "you go", "you not go"),
      ("you .. go", "you may well go", "you may, perhaps, go"),
      ("you ... go", "you may, perhaps, go", "go you"),
      ("you ..1 go", "you may go", "you may well go"),
      ("^ go", "and well go there", "please go"),
      (", go", "if so, go", "if so please go"),
      ("go $", "please go right", "go there"),
      ("go $", "please go, you know", "you know go on"),
      ("go ?", "go?", "go"),
      ("go !?", "go", "go?"),
      ("don't", "I dont", "I do"),
    ])
  func signs(pattern: String, found: String, notFound: String) {
    let pack = pack(pattern, lists: "spelling: dont don't = do not")
    #expect(pack.problems.isEmpty)
    let classifier = Classifier(pack)
    #expect(classifier.code(found).leading.rule == "found", "in '\(found)'")
    #expect(classifier.code(notFound).leading.rule == Classifier.nothingRule, "in '\(notFound)'")
  }

  @Test("A list holds words, phrases and other lists")
  func lists() {
    let classifier = Classifier(pack("@all", lists: "list some: so to speak, one*\nlist all: @some\n+ two"))
    #expect(["so to speak", "ones", "two"].allSatisfy { classifier.code($0).leading.move == .advice })
    #expect(classifier.code("so speak").leading.move == .other)
  }

  @Test("An exception forbids the rule")
  func exception() {
    let classifier = Classifier(pack("go", unless: "go home"))
    #expect(classifier.code("please go").leading.move == .advice)
    #expect(classifier.code("please go home").leading.move == .other)
  }

  @Test("The evidence is the words that were found, in scalars of the sentence")
  func evidence() {
    let sentence = Classifier(pack("very good")).code("É: very, good! 👍").sentences[0]
    #expect(sentence.evidenceText == "very, good")
  }
}

@Suite("What is wrong with a pack is said, with file and line")
struct PackReaderTests {
  @Test(
    "Every mistake is named",
    arguments: [
      ("rule a\nmove: advise", "there is no move 'advise'"),
      ("rule a\nstep: deeper", "there is no step 'deeper'"),
      ("rule a\nweight: 21", "a weight is 1 to 20, not '21'"),
      ("rule a\nwhen: (a", "'(' without ')'"),
      ("rule a\nwhen: @nobody", "there is no list 'nobody'"),
      ("rule a\nwho: b", "a rule has no 'who'"),
      ("when: a", "'when' belongs to a rule"),
      ("+ a, b", "goes on with a list"),
      ("spelling: ff", "wants the form"),
      ("nonsense", "neither a key with a value nor a note"),
      ("rule a\n\nrule a", "there are two rules 'a'"),
      ("rule a", "lacks a 'yes' example"), ("rule a", "lacks a 'no' example"), ("rule a", "lacks a reason 'why-nl'"),
    ])
  func mistakes(text: String, message: String) {
    let problems = LanguagePack(language: .dutch, files: [("a.pack", text)]).problems
    #expect(problems.contains { $0.message.contains(message) }, "\(problems)")
  }

  @Test("An example that is not heard as its rule says is found")
  func failingExamples() {
    let failures = pack("go").failedExamples()
    #expect(failures.map(\.example) == ["y"])
  }
}

@Suite("Counting what the rules see")
struct VoteTests {
  private func classifier(_ rules: String) -> Classifier {
    Classifier(
      LanguagePack(
        language: .english,
        files: [
          ("t.pack", "list contrast: but\nlist joiner: but\nlist support: because\nlist lead-in: so\n" + rules)
        ]))
  }

  private func rule(_ id: String, _ move: Move, _ when: String, weight: Int = 4, more: String = "") -> String {
    "rule \(id)\nmove: \(move.rawValue)\nweight: \(weight)\nwhen: \(when)\nwhy-nl: n\nwhy-en: e\nyes: y\nno: n\n\(more)\n"
  }

  @Test("The move with most weight wins, and the strongest of its rules is named")
  func sum() {
    let classifier = classifier(
      rule("one", .opinion, "think", weight: 5) + rule("two", .advice, "should", weight: 3)
        + rule("three", .advice, "call", weight: 4))
    let sentence = classifier.code("i think you should call").sentences[0]
    #expect(sentence.move == .advice)
    #expect(sentence.rule == "three")
    #expect(sentence.readings == [.init(move: .opinion, rule: "one")])
  }

  @Test("What a rule counts against loses as much")
  func against() {
    let classifier = classifier(
      rule("one", .opinion, "think", weight: 5) + rule("two", .advice, "should", weight: 3, more: "against: opinion"))
    #expect(classifier.code("i think you should").leading.move == .advice)
  }

  @Test("What stands before a contrast or in a supporting clause counts half")
  func aside() {
    let classifier = classifier(rule("one", .reflection, "tired", weight: 5) + rule("two", .advice, "sleep", weight: 4))
    #expect(classifier.code("tired sleep").leading.move == .reflection)
    #expect(classifier.code("tired but sleep").leading.move == .advice)
    #expect(classifier.code("sleep because tired").leading.move == .advice)
  }

  @Test("Rules are sure only where one move is well ahead")
  func sure() {
    let classifier = classifier(
      rule("one", .opinion, "think", weight: 4) + rule("two", .advice, "should", weight: 5)
        + rule("three", .information, "^", weight: 1))
    #expect(!classifier.code("think should").leading.isSure)
    #expect(classifier.code("should").leading.isSure)
    #expect(!classifier.code("nothing").leading.isSure)
  }

  @Test("A cut splits a sentence where only the words show it")
  func cut() {
    let classifier = classifier("cut: ^ how .. you / what .. you\n" + rule("one", .openQuestion, "^ how|what"))
    #expect(
      classifier.code("so how are you what did you do").sentences.map(\.text) == ["so how are you", "what did you do"])
    #expect(classifier.code("how are you").sentences.count == 1)
  }
}

@Suite("A third language is a new pack and no new code")
struct GermanPackTests {
  private static let german = LanguagePack(
    language: Language(rawValue: "de"),
    files: [
      (
        "de.pack",
        """
        list you: du, dir, dich, ihr, sie
        list lead-in: und, also, aber, na, ja
        list tail: oder, denn, eigentlich
        list joiner: und, aber, denn
        list contrast: aber
        list support: weil, denn
        list feeling: fuhl*, gefuhl*, ging es dir dabei
        spelling: gehts = geht es, haste = hast du

        rule open-wie
        move: open-question
        weight: 6
        why-nl: Met 'wie', 'was' of 'warum' vraag je naar een verhaal.
        why-en: 'Wie', 'was' and 'warum' ask for a story.
        when: , wie|was|warum|wieso|woran
        unless: , wie lange|oft|viel|viele|spat
        yes: Was ist dann passiert?
        no: Wie lange bist du schon hier?

        rule closed-verb
        move: closed-question
        weight: 4
        why-nl: Begint met het werkwoord: ja of nee is genoeg.
        why-en: Begins with the verb: yes or no will do.
        when: ^ hast|bist|war|warst|kannst|ist @you
        when: ^ wie lange|oft|viel|viele|spat
        yes: Warst du selbst dabei?
        yes: Wie lange bist du schon hier?
        no: Du warst dabei.

        rule advice-solltest
        move: advice
        weight: 6
        why-nl: 'Du solltest' legt een oplossing neer.
        why-en: 'Du solltest' puts a solution down.
        when: @you solltest|konntest|musst|sollten
        when: solltest|konntest @you !?
        yes: Vielleicht solltest du fruher Pause machen.
        no: Was solltest du tun?

        rule reflection-also
        move: reflection
        weight: 5
        why-nl: Geeft terug wat de ander zei.
        why-en: Gives back what the other said.
        when: ^ @you .. @feeling !?
        when: es klingt
        yes: Also du fühlst dich übergangen.
        no: Wie fühlst du dich?

        rule step-feeling
        step: feeling
        why-nl: Vraagt naar het gevoel.
        why-en: Asks for the feeling.
        when: @feeling
        yes: Wie ging es dir dabei?
        no: Was ist passiert?
        """
      )
    ])

  @Test("The pack can be read, and its examples hold")
  func examples() {
    #expect(Self.german.problems.isEmpty, "\(Self.german.problems)")
    #expect(Self.german.failedExamples().isEmpty, "\(Self.german.failedExamples())")
  }

  @Test("German is heard")
  func hears() {
    let coded = Classifier(Self.german).code("Also du fühlst dich allein. Wie ging es dir dabei? Du solltest schlafen.")
    #expect(coded.sentences.map(\.move) == [.reflection, .openQuestion, .advice])
    #expect(coded.sentences[1].step == .feeling)
    #expect(coded.leading.move == .advice)
  }
}
