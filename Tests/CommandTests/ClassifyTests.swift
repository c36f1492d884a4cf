import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite("Coding lines for other programs")
struct ClassifyTests {
  private struct Line: Decodable {
    struct Sentence: Decodable {
      var text: String
      var move: String
      var stance: String
      var step: String?
      var sure: Bool
      var rule: String
      var evidence: [Int]
    }

    var text: String
    var move: String
    var sentences: [Sentence]
  }

  private func classify(_ bytes: [UInt8], language: String = "nl") throws -> [Line] {
    let result = try run(builtProduct("doorvraag"), ["classify", "--language", language], inputBytes: bytes)
    #expect(result.exitCode == 0)
    #expect(result.stderr == "")
    return try result.stdout.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
  }

  @Test("One JSON object a line, in the same order, with every key")
  func format() throws {
    let lines = try classify(Array("Hm-hm. Hoe voelde je je daarbij?\nJe zou eerder kunnen bellen.\n".utf8))
    #expect(lines.map(\.text) == ["Hm-hm. Hoe voelde je je daarbij?", "Je zou eerder kunnen bellen."])
    #expect(lines.map(\.move) == ["open-question", "advice"])
    #expect(lines[0].sentences.map(\.move) == ["acknowledgement", "open-question"])
    #expect(lines[0].sentences.map(\.step) == [nil, "feeling"])
    #expect(lines[0].sentences.map(\.stance) == ["listen", "ask"])
  }

  @Test("Evidence is a range of characters in the sentence")
  func evidence() throws {
    for line in try classify(Array("Één ding: hoe voelde je je? 👍🏽 Je moet gewoon bellen.\n\n...\n???\n".utf8)) {
      for sentence in line.sentences {
        #expect(sentence.evidence.count == 2)
        #expect(0 <= sentence.evidence[0] && sentence.evidence[0] <= sentence.evidence[1])
        #expect(sentence.evidence[1] <= sentence.text.unicodeScalars.count)
      }
    }
  }

  @Test("An empty line is silence, and a last line without an end is a line")
  func silence() throws {
    let lines = try classify(Array("\n…\nHoe dan?".utf8))
    #expect(lines.map(\.move) == ["silence", "silence", "open-question"])
  }

  @Test("One bad line is answered and leaves the others unharmed", arguments: ["nl", "en"])
  func bad(language: String) throws {
    let bad: [[UInt8]] = [
      [0xFF, 0xC3, 0x28], [0x00, 0x1B, 0x07], Array(String(repeating: "?", count: 10_000).utf8),
      Array(String(repeating: "en toen ", count: 125_000).utf8), Array(String(repeating: "a", count: 1_000_000).utf8),
      Array("שלום, איך היה לך?".utf8), Array("\u{202E}eioh".utf8),
      Array(String(repeating: "e\u{301}", count: 50_000).utf8),
    ]
    let good = Array((language == "nl" ? "Wat gebeurde er toen?" : "What happened next?").utf8)
    let bytes = bad.flatMap { good + [0x0A] + $0 + [0x0A] } + good + [0x0A]
    let lines = try classify(bytes, language: language)
    #expect(lines.count == bad.count * 2 + 1)
    for index in stride(from: 0, to: lines.count, by: 2) { #expect(lines[index].move == "open-question") }
  }

  @Test("An unknown language is a usage error that says which there are, in the user's language")
  func unknownLanguage() throws {
    let result = try Doorvraag().run("classify", "--language", "tlh", input: "nuqneH\n")
    #expect(result.exitCode == 2)
    #expect(result.stdout == "")
    #expect(result.stderr.contains("'tlh'") && result.stderr.contains("nl, en"))
  }

  @Test("A pack of one's own is read from its folder, checked and voted on")
  func ownPack() throws {
    let home = try TemporaryFolder()
    try home.write(
      "mine.pack", "rule advice-go\nmove: advice\nwhy-nl: n\nwhy-en: e\nwhen: go\nyes: go now\nno: stay\n")
    let program = try builtProduct("doorvraag")
    let arguments = ["classify", "--language", "xx", "--pack", home.path]
    #expect(try run(program, arguments, input: "go\n").stdout.contains("\"move\":\"advice\""))
    #expect(try run(program, arguments + ["--votes"], input: "go\n").stdout == "go\tadvice\t-\tadvice-go:advice:4.0\n")
    #expect(try run(program, arguments + ["--check"]).exitCode == 0)
    try home.write("mine.pack", "rule advice-go\nmove: advise\n")
    let faulty = try run(program, arguments + ["--check"])
    #expect(faulty.exitCode == 1)
    #expect(faulty.stdout.contains("mine.pack:2: there is no move 'advise'"))
  }

  @Test("A folder without a pack is a fault of the input")
  func noPack() throws {
    let home = try TemporaryFolder()
    let result = try run(builtProduct("doorvraag"), ["classify", "--language", "xx", "--pack", home.path])
    #expect(result.exitCode == 1)
    #expect(result.stderr.contains(home.path))
  }

  @Test("Control characters come out escaped, also those that are no ASCII")
  func controls() throws {
    let line = "\u{1B}[31mHoe\u{9B}31m gaat\u{7F} het, coöperatie « £ » ?"
    let result = try run(builtProduct("doorvraag"), ["classify", "--language", "nl"], input: line)
    #expect(result.stdout.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(try classify(Array(line.utf8)).first?.text == line)
  }

  @Test("What leaders read otherwise in their saved talks is listed, in the language of each, without --language")
  func fromTranscripts() throws {
    let doorvraag = try Doorvraag()
    let talks = doorvraag.home.path("data/doorvraag/talks")
    let input = "Hoe gaat het op je werk?\n/oneens gesloten vraag\nJe moet eerder naar bed.\n/oneens een opdracht\n"
    _ = try doorvraag.run("practise", doorvraag.persona, input: input)
    _ = try doorvraag.run("practise", "tess", input: "How are you?\n/disagree open question\n/disagree structure\n")
    let result = try doorvraag.run("classify", "--from-transcripts")
    #expect(result.exitCode == 0)
    let lines = try result.stdout.split(separator: "\n").map {
      try JSONDecoder().decode([String: String].self, from: Data($0.utf8))
    }
    #expect(lines.map { $0["language"] } == ["nl", "nl", "en"])
    #expect(lines.map { $0["text"] } == ["Hoe gaat het op je werk?", "Je moet eerder naar bed.", "How are you?"])
    #expect(lines.map { $0["said"] } == ["closed-question", "instruction", "structure"])
    #expect(lines[0]["heard"] == "open-question" && lines[0]["rule"]?.isEmpty == false)
    #expect(try doorvraag.run("classify", "--from-transcripts", "--language", "en").stdout.components("\n").count == 2)

    #expect(FileManager.default.createFile(atPath: talks + "/broken.jsonl", contents: Data("hi\n".utf8)))
    let again = try doorvraag.run("classify", "--from-transcripts")
    #expect(again.stdout == result.stdout)
    #expect(again.stderr.contains("broken.jsonl:1: dit is geen gesprek van Doorvraag"))
    #expect(again.exitCode == 1)
  }
}

@Suite("The codebook on the command line")
struct MovesTests {
  @Test("All terms, or one, in the interface language")
  func terms() throws {
    let doorvraag = try Doorvraag()
    #expect(try doorvraag.run("moves").stdout.contains("sturende vraag: "))
    #expect(try doorvraag.run("moves", "sturende vraag").stdout.contains("Zou je niet beter eerst bellen?"))
    #expect(try doorvraag.run("moves", "--language", "en", "leading question").stdout.contains("Have you tried"))
  }

  @Test("An unknown term gets the nearest")
  func unknown() throws {
    let result = try Doorvraag().run("moves", "reflektie")
    #expect(result.exitCode == 1)
    #expect(result.stderr.contains("Bedoel je 'reflectie'?"))
  }
}
