import CoachingLanguage
import Practice
import Testing
import Workshop

/// A group that does about everything a group can do, in the file it leaves.
private func whole(_ setup: WorkshopSetup = .init(names: ["Anna", "Bram", "Carla"], turns: 2)) throws -> (
  Workshop, [UInt8]
) {
  var group = try workshop(setup)
  try group.propose("Anna: \(ask)", at: start + 10)
  try group.propose("Bram: \(tell)", at: start + 20)
  try group.propose("Weg hiermee.", at: start + 20)
  try group.withdraw(3, at: start + 21)
  try group.predict(1, Hands(ask: 8, tell: 1, open: 6, close: 3), at: start + 30)
  try group.predict(2, Hands(ask: 5, tell: 4, open: 7, close: 2), at: start + 31)
  try group.tryOut([1, 2], at: start + 40)
  group.show(feedback: true, at: start + 50)
  try group.say(1, at: start + 60)
  group.ask("Wat hoorde je?", at: start + 70)
  group.ask(nil, at: start + 80)
  group.note("Carla is stil.", at: start + 81)
  _ = group.add("Daan", at: start + 82)
  _ = group.hint()
  group.setClock(running: false, at: start + 100)
  group.setClock(running: true, at: start + 200)
  try group.propose("Carla: \(tell)", at: start + 210)
  try group.say(1, at: start + 220)
  _ = group.undo(1, at: start + 230)
  try group.propose(deeper, at: start + 240)
  try group.predict(1, Hands(ask: 2, tell: 7, open: 9), at: start + 241)
  try group.say(1, at: start + 250)
  group.show(openness: true, at: start + 251)
  try group.nextSpeaker("Daan", at: start + 252)
  group.count(Tally(task: .signals, numbers: [1, 0]), at: start + 260)
  group.count(Tally(task: .solution, owner: .nobody), at: start + 261)
  group.review(.meant, at: start + 270)
  group.answer("Eerst vragen, zei Anna.", at: start + 271)
  group.review(.next, at: start + 280)
  group.answer("Bram wil vaker stil zijn.", at: start + 281)
  let lines = try bytes(&group)
  return (group, lines)
}

@Suite("The file of a workshop")
struct WorkshopFileTests {
  @Test("What is read is what happened, whole and after every line")
  func roundTrip() throws {
    let (group, bytes) = try whole()
    #expect(try RecordedWorkshop(bytes: bytes) == group.recorded)
    // A crash leaves the first so many lines, the last of them perhaps torn.
    var end = bytes.startIndex
    while let next = bytes[end...].firstIndex(of: 0x0A) {
      _ = try RecordedWorkshop(bytes: Array(bytes[...next]))
      if next + 20 < bytes.count { _ = try RecordedWorkshop(bytes: Array(bytes[..<(next + 20)])) }
      end = next + 1
    }
  }

  @Test("A program that knows of talks alone reads it as one")
  func talk() throws {
    let (group, bytes) = try whole()
    #expect(try RecordedTalk(bytes: bytes) == group.practice.record)
  }

  @Test("A talk without a group has no room")
  func plainTalk() throws {
    var practice = try practice()
    _ = practice.say(ask)
    var group = Workshop(practice, .init(), at: start, label: label)
    let text = String(decoding: try bytes(&group), as: UTF8.self)
    let lines = text.split(separator: "\n").filter { !$0.contains("workshop") }
    let recorded = try RecordedWorkshop(bytes: Array(lines.map { $0 + "\n" }.joined().utf8))
    #expect(recorded.room == nil && recorded.talk.talk.turns.count == 1)
  }

  @Test(
    "What can't be is refused with its line",
    arguments: [
      #""does":"hands","hands":{"ask":1,"close":0,"listen":0,"open":0,"tell":100},"id":1"#,
      #""does":"hands","hands":{"ask":1,"close":0,"listen":0,"open":0,"tell":0},"id":7"#,
      #""does":"proposal","at":99,"id":2,"line":"x""#, #""does":"proposal","at":0,"id":9,"line":"x""#,
      #""does":"proposal","at":0,"id":2,"line":"x","by":3"#, #""does":"said","to":4"#, #""does":"moved","to":-1"#,
      #""does":"speaker","place":3"#, #""does":"tally","tally":{"task":"signals","numbers":[1]}"#,
      #""does":"begin","setup":{"aim":"","isAnonymous":false,"isFeedbackLive":false,"isOpennessShown":false,"minutes":45,"names":[],"turns":3},"version":1"#,
    ])
  func impossible(members: String) throws {
    var group = try workshop()
    try group.propose(ask, at: start)
    let before = try bytes(&group)
    let line = #"{"event":"workshop","when":"2026-03-01T09:31:00Z",\#(members)}"# + "\n"
    #expect(throws: RecordedTalk.Failure(path: "", line: 4, reason: .impossible)) {
      try RecordedWorkshop(bytes: before + Array(line.utf8))
    }
  }

  @Test("What is no event is damage, a later version is refused, and what is not known is passed over")
  func strange() throws {
    var group = try workshop()
    let before = try bytes(&group)
    func reading(_ members: String) throws -> RecordedWorkshop {
      let line = #"{"event":"workshop","when":"2026-03-01T09:31:00Z",\#(members)}"# + "\n"
      return try RecordedWorkshop(bytes: before + Array(line.utf8))
    }
    #expect(throws: RecordedTalk.Failure(path: "", line: 3, reason: .damaged)) { try reading(#""does":"speaker""#) }
    #expect(throws: RecordedTalk.Failure(path: "", line: 3, reason: .newer(version: 2))) {
      try reading(#""does":"begin","version":2"#)
    }
    #expect(try reading(#""does":"dance""#) == group.recorded)
  }

  @Test("Going on, the time in between does not count, and nothing is lost")
  func resume() throws {
    var group = try workshop()
    try group.propose(ask, at: start + 60)
    try group.say(1, at: start + 120)
    try group.propose(deeper, at: start + 180)
    let before = try bytes(&group)
    var (resumed, change) = try Workshop.resume(
      RecordedWorkshop(bytes: before), persona: persona(), pack: dutch, phrases: phrases, at: start + 9000, label: label
    )
    #expect(change == .none)
    #expect(resumed.room.clock.minutesLeft(at: start + 9000) == 42)
    #expect(resumed.room.round.map(\.line) == [deeper])
    try resumed.say(1, at: start + 9010)
    #expect(resumed.practice.talk.turns.count == 2)
    let rest = try bytes(&resumed, header: false)
    #expect(try RecordedWorkshop(bytes: before + rest) == resumed.recorded)
  }

  @Test("A turn that was written and not yet told of is the speaker's all the same")
  func tornBetween() throws {
    var group = try workshop()
    try group.propose(ask, at: start)
    try group.say(1, at: start)
    let all = try bytes(&group)
    let torn = Array(all.dropLast())[...]
    let cut = Array(torn[...(torn.lastIndex(of: 0x0A) ?? 0)])
    let recorded = try RecordedWorkshop(bytes: cut)
    #expect(recorded.talk.talk.turns.count == 1 && recorded.room?.speakers.isEmpty == true)
    let (resumed, _) = try Workshop.resume(
      recorded, persona: persona(), pack: dutch, phrases: phrases, at: start + 60, label: label)
    #expect(resumed.room.speakers == [1: 0])
    #expect(resumed.room.round.first?.said == 1)
  }

  // MARK: Without names

  private let names = ["Anna", "Bram", "Carla", "Daan"]

  @Test("Nobody is named in what is left when names are taken out, and it is still the same workshop")
  func nameless() throws {
    let (_, bytes) = try whole()
    #expect(names.allSatisfy { String(decoding: bytes, as: UTF8.self).contains($0) })
    let clean = try NamelessFile.bytes(of: bytes, label: label)
    let text = String(decoding: clean, as: UTF8.self)
    for name in names { #expect(!text.contains(name), "\(name)") }
    #expect(text.contains("Eerst vragen, zei deelnemer 1."))
    #expect(text.contains("deelnemer 3 is stil."))
    let before = try RecordedWorkshop(bytes: bytes)
    let after = try RecordedWorkshop(bytes: clean)
    #expect(after.room?.names == ["", "", "", ""])
    #expect(after.talk.talk.turns == before.talk.talk.turns)
    #expect(after.room?.proposals.map(\.by) == before.room?.proposals.map(\.by))
  }

  @Test("A group that goes without names has none on disk, also not what is typed")
  func anonymous() throws {
    let (group, bytes) = try whole(.init(names: ["Anna", "Bram", "Carla"], turns: 2, isAnonymous: true))
    let text = String(decoding: bytes, as: UTF8.self)
    for name in names { #expect(!text.contains(name), "\(name)") }
    #expect(group.room.proposals.map(\.by) == [0, 1, nil, 2, nil])
  }

  @Test("A name in a line is replaced, and every sentence stays where it is")
  func ranges() throws {
    var group = try workshop(.init(names: ["Anna", "Bram"]))
    try group.propose("Annas vraag, Bram: „Anna's team”. Wat zei ANNA, of annabel, en Brams baas?", at: start)
    try group.say(1, at: start)
    let clean = try RecordedWorkshop(bytes: NamelessFile.bytes(of: try bytes(&group), label: label))
    let leader = try #require(clean.talk.talk.turns.first?.leader)
    #expect(
      leader.text
        == "deelnemer 1s vraag, deelnemer 2: „deelnemer 1's team”. Wat zei deelnemer 1, of annabel, en deelnemer 2s baas?"
    )
    let scalars = Array(leader.text.unicodeScalars)
    #expect(leader.sentences.count == 2)
    for sentence in leader.sentences {
      #expect(Array(sentence.text.unicodeScalars) == Array(scalars[sentence.range]))
      #expect(sentence.evidence.upperBound <= sentence.text.unicodeScalars.count)
    }
    #expect(leader.sentences.map(\.move) == group.practice.talk.turns.first?.leader.sentences.map(\.move))
  }

  @Test("The persona's own name stays, and so does a word of every day that is no name here")
  func ordinaryWords() throws {
    var group = try workshop(.init(names: ["Noor", "Wil"]))
    for (number, line) in ["Noor, wat speelt er?", "Wil je dat vertellen?", "Dat vroeg Wil ook.", "Wil, jij?"]
      .enumerated()
    {
      try group.propose(line, at: start)
      try group.say(1, at: start + number)
    }
    let clean = try RecordedWorkshop(bytes: NamelessFile.bytes(of: try bytes(&group), label: label))
    #expect(
      clean.talk.talk.turns.map(\.leader.text) == [
        "Noor, wat speelt er?", "Wil je dat vertellen?", "Dat vroeg deelnemer 2 ook.", "deelnemer 2, jij?",
      ])
    #expect(clean.room?.names == ["", ""])
  }
}

@Suite("What came of what the group saw")
struct OutcomeTests {
  @Test("A fork has every way that was tried or said, each once, and which of them was kept")
  func forks() throws {
    let (group, _) = try whole()
    let forks = group.recorded.forks
    #expect(forks.map(\.at) == [0, 1])
    #expect(forks[0].answer == "Hoi. Je wilde me spreken?")
    #expect(forks[0].ways.map(\.line) == [ask, tell])
    #expect(forks[0].ways.map(\.fate) == [.kept, .tried])
    #expect(forks[0].ways[1].hands?.open == 7)
    #expect(forks[1].ways.map(\.line) == [tell, deeper])
    #expect(forks[1].ways.map(\.fate) == [.left, .kept])
    #expect(forks[1].ways.map(\.outcome.stance) == [.tell, .ask])
  }

  @Test("Predictions are counted for the room as a whole: hands for what came out, of all hands")
  func predictions() throws {
    let (group, _) = try whole()
    let room = group.recorded.predictions
    // 8 of 9 saw the question, 4 of 9 the instruction, 2 of 9 the second question.
    #expect(room.lines == 3)
    #expect(room.moveHits == 14 && room.moveHands == 27)
    #expect(room.surprises.map(\.line) == [tell, deeper])
  }

  @Test("Observers' tasks go round, and each task has its own")
  func tasks() {
    #expect((0..<6).map { Observation.task(ofPlace: $0) } == Observation.allCases + [.openQuestions])
  }
}

@Suite("Questions to talk about")
struct DiscussionTests {
  private let bank = DiscussionBank(phrases)

  private func texts(_ key: String) -> [String] {
    phrases.variants(key).map { Phrasebook.fill($0, ["name": "Noor"]) }
  }

  @Test("The question fits what just happened: first what closed, then the kind of line, the step, and what opened")
  func fits() throws {
    var group = try workshop()
    func next() -> String? { bank.question(for: group.recorded, name: "Noor") }
    #expect(next() == texts("discuss.start").first)
    try group.propose(ask, at: start)
    try group.propose(tell, at: start)
    try group.tryOut([], at: start)
    #expect(next() == texts("discuss.tried").first)
    try group.say(1, at: start)
    #expect(next() == texts("discuss.open-question").first)
    try group.propose(tell, at: start)
    try group.say(1, at: start)
    #expect(group.recorded.lastTurn.map { Outcome($0).change < 0 } == true)
    #expect(next() == texts("discuss.closed").first)
  }

  @Test("No question comes twice while there is another that fits; then the one of longest ago")
  func rotates() throws {
    var group = try workshop()
    try group.propose(tell, at: start)
    try group.say(1, at: start)
    var asked: [String] = []
    let fitting = texts("discuss.closed") + texts("discuss.advice") + texts("discuss.any")
    for _ in fitting {
      let question = try #require(bank.question(for: group.recorded, name: "Noor"))
      asked.append(question)
      group.ask(question, at: start)
    }
    #expect(Set(asked) == Set(fitting) && asked.count == fitting.count)
    #expect(bank.question(for: group.recorded, name: "Noor") == asked.first)
  }

  @Test("A facilitator's own questions go first, and what can't be read is told")
  func own() throws {
    var bank = bank
    let problems = bank.add(
      "# Van ons\nopdracht: Eigen vraag over {name}.\nadvis: Mis.\nhier staat niets\ngevoel: Hoe was dat?\ninstruction: Nog een.\nadvies:",
      [phrases, Phrasebook(.english)])
    #expect(
      problems == [
        .init(line: 3, name: "advis", nearest: "advies"), .init(line: 4),
        .init(line: 7),
      ])
    var group = try workshop()
    try group.propose("Zorg dat het af is.", at: start)
    try group.say(1, at: start)
    var asked: [String] = []
    for _ in 1...5 {
      let question = try #require(bank.question(for: group.recorded, name: "Noor"))
      asked.append(question)
      group.ask(question, at: start)
    }
    #expect(asked.prefix(2) == ["Eigen vraag over Noor.", "Nog een."])
    #expect(!asked.contains("Hoe was dat?") && Set(asked).count == 5)
  }

  @Test(
    "There are questions for every move, every step and every occasion, in both languages", arguments: Language.shipped)
  func complete(language: Language) {
    let phrases = Phrasebook(language)
    for move in Move.allCases where move != .other { #expect(phrases.variants("discuss." + move.rawValue).count >= 2) }
    for step in Step.allCases { #expect(phrases.variants("discuss.step." + step.rawValue).count >= 2) }
    for key in ["start", "opened", "closed", "core", "tried", "surprise", "any"] {
      #expect(phrases.variants("discuss." + key).count >= 2)
      #expect(phrases.variants("discuss.\(key).name").count == 1)
    }
  }
}
