import CoachingLanguage

/// Reads what stands behind `als:` and in a `temperament:`.
struct ConditionReader {
  let path: String
  /// Topic names by their folded form.
  let topics: [String: String]
  var findings: [Finding] = []

  init(path: String, topics: [String: String]) {
    self.path = path
    self.topics = topics
  }

  /// The conditions between commas.
  mutating func conditions(in value: Span) -> [Condition] {
    value.split(at: ",").compactMap { condition(in: $0) }
  }

  private mutating func condition(in span: Span) -> Condition? {
    guard !span.isEmpty else {
      report(.emptyValue, at: span, facts: ["key": ","])
      return nil
    }
    var alternatives: [Condition.Alternative] = []
    var prefix: Prefix?
    for part in span.split(atWords: Keywords.or) {
      guard let alternative = alternative(in: part, after: &prefix) else { return nil }
      alternatives.append(alternative)
    }
    return Condition(alternatives: alternatives, text: span.text, place: span.place)
  }

  /// A word that says what the next one is; it goes on for the alternatives behind it: `over druk of nachten`.
  private enum Prefix { case about, step, signal }

  private mutating func alternative(in span: Span, after prefix: inout Prefix?) -> Condition.Alternative? {
    let name = span.name
    guard let first = span.words.first else {
      report(.emptyValue, at: span, facts: ["key": "of"])
      return nil
    }
    let rest = span.dropping(first.scalars.count).trimmed()
    if let moves = Keywords.moves[name] { return .moves(moves) }
    if !rest.isEmpty {
      if Keywords.about.contains(first.name) {
        prefix = .about
        return topic(rest).map { .topic($0) }
      }
      switch Keywords.keys[first.name] {
      case .openness: return openness(rest)
      case .step:
        prefix = .step
        return step(rest).map { .step($0) }
      case .signal:
        prefix = .signal
        return topic(rest).map { .signal($0) }
      default: break
      }
    }
    switch prefix {
    case .about: if topics[name] != nil { return topic(span).map { .topic($0) } }
    case .signal: if topics[name] != nil { return topic(span).map { .signal($0) } }
    case .step: if Keywords.steps[name] != nil { return step(span).map { .step($0) } }
    case nil: break
    }
    if span.words.contains(where: { Keywords.and.contains($0.name) }) {
      report(.andIsAComma, at: span, facts: ["text": span.text])
      return nil
    }
    let topicMeant = topics[name].map { "over \($0)" }
    let suggestion =
      topicMeant ?? EditDistance.nearest(to: name, in: Keywords.moves.keys.sorted()) ?? meant(by: span)
    report(.unknownCondition, at: span, facts: ["text": span.text], suggestion: suggestion)
    return nil
  }

  /// What was meant by words that hold a known one: `vraag over zeker`, `stap: emotie`, `gevoelsvraag`.
  private func meant(by span: Span) -> String? {
    let words = span.words
    let plain = words.map { $0.name.replacing(":", with: "") }
    guard let first = plain.first else { return nil }
    // Two conditions without the comma between them.
    if let about = plain.dropFirst().firstIndex(where: { Keywords.about.contains($0) }) {
      let move = plain[..<about].joined(separator: " ")
      if Keywords.moves[move] != nil { return move + ", " + plain[about...].joined(separator: " ") }
    }
    // A key with its colon, and perhaps a step by another name.
    if words.count > 1, Keywords.keys[first] == .step {
      let step = plain[1...].joined(separator: " ")
      if Keywords.steps[step] != nil { return first + " " + step }
      if step.hasPrefix("emoti") { return first + (first == "step" ? " feeling" : " gevoel") }
      return EditDistance.nearest(to: step, in: Keywords.steps.keys.sorted()).map { first + " " + $0 }
    }
    // A step and a question in one word: gevoelsvraag.
    for (question, word) in [("vraag", "stap"), ("question", "step")] where name(plain).hasSuffix(question) {
      let front = name(plain).dropLast(question.count)
      let step = Keywords.steps.keys.sorted().first { $0.count > 2 && front.hasPrefix($0) }
      if let step { return "\(question), \(word) \(step)" }
    }
    return nil
  }

  private func name(_ words: [String]) -> String { words.joined(separator: " ") }

  mutating func topic(_ span: Span) -> String? {
    if let name = topics[span.name] { return name }
    let suggestion = EditDistance.nearest(to: span.name, in: topics.values.sorted())
    report(.unknownTopic, at: span, facts: ["topic": span.text], suggestion: suggestion)
    return nil
  }

  mutating func step(_ span: Span) -> Step? {
    if let step = Keywords.steps[span.name] { return step }
    let suggestion = EditDistance.nearest(to: span.name, in: Keywords.steps.keys.sorted())
    report(.unknownStep, at: span, facts: ["step": span.text], suggestion: suggestion)
    return nil
  }

  /// `4+`, `3-`, `3-6` or `5`; a dash of any length.
  private mutating func openness(_ span: Span) -> Condition.Alternative? {
    let signs = span.scalars.filter { $0 != " " }.map { "–—−‑".unicodeScalars.contains($0) ? "-" : $0 }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: signs)
    let value = String(text)
    var range: ClosedRange<Int>?
    if value.hasSuffix("+"), let low = Numbers.openness(value.dropLast()) {
      range = low...10
    } else if value.hasSuffix("-"), let high = Numbers.openness(value.dropLast()) {
      range = 0...high
    } else if let exact = Numbers.openness(value[...]) {
      range = exact...exact
    } else if let dash = value.firstIndex(of: "-"), let low = Numbers.openness(value[..<dash]),
      let high = Numbers.openness(value[value.index(after: dash)...]), low <= high
    {
      range = low...high
    }
    guard let range else {
      report(.badOpenness, at: span, facts: ["text": span.text])
      return nil
    }
    return .openness(range)
  }

  /// Changes `temperament` by a list such as `advies -2, reflectie +2 tot 8`.
  mutating func read(_ value: Span, into temperament: inout Temperament) {
    for part in value.split(at: ",") {
      var words = part.words
      var ceiling: Int?
      if words.count >= 3, Keywords.upTo.contains(words[words.count - 2].name) {
        guard let number = Numbers.openness(words[words.count - 1].text[...]) else {
          report(.badTemperament, at: part, facts: ["text": part.text])
          continue
        }
        ceiling = number
        words.removeLast(2)
      }
      guard words.count >= 2, let last = words.popLast(), let change = Numbers.signed(last.text) else {
        report(.badTemperament, at: part, facts: ["text": part.text])
        continue
      }
      let name = words.map(\.name).joined(separator: " ")
      guard let moves = Keywords.moves[name] else {
        let suggestion = EditDistance.nearest(to: name, in: Keywords.moves.keys.sorted())
        report(.unknownCondition, at: part, facts: ["text": name], suggestion: suggestion)
        continue
      }
      for move in moves {
        let usual = Temperament.usual[move]
        temperament[move] = Temperament.Response(change, upTo: ceiling ?? usual.ceiling)
      }
    }
  }

  private mutating func report(
    _ code: Finding.Code, at span: Span, facts: [String: String] = [:], suggestion: String? = nil
  ) {
    findings.append(
      Finding(
        path: path, line: span.line, column: span.column, width: span.scalars.count, code: code, facts: facts,
        suggestion: suggestion))
  }
}

/// The few numbers of the notation.
enum Numbers {
  /// 0...10, in digits.
  static func openness(_ text: Substring) -> Int? {
    guard let number = Int(text), (0...10).contains(number), text.first != "+", text.first != "-" else { return nil }
    return number
  }

  /// -10...10 with its sign, a dash of any length; 0 may stand without.
  static func signed(_ text: String) -> Int? {
    var plain = text
    if let first = text.first, "–—−‑".contains(first) { plain = "-" + text.dropFirst() }
    guard let number = Int(plain), (-10...10).contains(number) else { return nil }
    guard plain.hasPrefix("+") || plain.hasPrefix("-") || number == 0 else { return nil }
    return number
  }
}
