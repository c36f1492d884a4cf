import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The README, read from the repository these tests were built in.
private struct Readme {
  let text: String
  let root: String

  init() throws {
    root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    text = try file(root + "/README.md")
  }

  /// The code blocks that open with ``` and this name.
  func blocks(_ name: String) -> [String] {
    var blocks: [String] = []
    var open: String?
    var isWanted = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let block = open {
          if isWanted { blocks.append(block) }
          open = nil
        } else {
          open = ""
          isWanted = line == "```" + name
        }
      } else if open != nil {
        open? += line + "\n"
      }
    }
    return blocks
  }
}

private func file(_ path: String) throws -> String {
  String(decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
}

/// Text without the line breaks and indentation that a width gives it.
private func flat(_ text: some StringProtocol) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

@Suite("What the README shows is what there is")
struct ReadmeTests {
  private let readme: Readme

  init() throws { readme = try Readme() }

  @Test("The conversation is had again, word for word")
  func conversation() throws {
    let shown = try #require(readme.blocks("").first)
    var pieces: [String] = []
    var lines: [String] = []
    for paragraph in shown.components("\n\n") {
      let rows = paragraph.split(separator: "\n").filter { !$0.hasPrefix("$ ") }
      guard let first = rows.first else { continue }
      if first.hasPrefix("Jij: ") {
        lines.append(String(first.dropFirst(5)))
        pieces.append(flat(rows.dropFirst().joined(separator: " ")))
      } else {
        pieces.append(flat(rows.joined(separator: " ")))
      }
    }
    let result = try Doorvraag().run("practise", "sanne", "--seed", "1", input: lines.map { $0 + "\n" }.joined())
    var rest = flat(result.stdout)[...]
    for piece in pieces where !piece.isEmpty {
      let found = try #require(rest.firstRange(of: piece), "the README has '\(piece)'")
      rest = rest[found.upperBound...]
    }
    #expect(lines.count >= 4)
  }

  @Test("The talk that was written down is read")
  func written() throws {
    let talk = try #require(readme.blocks("").first { $0.hasPrefix("Leider: ") })
    let result = try Doorvraag().run("evaluate", "-", "--format", "json", input: talk)
    #expect(result.exitCode == 0)
    #expect(result.stdout.contains("\"language\":\"nl\"") && result.stdout.contains("\"turns\":2"))
  }

  @Test("The program with the library is the one that is built here, and prints what is shown")
  func example() throws {
    let source = try file(readme.root + "/Tests/ReadmeExample/main.swift")
    #expect(readme.blocks("swift") == [source])
    let result = try run(builtProduct("readme-example"), [])
    #expect(readme.blocks("").contains(result.stdout))
  }

  @Test("The workshop is held again, screen for screen")
  func workshop() throws {
    let shown = try #require(readme.blocks("text").first)
    let rows = shown.split(separator: "\n").filter { !$0.hasPrefix("$ ") }
    let typed = rows.filter { $0.hasPrefix("> ") }.map { $0.dropFirst(2) + "\n" }
    #expect(typed.count >= 4)
    let result = try Doorvraag().run(
      "workshop", "sanne", "--names", "Anna, Bram, Carla", "--seed", "1", input: typed.joined())
    var rest = result.stdout[...]
    for screen in rows.split(whereSeparator: { $0.hasPrefix("> ") }) {
      for row in screen {
        let found = try #require(rest.firstRange(of: row), "the README has '\(row)'")
        rest = rest[found.upperBound...]
      }
    }
    for command in ["guide", "sheets", "review"] {
      #expect(readme.text.contains("workshop \(command)`"))
      #expect(try Doorvraag().run("workshop", command, "--help").exitCode == 0)
    }
  }

  @Test("What must pass before anything lands is the README's test command")
  func testCommand() throws {
    let command = try #require(readme.blocks("sh").last)
    #expect(try file(readme.root + "/.ci/run").contains("\n" + command))
  }
}
