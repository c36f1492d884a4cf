import CoachingLanguage

/// A simulated employee: who it is, what makes it open up or close, and everything it can say.
///
/// Read with ``PersonaReader``, played with ``Persona/reply(to:in:)``.
public struct Persona: Sendable {
  public var name: String
  public var language: Language
  /// What the employee does, such as "klantadviseur, vier jaar in dienst".
  public var role: String
  /// The briefing for the leader; paragraphs are separate lines.
  public var situation: String
  /// What there is to practise with this persona; may be empty.
  public var aim: String
  public var difficulty: Difficulty
  /// The persona's first line, in variants; at least one in a persona that can be played.
  public var openings: [ReplyLine]
  /// How open the employee is at the start, 0 (closed) to 10.
  public var openness: Int
  public var temperament: Temperament
  public var topics: [Topic]
  /// In the order of the file: a node comes after its parent and before its parent's next sibling.
  public var nodes: [Node]
  /// The persona's own answers to what no node reacts to.
  public var fallbacks: [Fallback]
  /// The file with the same persona in another language, as written; `nil` where there is none.
  public var twin: String?
  /// The example conversations that stand in the file itself.
  public var talks: [ExampleTalk] = []
  public var source: Source

  public enum Difficulty: String, Sendable, CaseIterable { case easy, medium, hard }

  /// The file the persona was read from, for findings and for `show`.
  public struct Source: Sendable {
    /// As it was named; empty for a text without a file.
    public var path: String
    /// Line 1 is at index 0.
    public var lines: [String]

    public init(path: String, lines: [String]) {
      self.path = path
      self.lines = lines
    }
  }

  /// Looked up at every turn; made once, by ``PersonaReader``.
  var index = AnswerIndex()

  /// The node with this name; `nil` where there is none.
  public func node(named name: String) -> Node? { nodes.first { $0.name == name } }
}

/// A subject, and the words by which a leader is heard to speak of it.
public struct Topic: Sendable, Equatable {
  public var name: String
  /// As written: a word, several words, or the beginning of a word with `*` behind it.
  public var words: [String]
  public var place: Place
  /// Where each of `words` stands.
  public var wordPlaces: [Place]
}

/// One variant of what the persona says.
public struct ReplyLine: Sendable, Equatable {
  public var text: String
  /// The topics this line signals: words in which the employee gives away that there is more.
  public var signals: [String]
  public var place: Place
}

/// A sentence of the leader, given by the author as an example.
public struct Sample: Sendable, Equatable {
  public var text: String
  /// Whether the sentence must lead to the node (`bv:`) or must not (`niet:`).
  public var mustHit: Bool
  public var place: Place
}

/// One thing the persona can say, and when.
public struct Node: Sendable {
  /// The words of the heading, without its prefix. No two nodes have the same.
  public var name: String
  public var part: Part
  /// 1 for a node under `##`, 2 under `###`, and so on.
  public var depth: Int
  /// The place in ``Persona/nodes`` of the node this one lies under; it opens once that one has been said.
  public var parent: Int?
  /// All must hold. At least one in a persona that can be played.
  public var conditions: [Condition]
  /// At least one; those with signals are said before those without.
  public var replies: [ReplyLine]
  /// The rung of the ladder this reply reaches.
  public var step: Step?
  /// What saying this adds to openness, -10...10. What it adds counts once, what it takes away every time.
  public var effect: Int
  /// Whether this reply invites the leader to advise.
  public var isTemptation: Bool
  public var samples: [Sample]
  /// Where the heading stands.
  public var place: Place

  /// What a node is in the course of the talk.
  public enum Part: String, Sendable, CaseIterable {
    /// A layer on the way to the core, or beside it.
    case layer
    /// The reason under it all.
    case core
    /// What the employee would do about it.
    case solution
    /// The answer to the solution check.
    case check
    /// The next step, agreed.
    case agreement
  }
}

/// An answer for when no node reacts.
public struct Fallback: Sendable {
  /// All must hold; none for the answer to everything else.
  public var conditions: [Condition]
  public var replies: [ReplyLine]
  /// Where the heading stands; line 0 for the general answers of a language.
  public var place: Place
}

extension Persona: CustomStringConvertible, CustomDebugStringConvertible {
  public var description: String { "\(name) (\(nodes.count) nodes, \(source.path))" }
  public var debugDescription: String { description }
}
