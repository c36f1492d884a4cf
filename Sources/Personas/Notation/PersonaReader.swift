import CoachingLanguage

/// What came of reading a persona file.
public struct PersonaReading: Sendable {
  /// Everything that could be read, with gaps where there were errors; `nil` where there was nothing to read.
  public var draft: Persona?
  /// Every problem of the file, in the order of its lines.
  public var findings: [Finding]

  /// The persona, if it was read without an error.
  public var persona: Persona? { findings.contains { $0.severity == .error } ? nil : draft }
}

/// Reads the persona notation: strict, in one pass over the lines and one over the blocks, and it never fails.
///
/// Whatever the bytes are, the answer is a reading with findings. Time grows linearly with the file.
public struct PersonaReader {
  /// - Parameter path: How the file is named in findings.
  public static func read(_ text: String, path: String = "") -> PersonaReading {
    var text = text
    return text.withUTF8 { read(bytes: $0, path: path) }
  }

  public static func read(bytes: [UInt8], path: String = "") -> PersonaReading {
    bytes.withUnsafeBufferPointer { read(bytes: $0, path: path) }
  }

  private static func read(bytes: UnsafeBufferPointer<UInt8>, path: String) -> PersonaReading {
    let source = SourceText(bytes: bytes, path: path)
    guard !source.lines.isEmpty, !source.isUnreadable else {
      return PersonaReading(draft: nil, findings: source.findings)
    }
    var lines = RawReader(path: path)
    lines.read(source.lines)
    var reader = PersonaReader(path: path, raw: lines.raw)
    var persona = reader.persona()
    persona.source.lines = source.lines.map { Span(line: $0.number, scalars: $0.scalars[...]).text }
    persona.index = AnswerIndex(persona, general: GeneralFallbacks.of(persona.language))
    let findings = (source.findings + lines.findings + reader.findings).enumerated().sorted {
      ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
    }
    return PersonaReading(draft: persona, findings: findings.map(\.element))
  }

  /// The fallbacks of a text that need not be a whole persona; findings are for a test of ours to look at.
  static func fallbacks(in text: String, path: String) -> (fallbacks: [Fallback], findings: [Finding]) {
    var text = text
    let source = text.withUTF8 { SourceText(bytes: $0, path: path) }
    var lines = RawReader(path: path)
    lines.read(source.lines)
    var reader = PersonaReader(path: path, raw: lines.raw)
    reader.conditionReader = ConditionReader(path: path, topics: [:])
    let fallbacks = lines.raw.fallbacks.map { reader.fallback($0) }
    return (fallbacks, source.findings + lines.findings + reader.findings)
  }

  let path: String
  let raw: RawPersona
  private var ownFindings: [Finding] = []
  private var conditionReader: ConditionReader
  private var findings: [Finding] { ownFindings + conditionReader.findings }

  private init(path: String, raw: RawPersona) {
    self.path = path
    self.raw = raw
    conditionReader = ConditionReader(path: path, topics: [:])
  }

  private mutating func persona() -> Persona {
    let topics = topics()
    let names = topics.map { (Folding.name($0.name), $0.name) }
    conditionReader = ConditionReader(path: path, topics: Dictionary(names) { first, _ in first })
    var persona = Persona(
      name: raw.title?.text ?? "", language: .dutch, role: "", situation: "", aim: "", difficulty: .medium,
      openings: [], openness: 3, temperament: .usual, topics: topics, nodes: [], fallbacks: [], twin: nil,
      source: Persona.Source(path: path, lines: []))
    readHead(into: &persona)
    persona.nodes = raw.nodes.map { node($0) }
    persona.fallbacks = raw.fallbacks.map { fallback($0) }
    persona.talks = raw.talks
    findSharedNames()
    return persona
  }

  // MARK: The head

  private mutating func readHead(into persona: inout Persona) {
    let title = raw.title ?? Span(line: 1, scalars: [])
    if raw.title == nil { report(.noTitle, at: title) }
    findRepeatedKeys(in: raw.head)
    for entry in raw.head where !entry.value.isEmpty {
      let value = entry.value
      switch entry.key {
      case .language:
        if let language = Keywords.languages[value.name] {
          persona.language = language
        } else {
          let suggestion = EditDistance.nearest(to: value.name, in: ["nl", "en", "nederlands", "english"])
          report(.unknownLanguage, at: value, facts: ["text": value.text], suggestion: suggestion)
        }
      case .role: persona.role = value.text
      case .situation: persona.situation += (persona.situation.isEmpty ? "" : "\n") + value.text
      case .aim: persona.aim = value.text
      case .opening: persona.openings.append(ReplyLine(text: value.text, signals: [], place: value.place))
      case .twin: persona.twin = value.text
      case .difficulty:
        if let difficulty = Keywords.difficulties[value.name] {
          persona.difficulty = difficulty
        } else {
          let suggestion = EditDistance.nearest(to: value.name, in: Keywords.difficulties.keys.sorted())
          report(.unknownDifficulty, at: value, facts: ["text": value.text], suggestion: suggestion)
        }
      case .openness:
        if let openness = Numbers.openness(value.text[...]) {
          persona.openness = openness
        } else {
          report(.badOpenness, at: value, facts: ["text": value.text])
        }
      case .temperament: conditionReader.read(value, into: &persona.temperament)
      default: break
      }
    }
    let present = Set(raw.head.map(\.key))
    for (key, name) in [
      (Keywords.Key.language, "taal / language"), (.situation, "situatie / situation"), (.opening, "opening"),
      (.openness, "openheid / openness"),
    ] where !present.contains(key) {
      report(.missingKey, at: title, facts: ["key": name])
    }
  }

  private mutating func topics() -> [Topic] {
    var topics: [Topic] = []
    var seen: Set<String> = []
    for (name, value) in raw.words {
      if name.isEmpty || !name.words.allSatisfy({ !Keywords.or.contains($0.name) }) || name.scalars.contains(",")
        || Keywords.moves[name.name] != nil
      {
        report(.badTopicName, at: name.isEmpty ? value : name, facts: ["topic": name.text])
        continue
      }
      guard seen.insert(name.name).inserted else {
        report(.duplicateTopic, at: name, facts: ["topic": name.text])
        continue
      }
      var topic = Topic(name: name.text, words: [], place: name.place, wordPlaces: [])
      for word in value.split(at: ",") {
        if word.isEmpty { continue }
        guard TopicMatcher.isPattern(word.text) else {
          report(.badWord, at: word, facts: ["word": word.text])
          continue
        }
        topic.words.append(word.text)
        topic.wordPlaces.append(word.place)
      }
      if value.isEmpty { report(.emptyValue, at: name, facts: ["key": name.text]) }
      topics.append(topic)
    }
    return topics
  }

  // MARK: Blocks

  private mutating func node(_ block: RawPersona.Block) -> Node {
    findRepeatedKeys(in: block.entries)
    var node = Node(
      name: block.name.text, part: block.part, depth: block.depth, parent: block.parent, conditions: [], replies: [],
      step: nil, effect: 0, isTemptation: false, samples: [], place: block.heading.place)
    for entry in block.entries where !entry.value.isEmpty {
      let value = entry.value
      switch entry.key {
      case .when: node.conditions = conditionReader.conditions(in: value)
      case .step: node.step = conditionReader.step(value)
      case .then: node.effect = effect(value)
      case .temptation:
        if Keywords.yes.contains(value.name) {
          node.isTemptation = true
        } else if !Keywords.no.contains(value.name) {
          report(.badYesNo, at: value, facts: ["text": value.text])
        }
      case .sample: node.samples.append(Sample(text: value.text, mustHit: true, place: value.place))
      case .counterSample: node.samples.append(Sample(text: value.text, mustHit: false, place: value.place))
      default: break
      }
    }
    if !block.entries.contains(where: { $0.key == .when }) {
      report(.noCondition, at: block.heading, facts: ["node": node.name])
    }
    node.replies = replies(of: block)
    findScatteredReplies(in: block)
    return node
  }

  fileprivate mutating func fallback(_ block: RawPersona.Block) -> Fallback {
    findRepeatedKeys(in: block.entries)
    var fallback = Fallback(conditions: [], replies: replies(of: block), place: block.heading.place)
    if let when = block.entries.first, !when.value.isEmpty {
      fallback.conditions = conditionReader.conditions(in: when.value)
    }
    return fallback
  }

  private mutating func replies(of block: RawPersona.Block) -> [ReplyLine] {
    if block.replies.isEmpty { report(.noReply, at: block.heading, facts: ["node": block.name.text]) }
    var signals: Set<String>?
    var lines: [ReplyLine] = []
    for (signal, text) in block.replies where !text.isEmpty {
      var line = ReplyLine(text: text.text, signals: [], place: text.place)
      if let signal {
        line.signals = signal.split(at: ",").compactMap { conditionReader.topic($0) }
        if let signals, signals != Set(line.signals) {
          report(.mixedSignals, at: signal, facts: ["node": block.name.text])
        }
        signals = Set(line.signals)
      }
      lines.append(line)
    }
    return lines
  }

  /// `openheid +2`
  private mutating func effect(_ value: Span) -> Int {
    let words = value.words
    if words.count == 2, Keywords.keys[words[0].name] == .openness, let number = Numbers.signed(words[1].text) {
      return number
    }
    report(.badEffect, at: value, facts: ["text": value.text])
    return 0
  }

  // MARK: What stands twice

  private mutating func findRepeatedKeys(in entries: [RawPersona.Entry]) {
    var lines: [Keywords.Key: Int] = [:]
    for entry in entries where !entry.key.mayRepeat {
      if let line = lines[entry.key] {
        report(.repeatedKey, at: entry.label, facts: ["key": entry.label.text, "line": String(line)])
      } else {
        lines[entry.key] = entry.label.line
      }
    }
  }

  // MARK: What stands apart

  /// A reply with another line between it and most replies of its heading: it may belong somewhere else.
  private mutating func findScatteredReplies(in block: RawPersona.Block) {
    var groups: [[Span]] = []
    var between: [Int] = []
    for reply in block.replies {
      let text = reply.text
      if let last = groups.last?.last,
        let line = block.entries.last(where: { (last.line..<text.line).contains($0.label.line) })
      {
        between.append(line.label.line)
        groups.append([text])
      } else if groups.isEmpty {
        groups = [[text]]
      } else {
        groups[groups.count - 1].append(text)
      }
    }
    guard groups.count > 1, let home = groups.indices.max(by: { groups[$0].count < groups[$1].count }) else { return }
    for (place, group) in groups.enumerated() where place != home {
      let line = between[place < home ? place : place - 1]
      report(.repliesApart, at: group[0], facts: ["node": block.name.text, "line": String(line)])
    }
  }

  private mutating func findSharedNames() {
    var lines: [String: Int] = [:]
    for block in raw.nodes {
      if let line = lines[block.name.name] {
        report(.duplicateName, at: block.name, facts: ["node": block.name.text, "line": String(line)])
      } else {
        lines[block.name.name] = block.heading.line
      }
    }
  }

  private mutating func report(
    _ code: Finding.Code, at span: Span, facts: [String: String] = [:], suggestion: String? = nil
  ) {
    ownFindings.append(
      Finding(
        path: path, line: span.line, column: span.column, width: span.scalars.count, code: code, facts: facts,
        suggestion: suggestion))
  }
}
