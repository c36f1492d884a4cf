import CoachingLanguage

extension Review {
  /// The one thing to try in the next talk.
  ///
  /// In the order they are chosen: the first that applies is the one.
  public enum NextTime: String, CaseIterable, Sendable {
    /// Nothing was said.
    case begin
    /// Two fifths or more of what was told, asked and given back was told.
    case askFirst = "ask-first"
    /// Three questions or more at once, in two turns or more and in a quarter of them.
    case oneQuestion = "one-question"
    /// Questions, but fewer than three reflections for every ten of them.
    case giveBack = "give-back"
    /// The feeling was never asked for, nor told.
    case feeling
    /// Two signals or more were left lying, and more than were picked up.
    case pickUp = "pick-up"
    /// The core was not reached.
    case why
    /// The core was reached and not given back.
    case understand
    /// The solution was not checked.
    case check
    /// No next step was set.
    case followUp = "follow-up"
    /// All of it was there.
    case again
  }

  /// From this tell share on, asking first is the one thing.
  static let mostTelling = 0.4
  /// Below so many reflections a question, giving back is.
  static let fewestReflections = 0.3

  func chooseNextTime() -> NextTime {
    if !talk.sentences.contains(where: { $0.sentence.move != .silence }) { return .begin }
    if let share = measures.tellShare, share >= Review.mostTelling { return .askFirst }
    if Review.isStacked(measures, of: talk) { return .oneQuestion }
    if let reflections = measures.reflectionsPerQuestion, reflections < Review.fewestReflections { return .giveBack }
    if !ladder.has(.feeling) { return .feeling }
    let missed = signals.count { $0.pickedUp == nil }
    if missed >= 2, missed * 2 > signals.count { return .pickUp }
    if why.reached == nil { return .why }
    if why.understood == nil { return .understand }
    if measures.solutionChecks.isEmpty { return .check }
    if measures.followUps.isEmpty { return .followUp }
    return .again
  }

  static func isStacked(_ measures: Measures, of talk: Talk) -> Bool {
    measures.stackedTurns.count >= 2 && measures.stackedTurns.count * 4 >= talk.turns.count
  }
}
