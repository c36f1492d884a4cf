import CoachingLanguage
import Evaluator
import Practice
import Reporting
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite("The review as JSON")
struct ReportJSONTests {
  /// The keys others rely on, `tell_share` for `tellShare`, with the kinds of their values.
  private struct Read: Decodable {
    var version: Int
    var tellShare: Double?
    var openShare: Double?
    var reflectionsPerQuestion: Double?
    var counts: [String: Int]
    var ladder: [String: Rung]
    var why: Why
    var solutionCheck: Bool
    var followUp: FollowUp
    var signals: Signals
    var temptations: Temptations
    var stackedQuestions: Int
    var words: Words

    struct Rung: Decodable {
      var asked: Int?
      var reached: Int?
    }
    struct Why: Decodable {
      var reached: Bool
      var turn: Int?
      var understood: Bool
    }
    struct FollowUp: Decodable {
      var what: String?
      var who: String?
      var when: String?
    }
    struct Signals: Decodable {
      var pickedUp: Int
      var missed: Int
    }
    struct Temptations: Decodable {
      var resisted: Int
      var givenIn: Int
    }
    struct Words: Decodable {
      var leader: Int
      var other: Int
    }
  }

  private func read(_ talk: Talk) throws -> Read {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Read.self, from: Data(report(talk).json().utf8))
  }

  @Test("The documented keys say what happened")
  func keys() throws {
    let read = try read(wholeTalk)
    #expect(read.version == 1)
    #expect(read.tellShare == 0.2)
    #expect(read.openShare == 1)
    #expect(read.reflectionsPerQuestion == 0.333)
    #expect(read.counts["open-question"] == 3)
    #expect(Set(read.counts.keys) == Set(Move.allCases.map(\.rawValue)))
    #expect(Set(read.ladder.keys) == Set(Step.allCases.map(\.rawValue)))
    #expect(read.ladder["feeling"]?.asked == 3)
    #expect(read.why.reached && read.why.understood)
    #expect(read.why.turn == 4)
    #expect(!read.solutionCheck)
    #expect(read.followUp.what == "Zullen we vrijdag om tien uur kijken hoe het ging?")
    #expect(read.followUp.who == "both")
    #expect(read.followUp.when == "vrijdag om tien uur")
    #expect(read.signals.pickedUp == 1 && read.signals.missed == 1)
    #expect(read.temptations.resisted == 1 && read.temptations.givenIn == 0)
    #expect(read.stackedQuestions == 0)
    #expect(read.words.leader == 37)
  }

  @Test("An empty talk has all keys, and null where there is nothing to divide by")
  func empty() throws {
    let read = try read(Talk(language: .dutch))
    #expect(read.tellShare == nil && read.openShare == nil && read.reflectionsPerQuestion == nil)
    #expect(!read.why.reached && read.why.turn == nil)
    #expect(read.followUp.what == nil)
  }
}

@Suite("The review as Markdown")
struct ReportMarkdownTests {
  @Test("Marks in what people said mean nothing, and what steers a terminal is gone")
  func escaped() {
    var talk = wholeTalk
    talk.turns[0].answer = "*vet* <b>dik</b> [link](x) | cel \u{1B}[31mrood"
    let text = report(talk).markdown
    #expect(text.contains("\\*vet\\* \\<b\\>dik\\</b\\> \\[link\\](x) \\| cel \\[31mrood"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test("Every table row has as many cells as its head")
  func tables() {
    let rows = report(wholeTalk).markdown.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.count > 10)
    for row in rows { #expect(row.replacing("\\|", with: "").count { $0 == "|" } == 4, "\(row)") }
  }
}
