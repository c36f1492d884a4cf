import TestSupport
import Testing

@Suite("Lines that do not come from a terminal")
struct PlainLinesTests {
  private func lines(_ bytes: [UInt8]) throws -> [String] {
    let result = try run(builtProduct("line-editing-probe"), inputBytes: bytes)
    #expect(result.exitCode == 0)
    return result.stdout.split(separator: "\n").map(String.init)
  }

  @Test(
    "Lines end in LF or CR LF, the last in neither",
    arguments: [
      ("", []), ("a", ["[a]"]), ("a\n", ["[a]"]), ("a\r\nb\r\n", ["[a]", "[b]"]), ("a\n\nb", ["[a]", "[]", "[b]"]),
      ("\n", ["[]"]), ("\u{FEFF}a\n", ["[a]"]), ("a\rb\n", ["[a\rb] 61 d 62"]),
    ])
  func lineEnds(_ input: String, _ expected: [String]) throws {
    #expect(try lines(Array(input.utf8)) == expected + ["end"])
  }

  @Test("Bytes that are not UTF-8 become U+FFFD")
  func repair() throws {
    #expect(
      try lines([0x61, 0xFF, 0x0A, 0xC3, 0x0A, 0x62]) == ["[a\u{FFFD}] 61 fffd", "[\u{FFFD}] fffd", "[b]", "end"])
  }

  @Test("Lines longer than any buffer are read whole")
  func longLines() throws {
    let million = [UInt8](repeating: 0x78, count: 1 << 20)
    let input = million + [0x0A] + million + [0x0D, 0x0A] + [0x61] + million
    #expect(try lines(input) == ["1048576 bytes", "1048576 bytes", "1048577 bytes", "end"])
  }

  @Test("Much input and much output do not wait for each other")
  func muchInput() throws {
    let input = Array(String(repeating: "Wat vind je daarvan?\n", count: 100_000).utf8)
    #expect(try lines(input).count == 100_001)
  }
}
