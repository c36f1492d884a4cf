import CoachingLanguage
import Testing

@testable import Personas

@Suite struct PlayerTests {
  let askPressure = said(("Waar loop je tegenaan met de planning?", .openQuestion), step: .situation)
  let askNights = said(("Hoe is dat 's nachts?", .openQuestion), step: .feeling)
  let askLimit = said(("Wat gebeurde er toen je ja zei?", .openQuestion), step: .event)
  let askWhy = said(("Wat maakt dat?", .openQuestion), step: .why)
  let reflect = said(("Dus jij moest altijd sterk zijn.", .reflection))
  let advise = said(("Misschien kun je eerder pauze nemen.", .advice))
  let silence = said(("", .silence))

  @Test("Asking and listening reach the core, and what follows it")
  func goodTalk() {
    let replies = play(
      Sanne.persona,
      [
        askPressure, askNights, askLimit, askWhy, reflect, said(("Wat wil je zelf?", .openQuestion), step: .solution),
        said(("Als dit lukt, los je het dan op?", .solutionCheck)), said(("Zullen we vrijdag kijken?", .followUp)),
      ])
    #expect(
      replies.map(\.node) == [
        "druk", "malen", "ja gezegd", "vroeger", "altijd sterk", "één keer nee", "bijna", "vrijdag",
      ])
    #expect(replies.map(\.opennessAfter) == [4, 7, 8, 9, 10, 10, 10, 10])
    #expect(replies[4].isCore && replies[5].isSolution && replies[6].isCheck && replies[7].isAgreement)
  }

  @Test("Advice closes, and is answered with the persona's own words for it")
  func advising() {
    let replies = play(Sanne.persona, [advise, advise, advise])
    #expect(replies.map(\.opennessAfter) == [1, 0, 0])
    #expect(replies.allSatisfy { $0.isFallback && $0.line == 95 })
    #expect(replies[0].text != replies[1].text)
  }

  @Test("A deeper reply opens once the one above it has been given")
  func opening() {
    #expect(play(Sanne.persona, [askNights])[0].isFallback)
    #expect(play(Sanne.persona, [askPressure, askNights])[1].node == "malen")
  }

  @Test("A signal is given with the first saying of its node, and quoted by the sentence that gives it away")
  func signals() {
    for seed in 0..<20 as Range<UInt64> {
      let reply = play(Sanne.persona, seed: seed, [askPressure])[0]
      #expect(reply.signals == [.init(topic: "nachten", words: "Overdag red ik me wel, hoor")])
    }
  }

  @Test("Repeating one kind of line opens no further than its ceiling")
  func ceilings() {
    let state = play(Sanne.persona, Array(repeating: said(("Wat wil je?", .openQuestion)), count: 30))
    #expect(state.last?.opennessAfter == 5)
    #expect(play(Sanne.persona, Array(repeating: silence, count: 30)).last?.opennessAfter == 4)
  }

  @Test("What a reply adds to openness counts once")
  func effectOnce() {
    let replies = play(Sanne.persona, [askPressure, askNights, askNights, askNights])
    #expect(replies.map(\.opennessAfter) == [4, 7, 7, 7])
    #expect(replies[2].node == "malen")
  }

  @Test("After a slip, listening leads back to where the talk was")
  func regained() {
    let told = Array(repeating: advise, count: 5)
    let listening = Array(repeating: reflect, count: 10)
    #expect(play(Sanne.persona, told + listening).last?.opennessAfter == 6)
    let replies = play(Sanne.persona, [askPressure, askNights] + told + listening)
    #expect(replies[1].opennessAfter == 7)
    #expect(replies[6].opennessAfter == 0)
    #expect(replies.last?.opennessAfter == 8)
  }

  @Test("What a reply takes from openness counts every time")
  func closingEveryTime() throws {
    let persona = try #require(
      persona("## a\nals: overig\n- Au.\n- Weer.\ndan: openheid -2", openness: 5).persona)
    let nonsense = said(("asdf", .other))
    #expect(play(persona, [nonsense, nonsense, nonsense]).map(\.opennessAfter) == [3, 1, 0])
  }

  @Test("In 'Dus je was bang. Hoe was dat?' both the reflection and the question are heard")
  func twoSentences() throws {
    let persona = try #require(persona("## a\nals: reflectie, open vraag\n- Ja.\n- Precies.").persona)
    let both = said(("Dus je was bang.", .reflection), ("Hoe was dat?", .openQuestion))
    #expect(play(persona, [both])[0].node == "a")
    #expect(play(persona, [said(("Hoe was dat?", .openQuestion))])[0].isFallback)
  }

  @Test("Advice drowns out the question and the reflection around it")
  func adviceDrowns() throws {
    let persona = try #require(persona("## a\nals: reflectie of open vraag\n- Ja.\n- Precies.").persona)
    let mixed = said(("Dus je was bang.", .reflection), ("Je moet rusten.", .advice), ("Hoe?", .openQuestion))
    let reply = play(persona, [mixed])[0]
    #expect(reply.isFallback)
    #expect(reply.opennessAfter == 2)
  }

  @Test("Most conditions wins, then the deeper, then the earlier")
  func precedence() throws {
    let persona = try #require(
      persona(
        """
        ## woorden
        druk: druk
        ## ruim
        als: vraag
        - Ruim.
        ## smal
        als: vraag, over druk
        - Smal.
        ## ook smal
        als: over druk, vraag of reflectie
        - Ook smal.
        """
      ).persona)
    let line = said(("Is het druk?", .closedQuestion))
    #expect(play(persona, [line])[0].node == "smal")
    #expect(play(persona, [said(("Is het veel?", .closedQuestion))])[0].node == "ruim")
  }

  @Test("What was said is silent where something under it holds")
  func deeperGoesFirst() throws {
    let persona = try #require(
      persona(
        """
        ## woorden
        druk: druk
        ## boven
        als: open vraag, over druk
        - Boven.
        ### onder
        als: vraag
        - Onder.
        """
      ).persona)
    let line = said(("Hoe druk is het?", .openQuestion))
    #expect(play(persona, [line, line, line]).map(\.node) == ["boven", "onder", "onder"])
  }

  @Test("With as many conditions, what was not said yet goes before what was")
  func freshGoesFirst() throws {
    let persona = try #require(
      persona(
        """
        ## woorden
        druk: druk
        baas: baas
        ## een
        als: vraag, over druk
        signaal baas: Een.
        ## twee
        als: vraag, over baas
        signaal druk: Twee.
        ### onder
        als: signaal druk, stilte
        - Onder.
        ### ook
        als: signaal baas, stilte
        - Ook.
        """
      ).persona)
    let both = said(("Is de baas druk?", .closedQuestion))
    #expect(play(persona, [both, both, both]).map(\.node) == ["een", "twee", "een"])
  }

  @Test("Variants rotate, the one used longest ago first, and turn nothing else")
  func rotation() throws {
    let persona = try #require(persona("## a\nals: vraag\n- Een.\n- Twee.\n- Drie.").persona)
    let line = said(("Is het druk?", .closedQuestion))
    for seed in 0..<10 as Range<UInt64> {
      let texts = play(persona, seed: seed, Array(repeating: line, count: 6)).map(\.text)
      #expect(Set(texts[0..<3]).count == 3)
      #expect(Array(texts[0..<3]) == Array(texts[3..<6]))
    }
    #expect(Set((0..<10).map { play(persona, seed: $0, [line])[0].text }).count > 1)
  }

  @Test("The same seed and the same lines give the same conversation")
  func deterministic() {
    let lines = [askPressure, advise, askNights, silence, askLimit, reflect, askWhy, reflect]
    #expect(play(Sanne.persona, seed: 7, lines) == play(Sanne.persona, seed: 7, lines))
  }

  @Test("Looking changes nothing")
  func pure() {
    let state = Sanne.persona.start(seed: 3)
    _ = Sanne.persona.reply(to: askPressure, in: state)
    #expect(state == Sanne.persona.start(seed: 3))
  }

  @Test("A temptation can be resisted, and what follows is under it")
  func temptation() {
    let replies = play(
      Sanne.persona, [askPressure, askPressure, said(("Wat heb je zelf bedacht?", .openQuestion))])
    #expect(replies.map(\.node) == ["druk", "wat zou jij doen", "teruggegeven"])
    #expect(replies.map(\.isTemptation) == [false, true, false])
  }

  @Test("An explanation names the words, the winner with its line, and what the runners-up missed")
  func explanation() {
    var state = Sanne.persona.start(seed: 1)
    state = state.recording(Sanne.persona.reply(to: askPressure, in: state))
    let why = Sanne.persona.explain(askNights, in: state)
    #expect(why.topics == [.init(topic: "nachten", words: "'s nachts")])
    #expect(why.winner.node == "malen" && why.winner.line == 38)
    #expect(why.opennessHeard == 5)
    #expect(why.runnersUp.count == 2)
    let closed = Sanne.persona.explain(askNights, in: Sanne.persona.start(seed: 1))
    #expect(closed.winner.node == nil)
    let place = Place(line: 19, column: 13, width: 13)
    #expect(closed.runnersUp.contains { $0.node == "druk" && $0.missed == .condition("over werkdruk", place) })
  }

  @Test("Every move gets a general answer, in three tempers, in both languages", arguments: Language.shipped)
  func generalFallbacks(language: Language) {
    let text = EmbeddedFile.all(under: "fallbacks/\(language.rawValue)")
    #expect(text.count == 1)
    #expect(PersonaReader.fallbacks(in: text[0].text, path: text[0].path).findings == [])
    let fallbacks = GeneralFallbacks.of(language)
    #expect(fallbacks.allSatisfy { $0.replies.count >= 3 && Set($0.replies.map(\.text)).count == $0.replies.count })
    var bare = Sanne.persona
    bare.nodes = []
    bare.fallbacks = []
    bare.index = AnswerIndex(bare, general: fallbacks)
    for move in Move.allCases {
      for openness in [0, 5, 10] {
        var state = bare.start()
        state.openness = openness
        #expect(bare.explain(said(("x", move)), in: state).winner.conditions.count == 2, "\(move) at \(openness)")
      }
    }
  }

  @Test(
    "A general answer denies nothing and claims nothing of before: it may come right behind the core",
    arguments: [
      // What denies; what takes the question for one of yes or no; what says how things were.
      (
        Language.dutch,
        [
          "geen", "niet helemaal", "niet in", "dat is het", "zit anders", "anders naar", "zit het",
          "allebei", "nooit", "altijd", "soms", "heb ik al", "wist ik", "gelezen", "bedacht", "vertel",
        ]
      ),
      (
        .english,
        [
          "n't it", "isn't", "not quite", "not really", "that's it", "that's not", "differently", "both",
          "never", "always", "sometimes", "did that", "did think", "knew", "i read", "telling you",
        ]
      ),
    ])
  func generalFallbacksAreTrue(language: Language, words: [String]) {
    // To say that there is no answer yet is not to deny anything.
    let harmless = ["daar heb ik zo geen antwoord op", "daar heb ik nog geen woorden voor"]
    for reply in GeneralFallbacks.of(language).flatMap(\.replies) {
      let text = harmless.reduce(reply.text.lowercased()) { $0.replacing($1, with: "") }
      #expect(words.filter { text.contains($0) } == [], "\(reply.text)")
    }
  }

  @Test(
    "Whoever goes on in one way hears at least three general answers before one comes back", arguments: Language.shipped
  )
  func generalFallbacksVary(language: Language) {
    let fallbacks = GeneralFallbacks.of(language)
    var bare = Sanne.persona
    bare.nodes = []
    bare.fallbacks = []
    bare.index = AnswerIndex(bare, general: fallbacks)
    for move in Move.allCases {
      for seed in 0..<5 as Range<UInt64> {
        // Openness moves meanwhile, so the same answer may come from another temper: three in a row must differ.
        let replies = play(bare, seed: seed, Array(repeating: said(("x", move)), count: 3)).map(\.text)
        #expect(Set(replies).count == 3, "\(move), \(seed): \(replies)")
      }
    }
  }

  @Test("A persona of 10,000 nodes answers in less than a tenth of a millisecond")
  func speed() throws {
    var text = "# Groot\ntaal: nl\nsituatie: Veel.\nopening: Hoi.\nopenheid: 3\n## woorden\n"
    for number in 0..<1000 { text += "t\(number): woord\(number)\n" }
    for number in 0..<10_000 {
      text += "## n\(number)\nals: open vraag, over t\(number % 1000), openheid \(number / 1000 % 4)+\n- Ja.\n- Nee.\n"
    }
    let clock = ContinuousClock()
    var persona: Persona?
    let reading = clock.measure { persona = PersonaReader.read(text).persona }
    let big = try #require(persona)
    let line = said(("Wat is er met woord17 en woord400 aan de hand, denk je?", .openQuestion))
    var state = big.start()
    let replying = clock.measure {
      for _ in 0..<100 { state = state.recording(big.reply(to: line, in: state)) }
    }
    print("reading 10,000 nodes: \(reading); a reply: \(replying / 100)")
    #expect(replying / 100 < .milliseconds(2), "a debug build is given some room")
  }
}

@Suite struct TopicTests {
  @Test(
    "Topic words match as people type them",
    arguments: [
      ("slaap*", "Slaapt je zoon goed?", true), ("slaap*", "Ik SLAAP", true), ("slaap", "slaapt", false),
      ("'s nachts", "en ’s nachts dan?", true), ("'s nachts", "s nachts", true), ("'s nachts", "'s middags", false),
      ("financiën", "je financien", true), ("financien", "je financiën", true), ("te veel", "te  veel", true),
      ("te veel", "te vaak veel", false), ("geen nee zeg*", "je durft geen nee zeggen", true),
      ("foto's", "fotos", true), ("druk", "(druk!)", true), ("druk", "werkdruk", false), ("één", "een", true),
      ("call center", "call-center", true), ("don't", "I dont know", true), ("dont", "I don’t know", true),
      ("m'n", "met mn zoon", true), ("m'n", "met m'n zoon", true), ("fotos", "je foto's", true),
      ("foto*", "je foto's", true), ("ill", "I was ill", true), ("we'll", "so we'll see", true),
      ("why were here", "that's why we’re here", true), ("im listening", "I'm listening", true),
      ("youre ill", "you're ill", true), ("don't*", "I don't", true), ("m'n zoon", "mn zoon", true),
      ("can't sleep", "you cant sleep", true), ("zon", "in de zon", true),
    ])
  func matching(word: String, text: String, isHit: Bool) {
    let matcher = TopicMatcher([Topic(name: "t", words: [word], place: Place(line: 1), wordPlaces: [])])
    #expect(matcher.hits(in: text).isEmpty == !isHit)
  }

  @Test(
    "An apostrophe that is typed makes another word",
    arguments: [
      ("ill", "I'll"), ("well", "we'll"), ("hell", "he'll"), ("shell", "she'll"), ("id", "I'd"), ("wed", "we'd"),
      ("were", "we're"), ("im", "I'm"), ("ive", "I've"), ("zon", "zo'n"),
    ])
  func apostrophe(word: String, typed: String) {
    let curly = typed.split(separator: "'").joined(separator: "’")
    let modifier = typed.split(separator: "'").joined(separator: "\u{2BC}")
    for pattern in [word, word + "*"] {
      let matcher = TopicMatcher([Topic(name: "t", words: [pattern], place: Place(line: 1), wordPlaces: [])])
      for text in [typed, curly, modifier] { #expect(matcher.hits(in: "now \(text) see").isEmpty, "\(pattern)") }
      #expect(!matcher.hits(in: "now \(word) see").isEmpty, "\(pattern)")
    }
  }
}
