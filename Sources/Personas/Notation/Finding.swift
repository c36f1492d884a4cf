import CoachingLanguage

/// Something about a persona file that its author should know, with the place and what to do about it.
///
/// A finding holds facts; the words stand in the phrase files as `finding.CODE` and `finding.CODE.remedy`.
public struct Finding: Sendable, Equatable {
  public enum Severity: String, Sendable, CaseIterable {
    /// The persona can't be played, or not as it was meant.
    case error
    /// It can be played; it could be better.
    case warning
  }

  /// The file as it was named; empty for a text without a file.
  public var path: String
  /// 1-based.
  public var line: Int
  /// 1-based, in Unicode scalars.
  public var column: Int
  /// How many scalars are marked, at least 1.
  public var width: Int
  public var severity: Severity
  public var code: Code
  /// What the words of the finding are filled with.
  public var facts: [String: String]
  /// What was probably meant, of all that could stand here.
  public var suggestion: String?
  /// The shortest conversation that shows the problem, line by line; empty where none is needed.
  public var conversation: [Exchange]

  /// One line of the leader and what came back.
  public struct Exchange: Sendable, Equatable {
    /// What the leader says: a sample sentence of the author where one fits, else a description of the moves.
    public var leader: String
    /// Who answers: the name of the node; `nil` for a fallback.
    public var node: String?
    /// The first variant of the reply.
    public var reply: String
    /// Openness after it, 0...10.
    public var openness: Int

    public init(leader: String, node: String?, reply: String, openness: Int) {
      self.leader = leader
      self.node = node
      self.reply = reply
      self.openness = openness
    }
  }

  public init(
    path: String, line: Int, column: Int = 1, width: Int = 1, severity: Severity? = nil, code: Code,
    facts: [String: String] = [:], suggestion: String? = nil, conversation: [Exchange] = []
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.width = max(1, width)
    self.severity = severity ?? code.severity
    self.code = code
    self.facts = facts
    self.suggestion = suggestion
    self.conversation = conversation
  }

  /// What is wrong, in one sentence of `phrases`.
  public func message(_ phrases: Phrasebook) -> String { phrase("finding.\(code.rawValue)", phrases) }

  /// What to do about it.
  public func remedy(_ phrases: Phrasebook) -> String { phrase("finding.\(code.rawValue).remedy", phrases) }

  /// The phrase for `key`, or the one for what is special in this finding.
  private func phrase(_ key: String, _ phrases: Phrasebook) -> String {
    var special = key + (facts["other"].map { $0.isEmpty ? ".alone" : ".between" } ?? "")
    if facts["topic"] != nil { special = key + ".topic" }
    if let below = facts["below"] { special = key + (below == "1" ? ".below.one" : ".below") }
    return phrases(phrases.variants(special).isEmpty ? key : special, facts)
  }
}
