import CoachingLanguage
import Personas
import Practice
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite("One conversation")
struct PracticeTests {
  @Test("The same seed and the same lines give the same conversation")
  func repeats() throws {
    var one = try practice()
    var other = try practice()
    #expect(lines.map { one.say($0) } == lines.map { other.say($0) })
    #expect(one.talk == other.talk)
  }

  @Test("A line is heard, answered and kept; what the persona's file says of the answer goes to the evaluator")
  func turn() throws {
    var practice = try practice()
    let turn = practice.say(lines[0])
    #expect(turn.number == 1)
    #expect(turn.leader.leading.move == .openQuestion)
    #expect(turn.node == "begin")
    #expect(turn.facts.signals.map(\.topic) == ["nacht"])
    #expect(turn.facts.step == .situation)
    #expect(practice.talk.turns.count == 1)
  }

  @Test("A signal that is taken up is told, and the core is reached")
  func core() throws {
    var practice = try practice()
    _ = practice.say(lines[0])
    let turn = practice.say(lines[3])
    #expect(turn.facts.followed == ["nacht"])
    #expect(turn.facts.isCore)
    #expect(practice.review.why.reached == 2)
  }

  @Test("Looking at the review changes nothing")
  func review() throws {
    var practice = try practice()
    _ = practice.say(lines[0])
    let before = practice.talk
    _ = practice.review
    #expect(practice.talk == before)
  }
}

@Suite("The file of a conversation")
struct TranscriptTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/doorvraag-" + UUID().uuidString

  @Test("Every turn is a line of JSON on disk as soon as it is recorded, for its owner alone")
  func writes() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var practice = try practice()
    var writer = try TranscriptWriter(creating: folder + "/talk.jsonl")
    try writer.begin(practice.record.header)
    for (index, line) in lines.enumerated() {
      _ = practice.say(line)
      for event in practice.takeEvents() { try writer.record(event) }
      let data = try #require(FileManager.default.contents(atPath: folder + "/talk.jsonl"))
      let rows = data.split(separator: 0x0A)
      #expect(rows.count == index + 2)
      let event = try JSONDecoder().decode([String: JSON].self, from: rows[index + 1])
      #expect(event["event"] == .text("turn"))
    }
    let mode = try FileManager.default.attributesOfItem(atPath: folder + "/talk.jsonl")[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("A file that is there already is never overwritten")
  func keeps() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/talk.jsonl"
    #expect(FileManager.default.createFile(atPath: path, contents: Data("mine".utf8)))
    #expect(throws: TranscriptWriter.Failure.self) { _ = try TranscriptWriter(creating: path) }
    #expect(FileManager.default.contents(atPath: path) == Data("mine".utf8))
  }

  @Test("A folder that can't be written is said, with the path and the reason")
  func unwritable() {
    let path = "/nowhere-at-all/talk.jsonl"
    #expect {
      _ = try TranscriptWriter(creating: path)
    } throws: { error in
      let failure = error as? TranscriptWriter.Failure
      return failure?.path == path && failure?.reason.isEmpty == false
    }
  }
}

/// Enough of JSON to look at one key.
private enum JSON: Decodable, Equatable {
  case text(String)
  case other

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    self = (try? container.decode(String.self)).map { .text($0) } ?? .other
  }
}

@Suite("The data folder and the personas in it")
struct DataFolderTests {
  @Test("XDG_DATA_HOME goes before HOME, and must be absolute")
  func folder() {
    #expect(DataFolder(environment: ["XDG_DATA_HOME": "/d", "HOME": "/h"])?.path == "/d/doorvraag")
    #expect(DataFolder(environment: ["XDG_DATA_HOME": "d", "HOME": "/h"])?.path == "/h/.local/share/doorvraag")
    #expect(DataFolder(environment: [:]) == nil)
  }

  @Test("A talk's file is named after its time and persona, and is safe as a file name")
  func talkName() throws {
    let folder = try #require(DataFolder(environment: ["HOME": "/h"]))
    let name = folder.newTalk(with: "../Zoë", at: "2026-03-01T09:30:00Z")
    #expect(name == "/h/.local/share/doorvraag/talks/2026-03-01T093000Z----zoë.jsonl")
  }

  @Test("Shipped personas are found by name, whatever the capitals; another name gets the nearest")
  func library() throws {
    let library = PersonaLibrary(folder: nil)
    let first = try #require(library.all().first)
    #expect(try library.persona(first.name.uppercased()).name == first.name)
    #expect {
      _ = try library.persona(first.name + "x")
    } throws: { error in
      guard case .unknown(_, let names, let nearest)? = error as? PersonaLibrary.Failure else { return false }
      return names.contains(first.name) && nearest == first.name
    }
  }

  @Test("There is a persona in each language to talk with", arguments: Language.shipped)
  func languages(language: Language) {
    #expect(PersonaLibrary(folder: nil).all().contains { $0.persona.language == language })
  }
}
