import CoachingLanguage
import Personas
import Practice
import TestSupport
import Testing

@Suite("Going on with a conversation")
struct ResumingTests {
  private func resumed(_ record: RecordedTalk, with text: String = noor) throws -> (Practice, Practice.Change) {
    let (practice, change) = try Practice.resume(
      record, persona: try persona(text), pack: dutch, phrases: Phrasebook(.dutch), at: "2026-03-02T09:30:00Z")
    return (practice, change)
  }

  private func begun() throws -> Practice {
    var talk = try practice()
    _ = talk.say(lines[0])
    _ = talk.say(lines[1])
    _ = talk.undo(1)
    _ = talk.say(lines[2])
    return talk
  }

  @Test("It goes on as if it had never stopped, from every turn")
  func goesOn() throws {
    let before = try begun()
    for place in 0...3 {
      var straight = before
      _ = straight.jump(to: place)
      var (again, change) = try resumed(straight.record)
      #expect(change == .none)
      #expect(again.talk == straight.talk)
      for line in lines {
        let (one, other) = (again.say(line), straight.say(line))
        #expect(one == other)
      }
    }
  }

  @Test("A file that has changed in what was not said yet: said so, and gone on with")
  func changedElsewhere() throws {
    let version = noor.replacing("Ik ben bang dat het misgaat.", with: "Straks gaat het mis.")
    let (again, change) = try resumed(try begun().record, with: version)
    #expect(change == .fileAlone)
    #expect(again.talk.turns.count == 2)
  }

  @Test("A file in which a turn would be answered otherwise: gone on with from the turn before, and nothing lost")
  func changedAnswer() throws {
    var talk = try practice()
    _ = talk.say(lines[0])
    _ = talk.say(lines[3])
    let version = noor.replacing("bang", with: "doodsbang")
    var (again, change) = try resumed(talk.record, with: version)
    #expect(change == .answers(turn: 2))
    #expect(again.talk.turns.count == 1)
    #expect(again.record.tries.count == 2)
    let canJump = again.jump(to: 2)
    #expect(!canJump, "what would be answered otherwise can't be gone on from")
    let turn = again.say(lines[3])
    #expect(turn.answer.contains("doodsbang"))
  }

  @Test("Another persona, or one that begins otherwise, is refused")
  func otherPersona() throws {
    let record = try begun().record
    #expect(throws: Practice.ResumeFailure.otherPersona(was: "Noor Bakker", now: "Nora Bakker")) {
      _ = try resumed(record, with: noor.replacing("# Noor", with: "# Nora"))
    }
    #expect(throws: Practice.ResumeFailure.otherOpening) {
      _ = try resumed(record, with: noor.replacing("opening: Hoi.\nopening: Hallo.", with: "opening: Dag."))
    }
  }

  @Test("What was practised, and when the feedback is said, stays")
  func setting() throws {
    let talk = try practice(setting: .init(policy: .fade, focus: .feeling))
    let (again, _) = try resumed(talk.record)
    #expect(again.policy == .fade)
    #expect(again.focus == .feeling)
  }
}

@Suite("Writing a conversation down")
struct TranscriptWriterTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path("talk.jsonl") }

  init() throws { folder = try TemporaryFolder() }

  private func begin(_ talk: inout Practice) throws {
    var writer = try TranscriptWriter(creating: path)
    try writer.begin(talk.record.header)
    for event in talk.takeEvents() { try writer.record(event) }
  }

  @Test("A file is gone on with where it stops")
  func appends() throws {
    var talk = try practice()
    _ = talk.say(lines[0])
    try begin(&talk)
    var writer = try TranscriptWriter(appendingTo: path)
    _ = talk.say(lines[1])
    for event in talk.takeEvents() { try writer.record(event) }
    #expect(try RecordedTalk(path: path) == talk.record)
  }

  @Test("A torn last line keeps its bytes, and the talk goes on behind it", arguments: [1, 40, 300])
  func torn(length: Int) throws {
    var talk = try practice()
    _ = talk.say(lines[0])
    try begin(&talk)
    let whole = try #require(folder.bytes("talk.jsonl"))
    let last = try #require(whole.dropLast().lastIndex(of: 0x0A)) + 1
    let torn = Array(whole[..<(last + length)])
    try folder.write("talk.jsonl", bytes: torn)

    let record = try RecordedTalk(path: path)
    #expect(record.tries.isEmpty)
    var (again, _) = try Practice.resume(
      record, persona: try persona(), pack: dutch, phrases: Phrasebook(.dutch), at: "2026-03-02T09:30:00Z")
    _ = again.say(lines[3])
    do {
      var writer = try TranscriptWriter(appendingTo: path)
      for event in again.takeEvents() { try writer.record(event) }
    }
    #expect(try RecordedTalk(path: path).tries.map(\.turn.leader.text) == [lines[3]])
    #expect(try #require(folder.bytes("talk.jsonl")).starts(with: torn))
  }

  @Test("Two writers can't have one file, and the second says why")
  func taken() throws {
    let writer = try TranscriptWriter(creating: path)
    #expect {
      _ = try TranscriptWriter(appendingTo: path)
    } throws: {
      ($0 as? TranscriptWriter.Failure)?.isTaken == true
    }
    let isWritten = writer.isWritten
    #expect(isWritten)
  }
}
