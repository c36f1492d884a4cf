/// Reads the files of a language pack, and says everything that is wrong with them.
///
/// A pack is lines of `key: value`. `list NAME: words, and phrases` makes a list, a line that begins with `+` goes on with
/// it; `spelling: ff = even` says how a word is heard; `rule ID` begins a rule, which the keys below it describe until the
/// next. `hint: HINT = move 12, step -3` says how much something (see `Hint`) speaks for a move or a step, `no-step` for an open
/// question without one, in tenths of a rule's weight; a rule with `hints: yes` explains those of its move. `shape: ge*d, *ing`
/// names the shapes of words. A line that begins with `#` is a note.
struct PackReader {
  private(set) var lists: [String: [String]] = [:]
  private(set) var spelling: [String: [String]] = [:]
  private(set) var rules: [Rule] = []
  /// Where a sentence falls apart without a full stop: patterns with a `/`.
  private(set) var cuts: [Pattern] = []
  private(set) var hints: [HintLine] = []
  /// The shapes of words, the first that fits being a word's.
  private(set) var shapes: [String] = []
  private(set) var problems: [LanguagePack.Problem] = []

  private struct Written {
    var rule: Rule
    var when: [(text: String, line: Int)] = []
    var unless: [(text: String, line: Int)] = []
  }

  private var written: [Written] = []
  private var writtenCuts: [(text: String, line: Int, place: String)] = []
  private var openList: String?
  private var file = ""

  init(_ files: [(name: String, text: String)]) {
    for (name, text) in files {
      file = name
      openList = nil
      var text = text
      text.withUTF8 { read($0) }
    }
    compile()
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var number = 0
    var start = 0
    while start < bytes.count {
      number += 1
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
      start = end + 1
      if HintLine.isOne(line) {
        openList = nil
        readHint(line, number)
      } else {
        read(Substring(decoding: line, as: UTF8.self), number)
      }
    }
  }

  private mutating func read(_ line: Substring, _ number: Int) {
    let line = line.utf8.last == 0x0D ? Substring(line.utf8.dropLast()) : line
    guard let first = line.utf8.first, first != UInt8(ascii: "#") else { return }
    if first == UInt8(ascii: "+") {
      guard let openList else { return report(number, "'+' goes on with a list, and no list stands above it") }
      lists[openList, default: []].append(contentsOf: entries(line.dropFirst()))
    } else if line.hasPrefix("rule ") {
      openList = nil
      let id = String(trim(line.dropFirst(5)))
      if written.contains(where: { $0.rule.id == id }) { report(number, "there are two rules '\(id)'") }
      written.append(
        Written(
          rule: Rule(
            id: id, move: nil, step: nil, weight: 4, against: [], explainsHints: false, reasons: [:], examples: [],
            counterexamples: [], place: "\(file):\(number)")))
    } else if let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let key = line[..<colon]
      let value = trim(line[line.utf8.index(after: colon)...])
      if key.hasPrefix("list ") {
        let name = String(trim(key.dropFirst(5)))
        if lists[name] != nil { report(number, "there are two lists '\(name)'") }
        lists[name] = entries(value)
        openList = name
      } else if key == "spelling" {
        readSpelling(value, number)
      } else if key == "shape" {
        shapes += entries(value)
      } else if key == "cut" {
        writtenCuts.append((String(value), number, "\(file):\(number)"))
      } else {
        readRuleLine(String(key), String(value), number)
      }
    } else if !trim(line).isEmpty {
      report(number, "'\(trim(line))' is neither a key with a value nor a note")
    }
  }

  private mutating func readSpelling(_ value: Substring, _ number: Int) {
    for pair in value.split(separator: ",") {
      let sides = pair.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { return report(number, "'\(trim(pair))' wants the form 'typed = meant'") }
      let meant = sides[1].split(separator: " ").map { Folding.fold($0) }
      for typed in sides[0].split(separator: " ") { spelling[Folding.fold(typed)] = meant }
    }
  }

  private mutating func readHint(_ line: UnsafeBufferPointer<UInt8>, _ number: Int) {
    switch HintLine.read(line) {
    case .success(let read): hints.append(read)
    case .failure(let problem): report(number, problem.message)
    }
  }

  private mutating func readRuleLine(_ key: String, _ value: String, _ number: Int) {
    guard !written.isEmpty else { return report(number, "'\(key)' belongs to a rule, and none stands above it") }
    let last = written.count - 1
    switch key {
    case "move":
      guard let move = Move(rawValue: value) else { return report(number, "there is no move '\(value)'") }
      written[last].rule.move = move
    case "step":
      guard let step = Step(rawValue: value) else { return report(number, "there is no step '\(value)'") }
      written[last].rule.step = step
    case "cue": written[last].rule.cue = value
    case "weight":
      guard let weight = Int(value), (1...20).contains(weight) else {
        return report(number, "a weight is 1 to 20, not '\(value)'")
      }
      written[last].rule.weight = weight
    case "against":
      for name in value.split(separator: ",") {
        guard let move = Move(rawValue: String(trim(name))) else {
          report(number, "there is no move '\(trim(name))'")
          continue
        }
        written[last].rule.against.append(move)
      }
    case "when": written[last].when.append((value, number))
    case "hints": written[last].rule.explainsHints = value == "yes"
    case "unless": written[last].unless.append((value, number))
    case "yes": written[last].rule.examples.append(value)
    case "no": written[last].rule.counterexamples.append(value)
    case "why-nl": written[last].rule.reasons[.dutch] = value
    case "why-en": written[last].rule.reasons[.english] = value
    default: report(number, "a rule has no '\(key)'")
    }
  }

  private mutating func compile() {
    cuts = writtenCuts.compactMap { pattern($0.text, $0.line, $0.place) }
    writtenCuts = []
    for item in written {
      var rule = item.rule
      rule.patterns = item.when.compactMap { pattern($0.text, $0.line, rule.place) }
      rule.exceptions = item.unless.compactMap { pattern($0.text, $0.line, rule.place) }
      if rule.move == nil && rule.step == nil && rule.cue == nil { missing("a move or a step", rule) }
      if rule.patterns.isEmpty && !rule.explainsHints { missing("a 'when'", rule) }
      if rule.examples.isEmpty { missing("a 'yes' example", rule) }
      if rule.counterexamples.isEmpty { missing("a 'no' example", rule) }
      for language in Language.shipped where rule.reasons[language] == nil {
        missing("a reason 'why-\(language.rawValue)'", rule)
      }
      rules.append(rule)
    }
    written = []
    let explained = Set(rules.lazy.filter(\.explainsHints).compactMap(\.move))
    var hinted: UInt64 = 0
    for line in hints {
      for weight in line.weights { hinted |= 1 << UInt64(weight.target) }
    }
    for number in Move.allCases.indices
    where hinted & (1 << UInt64(number)) != 0 && !explained.contains(Move.allCases[number]) {
      let move = Move.allCases[number].rawValue
      problems.append(
        .init(place: "hint", message: "there are hints for '\(move)' and no rule with 'hints: yes' for it"))
    }
  }

  private mutating func pattern(_ text: String, _ line: Int, _ place: String) -> Pattern? {
    switch Pattern.read(text, spelling: spelling) {
    case .success(let pattern): return pattern
    case .failure(let problem):
      let name = place.prefix { $0 != ":" }
      problems.append(.init(place: "\(name):\(line)", message: "\(problem.message) in '\(text)'"))
      return nil
    }
  }

  private mutating func missing(_ what: String, _ rule: Rule) {
    problems.append(.init(place: rule.place, message: "rule '\(rule.id)' lacks \(what)"))
  }

  private mutating func report(_ line: Int, _ message: String) {
    problems.append(.init(place: "\(file):\(line)", message: message))
  }

  private func entries(_ value: Substring) -> [String] {
    value.split(separator: ",").map { Folding.fold(trim($0)) }.filter { !$0.isEmpty }
  }
}

/// `text` without the spaces around it.
func trim(_ text: Substring) -> Substring {
  func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  var bytes = text.utf8.drop(while: isSpace)
  while let last = bytes.last, isSpace(last) { bytes.removeLast() }
  return Substring(bytes)
}
