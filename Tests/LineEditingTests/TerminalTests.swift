import LineEditing
import Testing

@Suite("Facts about the terminal")
struct TerminalTests {
  @Test(
    "A text takes as many columns as it shows",
    arguments: [
      ("", 0), ("Sanne", 5), ("één", 3), ("e\u{301}e\u{301}n", 3), ("漢字", 4), ("한국", 4),
      ("\u{1112}\u{1161}\u{11AB}", 2),
      ("😀", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇳🇱", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("…", 1), ("“ja”", 4), ("─│█", 3),
      ("a\u{200B}b", 2), ("ｆｕｌｌ", 8), ("ก็", 1), ("✓✗", 2), ("★", 1),
    ])
  func columns(_ text: String, _ expected: Int) {
    #expect(Terminal.columns(of: text) == expected)
  }

  @Test(
    "Escape sequences take none",
    arguments: [
      ("\u{1B}[1;32mJij\u{1B}[0m > ", 6), ("\u{1B}]8;;https://x.nl\u{7}link\u{1B}]8;;\u{1B}\\", 4),
      ("\u{1B}[0m\u{301}é", 1),
    ])
  func escapes(_ text: String, _ expected: Int) {
    #expect(Terminal.columns(of: text) == expected)
  }

  @Test("A descriptor without a window counts as 80 by 24")
  func size() {
    #expect(Terminal.size(of: -1) == Terminal.Size(columns: 80, rows: 24))
    #expect(!Terminal.isTerminal(-1))
  }
}
