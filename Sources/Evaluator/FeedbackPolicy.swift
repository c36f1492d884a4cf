import CoachingLanguage

/// When the evaluator says what it heard: after every line, less and less, at the end, or not at all.
///
/// Only the feedback during the talk follows it; what is heard, the ladder and the review are the same under each.
public enum FeedbackPolicy: String, CaseIterable, Sendable, Codable {
  /// After every line.
  case live
  /// Begins as ``live`` and falls silent as the leader asks and listens more; see ``volume(after:)``.
  case fade
  /// Kept for the end of the talk.
  case end
  /// None, also not at the end: the talk is a test, without hints.
  case off

  /// How much of the feedback on the next line is said.
  public enum Volume: Int, Comparable, Sendable {
    case silent
    /// Only that the leader's own view or solution came in between, with what could be asked instead.
    case points
    case full

    public static func < (lower: Volume, higher: Volume) -> Bool { lower.rawValue < higher.rawValue }
  }

  /// How much is said of a line that comes after `talk`.
  ///
  /// Fading goes by ``practice(in:)``: below 4 everything is said, from 4 only what went wrong, from 8 nothing. Whoever
  /// slips in the silence has to notice it themselves; whoever slips twice hears it again. Feedback on every trial helps
  /// while it lasts and hurts once it is gone; feedback that is faded, or given only outside a band, keeps (Salmoni,
  /// Schmidt and Walter, Psychological Bulletin 1984, 95(3); Winstein and Schmidt, JEP: LMC 1990, 16(4)).
  public func volume(after talk: Talk) -> Volume {
    switch self {
    case .live: return .full
    case .end, .off: return .silent
    case .fade:
      let practice = FeedbackPolicy.practice(in: talk)
      return practice < 4 ? .full : practice < 8 ? .points : .silent
    }
  }

  /// How far the leader is in doing without feedback, 0...9.
  ///
  /// A turn that asks openly, checks, asks leave or gives back, and in which nothing of the leader's own comes in between, adds 1;
  /// one that advises, or does not park the leader's own view, takes 3 away.
  public static func practice(in talk: Talk) -> Int {
    talk.turns.reduce(0) { practice, turn in
      let moves = turn.leader.sentences.map(\.move)
      if moves.contains(where: { $0.isAdvising || $0.isOwnPerspective }) { return max(0, practice - 3) }
      let asks: Set<Move> = [.openQuestion, .solutionCheck, .permission, .reflection, .affirmation]
      return moves.contains(where: asks.contains) ? min(9, practice + 1) : practice
    }
  }
}

extension FeedbackPolicy.Volume {
  /// What is said of `feedback`.
  public func heard(of feedback: Feedback) -> Feedback {
    switch self {
    case .full: feedback
    case .points: Feedback(lines: feedback.lines.filter { $0.kind == .point || $0.kind == .instead })
    case .silent: Feedback(lines: [])
    }
  }
}
