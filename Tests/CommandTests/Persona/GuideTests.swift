import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A guide for those who write personas, read from the repository these tests were built in.
private struct Guide: CustomTestStringConvertible {
  /// A piece between ``` and ```, with what stands behind the first.
  struct Block {
    var kind: String
    /// The words behind the kind.
    var words: [String]
    var text = ""
  }

  let fileName: String
  let locale: String
  /// What the guide calls its persona, as `new` is asked for it and as the file is called.
  let persona: (name: String, file: String)
  /// The heading above which the guide says to put a piece.
  let insertion: String
  let text: String
  let blocks: [Block]

  var testDescription: String { fileName }
  var last: Block? { blocks.last { $0.kind == "persona" } }

  static let all = [
    Guide("README.md", locale: "en_GB.UTF-8", persona: ("Bev Marsh", "bev-marsh"), insertion: "## otherwise"),
    Guide("LEESMIJ.md", locale: "nl_NL.UTF-8", persona: ("Bas Kuipers", "bas-kuipers"), insertion: "## anders"),
  ]

  init(_ fileName: String, locale: String, persona: (String, String), insertion: String) {
    self.fileName = fileName
    self.locale = locale
    self.persona = persona
    self.insertion = insertion
    let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
    let bytes = FileManager.default.contents(atPath: root + "/Personas/" + fileName) ?? Data()
    text = String(decoding: bytes, as: UTF8.self)
    blocks = Guide.blocks(of: text)
  }

  private static func blocks(of text: String) -> [Block] {
    var blocks: [Block] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isOpen.toggle()
        let words = line.dropFirst(3).split(separator: " ").map(String.init)
        if isOpen { blocks.append(Block(kind: words.first ?? "", words: Array(words.dropFirst()))) }
      } else if isOpen {
        blocks[blocks.count - 1].text += line + "\n"
      }
    }
    return blocks
  }

  func blocks(_ kind: String) -> [Block] { blocks.filter { $0.kind == kind } }

  /// The chapter with the grammar.
  var grammar: Substring {
    let rest = text.firstRange(of: "\n## 2. ").map { text[$0.upperBound...] } ?? ""
    return rest.firstRange(of: "\n## 3. ").map { rest[..<$0.lowerBound] } ?? rest
  }

  /// Every command line that is shown, in a block or in a sentence.
  var commands: [String] {
    let shown = blocks("sh").flatMap { $0.text.split(separator: "\n") }
    return (shown + text.split(separator: "`")).map(String.init).filter {
      $0.hasPrefix("doorvraag ") && !$0.contains("\n")
    }
  }
}

@Suite("What the guides for authors show is what there is")
struct GuideTests {
  private let doorvraag: Doorvraag

  init() throws { doorvraag = try Doorvraag() }

  private func run(_ guide: Guide, _ arguments: [String], input: String = "") throws -> RunResult {
    var environment = doorvraag.environment
    environment["LANG"] = guide.locale
    return try TestSupport.run(doorvraag.program, arguments, input: input, environment: environment)
  }

  /// The last persona of a guide with a piece put where the guide says.
  private func write(_ guide: Guide, with piece: String = "") throws -> String {
    let whole = try #require(guide.last).text
    let place = try #require(whole.firstRange(of: guide.insertion)).lowerBound
    let text = whole[..<place] + (piece.isEmpty ? "" : piece + "\n") + whole[place...]
    return try doorvraag.home.write(guide.persona.file + ".md", String(text))
  }

  @Test("Every persona is clean and proven; the last has twelve headings, and its conversations go as expected")
  func personas() throws {
    for guide in Guide.all {
      #expect(guide.blocks("persona").count >= 2)
      for block in guide.blocks("persona") {
        let path = try doorvraag.home.write("shown.md", block.text)
        let check = try run(guide, ["persona", "check", "--strict", path])
        #expect(check.exitCode == 0, "\(guide.fileName): \(check.stdout)")
      }
      let path = try write(guide)
      let prove = try run(guide, ["persona", "prove", path])
      #expect(prove.exitCode == 0, "\(guide.fileName): \(prove.stdout)")
      let tests = try run(guide, ["persona", "test", path])
      #expect(tests.exitCode == 0, "\(guide.fileName): \(tests.stdout)")
      let check = try run(guide, ["persona", "check", path])
      #expect(check.stdout.contains(" · 12 "))
    }
  }

  @Test("The six answers make a persona that is clean")
  func answers() throws {
    for guide in Guide.all {
      let answers = try #require(guide.blocks("answers").first).text
      let made = try run(guide, ["persona", "new", guide.persona.name], input: answers)
      #expect(made.exitCode == 0, "\(made.stderr)")
      let check = try run(guide, ["persona", "check", "--strict", guide.persona.file])
      #expect(check.exitCode == 0, "\(guide.fileName): \(check.stdout)")
    }
  }

  @Test("A piece that shows findings gives those, and no other")
  func findings() throws {
    for guide in Guide.all {
      for block in guide.blocks("finding") {
        let path = try write(guide, with: block.text)
        let check = try run(guide, ["persona", "check", "--strict", path])
        #expect(check.exitCode == 1)
        // path:line:column: error: [code] message
        let codes = check.stdout.split(separator: "\n").filter { $0.hasPrefix(path + ":") }.compactMap { line in
          line.split(separator: "[").dropFirst().first?.split(separator: "]").first.map(String.init)
        }
        #expect(Set(codes) == Set(block.words), "\(guide.fileName): \(check.stdout)")
      }
    }
  }

  @Test("What the program is said to print, it prints")
  func output() throws {
    for guide in Guide.all {
      let path = try write(guide)
      for block in guide.blocks("output") {
        if block.words.contains("check") {
          _ = try write(guide, with: try #require(guide.blocks("finding").first).text)
        }
        let result = try run(guide, block.words + [path])
        let stdout = result.stdout.replacing(path, with: guide.persona.file + ".md")
        #expect(stdout.contains(block.text), "\(guide.fileName): \(stdout)")
      }
    }
  }

  @Test("Every command line exists, with its options")
  func commands() throws {
    for guide in Guide.all {
      #expect(guide.commands.count >= 10)
      for command in Set(guide.commands) {
        let words = command.split(separator: " ").dropFirst().map(String.init)
        let subcommand = Array(words.prefix(words.first == "persona" ? 2 : 1))
        let help = try run(guide, subcommand + ["--help"])
        #expect(help.exitCode == 0, "\(command): \(help.stderr)")
        #expect(help.stdout.contains("doorvraag " + subcommand.joined(separator: " ") + " "), "\(command)")
        for option in words where option.hasPrefix("--") {
          #expect(help.stdout.contains(option), "\(command)")
        }
      }
    }
  }

  @Test("Both guides have the same blocks, and the same words in the grammar")
  func twins() throws {
    let (english, dutch) = (Guide.all[0], Guide.all[1])
    func outline(_ guide: Guide) -> [[String]] { guide.blocks.map { [$0.kind] + $0.words } }
    #expect(outline(english) == outline(dutch))

    /// The words of the first two of three columns, with `ONDERWERP` as `TOPIC`.
    func keywords(_ guide: Guide) -> Set<String> {
      var words: Set<String> = []
      for row in guide.grammar.split(separator: "\n") where row.hasPrefix("|") {
        let columns = row.split(separator: "|")
        guard columns.count == 3 else { continue }
        let pieces = columns[0...1].joined(separator: " ").split(separator: "`")
        for (number, piece) in pieces.enumerated() where number % 2 == 1 {
          words.insert(String(piece).replacing("ONDERWERP", with: "TOPIC"))
        }
      }
      return words
    }
    #expect(keywords(english).count > 70)
    #expect(keywords(english).symmetricDifference(keywords(dutch)).isEmpty)
  }
}
