/// One thing a linguist knows about a language: where it is seen, what it counts for, why, and examples.
public struct Rule: Sendable {
  /// Names the rule in output and feedback, such as `advice-could`; unique within its pack.
  public var id: String
  /// The move it counts for; `nil` for a rule that only finds the step of a question.
  public var move: Move?
  /// The step of a question it finds.
  public var step: Step?
  /// What it finds in the words of the other, in the place of a move; see ``Cue``.
  public var cue: String? = nil
  /// How much it counts, 1...20. Rules of 1 are what is assumed where nothing else is seen; rules from 12 decide.
  public var weight: Int
  /// Moves it counts against, as much as it counts for its own.
  public var against: [Move]
  /// Whether this rule stands for the hints of its move, single words that are commoner in it than elsewhere.
  public var explainsHints: Bool
  /// Why, in one line, by interface language.
  public var reasons: [Language: String]
  /// Sentences this rule sees and that make this move.
  public var examples: [String]
  /// Sentences this rule must not see.
  public var counterexamples: [String]
  /// Where it is written: file and 1-based line.
  public var place: String

  var patterns: [Pattern] = []
  var exceptions: [Pattern] = []
}
