import TestSupport
import Testing

@Suite("Reports, the history and the trends")
struct ReportTests {
  private let doorvraag: Doorvraag

  init() throws { doorvraag = try Doorvraag() }

  /// Has a talk that is kept in the data folder.
  private func talk(_ lines: String...) throws {
    let input = lines.map { $0 + "\n" }.joined()
    let result = try doorvraag.run("practise", doorvraag.persona, "--seed", "1", input: input)
    #expect(result.exitCode == 0)
  }

  private func files(in folder: String) throws -> [String] {
    try run("/bin/ls", [doorvraag.home.path(folder)]).stdout.split(separator: "\n").map(String.init)
  }

  @Test("Through a pipe the report of the newest talk in which something was said comes out, as a page")
  func newest() throws {
    try talk("Hoe gaat het op je werk?")
    try talk("Je slaapt er slecht van.", "En hoe slaap je?")
    try talk()
    let html = try doorvraag.run("report").stdout
    #expect(html.hasPrefix("<!DOCTYPE html>"))
    #expect(html.contains("En hoe slaap je?") && !html.contains("Hoe gaat het op je werk?"))
    #expect(try doorvraag.run("report", "1").stdout.contains("Hoe gaat het op je werk?"))
    #expect(try doorvraag.run("report", "--format", "json").stdout.hasPrefix("{\"version\":1,"))
    #expect(try doorvraag.run("report", "--format", "markdown").stdout.hasPrefix("# Terugblik op een gesprek met Noor"))
  }

  @Test("--output writes a file in the place of an earlier report, and never in that of a talk")
  func output() throws {
    try talk("Hoe gaat het op je werk?")
    let path = doorvraag.home.path("r.html")
    for _ in 1...2 {
      let result = try doorvraag.run("report", "--output", path)
      #expect(result.stdout == "Het verslag staat in \(path)\n")
    }
    #expect(try #require(doorvraag.home.text("r.html")).hasPrefix("<!DOCTYPE html>"))
    let name = try #require(try files(in: "data/doorvraag/talks").first)
    let talk = doorvraag.home.path("data/doorvraag/talks/" + name)
    let before = doorvraag.home.bytes("data/doorvraag/talks/" + name)
    let refused = try doorvraag.run("report", "--output", talk)
    #expect(refused.exitCode == 1)
    #expect(refused.stderr.contains("wordt niet overschreven"))
    #expect(doorvraag.home.bytes("data/doorvraag/talks/" + name) == before)
    #expect(try doorvraag.run("report", "--output", "/dev/null/x").exitCode == 1)
  }

  @Test("--open hands the page to the browser; where that fails it says where the page is")
  func open() throws {
    try talk("Hoe gaat het op je werk?")
    let opened = try doorvraag.run("report", "--open", environment: ["BROWSER": "cat"])
    #expect(opened.stdout.contains("<!DOCTYPE html>"))
    let failed = try doorvraag.run("report", "--open", environment: ["BROWSER": "no-such-browser", "PATH": "/nowhere"])
    #expect(failed.stderr.contains("Open het zelf: ") && failed.stderr.contains("/reports/"))
  }

  @Test("Without talks every command says how to begin")
  func none() throws {
    #expect(try doorvraag.run("report").stderr.contains("doorvraag practise"))
    #expect(try doorvraag.run("history").stdout.contains("doorvraag practise"))
    #expect(try doorvraag.run("progress").stdout.contains("doorvraag practise"))
  }

  @Test("The history lists each talk, as text, CSV, JSON and a page; a damaged file is named and loses no other")
  func history() throws {
    try talk("Hoe gaat het op je werk?")
    try talk("Je moet gewoon eerder naar bed.")
    try talk()
    try doorvraag.home.write("data/doorvraag/talks/0-damaged.jsonl", "{\"doorvraag\":2,\"event\":\"sta")
    let result = try doorvraag.run("history")
    let rows = result.stdout.split(separator: "\n")
    #expect(rows.count == 4)
    #expect(rows[1].hasPrefix("  1  ") && rows[1].contains("Noor Bakker") && rows[1].contains("0%"))
    #expect(rows[2].contains("100%"))
    #expect(rows[3] == "En 1 keer begonnen zonder iets te zeggen.")
    #expect(result.stderr.contains("0-damaged.jsonl"))
    #expect(try doorvraag.run("history", "--format", "csv").stdout.components("\r\n").count == 4)
    #expect(
      try doorvraag.run("history", "--format", "json").stdout.hasPrefix("{\"version\":1,\"talks\":[{\"number\":1,"))
    #expect(try doorvraag.run("history", "--format", "html").stdout.contains("Noor Bakker"))
    #expect(try doorvraag.run("history", "--persona", "noor").stdout.split(separator: "\n").count == 3)
    #expect(try doorvraag.run("history", "--persona", "piet").exitCode == 1)
  }

  @Test("Progress shows each measure as columns with its counts, for all talks and for a persona")
  func progress() throws {
    try talk("Je moet gewoon eerder naar bed.")
    try talk("Hoe gaat het op je werk?")
    let text = try doorvraag.run("progress").stdout
    #expect(text.contains("Al je gesprekken: 2 gesprekken"))
    #expect(text.contains("  Zeg-aandeel           █▁  van 100% naar 0% (1 van 2 zinnen)"))
    #expect(try doorvraag.run("progress", "--ascii").stdout.contains("  Zeg-aandeel           81  van 100%"))
    #expect(
      try doorvraag.run("progress", "--format", "json").stdout.contains(
        "\"measure\":\"tell-share\",\"count\":1,\"of\":2,\"first\":1.0,\"last\":0.0"))
    #expect(try doorvraag.run("progress", "--format", "csv").stdout.contains(",tell-share,"))
    #expect(try doorvraag.run("progress", "--format", "html").stdout.contains("van 100% naar 0%"))
  }

  @Test("Deleting takes the talk and its report, by number or name, and only where somebody is sure")
  func delete() throws {
    try talk("Hoe gaat het op je werk?")
    try talk("Je moet gewoon eerder naar bed.")
    _ = try doorvraag.run("report", "--open", environment: ["BROWSER": "true"])
    #expect(try files(in: "data/doorvraag/reports").count == 1)
    #expect(try doorvraag.run("history", "delete").exitCode == 2)
    #expect(try doorvraag.run("history", "delete", "2").exitCode == 1)
    #expect(try doorvraag.run("history", "delete", "9", "--yes").exitCode == 1)
    #expect(try files(in: "data/doorvraag/talks").count == 2)
    #expect(try doorvraag.run("history", "delete", "2", "--yes").stdout == "1 gesprek verwijderd.\n")
    #expect(try files(in: "data/doorvraag/talks").count == 1)
    #expect(try files(in: "data/doorvraag/reports").isEmpty)
    #expect(try doorvraag.run("history", "delete", "--all", "--yes").stdout == "1 gesprek verwijderd.\n")
  }

  @Test("A talk that is going on in another window stays, and so does all that is said in it")
  func deletesNoOpenTalk() throws {
    let terminal = try doorvraag.terminal("practise", doorvraag.persona)
    try terminal.waitForPrompt("Jij: ")
    try terminal.enter("Hoe gaat het op je werk?")
    try terminal.wait(for: "Noor: Druk, ja.")
    for which in ["1", "--all"] {
      let result = try doorvraag.run("history", "delete", which, "--yes")
      #expect(result.exitCode == 1)
      #expect(result.stdout == "Er is niets verwijderd.\n")
      #expect(result.stderr.contains("is nog open in een ander venster, en blijft staan."))
    }
    try terminal.enter("/pauze")
    try terminal.waitForExit()
    #expect(try doorvraag.run("history", "delete", "1", "--yes").stdout == "1 gesprek verwijderd.\n")
  }

  @Test("On a screen deleting asks first; anything but yes deletes nothing")
  func asks() throws {
    try talk("Hoe gaat het op je werk?")
    for (typed, left) in [("nee", 1), ("ja", 0)] {
      let terminal = try doorvraag.terminal("history", "delete", "1")
      try terminal.wait("the question") { $0.description.contains("Typ 'ja' om door te gaan") }
      try terminal.enter(typed)
      try terminal.waitForExit()
      #expect(try files(in: "data/doorvraag/talks").count == left)
    }
  }

  @Test("An export has every talk as it is, its review, and an overview; a folder with something in it is left alone")
  func export() throws {
    try talk("Hoe gaat het op je werk?")
    let folder = doorvraag.home.path("mine")
    #expect(try doorvraag.run("history", "export", folder).stdout == "1 gesprek staat in \(folder)\n")
    let names = try files(in: "mine")
    #expect(names.count == 3 && names.contains("history.csv"))
    let talk = try #require(names.first { $0.hasSuffix(".jsonl") })
    #expect(doorvraag.home.bytes("mine/" + talk) == doorvraag.home.bytes("data/doorvraag/talks/" + talk))
    #expect(try doorvraag.run("history", "export", folder).exitCode == 1)
  }
}
