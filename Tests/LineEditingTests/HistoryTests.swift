import TestSupport
import Testing

@testable import LineEditing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("History")
struct HistoryTests {
  @Test("Up and Down walk through earlier lines, and back to the one begun")
  func walk() throws {
    let probe = try Probe()
    for line in ["Hoe gaat het?", "Wat is er één 漢?"] {
      try probe.terminal.type(line)
      try probe.enter(expecting: line)
    }
    try probe.terminal.type("half")
    try probe.terminal.press(.up)
    try probe.shows("> Wat is er één 漢?")
    try probe.terminal.press(.up)
    try probe.shows("> Hoe gaat het?")
    try probe.terminal.press(.down, .down)
    try probe.shows("> half")
    try probe.terminal.press(.up, .up)
    try probe.enter(expecting: "Hoe gaat het?")
  }

  @Test("Lines are kept from one start to the next, readable by their owner alone")
  func twoStarts() throws {
    let home = try TemporaryFolder()
    let arguments = ["--history", home.path("state/doorvraag/history")]
    do {
      let probe = try Probe(arguments, home: home)
      try probe.terminal.type("Wat 👨‍👩‍👧 hield je tegen?")
      try probe.enter(expecting: "Wat 👨‍👩‍👧 hield je tegen?")
      // Killed, not ended: each line is on disk when the next is asked for.
      probe.terminal.signal(SIGKILL)
      #expect(try probe.terminal.waitForExit() == 128 + SIGKILL)
    }
    var facts = stat()
    #expect(stat(home.path("state/doorvraag/history"), &facts) == 0 && facts.st_mode & 0o777 == 0o600)
    #expect(stat(home.path("state/doorvraag"), &facts) == 0 && facts.st_mode & 0o777 == 0o700)
    let probe = try Probe(arguments, home: home)
    try probe.terminal.press(.up)
    try probe.terminal.wait("the line of the first start") { $0.cursorLine == "> Wat 👨 hield je tegen?" }
    try probe.enter(expecting: "Wat 👨‍👩‍👧 hield je tegen?")
    #expect(home.text("state/doorvraag/history") == "Wat 👨‍👩‍👧 hield je tegen?\n")
  }

  @Test("Ctrl-R finds an earlier line by a part of it")
  func search() throws {
    let probe = try Probe()
    for line in ["Wat speelt er thuis?", "Hoe slaap je?", "Dank je."] {
      try probe.terminal.type(line)
      try probe.enter(expecting: line)
    }
    try probe.terminal.press(.control("r"))
    try probe.terminal.type("thxi")
    try probe.terminal.press(.backspace, .backspace)
    try probe.terminal.type("ui")
    try probe.terminal.wait("the line found") { $0.contains("> Wat speelt er thuis?\nbck:thui") }
    try probe.enter(expecting: "Wat speelt er thuis?")
  }

  @Test("A file that is damaged, huge or no file at all is survived", arguments: ["noise", "endless line", "folder"])
  func damaged(_ kind: String) throws {
    let home = try TemporaryFolder()
    switch kind {
    case "noise": try home.write("history", bytes: (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 / 7) })
    case "endless line": try home.write("history", String(repeating: "x", count: 3_000_000))
    default: mkdir(home.path("history"), 0o700)
    }
    let probe = try Probe(["--history", home.path("history")], home: home)
    try probe.terminal.type("Hoi.")
    try probe.enter(expecting: "Hoi.")
    if kind == "folder" {
      #expect(probe.terminal.screen.contains("history not saved"))
    } else {
      #expect(home.text("history")?.hasSuffix("Hoi.\n") == true)
    }
  }

  @Test("Only the newest lines are kept, and the same line once in a row")
  func limit() throws {
    let home = try TemporaryFolder()
    let file = HistoryFile(path: home.path("history"), limit: 3)
    for line in ["een", "twee", "twee", "drie", "vier", "een"] { #expect(file.append(line)) }
    #expect(file.load() == ["drie", "vier", "een"])
    #expect(home.text("history") == "drie\nvier\neen\n")
  }

  @Test("Two conversations keep each other's lines")
  func twoWriters() throws {
    let home = try TemporaryFolder()
    let first = HistoryFile(path: home.path("history"), limit: 10)
    let second = HistoryFile(path: home.path("history"), limit: 10)
    #expect(first.append("een") && second.append("twee") && first.append("drie"))
    #expect(second.load() == ["een", "twee", "drie"])
  }

  @Test("What is not a plain file is left as it is")
  func notAPlainFile() throws {
    let home = try TemporaryFolder()
    #expect(symlink("real", home.path("link")) == 0)
    try home.write("real", "een\n")
    #expect(HistoryFile(path: home.path("link"), limit: 10).append("twee"))
    #expect(home.text("real") == "een\ntwee\n")
    #expect(mkfifo(home.path("pipe"), 0o600) == 0)
    #expect(HistoryFile(path: home.path("pipe"), limit: 10).load() == [])
    #expect(!HistoryFile(path: home.path("pipe"), limit: 10).append("een"))
    #expect(!HistoryFile(path: "/dev/null", limit: 10).append("een"))
  }

  @Test("Line breaks and other controls do not get into the file")
  func controls() throws {
    let home = try TemporaryFolder()
    let file = HistoryFile(path: home.path("history"), limit: 10)
    #expect(file.append("een\ntwee\u{1B}[2J\u{0}\u{85}"))
    #expect(home.text("history") == "een twee[2J\n")
  }
}
