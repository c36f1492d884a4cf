import CoachingLanguage

/// How much each move opens or closes a person.
///
/// Asking and listening open only up to a ceiling a move: whoever keeps asking the same kind of question gets no further
/// than that. What lifts someone beyond it is being understood, which is what a node's `dan:` is for; and it lifts the
/// ceilings by as much, so that after a slip listening leads back to where the talk was. Nothing is lost for good.
public struct Temperament: Sendable, Equatable {
  public struct Response: Sendable, Equatable {
    /// What the move adds to openness, -10...10.
    public var change: Int
    /// The openness above which this move opens no further, 0...10. Means nothing where `change` is not positive.
    public var ceiling: Int

    public init(_ change: Int, upTo ceiling: Int = 5) {
      self.change = change
      self.ceiling = ceiling
    }

    /// The openness after the move.
    ///
    /// - Parameter lift: What was added to openness for good, by the nodes that were said; raises the ceiling.
    func applied(to openness: Int, lift: Int) -> Int {
      if change <= 0 { return max(0, openness + change) }
      return max(openness, min(10, ceiling + lift, openness + change))
    }
  }

  private var responses: [Move: Response]

  /// The response to `move`; none where nothing is said of it.
  public subscript(move: Move) -> Response {
    get { responses[move] ?? Response(0) }
    set { responses[move] = newValue }
  }

  /// The temperament of a person of whom nothing is said: opens to open questions and listening, closes to telling.
  public static let usual = Temperament(responses: [
    .openQuestion: Response(1, upTo: 5), .permission: Response(1, upTo: 4),
    .reflection: Response(1, upTo: 6), .affirmation: Response(1, upTo: 5), .acknowledgement: Response(1, upTo: 4),
    .silence: Response(1, upTo: 4),
    .advice: Response(-1), .leadingQuestion: Response(-1), .instruction: Response(-2), .takeover: Response(-1),
    .opinion: Response(-1), .judgement: Response(-2), .reassurance: Response(-1),
  ])

  /// The openness after an utterance.
  ///
  /// Where the leading move tells, it alone counts; otherwise the move heard that leaves the person most open.
  func openness(after heard: Heard, from openness: Int, lift: Int) -> Int {
    guard heard.leading.stance != .tell else { return self[heard.leading].applied(to: openness, lift: lift) }
    return heard.moveList.reduce(Int.min) { max($0, self[$1].applied(to: openness, lift: lift)) }
  }
}
