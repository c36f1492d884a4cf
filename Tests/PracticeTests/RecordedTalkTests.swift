import CoachingLanguage
import Evaluator
import Practice
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

private let header =
  #"{"event":"start","doorvraag":2,"persona":"Noor Bakker","file":"noor","language":"nl","seed":1,"#
  + #""started":"2026-03-01T09:30:00Z","opening":"Hoi."}"#

/// A line of a file for a turn in which the leader said one open question.
private func turn(_ id: Int, after parent: Int, _ text: String = "Hoe is het?", answer: String = "Druk.") -> String {
  let length = text.unicodeScalars.count
  return #"{"event":"turn","id":\#(id),"parent":\#(parent),"turn":{"number":1,"answer":"\#(answer)","#
    + #""feedback":{"lines":[]},"facts":{"opennessBefore":3,"opennessAfter":4,"isCore":false,"signals":[],"#
    + #""followed":[],"isTemptation":false,"isSolution":false,"isCheck":false,"isAgreement":false},"#
    + #""leader":{"text":"\#(text)","sentences":[{"text":"\#(text)","range":[0,\#(length)],"move":"open-question","#
    + #""isSure":true,"rule":"open-how","evidence":[0,3],"readings":[]}]}}}"#
}

private func read(_ lines: String..., end: String = "\n") throws -> RecordedTalk {
  try RecordedTalk(bytes: Array((lines.joined(separator: "\n") + end).utf8))
}

private func failure(_ bytes: [UInt8]) -> RecordedTalk.Failure? {
  do throws(RecordedTalk.Failure) {
    _ = try RecordedTalk(bytes: bytes)
    return nil
  } catch {
    return error
  }
}

private func failure(_ lines: String...) -> RecordedTalk.Failure? {
  failure(Array((lines.joined(separator: "\n") + "\n").utf8))
}

@Suite("A saved conversation")
struct RecordedTalkTests {
  @Test("Every turn that was said is there, and the talk is the line that was gone on with")
  func tree() throws {
    let talk = try read(
      header, turn(1, after: 0, "Een."), turn(2, after: 1, "Twee."), #"{"event":"undo","count":1,"to":1}"#,
      turn(3, after: 1, "Drie."), #"{"event":"jump","to":2}"#, turn(4, after: 2, "Vier."))
    #expect(talk.tries.map(\.turn.leader.text) == ["Een.", "Twee.", "Drie.", "Vier."])
    #expect(talk.place == 4)
    #expect(talk.talk.turns.map(\.leader.text) == ["Een.", "Twee.", "Vier."])
    #expect(talk.talk(to: 3).turns.map(\.leader.text) == ["Een.", "Drie."])
    #expect(talk.ends == [3, 4])
    #expect(talk.children(of: 1).map(\.id) == [2, 3])
    #expect(talk.talk.name == "Noor")
    #expect(talk.talk.opening == "Hoi.")
  }

  @Test("A persona without a name has none in the talk, instead of an empty one")
  func nameless() throws {
    #expect(try read(header.replacing("Noor Bakker", with: ""), turn(1, after: 0)).talk.name == nil)
  }

  @Test("A talk is unfinished until the leader stops, and again once it is gone on with")
  func end() throws {
    let end = #"{"event":"end","when":"2026-03-01T09:40:00Z"}"#
    #expect(try read(header, turn(1, after: 0)).ended == nil)
    #expect(try read(header, turn(1, after: 0), end).ended == "2026-03-01T09:40:00Z")
    #expect(try read(header, turn(1, after: 0), end, #"{"event":"resume","when":"later"}"#).ended == nil)
  }

  @Test("Hints, what was looked at and what the leader thought are kept")
  func besides() throws {
    let talk = try read(
      header, #"{"event":"hint","at":0,"level":1,"text":"Begin klein."}"#,
      #"{"event":"what-if","at":0,"line":"Doe dit.","answer":"Ja."}"#,
      #"{"event":"self-assessment","went":"Wel goed.","asked":7}"#)
    #expect(talk.hints.map(\.text) == ["Begin klein."])
    #expect(talk.whatIfs.map(\.line) == ["Doe dit."])
    #expect(talk.selfAssessment == RecordedTalk.SelfAssessment(went: "Wel goed.", asked: 7))
    #expect(talk.tries.isEmpty)
  }

  @Test("What the leader reads otherwise counts so, and what the rules heard is kept; the last reading counts")
  func disagreement() throws {
    func disagreement(_ said: String) -> String {
      #"{"event":"disagreement","turn":1,"sentence":0,"text":"Hoe is het?","heard":"open-question","#
        + #""rule":"open-how","said":"\#(said)"}"#
    }
    let talk = try read(header, turn(1, after: 0), disagreement("advice"))
    let sentence = talk.talk.turns[0].leader.sentences[0]
    #expect(sentence.move == .advice)
    #expect(sentence.isCorrected)
    #expect(sentence.readings.first == CodedSentence.Reading(move: .openQuestion, rule: "open-how"))
    #expect(talk.correctedCount == 1)
    #expect(talk.tries[0].turn.leader.sentences[0].move == .openQuestion)

    let second = try read(header, turn(1, after: 0), disagreement("advice"), disagreement("reflection"))
    #expect(second.talk.turns[0].leader.sentences[0].move == .reflection)
    #expect(second.disagreements.count == 1)
    let back = try read(header, turn(1, after: 0), disagreement("advice"), disagreement("open-question"))
    #expect(back.correctedCount == 0)
    #expect(back.talk.turns[0].leader.sentences[0].rule == "open-how")
  }

  @Test("An event that is not known is skipped")
  func unknownEvent() throws {
    let talk = try read(header, #"{"event":"applause","to":99}"#, turn(1, after: 0))
    #expect(talk.tries.count == 1)
  }

  @Test("A file of version 1 is read: each turn was said after the one before")
  func versionOne() throws {
    let old = header.replacing(#""doorvraag":2"#, with: #""doorvraag":1"#)
    let turns = [turn(1, after: 0, "Een."), turn(2, after: 1, "Twee.")].map {
      $0.replacing(#""id":1,"parent":0,"#, with: "").replacing(#""id":2,"parent":1,"#, with: "")
    }
    let talk = try read(old, turns[0], turns[1])
    #expect(talk.talk.turns.map(\.leader.text) == ["Een.", "Twee."])
    #expect(talk.tries.map(\.parent) == [0, 1])
    let goneOn = try read(
      old, turns[0], turns[1], #"{"event":"resume","when":"later"}"#, #"{"event":"undo","count":1,"to":1}"#,
      turn(3, after: 1, "Drie."))
    #expect(goneOn.talk.turns.map(\.leader.text) == ["Een.", "Drie."])
  }

  @Test("A last line that was torn off is left out, wherever it was torn")
  func torn() throws {
    let whole = try read(header, turn(1, after: 0))
    let second = turn(2, after: 1)
    for length in 0..<second.utf8.count {
      let torn = String(decoding: Array(second.utf8)[..<length], as: UTF8.self)
      #expect(try read(header, turn(1, after: 0), torn, end: "") == whole, "after \(length) bytes")
    }
    #expect(try read(header, turn(1, after: 0), second, end: "").tries.count == 2, "only the line end was lost")
    let zeros = Array((header + "\n" + turn(1, after: 0) + "\n").utf8) + [UInt8](repeating: 0, count: 4096)
    #expect(try RecordedTalk(bytes: zeros) == whole)
  }

  @Test("What was torn off before the talk was gone on with is left out too")
  func tornBeforeResume() throws {
    let torn = String(turn(2, after: 1).prefix(40))
    let resume = #"{"event":"resume","when":"2026-03-02T09:30:00Z"}"#
    #expect(try read(header, turn(1, after: 0), torn, resume, turn(2, after: 1)).tries.count == 2)
  }
}

@Suite("A file that is no conversation, or not a whole one")
struct RecordedTalkFailureTests {
  @Test("A line that can't be read is named, with its number")
  func damaged() {
    let found = failure(header, turn(1, after: 0), String(turn(2, after: 1).prefix(40)), turn(2, after: 1))
    #expect(found?.reason == .damaged)
    #expect(found?.line == 3)
    let last = failure(header, "geen JSON")
    #expect(last?.reason == .damaged, "a whole last line was not torn off")
    #expect(last?.line == 2)
  }

  @Test("A later version is named, and an unknown language", arguments: [3, 4, Int.max])
  func newer(version: Int) {
    let found = failure(header.replacing(#""doorvraag":2"#, with: #""doorvraag":\#(version)"#))
    #expect(found?.reason == .newer(version: version))
    #expect(failure(header.replacing(#""nl""#, with: #""xx""#))?.reason == .language("xx"))
  }

  @Test(
    "Anything else is no conversation",
    arguments: [
      "Leider: Hoe gaat het?", "{}", "[]", "null", #"{"event":"turn"}"#, #"{"event":"start"}"#,
      String(header.prefix(60)),
    ])
  func foreign(text: String) {
    #expect(failure(text)?.reason == .foreign)
    #expect(failure(text)?.line == 1)
  }

  @Test("An empty file says so")
  func empty() {
    #expect(failure([])?.reason == .empty)
    #expect(failure([0xFF, 0x00, 0x80])?.reason == .foreign)
  }

  @Test(
    "What can't have happened is named, with its line",
    arguments: [
      turn(2, after: 0), turn(1, after: 1), turn(1, after: -1), turn(1, after: 7), turn(0, after: 0),
      #"{"event":"undo","count":1,"to":-1}"#, #"{"event":"jump","to":1}"#,
      #"{"event":"hint","at":0,"level":9,"text":""}"#, #"{"event":"self-assessment","went":"","asked":11}"#,
      #"{"event":"disagreement","turn":1,"sentence":0,"text":"","heard":"advice","rule":"","said":"other"}"#,
      turn(1, after: 0).replacing(#""opennessAfter":4"#, with: #""opennessAfter":400"#),
      turn(1, after: 0).replacing(#""range":[0,11]"#, with: #""range":[0,12]"#),
      turn(1, after: 0).replacing(#""evidence":[0,3]"#, with: #""evidence":[-5,3]"#),
    ])
  func impossible(line: String) {
    let found = failure(header, line)
    #expect(found?.reason == .impossible)
    #expect(found?.line == 2)
  }

  @Test("A turn without sentences is no turn, and neither is a range that runs backwards")
  func emptyUtterance() throws {
    let line = turn(1, after: 0)
    let start = try #require(line.firstRange(of: #""sentences":["#)?.upperBound)
    #expect(failure(header, line[..<start] + "]}}}")?.reason == .impossible)
    #expect(failure(header, line.replacing("[0,3]", with: "[3,0]"))?.reason == .damaged)
  }

  @Test("JSON nested without end does no harm")
  func nested() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(failure(deep)?.reason == .foreign)
    #expect(failure(header, #"{"event":"turn","turn":\#(deep)"#, turn(1, after: 0))?.reason == .damaged)
  }

  @Test("Every failure says in both languages what it is, and where", arguments: Language.shipped)
  func messages(language: Language) {
    let phrases = Phrasebook(language)
    let reasons: [RecordedTalk.Failure.Reason] = [
      .unreadable, .tooLarge, .empty, .foreign, .newer(version: 3), .language("xx"), .damaged, .impossible,
    ]
    for reason in reasons {
      let message = RecordedTalk.Failure(path: "/t/noor.jsonl", line: 7, reason: reason).message(phrases)
      #expect(message.contains("/t/noor.jsonl"))
      #expect(!message.contains("{") && !message.contains("error."))
      if case .damaged = reason { #expect(message.contains(":7")) }
    }
  }

  @Test("A file that is not there, or is a folder, is said to be unreadable")
  func unreadable() {
    for path in ["/nowhere/talk.jsonl", "/"] {
      #expect {
        _ = try RecordedTalk(path: path)
      } throws: {
        ($0 as? RecordedTalk.Failure)?.reason == .unreadable
      }
    }
  }

  @Test("Whatever happens to its bytes, a file is read or refused, and what is read can be reviewed")
  func mutations() throws {
    var talk = try practice()
    for line in lines { _ = talk.say(line) }
    _ = talk.undo(2)
    _ = talk.hint()
    _ = talk.say("Je bent bang dat het misgaat. Wat wil je?")
    _ = talk.disagree(turn: 5, sentence: 1, said: .advice)
    let folder = try TemporaryFolder()
    do {
      var writer = try TranscriptWriter(creating: folder.path("t.jsonl"))
      try writer.begin(talk.record.header)
      for event in talk.takeEvents() { try writer.record(event) }
    }
    let whole = try #require(folder.bytes("t.jsonl"))
    #expect(try RecordedTalk(bytes: whole) == talk.record)
    var numbers = Numbers(state: 7)
    var read = 0
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0...Int(numbers.next() % 3) {
        let place = Int(numbers.next() % UInt64(bytes.count))
        switch numbers.next() % 4 {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: numbers.next())
        // Numbers are where a file that is well formed can be wrong.
        case 1: bytes[place] = 0x30 + UInt8(numbers.next() % 10)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + Int(numbers.next() % 40)))
        default: bytes.insert(contentsOf: whole[place..<min(whole.count, place + 30)], at: place)
        }
      }
      do throws(RecordedTalk.Failure) {
        let talk = try RecordedTalk(bytes: bytes)
        read += 1
        for end in talk.ends { _ = Review(of: talk.talk(to: end), pack: dutch) }
        _ = try? Practice.resume(talk, persona: try persona(), pack: dutch, phrases: Phrasebook(.dutch), at: "")
      } catch {
        #expect(error.line ?? 1 > 0)
      }
    }
    #expect(read > 0 && read < 400)
  }
}

/// The same numbers every time.
private struct Numbers {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
