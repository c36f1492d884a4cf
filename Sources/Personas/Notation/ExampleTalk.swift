import CoachingLanguage

/// An example conversation with what must come of it, written beside a persona or in it.
///
/// ```
/// ## gesprek: een goed gesprek
/// > Waar loop je tegenaan met de planning?
/// = druk, openheid 4
/// > Overdag, zeg je. En hoe is dat 's nachts?
/// = malen
/// kern: nee
/// ```
///
/// `>` is a line of the leader; `=` says who answers, `anders` for a fallback, and with how much openness after it
/// (commas before that are the name's own, as in `= sjerp, even niet, openheid 4`);
/// `"` begins the reply as it must be, word for word; `kern: ja` or `kern: nee` at the end says whether it was reached.
public struct ExampleTalk: Sendable, Equatable {
  public var name: String
  public var turns: [Turn]
  /// Whether the core must have been said at the end; `nil` where nothing is expected of it.
  public var reachesCore: Bool?
  public var place: Place
  /// The line of the file with `kern:`; 0 where there is none.
  public var coreLine: Int = 0

  public struct Turn: Sendable, Equatable {
    /// What the leader says.
    public var line: String
    /// Who must answer: a node's name; empty for a fallback; `nil` where nothing is expected.
    public var node: String?
    /// What openness must be after it, in 0...10.
    public var openness: ClosedRange<Int>?
    public var reply: String?
    public var place: Place
    /// The lines of the file with `=` and with `"`; 0 where there is none.
    public var expectationLine = 0
    /// Where the name of `node` stands; `nil` where nobody is named.
    public var nodePlace: Place?
    public var replyLine = 0
  }
}

/// Reads the example conversations of a file.
struct TalkReader {
  let path: String
  private(set) var talks: [ExampleTalk] = []
  private(set) var findings: [Finding] = []

  init(path: String) { self.path = path }

  mutating func begin(_ name: Span, at heading: Span) {
    talks.append(ExampleTalk(name: name.text, turns: [], reachesCore: nil, place: heading.place))
  }

  /// One line of the conversation that was begun last.
  mutating func read(_ span: Span) {
    guard !talks.isEmpty, let first = span.scalars.first else { return }
    let talk = talks.count - 1
    let rest = span.dropping(1).trimmed()
    let turn = talks[talk].turns.count - 1
    switch first {
    case ">": talks[talk].turns.append(ExampleTalk.Turn(line: rest.text, place: rest.place))
    case "=" where turn >= 0 && talks[talk].turns[turn].expectationLine == 0:
      talks[talk].turns[turn].expectationLine = span.line
      expectations(rest, talk, turn)
    case "\"" where turn >= 0, "“" where turn >= 0, "„" where turn >= 0:
      var text = rest
      if let last = text.scalars.last, last == "\"" || last == "”" || last == "“" {
        text = Span(line: text.line, scalars: text.scalars.dropLast())
      }
      talks[talk].turns[turn].reply = text.text
      talks[talk].turns[turn].replyLine = span.line
    default: core(span, talk)
    }
  }

  private mutating func expectations(_ span: Span, _ talk: Int, _ turn: Int) {
    var parts = span.split(at: ",")[...]
    // Openness stands behind the name, or before it; every other comma belongs to the name of a heading.
    if let last = parts.last, isOpenness(last) {
      openness(parts.removeLast(), talk, turn)
    } else if let first = parts.first, isOpenness(first) {
      openness(parts.removeFirst(), talk, turn)
    }
    guard let first = parts.first, let last = parts.last else { return }
    let name = Span(
      line: span.line, scalars: span.scalars[first.scalars.startIndex..<last.scalars.endIndex]
    ).trimmed()
    guard !name.isEmpty else { return }
    talks[talk].turns[turn].node = Keywords.otherwise.contains(name.name) ? "" : name.text
    talks[talk].turns[turn].nodePlace = name.place
  }

  private func isOpenness(_ part: Span) -> Bool {
    guard let first = part.words.first, part.words.count > 1 else { return false }
    return Keywords.keys[first.name] == .openness
  }

  private mutating func openness(_ part: Span, _ talk: Int, _ turn: Int) {
    var reader = ConditionReader(path: path, topics: [:])
    if let condition = reader.conditions(in: part).first, case .openness(let range) = condition.alternatives.first {
      talks[talk].turns[turn].openness = range
    }
    findings += reader.findings
  }

  private mutating func core(_ span: Span, _ talk: Int) {
    let parts = span.split(at: ":")
    if parts.count == 2, Keywords.parts[parts[0].name] == .core {
      if Keywords.yes.contains(parts[1].name) || Keywords.no.contains(parts[1].name) {
        talks[talk].reachesCore = Keywords.yes.contains(parts[1].name)
        talks[talk].coreLine = span.line
        return
      }
    }
    findings.append(
      Finding(
        path: path, line: span.line, column: span.column, width: span.scalars.count, code: .badExpectation,
        facts: ["text": span.text]))
  }
}

extension PersonaReader {
  /// The conversations of a file of their own, which begin with `## gesprek: NAME` or `## conversation: NAME`.
  public static func readTalks(_ text: String, path: String = "") -> (talks: [ExampleTalk], findings: [Finding]) {
    var text = text
    let source = text.withUTF8 { SourceText(bytes: $0, path: path) }
    var reader = TalkReader(path: path)
    var findings = source.findings
    for line in source.lines {
      let span = Span(line: line.number, scalars: line.scalars[...]).trimmed()
      guard let first = span.scalars.first, !(first == "/" && span.scalars.dropFirst().first == "/") else { continue }
      if first == "#" {
        let level = span.scalars.prefix { $0 == "#" }.count
        if let name = Keywords.talkName(span.dropping(level).trimmed()) { reader.begin(name, at: span) }
      } else if reader.talks.isEmpty {
        findings.append(
          Finding(
            path: path, line: span.line, column: span.column, width: span.scalars.count, code: .badExpectation,
            facts: ["text": span.text]))
      } else {
        reader.read(span)
      }
    }
    return (reader.talks, findings + reader.findings)
  }
}

extension Keywords {
  static let talks: Set<String> = ["gesprek", "conversation"]

  /// What stands behind `gesprek:` in a heading; `nil` for any other heading.
  static func talkName(_ heading: Span) -> Span? {
    guard let colon = heading.scalars.firstIndex(of: ":") else { return nil }
    let prefix = Span(line: heading.line, scalars: heading.scalars[..<colon])
    guard talks.contains(prefix.name) else { return nil }
    return Span(line: heading.line, scalars: heading.scalars[heading.scalars.index(after: colon)...]).trimmed()
  }
}
