import CoachingLanguage
import Practice
import Testing
import Workshop

@Suite("A group and its turns")
struct TurnTests {
  @Test("A line has its proposer where somebody is named before the colon, and none where nobody is")
  func proposers() throws {
    var group = try workshop()
    for (typed, by, line) in [
      ("Anna: Wat speelt er?", 0, "Wat speelt er?"), ("bram : Hm.", 1, "Hm."), ("3: En toen?", 2, "En toen?"),
      ("Mijn vraag is: wat speelt er?", nil, "Mijn vraag is: wat speelt er?"),
    ] as [(String, Int?, String)] {
      try group.propose(typed, at: start)
      #expect(group.room.round.last?.by == by)
      #expect(group.room.round.last?.line == line)
    }
  }

  @Test(
    "A name that is nobody's here is no part of the line, and is told",
    arguments: [
      "Daan: Wat speelt er?", "Jan-Willem van der Berg: Wat speelt er?", "Zoë : Wat speelt er?", "🦊Fox: Wat speelt er?",
    ])
  func unknownNames(typed: String) throws {
    for names in [[], ["Anna", "Bram"], ["", "", ""]] {
      var group = try workshop(.init(names: names))
      let unknown = try group.propose(typed, at: start)
      #expect(unknown == String(typed.prefix { $0 != ":" }).split(separator: " ").joined(separator: " "))
      #expect(group.room.round.map(\.line) == ["Wat speelt er?"])
      #expect(group.room.round.map(\.by) == [nil])
    }
  }

  @Test(
    "A colon in a line is no name before it",
    arguments: [
      ("Mijn vraag is: wat speelt er?", "Mijn vraag is: wat speelt er?"),
      ("Noor: wat speelt er?", "Noor: wat speelt er?"),
      ("Dus: je bent moe.", "Dus: je bent moe."),
      ("Om 10:30 was je weg.", "Om 10:30 was je weg."), ("Even:", "Even:"),
      (": Eerlijk: ik schrok.", "Eerlijk: ik schrok."), (": Anna: wat nu?", "Anna: wat nu?"),
    ])
  func colons(typed: String, line: String) throws {
    var group = try workshop()
    #expect(try group.propose(typed, at: start) == nil)
    #expect(group.room.round.map(\.line) == [line] && group.room.round.map(\.by) == [nil])
  }

  @Test("What is no letter in a name need not be typed")
  func pictures() throws {
    let group = try workshop(.init(names: ["🦊 Anna", "Łucja 🎈", "Bram (HR)", "Zoë-Lou"]))
    for (typed, place) in [("anna", 0), ("lucja", 1), ("Bram", 2), ("zoe", 3), ("🦊", nil), ("", nil)]
      as [(String, Int?)]
    {
      #expect(group.place(of: typed) == place, "\(typed)")
    }
  }

  @Test("A first name is enough where one person has it")
  func firstNames() throws {
    let group = try workshop(.init(names: ["Jan de Boer", "Jan Smit", "Eva van Dam"]))
    #expect(group.place(of: "eva") == 2)
    #expect(group.place(of: "Jan") == nil)
    #expect(group.place(of: "jan smit") == 1)
    #expect(group.place(of: "4") == nil)
  }

  @Test("Four lines are on the table at the most; one that was taken back makes room")
  func full() throws {
    var group = try workshop()
    for number in 1...4 { try group.propose("Zin \(number).", at: start) }
    #expect(throws: Workshop.Refusal.full) { try group.propose("Zin 5.", at: start) }
    try group.withdraw(2, at: start)
    try group.propose("Zin 5.", at: start)
    #expect(group.room.round.map(\.line) == ["Zin 1.", "Zin 3.", "Zin 4.", "Zin 5."])
  }

  @Test("Nothing can be predicted once it was seen what comes of a line")
  func predictedBefore() throws {
    var group = try workshop()
    try group.propose(ask, at: start)
    try group.propose(tell, at: start)
    try group.predict(1, Hands(ask: 7, tell: 2, open: 5, close: 4), at: start)
    try group.tryOut([1], at: start)
    #expect(throws: Workshop.Refusal.seen) { try group.predict(1, Hands(ask: 9), at: start) }
    #expect(throws: Workshop.Refusal.seen) { try group.withdraw(1, at: start) }
    #expect(throws: Workshop.Refusal.noLine) { try group.predict(3, Hands(), at: start) }
    try group.predict(2, Hands(tell: 9), at: start)
    #expect(group.room.round.map(\.hands?.tell) == [2, 9])
  }

  @Test("What is tried is not said; what is said moves the talk on and begins another round")
  func triedAndSaid() throws {
    var group = try workshop()
    #expect(throws: Workshop.Refusal.nothing) { try group.tryOut([], at: start) }
    try group.propose(ask, at: start)
    try group.propose(tell, at: start)
    try group.tryOut([], at: start)
    #expect(group.practice.talk.turns.isEmpty)
    #expect(group.room.round.map(\.tried?.leader.leading.move) == [.openQuestion, .advice])
    try group.say(1, at: start)
    #expect(group.practice.lastAnswer == "Druk, ja. Ik slaap er slecht van.")
    #expect(group.room.round.count == 2 && group.room.isSaid)
    #expect(throws: Workshop.Refusal.nothing) { try group.say(2, at: start) }
    try group.propose(deeper, at: start)
    #expect(group.room.round.map(\.line) == [deeper])
  }

  @Test("Who speaks changes after so many turns, and goes round; it can be given to anybody")
  func speakers() throws {
    var group = try workshop()
    var order: [Int] = []
    for _ in 1...7 {
      order.append(group.room.speaker)
      try group.propose("Vertel eens.", at: start)
      try group.say(1, at: start)
    }
    #expect(order == [0, 0, 1, 1, 2, 2, 0])
    #expect(group.room.speakers == [1: 0, 2: 0, 3: 1, 4: 1, 5: 2, 6: 2, 7: 0])
    try group.nextSpeaker("carla", at: start)
    #expect(group.room.speaker == 2 && group.room.next == 0)
    try group.nextSpeaker(at: start)
    #expect(group.room.speaker == 0)
    #expect(throws: Workshop.Refusal.nobody(nearest: "Bram")) { try group.nextSpeaker("Brahm", at: start) }
  }

  @Test("Without names speakers are counted on; one alone has nobody next")
  func nameless() throws {
    var group = try workshop(.init(turns: 1))
    for expected in 0...2 {
      #expect(group.room.speaker == expected && group.room.next == expected + 1)
      try group.propose("Hm.", at: start)
      try group.say(1, at: start)
    }
    #expect(try workshop(.init(names: ["Anna"])).room.next == nil)
  }

  @Test("Feedback is hidden again with every line that is said, unless it is live", arguments: [false, true])
  func feedback(isLive: Bool) throws {
    var group = try workshop(.init(isFeedbackLive: isLive))
    try group.propose(ask, at: start)
    try group.say(1, at: start)
    #expect(group.room.isFeedbackShown == isLive)
    group.show(feedback: !isLive, at: start)
    #expect(group.room.isFeedbackShown == !isLive)
    try group.propose(tell, at: start)
    #expect(group.room.isFeedbackShown == isLive)
  }

  @Test("Going back lays down what was on the table, and takes another branch")
  func branch() throws {
    var group = try workshop()
    try group.propose(ask, at: start)
    try group.say(1, at: start)
    try group.propose(tell, at: start)
    try group.say(1, at: start)
    try group.propose("Nog iets.", at: start)
    let gone = group.undo(1, at: start)
    #expect(gone == 1)
    #expect(group.room.round.isEmpty)
    try group.propose(deeper, at: start)
    try group.say(1, at: start)
    #expect(group.practice.talk.turns.map(\.leader.text) == [ask, deeper])
    #expect(group.practice.record.tries.count == 3)
    let jumps = [group.jump(to: 9, at: start), group.jump(to: 2, at: start)]
    #expect(jumps == [false, true])
    #expect(group.practice.talk.turns.map(\.leader.text) == [ask, tell])
  }

  @Test("Somebody who comes in later gets a place, and a number where the name is taken")
  func late() throws {
    var group = try workshop()
    let long = String(repeating: "x", count: 41)
    let added = ["  Daan ", "anna", "", long].map { group.add($0, at: start) }
    #expect(added == [true, true, false, false])
    #expect(group.room.names == ["Anna", "Bram", "Carla", "Daan", "anna 2"])
  }
}

@Suite("The clock of a workshop")
struct ClockTests {
  @Test("It runs from the start, stands still in a pause, and counts a part of a minute as one")
  func runs() throws {
    var group = try workshop(.init(minutes: 45))
    #expect(group.room.clock.minutesLeft(at: start) == 45)
    #expect(group.room.clock.minutesLeft(at: start + 1) == 45)
    #expect(group.room.clock.minutesLeft(at: start + 60) == 44)
    group.setClock(running: false, at: start + 600)
    #expect(group.room.clock.minutesLeft(at: start + 6000) == 35)
    group.setClock(running: true, at: start + 6000)
    #expect(group.room.clock.minutesLeft(at: start + 6300) == 30)
    #expect(group.room.clock.minutesLeft(at: start + 90_000) == 0)
  }

  @Test("Time that goes back takes nothing away")
  func backwards() {
    var clock = WorkshopClock(minutes: 10)
    clock.start(at: 1000)
    #expect(clock.elapsed(at: 900) == 0)
    clock.pause(at: 900)
    #expect(clock.minutesLeft(at: 900) == 10)
  }
}

@Suite("What people type")
struct TypedTests {
  @Test(
    "Hands are five numbers, three, or two behind a bar",
    arguments: [
      ("7 2 1 6 4", [7, 2, 1, 6, 4]), ("7 2 1", [7, 2, 1, 0, 0]), ("7 2 1 / 6 4", [7, 2, 1, 6, 4]),
      ("/ 6 4", [0, 0, 0, 6, 4]), ("7,2,1,6,4", [7, 2, 1, 6, 4]),
    ])
  func hands(text: String, counts: [Int]) throws {
    let hands = try #require(Hands(text))
    #expect([hands.ask, hands.listen, hands.tell, hands.open, hands.close] == counts)
  }

  @Test("Anything else is no hands", arguments: ["", "7", "7 2", "7 2 1 6", "a b c", "7 2 1 / 6", "-1 2 3", "100 0 0"])
  func noHands(text: String) { #expect(Hands(text) == nil) }

  @Test(
    "Names stand between commas, or a number says how many there are",
    arguments: [
      ("Anna, Bram en Carla", ["Anna", "Bram", "Carla"]), ("Zoë,  Özlem ; Bø", ["Zoë", "Özlem", "Bø"]),
      ("3", ["", "", ""]), ("", []), ("Anna, anna, ANNA", ["Anna", "anna 2", "ANNA 3"]),
      ("Jan de Boer", ["Jan de Boer"]),
    ])
  func names(text: String, names: [String]) { #expect(WorkshopSetup.names(in: text) == names) }

  @Test("Too many or too long is refused; control characters are left out")
  func badNames() {
    #expect(WorkshopSetup.names(in: "99") == nil)
    #expect(WorkshopSetup.names(in: (1...41).map { "N\($0)" }.joined(separator: ",")) == nil)
    #expect(WorkshopSetup.names(in: String(repeating: "x", count: 41)) == nil)
    #expect(WorkshopSetup.names(in: "An\u{1B}[31mna") == ["An[31mna"])
  }

  @Test("A tally has as many numbers as its task asks for")
  func tallies() {
    #expect(Tally(.openQuestions, "ik telde er 4")?.numbers == [4])
    #expect(Tally(.signals, "2 van de 3")?.numbers == [2, 3])
    #expect(Tally(.signals, "2") == nil)
    #expect(Tally(.ladder, "7") == nil)
    #expect(Tally(.listening, "veel") == nil)
  }

  @Test("A setup file is read in both languages, and every line that can't be is told")
  func setupFile() {
    let file = SetupFile(
      """
      # Voor dinsdag
      persona: sanne
      namen: Anna, Bram
      minutes: 90
      beurten: 2
      feedback: live
      openheid: ja
      bedoeling: eerst vragen
      vragen: mijn-vragen.txt
      """)
    #expect(file.problems.isEmpty)
    #expect(file.persona == "sanne" && file.questions == "mijn-vragen.txt")
    #expect(
      file.setup
        == WorkshopSetup(
          names: ["Anna", "Bram"], minutes: 90, turns: 2, isFeedbackLive: true, isOpennessShown: true,
          aim: "eerst vragen"))
    let wrong = SetupFile("minuten: veel\nbeurte: 2\nzomaar wat\nminuten: 30\nfeedback: soms")
    #expect(
      wrong.problems == [
        .init(line: 1, reason: .value(.minutes, "veel")),
        .init(line: 2, reason: .unknown(name: "beurte", nearest: "beurten")),
        .init(line: 3, reason: .noColon), .init(line: 4, reason: .again(name: "minuten")),
        .init(line: 5, reason: .value(.feedback, "soms")),
      ])
  }
}
