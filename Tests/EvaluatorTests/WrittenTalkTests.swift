import CoachingLanguage
import Evaluator
import Testing

@Suite("A talk as somebody wrote it down")
struct WrittenTalkTests {
  private func turns(_ text: String, leader: String? = nil) throws -> [String] {
    try WrittenTalk(text, leader: leader).turns.map { "\($0.speaker)|\($0.text)" }
  }

  @Test("Each line is a speaker and what was said")
  func plain() throws {
    #expect(
      try turns("Leider: Hoi.\nSanne: Hoi.\nLeider: Hoe is het?") == [
        "Leider|Hoi.", "Sanne|Hoi.", "Leider|Hoe is het?",
      ])
  }

  @Test("A line without a name goes on with the one above; blank lines and a title mean nothing")
  func goesOn() throws {
    let text =
      "Gesprek van maandag\n\nLeider: Vertel eens\nhoe dat ging.\n\nSanne: Nou ja.\nDus dit: alles tegelijk.\nLeider: En toen?\nSanne: Niks."
    #expect(
      try turns(text) == [
        "Leider|Vertel eens hoe dat ging.", "Sanne|Nou ja. Dus dit: alles tegelijk.", "Leider|En toen?", "Sanne|Niks.",
      ])
  }

  @Test("Several lines of one speaker in a row are one turn, each line a sentence of its own")
  func joins() throws {
    #expect(try turns("L: Oké\nL: En toen\nM: Niks.\nM: Echt niet.") == ["L|Oké\nEn toen", "M|Niks.\nEcht niet."])
  }

  @Test(
    "Times, marks and brackets around a name are read over",
    arguments: [
      "[00:12:03] Leider: Hoi.", "00:12 Leider: Hoi.", "(0:12) Leider: Hoi.", "00:00:12.250 - Leider: Hoi.",
      "Leider (00:12): Hoi.", "Leider [0:12:01]: Hoi.", "Leider 0:12: Hoi.", "- Leider: Hoi.", "**Leider:** Hoi.",
      "**Leider**: Hoi.", "> Leider: Hoi.", "LEIDER : Hoi.", "\u{FEFF}Leider: Hoi.", "<v Leider>Hoi.</v>",
      "Leider: Hoi.\r", "leider:Hoi.", "Leider  0:12\nHoi.",
    ])
  func around(line: String) throws {
    let talk = try WrittenTalk(line + "\nSanne: Dag.\nLeider: Zo.\nSanne: Ja.")
    #expect(talk.turns.first?.text == "Hoi.")
    #expect(talk.turns.count == 4)
    #expect(try Folding.fold(talk.leader(named: nil)) == "leider")
  }

  @Test("Subtitles are read, with their numbers and times left out")
  func subtitles() throws {
    let text =
      "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Leider>Hoi.</v>\n\n2\n00:00:03.000 --> 00:00:04.000\n<v Sanne>Dag.</v>\n"
    #expect(try turns(text) == ["Leider|Hoi.", "Sanne|Dag."])
  }

  @Test("A time of day and a web address in a line are no names")
  func noNames() throws {
    let text = "Leider: Hoe laat?\nSanne: Om\n10:30 was het.\nhttps://voorbeeld.nl stond er.\nLeider: Oké.\nSanne: Ja."
    #expect(try turns(text)[1] == "Sanne|Om 10:30 was het. https://voorbeeld.nl stond er.")
  }

  @Test("The leader is who was named, also by a first name; else who is called so, in either language")
  func leader() throws {
    let talk = try WrittenTalk("Jan de Boer: Hoi.\nSanne: Hoi.")
    #expect(try talk.leader(named: "jan de boer") == "Jan de Boer")
    #expect(try talk.leader(named: "Jan") == "Jan de Boer")
    #expect(throws: WrittenTalk.Failure.leaderUnknown(speakers: ["Jan de Boer", "Sanne"])) {
      try talk.leader(named: nil)
    }
    #expect(
      throws: WrittenTalk.Failure.noSuchLeader(name: "Sane", speakers: ["Jan de Boer", "Sanne"], nearest: "Sanne")
    ) {
      try talk.leader(named: "Sane")
    }
    for name in ["Leider", "Leader", "L", "Teamleider", "Manager", "Ik"] {
      #expect(try WrittenTalk("Sanne: Hoi.\n\(name): Hoi.").leader(named: nil) == name)
    }
  }

  @Test("A text without speakers is no talk", arguments: ["", "\n\n", "Gewoon een verhaal.\nZonder namen.", "12\n13"])
  func none(text: String) {
    #expect(throws: WrittenTalk.Failure.noSpeakers) { try WrittenTalk(text) }
  }

  @Test("Whoever is not the leader is the other; what they said first is the opening")
  func asTalk() throws {
    let written = try WrittenTalk(
      "Sanne de Wit: Dag.\nLeider: Hoi.\nSanne de Wit: Ja.\nFatma: Nee.\nLeider: (stilte)\nSanne de Wit: Hm.\nFatma: Hm."
    )
    let classifier = Classifier(try #require(LanguagePack.shipped(.dutch)))
    let talk = written.talk(leader: "Leider", language: .dutch, classifier)
    #expect(talk.opening == "Dag.")
    #expect(talk.name == "Sanne")
    #expect(talk.turns.map(\.answer) == ["Ja.\nNee.", "Hm.\nHm."])
    #expect(talk.turns[1].leader.sentences.map(\.move) == [.silence])
    #expect(talk.turns.allSatisfy { $0.facts == nil })
  }

  @Test("A name that is none is not called by it", arguments: ["Medewerker", "Client", "M", "Speaker 2"])
  func general(name: String) throws {
    let classifier = Classifier(try #require(LanguagePack.shipped(.dutch)))
    let talk = try WrittenTalk("Leider: Hoi.\n\(name): Dag.").talk(leader: "Leider", language: .dutch, classifier)
    #expect(talk.name == nil)
  }

  @Test("The language is guessed from the commonest words")
  func language() {
    #expect(Language.guess(of: "Leider: Hoe ging dat met jou?\nSanne: Het was niet zo goed.") == .dutch)
    #expect(Language.guess(of: "Leader: So what happened then?\nClient: They would not listen to me.") == .english)
    #expect(Language.guess(of: "12 34 xyzzy") == nil)
  }
}
