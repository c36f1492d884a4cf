import CoachingLanguage
import Practice
import Reporting

/// The leader's saved talks, by the numbers that `history` shows.
struct SavedTalks {
  let folder: DataFolder?
  let history: TalkHistory

  /// Reads and reviews all of them, with a bar where that takes a while.
  init() {
    folder = DataFolder(environment: Interface.environment)
    let paths = folder?.talkFiles ?? []
    var bar = ProgressBar(Interface.phrases("history.progress"))
    history = TalkHistory(paths: paths) { done in
      if paths.count > 20 { bar.show(done, of: paths.count) }
    }
    bar.clear()
  }

  /// The talks to show, with their numbers: all of them, or those with one persona.
  func chosen(persona: String?) throws -> (talks: [TalkSummary], numbers: [Int]) {
    let all = history.talks
    guard let persona else { return (all, Array(1...max(1, all.count)).prefix(all.count).map { $0 }) }
    let paths = Set(history.with(persona).map(\.path))
    guard !paths.isEmpty else {
      throw InputFault(message: Interface.phrases("history.none-with", ["name": persona]))
    }
    let numbered = all.enumerated().filter { paths.contains($0.element.path) }
    return (numbered.map(\.element), numbered.map { $0.offset + 1 })
  }

  /// The file of the talk with this number, or with this name.
  func path(of name: String) throws -> String {
    if let number = Int(name), history.talks.indices.contains(number - 1) { return history.talks[number - 1].path }
    let all = folder?.talkFiles ?? []
    let found = all.first { path in
      let file = path.split(separator: "/").last.map(String.init) ?? path
      return file == name || file == name + ".jsonl" || path == name
    }
    guard let found else { throw InputFault(message: Interface.phrases("history.unknown", ["name": name])) }
    return found
  }

  /// Says of files that can't be read what is wrong with them.
  func complain() {
    for failure in history.failures { Console.complain(failure.message(Interface.phrases)) }
  }
}
