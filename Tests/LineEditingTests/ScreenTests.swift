import Testing

@testable import TestSupport

@Suite("The screen that tests look at")
struct ScreenTests {
  private func screen(_ text: String, columns: Int = 10, rows: Int = 3) -> Screen {
    var screen = Screen(columns: columns, rows: rows)
    screen.receive(Array(text.utf8))
    return screen
  }

  @Test("Text wraps at the edge, and not before there is more")
  func wraps() {
    #expect(screen("0123456789").cursorRow == 0)
    #expect(screen("0123456789a").lines == ["0123456789", "a", ""])
    #expect(screen("012345678漢").lines == ["012345678", "漢", ""])
    #expect(screen("012345678漢").description == "012345678漢")
  }

  @Test("What scrolls off the top is kept")
  func scrolls() {
    let screen = screen("a\r\nb\r\nc\r\nd")
    #expect(screen.lines == ["b", "c", "d"])
    #expect(screen.description == "a\nb\nc\nd")
  }

  @Test("Cursor movement and erasing do what a terminal does; colours and titles do nothing")
  func sequences() {
    #expect(screen("abc\u{1B}[2Dx\u{1B}[K").lines[0] == "ax")
    #expect(screen("\u{1B}]0;title\u{7}\u{1B}[1;31ma\u{1B}[0m\u{1B}(Bb").lines[0] == "ab")
    #expect(screen("a\r\nb\u{1B}[A\u{1B}[Jc").lines == ["ac", "", ""])
    #expect(screen("abc\r\u{1B}[2@x\u{1B}[3G\u{1B}[P").lines[0] == "x bc")
    #expect(screen("漢字\r\u{1B}[Cx").lines[0] == " x字")
  }

  @Test("A changed width wraps anew and keeps the cursor with its character")
  func resizes() {
    var wide = screen("a\r\n0123456789abc\u{1B}[2D")
    wide.resize(columns: 5, rows: 4)
    #expect(wide.lines == ["a", "01234", "56789", "abc"])
    #expect(wide.textBeforeCursor == "a")
    wide.resize(columns: 20, rows: 4)
    #expect(wide.lines == ["a", "0123456789abc", "", ""])
    #expect(wide.textBeforeCursor == "0123456789a")
  }

  @Test("Characters may come in pieces")
  func pieces() {
    var screen = Screen(columns: 10, rows: 1)
    for byte in Array("é漢😀x\u{30C}".utf8) { screen.receive([byte]) }
    #expect(screen.lines == ["é漢😀x\u{30C}"])
  }
}
