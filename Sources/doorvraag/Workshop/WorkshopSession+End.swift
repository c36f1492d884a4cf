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

  /// Asks what each kind of observer counted; `again` also where they said.
  mutating func count(again: Bool = false) {
    for task in Observation.allCases where again || !group.room.tallies.contains(where: { $0.task == task }) {
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

  /// Ends it, and shows what is kept of it and where.
  mutating func finish() {
    let isNameless = asksToLeaveNamesOut()
    group.end(at: now)
    keep()
    recorder.finish()
    if console.isScreen { WholeScreen(console: console).clear() }
    var recorded = group.recorded
    var isClean = false
    if isNameless, let path = recorder.path {
      do {
        recorded = try KeptWorkshop.takeNamesOut(of: path)
        isClean = true
      } catch {
        Console.complain((error as? InputFault)?.message ?? "")
      }
    }
    let review = KeptWorkshop.review(of: recorded, phrases)
    console.print(review.lines(console.layout))
    console.print()
    if isClean { console.print(say("workshop.kept.nameless")) }
    tellWhere(review)
  }

  /// Where the review is kept, and how to come back to it.
  private func tellWhere(_ review: WorkshopReview) {
    guard let path = recorder.path else { return }
    let folder = DataFolder(environment: Interface.environment)
    if let page = folder?.report(of: path, ending: "html"), (try? WholeFile.write(review.html, to: page)) != nil {
      console.print([say("workshop.kept", ["path": page])])
    }
    let file = CommandLines.quoted(path)
    let command = "doorvraag workshop review \(file)"
    let how = say(
      "workshop.kept.how",
      ["review": command, "notes": command + " --notes", "report": "doorvraag report \(file)"])
    // As they are: a command that is broken over lines can't be copied.
    console.print(how.split(separator: "\n").map(String.init))
  }

  /// Whether names are to be left out everywhere; asked only where there are any.
  private mutating func asksToLeaveNamesOut() -> Bool {
    guard group.room.names.contains(where: { !$0.isEmpty }) else { return false }
    clearTold()
    tell(say("workshop.keep", ["without": say("workshop.keep.without")]))
    defer { clearTold() }
    guard case .line(let line) = read(prompt: "> ") else { return false }
    return Folding.fold(Words.trimmed(line)) == Folding.fold(say("workshop.keep.without"))
  }
}
