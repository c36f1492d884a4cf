import CoachingLanguage
import Evaluator
import LineEditing
import Practice
import Reporting
import TestSupport
import Testing
import Workshop

/// Sizes of terminals: large letters on a projector, a laptop, a very large screen.
let sizes = [(columns: 60, rows: 18), (columns: 100, rows: 30), (columns: 240, rows: 70)]

func layout(_ columns: Int) -> Layout { Layout(width: columns) { Terminal.columns(of: $0) } }

/// A group in every state a room can see, in the order of a workshop.
func states(_ names: [String] = ["Anna", "Bram", "Carla"], answer: String? = nil) throws -> [(
  name: String, group: Workshop, now: Int
)] {
  var group = try workshop(.init(names: names, turns: 2, aim: "Ontdek wat erachter zit."))
  var states: [(name: String, group: Workshop, now: Int)] = []
  func keep(_ name: String, at minutes: Int) { states.append((name, group, start + minutes * 60)) }
  keep("opening", at: 0)
  try group.propose("Anna: \(ask)", at: start)
  try group.propose("Bram: Je moet gewoon eerder naar bed, dan komt het vanzelf weer goed met je werk.", at: start)
  try group.propose("Dus je hebt het zwaar.", at: start)
  keep("proposals", at: 2)
  try group.predict(1, Hands(ask: 8, listen: 1, tell: 0, open: 6, close: 3), at: start)
  try group.predict(2, Hands(ask: 1, listen: 0, tell: 8, open: 7, close: 2), at: start)
  keep("hands", at: 4)
  try group.tryOut([], at: start)
  keep("tried", at: 5)
  group.show(feedback: true, at: start)
  keep("tried, revealed", at: 6)
  try group.focus(on: 2, at: start)
  keep("one of them", at: 7)
  try group.say(1, at: start)
  keep("said", at: 8)
  group.show(feedback: true, at: start)
  group.show(openness: true, at: start)
  keep("said, revealed", at: 9)
  group.ask("Welke ruimte gaf deze vraag? Wat had Noor ook kunnen vertellen?", at: start)
  group.setClock(running: false, at: start + 600)
  keep("question, paused", at: 15)
  group.review(.happened, at: start + 900)
  group.answer("We hebben lang geluisterd voor we iets zeiden.", at: start)
  keep("what happened", at: 16)
  group.look(at: 1, at: start)
  keep("what happened, beside what the program saw", at: 16)
  group.look(at: 3, at: start)
  keep("what happened, and how it could go on", at: 16)
  group.review(.next, at: start + 900)
  group.answer("Eerst een vraag, dan pas een idee.", at: start)
  keep("next time", at: 17)
  group.end(at: start + 1000)
  keep("over", at: 18)
  return states
}

func room(_ group: Workshop, now: Int, columns: Int, rows: Int) -> [String] {
  RoomScreen(group.recorded, review: group.practice.review, phrases: phrases, now: now)
    .lines(layout(columns), rows: rows).map(\.text)
}

@Suite("What the room sees")
struct RoomScreenTests {
  @Test("Every state at three sizes is as it was kept", arguments: sizes)
  func snapshots(columns: Int, rows: Int) throws {
    var text = ""
    for (name, group, now) in try states() {
      text += "=== \(name)\n" + room(group, now: now, columns: columns, rows: rows).map { $0 + "\n" }.joined()
    }
    #expect(try Snapshot("room-\(columns)x\(rows).txt").difference(from: text) == nil)
  }

  @Test("It is exactly as high as the window and nowhere wider", arguments: sizes + [(61, 19), (80, 24), (200, 20)])
  func fits(columns: Int, rows: Int) throws {
    for (name, group, now) in try states() {
      // Also where there are a few rows less, because something is typed below.
      for rows in (rows - 6)...rows {
        let lines = room(group, now: now, columns: columns, rows: rows)
        #expect(lines.count == rows, "\(name)")
        for line in lines { #expect(Terminal.columns(of: line) <= columns, "\(name): '\(line)'") }
      }
    }
  }

  @Test("Fifteen names with emoji, accents and thirty letters fit, and the time stays in sight", arguments: sizes)
  func longNames(columns: Int, rows: Int) throws {
    let names = (1...15).map { number in
      ["👩‍🚀 Éloïse", "Łukasz 🦊", "Ng\u{1ED7}-Þór", "漢字太郎"][number % 4] + String(repeating: "x", count: 22) + "\(number)"
    }
    for (name, group, now) in try states(names) {
      let lines = room(group, now: now, columns: columns, rows: rows)
      #expect(lines.count == rows)
      for line in lines { #expect(Terminal.columns(of: line) <= columns, "\(name): '\(line)'") }
      guard group.room.part == nil else { continue }
      #expect(lines.contains { $0.contains("nog ") && $0.contains(" min") }, "\(name)")
    }
  }

  @Test("No line of the talk stands beside the name of somebody, whatever was shown", arguments: sizes)
  func nobodysResult(columns: Int, rows: Int) throws {
    let names = ["Anna", "Bram", "Carla"]
    for (name, group, now) in try states(names) {
      for line in room(group, now: now, columns: columns, rows: rows) where names.contains(where: line.contains) {
        #expect(line.contains("Aan het woord:") || line.contains("daarna "), "\(name): '\(line)'")
      }
    }
  }

  @Test("How open the other is, is seen only where that was asked for", arguments: sizes)
  func openness(columns: Int, rows: Int) throws {
    for (name, group, now) in try states() {
      let isSeen = room(group, now: now, columns: columns, rows: rows).contains { $0.contains("van de 10 open") }
      #expect(isSeen == ["said, revealed", "question, paused"].contains(name), "\(name)")
    }
  }

  @Test("Before it is revealed nothing is told of what a line does", arguments: sizes)
  func hidden(columns: Int, rows: Int) throws {
    for (name, group, now) in try states() where ["tried", "said"].contains(name) {
      let text = room(group, now: now, columns: columns, rows: rows).joined(separator: "\n")
      for word in ["een open vraag", "advies", "verder van open", "dichter"] {
        #expect(!text.contains(word), "\(name): \(word)")
      }
    }
  }

  @Test("Four long lines with what came of them, and how many hands saw it coming, fit in the smallest window")
  func four() throws {
    let persona = noor.replacing(
      "Druk, ja. Ik slaap er slecht van.", with: "Druk, ja, al weken. Ik slaap er slecht van.")
    var group = try workshop(.init(isOpennessShown: true), persona: persona)
    let long = ", ook als je er de hele dag aan denkt en er met niemand over wilt praten?"
    for line in [
      "Hoe gaat het op je werk" + long, "Waarom zou je niet wat eerder gaan slapen" + long, "Wat raakt je" + long,
    ] {
      try group.propose(line, at: start)
    }
    try group.propose("", at: start)
    for number in 1...4 {
      try group.predict(number, Hands(ask: 9, listen: 3, tell: 2, open: 8, close: 6), at: start)
    }
    for isRevealed in [false, true] {
      if !isRevealed { try group.tryOut([], at: start) }
      group.show(feedback: isRevealed, at: start)
      // Three rows are for what is typed.
      let lines = room(group, now: start, columns: 60, rows: 15)
      for number in 1...4 { #expect(lines.contains { $0.hasPrefix("  \(number)  ") }, "\(number)") }
      #expect(lines.count { $0.contains("Noor: ") } == 4)
      #expect(lines.count { $0.contains(" van de 14)") } == (isRevealed ? 4 : 0))
      #expect(!lines.contains("  …"))
    }
  }

  @Test("An answer too long for a small window is whole where it is all there is", arguments: sizes)
  func longAnswer(columns: Int, rows: Int) throws {
    let long = (1...60).map { "woord\($0)" }.joined(separator: " ")
    let persona = noor.replacing("Hoi. Je wilde me spreken?", with: long)
    var group = try workshop(.init(), persona: persona)
    let lines = room(group, now: start, columns: columns, rows: rows - 3)
    let words = lines.joined(separator: " ").split(separator: " ").filter {
      $0.hasPrefix("woord") && $0.last?.isNumber ?? false
    }
    #expect(words.count == 60)
    try group.propose(ask, at: start)
    #expect(room(group, now: start, columns: columns, rows: rows - 3).contains { $0.contains("1  \(ask)") })
  }

  @Test("With plain marks nothing but letters is outside ASCII, and everything still fits")
  func ascii() throws {
    var plain = layout(60)
    plain.spelling = PlainMarks.spell
    for (_, group, now) in try states() {
      let lines = RoomScreen(group.recorded, review: group.practice.review, phrases: phrases, now: now)
        .lines(plain, rows: 18).map(\.text)
      for line in lines {
        #expect(line.unicodeScalars.allSatisfy { $0.isASCII || $0.properties.isAlphabetic }, "'\(line)'")
        #expect(line.count <= 60)
      }
    }
  }

  @Test("A talk without a group is followed too, without a clock or turns")
  func plainTalk() throws {
    var practice = try practice()
    _ = practice.say(ask)
    let lines = RoomScreen(.init(talk: practice.record, room: nil), phrases: phrases, now: start)
      .lines(layout(60), rows: 18).map(\.text)
    #expect(lines.contains("  Gesprek met Noor"))
    #expect(lines.contains { $0.contains("Druk, ja.") })
    #expect(!lines.contains { $0.contains("nog ") })
  }
}
