import CoachingLanguage

/// A persona file as it is written: which line belongs to what, before anything is made of the values.
struct RawPersona {
  struct Entry {
    var key: Keywords.Key
    /// The whole of what stands before the colon.
    var label: Span
    var value: Span
  }

  struct Block {
    var heading: Span
    var name: Span
    var part: Node.Part = .layer
    /// 1 for `##`.
    var depth = 1
    var parent: Int?
    var entries: [Entry] = []
    /// Reply variants; `signal` is what stands behind the word `signaal`, if it was there.
    var replies: [(signal: Span?, text: Span)] = []
  }

  var title: Span?
  var head: [Entry] = []
  var words: [(name: Span, value: Span)] = []
  var nodes: [Block] = []
  var fallbacks: [Block] = []
  var talks: [ExampleTalk] = []
}

/// Sorts the lines of a file into a ``RawPersona``.
struct RawReader {
  static let mostNodes = 20_000
  static let mostFindings = 1000

  let path: String
  var raw = RawPersona()
  var findings: [Finding] = []
  private var section = Section.beforeTitle
  /// The node that is open at each depth.
  private var branch: [Int] = []
  private var shift = HeadingShift()

  private enum Section { case beforeTitle, head, words, node, fallback, talk }
  private var talkReader: TalkReader

  init(path: String) {
    self.path = path
    talkReader = TalkReader(path: path)
  }

  mutating func read(_ lines: [SourceText.Line]) {
    defer {
      raw.talks = talkReader.talks
      findings += talkReader.findings
    }
    for line in lines {
      let span = Span(line: line.number, scalars: line.scalars[...]).trimmed()
      guard let first = span.scalars.first else { continue }
      if first == "/", span.scalars.dropFirst().first == "/" { continue }
      if first == "#" {
        heading(span)
      } else if section == .talk {
        talkReader.read(span)
      } else if RawReader.bullets.contains(first) {
        reply(span, signal: nil, text: span.dropping(1).trimmed())
      } else {
        keyed(span)
      }
      if raw.nodes.count > RawReader.mostNodes {
        report(.tooManyNodes, at: span, facts: ["most": String(RawReader.mostNodes)])
        return
      }
      if findings.count >= RawReader.mostFindings {
        report(.tooManyFindings, at: span, facts: ["most": String(RawReader.mostFindings)])
        return
      }
    }
  }

  /// What a reply begins with; word processors turn `-` into the others.
  private static let bullets: Set<Unicode.Scalar> = ["-", "–", "—", "•", "*", "−", "‑"]

  // MARK: Headings

  private mutating func heading(_ span: Span) {
    let level = span.scalars.prefix { $0 == "#" }.count
    var name = span.dropping(level).trimmed()
    if name.isEmpty { report(.headingWithoutName, at: span) }
    if level == 1 {
      if raw.title != nil { report(.secondTitle, at: span) }
      raw.title = raw.title ?? name
      if section == .beforeTitle { section = .head }
      return
    }
    if raw.title == nil {
      if section == .beforeTitle { report(.noTitle, at: span) }
      raw.title = name
    }
    if level == 2 { shift = HeadingShift() }
    if level == 2, Keywords.words.contains(name.name) {
      section = .words
      branch = []
      return
    }
    if level == 2, Keywords.otherwise.contains(name.name) {
      section = .fallback
      branch = []
      raw.fallbacks.append(RawPersona.Block(heading: span, name: name))
      return
    }
    if level == 2, let talk = Keywords.talkName(name) {
      section = .talk
      branch = []
      talkReader.begin(talk, at: span)
      return
    }

    if Keywords.words.contains(name.name) || Keywords.otherwise.contains(name.name) {
      report(.nestedSection, at: span, facts: ["level": "2"])
    } else if let near = EditDistance.nearest(to: name.name, in: Keywords.reservedNames) {
      report(.nearlyReserved, at: name, facts: ["node": name.text], suggestion: near)
    }

    var depth = shift.depth(of: level - 1)
    if depth > branch.count + 1 {
      let isNested = section == .words || section == .fallback || section == .talk
      let above = branch.last.map { raw.nodes[$0].heading.line } ?? span.line
      let facts = ["level": String(branch.count + 2), "line": String(above)]
      if !isNested { shift.begin(written: level - 1, extra: depth - branch.count - 1, finding: findings.count) }
      report(isNested ? .nestedSection : .skippedLevel, at: span, facts: facts)
      depth = branch.count + 1
    } else if let shifted = shift.count() {
      findings[shifted.finding].facts["below"] = String(shifted.below)
    }
    var part = Node.Part.layer
    if let colon = name.scalars.firstIndex(of: ":") {
      let prefix = Span(line: span.line, scalars: name.scalars[..<colon]).trimmed()
      if let known = Keywords.parts[prefix.name] {
        part = known
        name = Span(line: span.line, scalars: name.scalars[name.scalars.index(after: colon)...]).trimmed()
        if name.isEmpty { report(.headingWithoutName, at: span) }
      } else {
        let suggestion = EditDistance.nearest(to: prefix.name, in: Keywords.parts.keys.sorted())
        report(.unknownKey, at: prefix, facts: ["key": prefix.text], suggestion: suggestion)
      }
    }
    branch.removeLast(branch.count - (depth - 1))
    let block = RawPersona.Block(heading: span, name: name, part: part, depth: depth, parent: branch.last)
    branch.append(raw.nodes.count)
    raw.nodes.append(block)
    section = .node
  }

  // MARK: Lines under a heading

  private mutating func reply(_ span: Span, signal: Span?, text: Span) {
    findJoin(in: text)
    if text.isEmpty { report(.emptyValue, at: span, facts: ["key": signal == nil ? "-" : "signaal"]) }
    switch section {
    case .node: raw.nodes[raw.nodes.count - 1].replies.append((signal, text))
    case .fallback where signal == nil: raw.fallbacks[raw.fallbacks.count - 1].replies.append((signal, text))
    default: report(.misplacedKey, at: span, facts: ["key": signal == nil ? "-" : "signaal"])
    }
  }

  private mutating func keyed(_ span: Span) {
    guard let colon = span.scalars.firstIndex(of: ":") else {
      report(.strayLine, at: span)
      return
    }
    let label = Span(line: span.line, scalars: span.scalars[..<colon]).trimmed()
    let value = Span(line: span.line, scalars: span.scalars[span.scalars.index(after: colon)...]).trimmed()
    if section == .words {
      raw.words.append((label, value))
      return
    }
    let words = label.words
    if let first = words.first, words.count > 1, Keywords.keys[first.name] == .signal {
      reply(span, signal: label.dropping(first.scalars.count).trimmed(), text: value)
      return
    }
    guard let key = Keywords.keys[label.name] else {
      if words.count > 3 {
        report(.strayLine, at: span)
      } else {
        let suggestion = EditDistance.nearest(to: label.name, in: RawReader.keys(of: section))
        report(.unknownKey, at: label, facts: ["key": label.text], suggestion: suggestion)
      }
      return
    }
    if key == .signal {
      report(.emptyValue, at: label, facts: ["key": label.text, "topic": label.text])
      return
    }
    if value.isEmpty { report(.emptyValue, at: span, facts: ["key": label.text]) }
    findJoin(in: value)
    let entry = RawPersona.Entry(key: key, label: label, value: value)
    switch section {
    case .head where key.isOfPersona: raw.head.append(entry)
    case .node where !key.isOfPersona: raw.nodes[raw.nodes.count - 1].entries.append(entry)
    case .fallback where key == .when: raw.fallbacks[raw.fallbacks.count - 1].entries.append(entry)
    default: report(.misplacedKey, at: label, facts: ["key": label.text])
    }
  }

  /// Finds the place where an end of line was lost: `.- `, or a key that follows without a space.
  private mutating func findJoin(in span: Span) {
    let scalars = span.scalars
    for index in scalars.indices.dropFirst().dropLast() {
      let before = scalars[index - 1]
      let isEnd = ".!?…".unicodeScalars.contains(before)
      var isJoin = scalars[index] == "-" && isEnd && scalars[index + 1] == " "
      if scalars[index] == ":" {
        var start = index
        while start > scalars.startIndex, Folding.isWord(scalars[start - 1]) { start -= 1 }
        let word = Folding.name(scalars[start..<index])
        let follows = start > scalars.startIndex && ".!?…*+".unicodeScalars.contains(scalars[start - 1])
        // Shorter keys end ordinary words: zoals, vandaan.
        isJoin =
          follows && Keywords.keys[word] != nil
          || Keywords.keys.keys.contains { $0.count > 3 && word.count > $0.count && word.hasSuffix($0) }
          || RawReader.endsInSignal(scalars[..<index])
      }
      if isJoin {
        report(.joinedLine, at: Span(line: span.line, scalars: scalars[index...index]))
        return
      }
    }
  }

  /// Whether a text ends in `signaal` and a topic, right behind the end of a sentence: `Druk, ja.signaal nachten`.
  private static func endsInSignal(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    for (place, scalar) in scalars.enumerated().dropLast() where ".!?…".unicodeScalars.contains(scalar) {
      let rest = scalars.dropFirst(place + 1)
      let word = rest.prefix { $0 != " " }
      if word.count < rest.count, Keywords.keys[Folding.name(word)] == .signal { return true }
    }
    return false
  }

  /// The keys that may stand in a section, for "did you mean".
  private static func keys(of section: Section) -> [String] {
    Keywords.keys.filter { _, key in
      switch section {
      case .beforeTitle, .head: key.isOfPersona
      case .node: !key.isOfPersona
      case .fallback: key == .when
      case .words, .talk: false
      }
    }.keys.sorted()
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
