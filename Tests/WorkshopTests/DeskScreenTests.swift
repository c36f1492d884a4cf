import CoachingLanguage
import LineEditing
import Reporting
import TestSupport
import Testing
import Workshop

@Suite("What the facilitator sees on a screen of their own")
struct DeskScreenTests {
  private func desk(_ group: Workshop, now: Int, columns: Int, rows: Int) -> [String] {
    DeskScreen(group, phrases: phrases, now: now).lines(layout(columns), rows: rows).map(\.text)
  }

  @Test("Every state at three sizes is as it was kept", arguments: sizes)
  func snapshots(columns: Int, rows: Int) throws {
    var text = ""
    for (name, group, now) in try states() where group.room.part == nil {
      text += "=== \(name)\n" + desk(group, now: now, columns: columns, rows: rows).map { $0 + "\n" }.joined()
    }
    #expect(try Snapshot("desk-\(columns)x\(rows).txt").difference(from: text) == nil)
  }

  @Test("It is exactly as high as the window and nowhere wider", arguments: sizes + [(61, 19), (80, 24), (200, 20)])
  func fits(columns: Int, rows: Int) throws {
    for (name, group, now) in try states() where group.room.part == nil {
      for rows in (rows - 6)...rows {
        let lines = desk(group, now: now, columns: columns, rows: rows)
        #expect(lines.count == rows, "\(name)")
        for line in lines { #expect(Terminal.columns(of: line) <= columns, "\(name): '\(line)'") }
      }
    }
  }

  @Test("It tells whose a line is, what it did though the room does not see that, and what is still open")
  func more() throws {
    var group = try workshop()
    try group.propose("Anna: \(ask)", at: start)
    #expect(desk(group, now: start, columns: 100, rows: 30).contains { $0.contains("1  \(ask) (Anna)") })
    try group.say(1, at: start)
    let text = desk(group, now: start, columns: 100, rows: 30).joined(separator: "\n")
    for part in [
      "De zaal ziet: nog niet wat de zin deed.", "vraagt: een open vraag. Openheid van 4 naar 5.",
      "Nog open: „Ik slaap er slecht van”", "Hint: ",
    ] { #expect(text.contains(part), "\(part)") }
    try group.propose(deeper, at: start)
    try group.say(1, at: start)
    #expect(!desk(group, now: start, columns: 100, rows: 30).contains { $0.contains("Nog open") })
  }
}
