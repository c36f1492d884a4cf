import CoachingLanguage
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How well labelled sentences are heard.
private struct Hearing {
  private var gold: [Move] = []
  private var said: [Move?] = []
  private var steps: [(gold: Step?, said: Step?)] = []
  private var leading: [(gold: Move, said: Move)] = []

  init(_ file: String, _ language: Language) throws {
    let folder = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
    let data = try #require(FileManager.default.contents(atPath: folder + "/Sentences/" + file))
    let classifier = Classifier(try #require(LanguagePack.shipped(language)))
    for row in String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst() {
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
      let moves = try cells[1].split(separator: ",").map { try #require(Move(rawValue: String($0))) }
      let opened = cells[2].split(separator: ",").map { Step(rawValue: String($0)) }
      let coded = classifier.code(String(cells[0]))
      let isSplitRight = coded.sentences.count == moves.count
      gold += moves
      said += isSplitRight ? coded.sentences.map(\.move) : moves.map { _ in nil }
      for (index, move) in moves.enumerated() where move == .openQuestion {
        steps.append((opened[index], isSplitRight ? coded.sentences[index].step : nil))
      }
      let sentences = moves.map { CodedSentence(text: "", range: 0..<0, move: $0, rule: "", evidence: 0..<0) }
      leading.append((CodedUtterance(text: "", sentences: sentences).leading.move, coded.leading.move))
    }
  }

  /// F1 of being one of `moves`.
  private func f1(_ moves: Set<Move>) -> Double {
    let hits = zip(gold, said).count { moves.contains($0) && $1.map(moves.contains) ?? false }
    return 2 * Double(hits)
      / Double(max(1, gold.count { moves.contains($0) } + said.count { $0.map(moves.contains) ?? false }))
  }

  var macro: Double {
    let moves = Set(gold)
    return moves.reduce(0) { $0 + f1([$1]) } / Double(moves.count)
  }

  var asking: Double { f1([.openQuestion, .closedQuestion]) }
  var advising: Double { f1(Set(Move.allCases.filter(\.isAdvising))) }
  var step: Double { Double(steps.count { $0.gold == $0.said }) / Double(steps.count) }
  var lead: Double { Double(leading.count { $0.gold == $0.said }) / Double(leading.count) }
}

@Suite("How well sentences are heard")
struct HearingTests {
  @Test("Sentences nothing was made on are heard about as well as the packs promise", arguments: Language.shipped)
  func unseen(language: Language) throws {
    let hearing = try Hearing(language.rawValue + "-unseen.tsv", language)
    #expect(hearing.macro >= 0.90)
    #expect(hearing.asking >= 0.95)
    #expect(hearing.advising >= 0.94)
    #expect(hearing.step >= 0.86)
    #expect(hearing.lead >= 0.92)
  }

  @Test("Sentences the packs were made on stay heard", arguments: Language.shipped)
  func known(language: Language) throws {
    let hearing = try Hearing(language.rawValue + ".tsv", language)
    #expect(hearing.macro >= 0.93)
    #expect(hearing.lead >= 0.93)
  }
}
