import Testing

@testable import CoachingLanguage

@Suite("Counting hints")
struct HintFitterTests {
  private static let rows = (0..<8).flatMap { number in
    [
      "try the horse number \(number)\tadvice\t-", "what is it with the cow \(number)\topen-question\tevent",
      "you felt left out \(number)\treflection\t-", "what did you do about it \(number)\topen-question\trole",
      "what is that to you \(number)\topen-question\t-",
    ]
  }

  private static func table(_ rows: [String]) throws -> String {
    var fitter = HintFitter(HintTests.pack(""))
    for row in rows { fitter.add(try #require(LabelledUtterance(row: row))) }
    return fitter.table()
  }

  @Test("With the table that was counted, the sentences it was counted on are heard, steps too, and others like them")
  func fits() throws {
    let classifier = Classifier(HintTests.pack(try Self.table(Self.rows)))
    for row in Self.rows + ["try the duck over there\tadvice\t-", "what is it with the dog\topen-question\tevent"] {
      let utterance = try #require(LabelledUtterance(row: row))
      let heard = classifier.code(utterance.text).sentences[0]
      #expect(heard.move == utterance.labels[0].move, "\(row)")
      #expect(heard.step == utterance.labels[0].step, "\(row)")
    }
  }

  @Test("The same rows give the same table; every line of it can be read again")
  func isStable() throws {
    let table = try Self.table(Self.rows)
    #expect(try Self.table(Self.rows) == table)
    #expect(table.contains("hint: @animal = "))
    #expect(HintTests.pack(table).problems.isEmpty)
  }

  @Test("What stands in fewer than four sentences is not counted")
  func rare() throws {
    let table = try Self.table(Self.rows + Array(repeating: "try the zebra\tadvice\t-", count: 3))
    #expect(!table.contains("zebra"))
  }

  @Test("A row that weighs less counts less")
  func weights() throws {
    func weight(of lighter: Double) throws -> Int {
      var fitter = HintFitter(HintTests.pack(""))
      for row in Self.rows { fitter.add(try #require(LabelledUtterance(row: row))) }
      for _ in 0..<8 { fitter.add(try #require(LabelledUtterance(row: "zebra it is\tadvice\t-")), weight: lighter) }
      let line = fitter.table().split(separator: "\n").first { $0.hasPrefix("hint: zebra = ") }
      let advice = line?.split(separator: "=")[1].split(separator: ",").first { $0.contains("advice") }
      return advice.flatMap { Int($0.split(separator: " ").last ?? "") } ?? 0
    }
    #expect(try weight(of: 0.01) < weight(of: 1))
  }

  @Test("An utterance that is heard as more sentences than it has labels is not taken in")
  func split() throws {
    var fitter = HintFitter(HintTests.pack(""))
    #expect(!fitter.add(try #require(LabelledUtterance(row: "Try it. Really.\tadvice\t-"))))
    #expect(fitter.add(try #require(LabelledUtterance(row: "Try it. Really.\tadvice,advice\t-,-"))))
  }

  @Test(
    "Rows that are no labelled utterance", arguments: ["text\tmoves\tsteps", "a\tadvice", "a\tadvice,advice\t-", ""])
  func noRow(row: String) { #expect(LabelledUtterance(row: row) == nil) }
}
