import CoachingLanguage
import Testing

@testable import Personas

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite("The guides name every word of the notation")
struct GuideTests {
  private func text(of guide: String) throws -> String {
    let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    let bytes = try #require(FileManager.default.contents(atPath: root + "/Personas/" + guide))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What stands between ` and ` in a guide, made comparable, without the colon.
  private func words(of guide: String) throws -> Set<String> {
    var words: Set<String> = []
    for line in try text(of: guide).split(separator: "\n") {
      for (number, piece) in line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      where number % 2 == 1 {
        words.insert(Folding.name(piece.split(separator: ":").first.map(String.init) ?? ""))
        if let first = piece.split(separator: " ").first { words.insert(Folding.name(String(first))) }
      }
    }
    return words
  }

  private static let guides = ["README.md", "LEESMIJ.md"]

  @Test("Keys, parts, moves, steps and degrees of difficulty, in both languages", arguments: guides)
  func complete(guide: String) throws {
    let words = try words(of: guide)
    var wanted = Set(Keywords.keys.keys).union(Keywords.parts.keys).union(Keywords.difficulties.keys)
    wanted.formUnion(Keywords.or.union(Keywords.about).union(Keywords.upTo))
    for language in [Language.dutch, .english] {
      wanted.formUnion(Move.allCases.map { Folding.name(Keywords.name(of: $0, in: language)) })
      wanted.formUnion(Step.allCases.map { Folding.name(Keywords.name(of: $0, in: language)) })
    }
    wanted.formUnion(["question", "vraag", "listening", "luisteren", "telling", "vertellen", "advising", "adviseren"])
    wanted.formUnion(["own view", "eigen blik", "arranging", "regelen", "yes", "ja"])
    for heading in Keywords.words.union(Keywords.otherwise).union(Keywords.talks) {
      #expect(try text(of: guide).contains("`## " + heading), "\(heading)")
    }
    #expect(wanted.subtracting(words).sorted() == [])
  }

  @Test("The two names of every move and group of moves mean the same", arguments: guides)
  func moves(guide: String) throws {
    var count = 0
    var isMoves = false
    for line in try text(of: guide).split(separator: "\n", omittingEmptySubsequences: false) {
      let cells = line.split(separator: "|").map { $0.split(separator: "`") }
      guard cells.count == 3 else {
        isMoves = false
        continue
      }
      if isMoves, cells[0].count == 3, cells[1].count == 3 {
        let moves = Keywords.moves[Folding.name(String(cells[0][1]))]
        #expect(moves != nil && moves == Keywords.moves[Folding.name(String(cells[1][1]))], "\(line)")
        count += 1
      }
      if [" move ", " zet ", " several at once ", " meer tegelijk "].contains(String(cells[0][0])) { isMoves = true }
    }
    #expect(count == Move.allCases.count + 6)
  }
}
