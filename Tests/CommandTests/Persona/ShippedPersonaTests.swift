import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite("The personas that come with the program")
struct ShippedPersonaTests {
  /// The folder the personas stand in.
  static let folder = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/Personas"

  /// Their names, as the folder has them.
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { file in
      file.hasSuffix(".md") && file.utf8.count { $0 == UInt8(ascii: ".") } == 1 && file.first?.isLowercase == true
    }.map { String($0.dropLast(3)) }.sorted()
  }()

  @Test("There are at least eight in Dutch and four in English, and the program has them all")
  func areThere() throws {
    let list = try Doorvraag().run("persona", "list").stdout
    let lines = list.split(separator: "\n").filter { line in Self.names.contains { line.hasPrefix("  " + $0 + " ") } }
    #expect(lines.count == Self.names.count)
    #expect(lines.count { $0.contains(" nl ") } >= 8)
    #expect(lines.count { $0.contains(" en ") } >= 4)
  }

  @Test("Each is without a finding, and proven", arguments: names)
  func isProven(name: String) throws {
    let result = try Doorvraag().run("persona", "check", "--strict", name)
    #expect(result.exitCode == 0, "\(result.stdout)")
    #expect(result.stdout.contains("bewezen") && !result.stdout.contains("niet bewezen"))
  }

  @Test("Each answers its example conversations as its author meant", arguments: names)
  func passesItsTalks(name: String) throws {
    let result = try Doorvraag().run("persona", "test", "\(Self.folder)/\(name).md")
    #expect(result.exitCode == 0, "\(result.stdout)")
  }

  @Test("Nobody who only advises gets to the core of any", arguments: names)
  func adviceGetsNowhere(name: String) throws {
    let result = try Doorvraag().run("persona", "play", name, "--runs", "20")
    let adviser = result.stdout.split(separator: "\n").first { $0.contains("adviseert") }
    #expect(adviser.map { $0.contains(" 0%") } == true, "\(result.stdout)")
  }
}
