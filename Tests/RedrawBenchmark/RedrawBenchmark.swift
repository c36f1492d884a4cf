import CoachingLanguage
import Evaluator
import LineEditing
import Personas
import Practice
import Reporting
import TestSupport
import Workshop

/// How long a group waits for its screen: a turn that is said and drawn, and every screen alone, at three sizes.
///
/// In milliseconds over so many turns, the middle one and the slowest. The aim is less than 16 for a turn, one frame of a projector.
@main
struct RedrawBenchmark {
  private static let turns = 48
  private static let lines = [
    "Hoe gaat het op je werk?", "Je moet gewoon eerder naar bed.", "Dus je ligt wakker.", "Hoe slaap je dan?",
    "Wat raakt je daarin, en wat zou je zelf willen?", "Komt goed, hoor.",
  ]

  static func main() throws {
    let clock = ContinuousClock()
    for size in [(columns: 60, rows: 18), (columns: 120, rows: 40), (columns: 240, rows: 70)] {
      var times: [(name: String, times: [Duration])] = ["turn", "tried", "review", "desk"].map { ($0, []) }
      var group = try group()
      let layout = Layout(width: size.columns) { Terminal.columns(of: $0) }
      func room() -> Int {
        RoomScreen(group.recorded, review: nil, phrases: phrases, now: start).lines(layout, rows: size.rows).count
      }
      for turn in 0..<turns {
        for place in 0..<4 { try group.propose("Anna: " + lines[(turn + place) % lines.count], at: start) }
        try group.tryOut([], at: start)
        group.show(feedback: true, at: start)
        times[1].times.append(clock.measure { _ = room() })
        times[0].times.append(
          try clock.measure {
            try group.say(1, at: start)
            _ = room()
          })
        group.show(feedback: true, at: start)
        times[3].times.append(
          clock.measure { _ = DeskScreen(group, phrases: phrases, now: start).lines(layout, rows: size.rows) })
        var looking = group
        looking.review(.happened, at: start)
        looking.look(at: 3, at: start)
        let review = group.practice.review
        times[2].times.append(
          clock.measure {
            _ = RoomScreen(looking.recorded, review: review, phrases: phrases, now: start)
              .lines(layout, rows: size.rows)
          })
      }
      for (name, times) in times {
        let sorted = times.sorted()
        print(
          "\(size.columns)x\(size.rows) \(name): \(milliseconds(sorted[sorted.count / 2])) middle,",
          "\(milliseconds(sorted[sorted.count - 1])) slowest")
      }
    }
  }

  private static let phrases = Phrasebook(.dutch)
  private static let start = 1_772_357_400

  private static func group() throws -> Workshop {
    guard let pack = LanguagePack.shipped(.dutch), let persona = PersonaReader.read(noor, path: "noor.md").persona
    else {
      fatalError("what ships can't be read")
    }
    let practice = Practice(
      persona: persona, pack: pack, phrases: phrases, seed: 1,
      setting: .init(name: "noor", started: "2026-03-01T09:30:00Z"))
    return Workshop(practice, .init(names: ["Anna", "Bram", "Carla"]), at: start) { "deelnemer \($0 + 1)" }
  }

  private static func milliseconds(_ time: Duration) -> String {
    let microseconds = time.components.attoseconds / 1_000_000_000_000 + time.components.seconds * 1_000_000
    return "\(microseconds / 1000).\(String(1000 + microseconds % 1000).dropFirst())"
  }
}
