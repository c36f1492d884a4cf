import CoachingLanguage
import Personas
import Practice

/// What `try` puts on the screen.
struct TryText {
  let console: Console
  let phrases: Phrasebook

  var prompt: String { console.styled(phrases("you.prompt") + ":", .strong) + " " }

  func begin(isWatching: Bool, path: String) {
    console.print(phrases(isWatching ? "try.begin" : "try.begin.shipped", ["path": path]), .faint)
    console.print()
  }

  func open(_ rehearsal: Rehearsal) {
    console.print(labelled: rehearsal.persona.firstName, rehearsal.opening)
    if console.isScreen { console.print() }
  }

  func say(_ reply: Reply, of persona: Persona) {
    if console.isScreen { console.print() }
    console.print(labelled: persona.firstName, reply.text)
    console.print(console.layout.wrap(place(of: reply), first: "  ", rest: 3), .faint)
    if console.isScreen { console.print() }
  }

  func say(_ key: String, _ places: [String: String] = [:]) { console.print(phrases(key, places)) }

  /// Who answered, where it stands, and how open the employee is now.
  private func place(of reply: Reply) -> String {
    let who = reply.node.map { "\($0), \(line(reply.line))" } ?? fallback(reply.line)
    return "[\(who) · \(phrases("persona.openness", ["openness": String(reply.opennessAfter)]))]"
  }

  private func line(_ number: Int) -> String { phrases("try.line", ["line": String(number)]) }

  private func fallback(_ number: Int) -> String {
    number == 0 ? phrases("try.general") : phrases("try.fallback") + ", " + line(number)
  }

  // MARK: Why

  func why(_ why: Explanation, of persona: Persona) {
    for sentence in why.sentences {
      var heard = sentence.move.keyword(in: persona.language)
      if let step = sentence.step { heard += ", " + step.keyword(in: persona.language) }
      let words = sentence.evidenceText.isEmpty ? sentence.text : sentence.evidenceText
      console.print(labelled: phrases("try.heard"), words.isEmpty ? heard : "\(heard) „\(words)”")
    }
    for topic in why.topics { console.print(labelled: phrases("try.about-topic"), "\(topic.topic) „\(topic.words)”") }
    let places = ["before": String(why.opennessBefore), "after": String(why.opennessHeard)]
    console.print(labelled: phrases("try.openness"), phrases("try.openness.is", places))
    console.print(labelled: phrases("try.won"), described(why.winner))
    for candidate in why.runnersUp {
      console.print(labelled: phrases("try.almost"), described(candidate) + " – " + missed(candidate))
    }
    if why.runnersUp.isEmpty { console.print(phrases("try.almost.none"), .faint) }
    if console.isScreen { console.print() }
  }

  /// A node or fallback with its line and its conditions.
  func described(_ candidate: Explanation.Candidate) -> String {
    let who = candidate.node.map { "\($0) (\(line(candidate.line)))" } ?? fallback(candidate.line)
    return candidate.conditions.isEmpty ? who : who + ": " + candidate.conditions.joined(separator: ", ")
  }

  /// What kept it from answering.
  func missed(_ candidate: Explanation.Candidate) -> String {
    switch candidate.missed {
    case .condition(let text, let place):
      phrases("try.missed.condition", ["condition": text, "line": String(place.line)])
    case .closed(let parent): phrases("try.missed.closed", ["parent": parent])
    case .outranked, nil: phrases("try.missed.outranked")
    }
  }

  // MARK: Saved

  /// Lines to show above the line that is being typed.
  private func block(_ lines: [(String, Console.Style)]) -> String {
    lines.map { console.styled(Console.harmless($0.0), $0.1) + "\n" }.joined()
  }

  private func wrapped(_ text: String, _ style: Console.Style = .plain, indent: Int = 0) -> [(String, Console.Style)] {
    console.layout.wrap(text, first: String(repeating: " ", count: indent), rest: indent).map { ($0, style) }
  }

  /// - Parameter isPlaying: Whether an older version can play on.
  func vanished(_ path: String, isPlaying: Bool) -> String {
    block(wrapped(phrases(isPlaying ? "try.vanished" : "try.vanished.first", ["path": path]), .warning))
  }

  /// - Parameter isPlaying: Whether an older version can play on.
  func faulty(_ findings: [Finding], lines: [String], isPlaying: Bool) -> String {
    let printer = FindingPrinter(console: console, phrases: phrases)
    let errors = findings.filter { $0.severity == .error }
    var shown = errors.prefix(3).flatMap { printer.shown($0, lines: lines) }
    if errors.count > 3 {
      shown += wrapped(phrases("test.more", ["count": String(errors.count - 3)]), .faint)
    }
    return block(shown + wrapped(phrases(isPlaying ? "try.faulty" : "try.faulty.first"), .strong))
  }

  /// What the persona says first, for above the line that is being typed.
  func opening(_ rehearsal: Rehearsal) -> String {
    "\n" + block(wrapped("\(rehearsal.persona.firstName): \(rehearsal.opening)")) + "\n"
  }

  func reloaded(_ rehearsal: Rehearsal, _ change: Rehearsal.Change?, findings: [Finding], path: String) -> String {
    var lines: [(String, Console.Style)] = []
    let count = ["count": String(rehearsal.exchanges.count)]
    switch change {
    case nil: lines += wrapped(phrases(rehearsal.exchanges.isEmpty ? "try.reloaded" : "try.same", count), .good)
    case .opening(let before, let after):
      lines += wrapped(phrases("try.changed.opening"), .good)
      lines += wrapped("- " + before, .faint, indent: 2) + wrapped("+ " + after, .plain, indent: 2)
    case .answer(let number, let line, let before, let after):
      lines += wrapped(phrases("try.changed", ["number": String(number)]), .good)
      lines += wrapped("> " + line, .faint, indent: 2)
      lines += wrapped("- \(before.text) \(place(of: before))", .faint, indent: 2)
      lines += wrapped("+ \(after.text) \(place(of: after))", .plain, indent: 2)
    }
    if !findings.isEmpty {
      let found = phrases.counted("try.findings", findings.count) + " " + phrases("try.see", ["path": path])
      lines += wrapped(found, .faint)
    }
    return block(lines)
  }
}
