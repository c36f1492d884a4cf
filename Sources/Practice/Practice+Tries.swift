public import CoachingLanguage
import Evaluator

/// Second tries: going back, looking at what another line would bring, and going on from any turn that was ever said.
extension Practice {
  /// Goes back `count` turns, or to the opening where there are fewer. Gives how many it were.
  public mutating func undo(_ count: Int) -> Int {
    let line = record.line(to: record.place)
    let gone = min(max(0, count), line.count)
    guard gone > 0 else { return 0 }
    let kept = line.count - gone
    happen(.undo(count: gone, to: kept == 0 ? 0 : line[kept - 1].id))
    return gone
  }

  /// Goes on from the turn with this `id`, 0 for the opening; false where there is none, or where the persona's file has
  /// changed so that it can't be gone on from.
  public mutating func jump(to id: Int) -> Bool {
    guard states.indices.contains(id), states[id] != nil else { return false }
    if id != record.place { happen(.jump(to: id)) }
    return true
  }

  /// What each of `lines` would bring, without saying any; only that it was looked at is kept.
  public mutating func lookAt(_ lines: [String]) -> [Turn] {
    let turns = lines.map(preview)
    for turn in turns {
      happen(.whatIf(.init(at: record.place, line: turn.leader.text, answer: turn.answer)))
    }
    return turns
  }

  /// The last thing the persona said.
  public var lastAnswer: String { talk.turns.last?.answer ?? opening }
}

/// What the leader asks for besides the talk, and what they say of it.
extension Practice {
  /// The next hint for where the talk stands, 1 to 3; `nil` where all were given.
  public mutating func hint() -> RecordedTalk.Hint? {
    let given = record.hints.last { $0.at == record.place }?.level ?? 0
    guard HintGiver.levels.contains(given + 1) else { return nil }
    let hint = RecordedTalk.Hint(
      at: record.place, level: given + 1, text: hintGiver.hint(given + 1, after: talk))
    happen(.hint(hint))
    return hint
  }

  /// As ``hint()``, for whoever looks on: the hint at `level`, 1...3, of which nothing is kept.
  public func hint(at level: Int) -> String { hintGiver.hint(level, after: talk) }

  /// Words of the other with something under them that were not gone into since, the last said last.
  public var openSignals: [String] { HintSubject.openSignals(in: talk).map(\.words) }

  /// The leader reads a sentence of the turn with this `id` as `move`; false where there is no such sentence.
  ///
  /// The measures and the ladder count it so from now on. The persona has heard what it heard: its answer stays.
  public mutating func disagree(turn id: Int, sentence: Int, said move: Move) -> Bool {
    guard let sentences = record.attempt(id)?.turn.leader.sentences, sentences.indices.contains(sentence) else {
      return false
    }
    let heard = sentences[sentence]
    happen(
      .disagreement(
        .init(
          turn: id, sentence: sentence, text: heard.text, heard: heard.move, rule: heard.rule, said: move)))
    return true
  }

  /// What the leader thought of the talk, before the review.
  public mutating func assess(_ assessment: RecordedTalk.SelfAssessment) { happen(.selfAssessment(assessment)) }

  /// The leader stops. `time` is in UTC, ISO 8601.
  public mutating func end(at time: String) { happen(.end(when: time)) }

  /// For each sentence of an utterance, the rule that says most about why it was heard as each move.
  ///
  /// Many words together, each of them commoner in one move than in others, often weigh more than a rule that sees a turn of
  /// phrase. Such a rule has more to tell, so it goes before them.
  public func rules(in utterance: CodedUtterance) -> [[Move: Rule]] {
    let votes = classifier.votes(on: utterance)
    // A conversation of an earlier version may have been cut into other sentences.
    guard votes.count == utterance.sentences.count else { return utterance.sentences.map { _ in [:] } }
    return votes.map { votes in
      var strongest: [Move: (rule: Rule, weight: Double)] = [:]
      for vote in votes where !vote.rule.explainsHints {
        guard let move = vote.rule.move, vote.weight > strongest[move]?.weight ?? 1 else { continue }
        strongest[move] = vote
      }
      return strongest.mapValues(\.rule)
    }
  }
}
