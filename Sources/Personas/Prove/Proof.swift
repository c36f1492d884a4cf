import CoachingLanguage

/// What was proven of a persona, and for what does not hold the shortest conversation that shows it.
public struct Proof: Sendable {
  /// Something that should hold of every persona.
  public enum Claim: String, Sendable, CaseIterable {
    /// Every node can be said.
    case everyNodeCanBeSaid = "every-node"
    /// The core can be reached.
    case coreCanBeReached = "core"
    /// From wherever a talk can get to, the core can still be reached.
    case coreIsNeverLost = "never-lost"
    /// Whoever only tells does not reach the core.
    case notByTelling = "not-by-telling"
    /// Nobody reaches the core without an open question.
    case notWithoutOpenQuestion = "not-without-open-question"
    /// Nobody reaches the core without listening: a reflection, an affirmation, an acknowledgement or a silence.
    case notWithoutListening = "not-without-listening"
    /// Saying one line again and again does not reach the core, nor the openness the core asks for.
    case notByRepeating = "not-by-repeating"
  }

  public enum Verdict: String, Sendable {
    case holds, fails
    /// The search stopped at its limit before it could tell.
    case unknown
  }

  /// A verdict for every claim, in the order of `Claim.allCases`; empty where there is no core to prove anything of.
  public var verdicts: [(claim: Claim, verdict: Verdict)] = []
  /// One for every claim that fails or is unknown, and one for each node that can't be said.
  public var findings: [Finding] = []
  /// A shortest talk to the core, of those found; empty where there is none.
  public var route: [Finding.Exchange] = []
  /// How many states of the talk were looked at; 0 where the proof needed no search.
  public var statesSeen = 0

  /// Whether everything was shown to hold.
  public var isProven: Bool { !verdicts.isEmpty && verdicts.allSatisfy { $0.verdict == .holds } }
}

extension Persona {
  /// Proves what should hold of a persona, or finds the shortest conversation that shows it does not.
  ///
  /// Where the proof succeeds it covers every conversation, whatever is typed. First two bounds are taken, which settle
  /// most personas; what they leave open is searched, state by state.
  ///
  /// - Parameter stateLimit: The most states a search looks at, at least 1.
  public func prove(stateLimit: Int = 15_000) -> Proof {
    var prover = Prover(self, stateLimit: max(1, stateLimit))
    return prover.proof()
  }
}
