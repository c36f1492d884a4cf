import CoachingLanguage
import Evaluator
import Practice
import Reporting
import Workshop

/// Leaving a workshop, and what is kept of it.
extension WorkshopSession {
  /// Leaves it as it is, to go on later.
  mutating func leave() {
    keep()
    recorder.finish()
    if console.isScreen { WholeScreen(console: console).clear() }
    console.print(say("workshop.left", ["command": "doorvraag workshop --resume"]))
  }

  /// Asks what each kind of observer counted.
  mutating func count() {
    for task in Observation.allCases where !group.room.tallies.contains(where: { $0.task == task }) {
      let places = ["task": say("workshop.task." + task.rawValue), "name": name]
      let question = say("workshop.count." + task.rawValue, places)
      clearTold()
      tell(question)
      asking: while true {
        switch read(prompt: "> ") {
        case .end, .abandoned:
          clearTold()
          return
        case .line(let line):
          let typed = Words.trimmed(line)
          if typed.isEmpty { break asking }
          if let tally = tally(task, typed) {
            group.count(tally, at: now)
            break asking
          }
          clearTold()
          tell(say("workshop.count.how"))
          tell(question)
        }
      }
    }
    clearTold()
  }

  private func tally(_ task: Observation, _ line: String) -> Tally? {
    guard task == .solution else { return Tally(task, line) }
    let owner = Solution.Owner.allCases.first { owner in
      say("workshop.count.owner." + owner.rawValue).split(separator: " ").map { Folding.fold($0) }
        .contains(Folding.fold(line))
    }
    return owner.map { Tally(task: task, owner: $0) }
  }

  /// Ends it, and shows where it is kept.
  mutating func finish() {
    group.end(at: now)
    keep()
    recorder.finish()
    if console.isScreen { WholeScreen(console: console).clear() }
    let review = WorkshopReview(group.recorded, review: group.practice.review, phrases: phrases)
    console.print(review.lines(console.layout))
    if let path = recorder.path, console.isScreen { console.print(say("saved", ["path": path]), .faint) }
  }
}
