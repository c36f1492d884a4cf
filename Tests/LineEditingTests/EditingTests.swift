import TestSupport
import Testing

@Suite("Editing a line")
struct EditingTests {
  @Test("Letters go in and out where the cursor is")
  func insertAndDelete() throws {
    let probe = try Probe()
    try probe.terminal.type("wat weet jj")
    try probe.terminal.press(.left)
    try probe.terminal.type("i")
    try probe.terminal.press(.end, .backspace, .backspace)
    try probe.terminal.type("jij?")
    try probe.terminal.press(.home, .delete)
    try probe.terminal.type("W")
    // "wat weet jij", then "wat weet j" and "jij?" behind it, then a capital.
    try probe.terminal.wait("the edited line") { $0.cursorLine == "> Wat weet jjij?" }
    try probe.enter(expecting: "Wat weet jjij?")
  }

  @Test("Enter on an empty line gives an empty line")
  func emptyLine() throws {
    try Probe().enter(expecting: "")
  }

  @Test(
    "Backspace takes one character, however it is written",
    arguments: [
      "é", "e\u{301}", "漢", "😀", "👍🏽", "👨‍👩‍👧", "🇳🇱", "❤️", "x\u{30C}", "ß", "Ω", "1️⃣", "\u{13000}", "\u{2A000}", "한", "ก็",
    ])
  func backspaceOverOneCharacter(_ character: String) throws {
    let probe = try Probe()
    try probe.terminal.type("a" + character)
    try probe.terminal.press(.backspace)
    try probe.terminal.type("b")
    try probe.shows("> ab")
    try probe.enter(expecting: "ab")
  }

  @Test(
    "What was typed is what is read",
    arguments: ["één", "漢字", "😀 en 👨‍👩‍👧 en 🇳🇱!", "x\u{30C}y", "\u{13000}\u{2A000}", "\u{301}", "naïve cafés", "ŵ€ſ"])
  func roundTrip(_ text: String) throws {
    let probe = try Probe()
    try probe.terminal.type(text)
    try probe.enter(expecting: text)
  }

  @Test("An accent that comes by itself joins the letter before it")
  func composes() throws {
    let probe = try Probe()
    try probe.terminal.type("e\u{301}e\u{301}n")
    try probe.shows("> één")
    try probe.terminal.press(.enter)
    try probe.terminal.wait(for: "[één] e9 e9 6e")
  }

  @Test(
    "The cursor is right among characters of two columns and of none",
    arguments: ["漢字", "👍🏽", "👨‍👩‍👧é", "🇳🇱漢", "x\u{30C}y\u{30C}"])
  func cursorAmongWideCharacters(_ text: String) throws {
    let probe = try Probe()
    try probe.terminal.type(text)
    for _ in text { try probe.terminal.press(.left) }
    try probe.shows("> ")
    try probe.terminal.type("a")
    try probe.terminal.press(.right)
    try probe.terminal.type("b")
    let expected = "a\(text.prefix(1))b\(text.dropFirst())"
    try probe.enter(expecting: expected)
  }

  @Test("Bytes that are not UTF-8 become U+FFFD and take nothing with them")
  func invalidBytes() throws {
    let probe = try Probe()
    try probe.terminal.send([0x61, 0xFF, 0x62, 0xC3, 0x63, 0xE2, 0x82, 0x64])
    try probe.terminal.press(.enter)
    try probe.terminal.wait(for: "61 fffd 62 fffd 63 fffd 64")
  }

  @Test("A character whose bytes come one by one is one character")
  func splitCharacter() throws {
    let probe = try Probe()
    for byte in Array("😀é".utf8) { try probe.terminal.send([byte]) }
    try probe.shows("> 😀é")
    try probe.enter(expecting: "😀é")
  }

  @Test("Keys without a meaning leave nothing in the line")
  func unusedKeys() throws {
    let probe = try Probe()
    try probe.terminal.type("a\u{1B}[5~b\u{1B}[15~c\u{1B}OPd\u{1B}[Ze")
    try probe.enter(expecting: "abcde")
  }

  @Test("Ctrl-V puts a control character in the line, where it can be seen")
  func quotedControl() throws {
    let probe = try Probe()
    try probe.terminal.type("a\u{16}\u{7}b")
    try probe.shows("> a^Gb")
    try probe.terminal.press(.enter)
    try probe.terminal.wait(for: "61 7 62")
  }

  @Test("A very long line is read whole", arguments: [20, 80])
  func longLine(columns: Int) throws {
    let probe = try Probe(columns: columns)
    let line = String(repeating: "Hoe was dat voor jou? ", count: 400) + "einde"
    try probe.terminal.type(line)
    try probe.terminal.press(.backspace)
    try probe.terminal.type("e")
    try probe.terminal.press(.enter)
    try probe.terminal.wait(for: "voor jou? einde]")
    #expect(probe.terminal.screen.contains("[" + line + "]"))
  }
}

@Suite("A small window")
struct WindowTests {
  @Test("In 20 columns a line wraps, and is edited across the edge")
  func narrow() throws {
    let probe = try Probe(columns: 20)
    try probe.terminal.type("Wat maakt dat je er zo tegenop ziet?")
    try probe.terminal.wait("the wrapped line") {
      $0.lines.prefix(2) == ["> Wat maakt dat je e", "r zo tegenop ziet?"]
    }
    try probe.terminal.press(.home)
    try probe.terminal.type("En w")
    try probe.terminal.press(.delete)
    try probe.terminal.wait("the wrapped line") {
      $0.lines.prefix(3) == ["> En wat maakt dat j", "e er zo tegenop ziet", "?"]
    }
    try probe.terminal.press(.end, .backspace)
    try probe.enter(expecting: "En wat maakt dat je er zo tegenop ziet")
  }

  @Test("A wide character that does not fit goes to the next row whole")
  func wideAtTheEdge() throws {
    let probe = try Probe(columns: 20)
    try probe.terminal.type("aaaaaaaaaaaaaaaaa漢b")
    try probe.terminal.wait("the wrapped line") { $0.lines.prefix(2) == ["> aaaaaaaaaaaaaaaaa", "漢b"] }
    try probe.terminal.press(.backspace, .backspace)
    try probe.enter(expecting: "aaaaaaaaaaaaaaaaa")
  }

  @Test("A prompt wider than the window is no obstacle")
  func widePrompt() throws {
    let folder = try TemporaryFolder()
    let terminal = try PseudoTerminal(
      builtProduct("line-editing-probe"), ["--prompt", "Jij (openheid 3 van 10) > "],
      environment: ["HOME": folder.path],
      columns: 20)
    try terminal.waitForPrompt("10) > ")
    try terminal.type("hoi")
    try terminal.press(.left, .backspace)
    try terminal.wait("the edited line") { $0.lines.prefix(2) == ["Jij (openheid 3 van", "10) > hi"] }
  }

  @Test(
    "After the window changes its width, prompt and line are drawn once",
    arguments: [[40, 20], [20, 40, 30], [40, 13, 61, 20], [80, 21, 80]])
  func resize(widths: [Int]) throws {
    let probe = try Probe(columns: widths[0])
    let line = "Wat zou je willen dat er anders ging in jullie team? 漢字漢字漢字"
    try probe.enter(expecting: "")
    try probe.terminal.type(line)
    for (index, columns) in widths.enumerated() {
      if index > 0 {
        probe.terminal.resize(columns: columns, rows: 24)
        try probe.terminal.type("!")
      }
      // Where rows break, a space may stand for a wide character that did not fit, so compare without.
      let expected = ">[]>" + (line + String(repeating: "!", count: index)).filter { $0 != " " }
      try probe.terminal.wait("the line, once") { $0.description.filter { !$0.isWhitespace } == expected }
    }
    try probe.enter(expecting: line + String(repeating: "!", count: widths.count - 1))
  }

  @Test("A line higher than the window shows the part around the cursor, and is read whole")
  func higherThanTheWindow() throws {
    let probe = try Probe(columns: 20, rows: 5)
    let line = (1...60).map(String.init).joined(separator: " ")
    try probe.terminal.type(line)
    try probe.terminal.wait("its end") { $0.cursorRow == 4 && $0.cursorLine.hasSuffix("60") }
    try probe.terminal.press(.home)
    try probe.terminal.wait("its start") { $0.cursorRow == 0 && $0.cursorLine == "> 1 2 3 4 5 6 7 8 9" }
    try probe.terminal.type("0 ")
    try probe.terminal.press(.end, .backspace)
    try probe.terminal.wait("its end") { $0.cursorRow == 4 && $0.cursorLine.hasSuffix(" 6") }
    try probe.terminal.press(.enter)
    try probe.ready()
    #expect(probe.terminal.screen.contains("[0 \(line.dropLast())]"))
  }

  @Test("Ctrl-L clears the screen and keeps the line")
  func clear() throws {
    let probe = try Probe()
    try probe.enter(expecting: "")
    try probe.terminal.type("Wat nog?")
    try probe.terminal.press(.left, .control("l"))
    try probe.terminal.wait("the line at the top") { $0.lines[0] == "> Wat nog?" && $0.textBeforeCursor == "> Wat nog" }
  }

  @Test("A coloured prompt takes only the columns that can be seen")
  func colouredPrompt() throws {
    let folder = try TemporaryFolder()
    let terminal = try PseudoTerminal(
      builtProduct("line-editing-probe"), ["--prompt", #"\e[1;32mJij\e[0m \e[36m>\e[0m "#],
      environment: ["HOME": folder.path], columns: 20)
    try terminal.waitForPrompt("Jij > ")
    try terminal.type("Wat is er aan de hand?")
    try terminal.wait("the wrapped line") { $0.lines.prefix(2) == ["Jij > Wat is er aan", "de hand?"] }
    try terminal.press(.home)
    try terminal.waitForPrompt("Jij > ")
    #expect(String(decoding: terminal.bytes, as: UTF8.self).contains("\u{1B}[1;32mJ"))
  }

  @Test("Of a prompt of more rows the last one is edited")
  func promptOfMoreRows() throws {
    let folder = try TemporaryFolder()
    let terminal = try PseudoTerminal(
      builtProduct("line-editing-probe"), ["--prompt", #"Sanne kijkt op.\n\n> "#], environment: ["HOME": folder.path])
    try terminal.waitForPrompt("> ")
    #expect(terminal.screen.lines.prefix(3) == ["Sanne kijkt op.", "", ">"])
  }
}
