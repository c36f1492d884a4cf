import CoachingLanguage

/// The next step that was agreed: what, who and when, as far as the words say.
public struct Agreement: Sendable, Equatable {
  /// The turn it was made in, 1-based.
  public var turn: Int
  /// The sentence that makes it, as it was said.
  public var what: String
  /// Who acts; `nil` where the words don't say.
  public var who: Who?
  /// When, in the words that were said; `nil` where they don't say.
  public var when: String?
  /// Whether the other agreed in words.
  public var isAgreed: Bool

  public enum Who: String, Sendable, CaseIterable { case leader, other, both }

  /// The last agreement of a talk; of those with a moment the last, where there is one.
  static func found(in heard: HeardTalk) -> Agreement? {
    let ear = Ear(heard.talk.language)
    let candidates = heard.talk.turns.enumerated().flatMap { index, turn -> [Agreement] in
      var made = turn.leader.sentences.filter { $0.move == .followUp }.map { sentence in
        Agreement(leaderSaid: sentence.text, turn: index + 1, ear)
      }
      let isAgreed = turn.facts?.isAgreement ?? ear.cues(in: turn.answer).contains { $0.kind == "agrees" }
      let answer = Agreement(otherSaid: turn.answer, turn: index + 1, ear)
      // "What do we agree?" asks; the answer to it says what.
      if !made.isEmpty || turn.facts?.isAgreement ?? false, let answer, answer.when != nil || made.isEmpty {
        made.append(answer)
      }
      return made.map { agreement in
        var agreement = agreement
        agreement.isAgreed = isAgreed || agreement.isAgreed
        if agreement.who == nil || agreement.when == nil, let answer {
          agreement.who = agreement.who ?? answer.who
          agreement.when = agreement.when ?? answer.when
        }
        return agreement
      }
    }
    return candidates.last { $0.when != nil && $0.isAgreed } ?? candidates.last { $0.when != nil } ?? candidates.last
  }

  private init(leaderSaid text: String, turn: Int, _ ear: Ear) {
    let cues = ear.cues(in: text)
    self.init(
      turn: turn, what: text, who: Agreement.who(cues, isLeader: true), when: Agreement.when(cues), isAgreed: false)
  }

  /// `nil` where the answer is no sentence at all.
  private init?(otherSaid text: String, turn: Int, _ ear: Ear) {
    let cues = ear.cues(in: text)
    let chosen = cues.first { $0.kind == "when" } ?? cues.first { $0.kind == "own-idea" } ?? cues.first
    guard let chosen else { return nil }
    let own = cues.filter { $0.place == chosen.place }
    self.init(
      turn: turn, what: chosen.sentence, who: Agreement.who(own, isLeader: false), when: Agreement.when(own),
      isAgreed: cues.contains { $0.kind == "agrees" })
  }

  private init(turn: Int, what: String, who: Who?, when: String?, isAgreed: Bool) {
    self.turn = turn
    self.what = what
    self.who = who
    self.when = when
    self.isAgreed = isAgreed
  }

  /// Whoever is named first acts: "Ik bel je" is the leader's, "Bel jij mij?" the other's.
  private static func who(_ cues: [Cue], isLeader: Bool) -> Who? {
    if cues.contains(where: { $0.kind == "who-both" }) { return .both }
    let acting = cues.filter { $0.kind == "who-self" || $0.kind == "who-other" }
    guard let first = acting.min(by: { ($0.place, $0.words.lowerBound) < ($1.place, $1.words.lowerBound) }) else {
      return nil
    }
    return (first.kind == "who-self") == isLeader ? .leader : .other
  }

  /// How many characters may stand between two moments that are one: "vrijdag, om tien uur".
  private static let joint = 6

  /// The words of the first moment, with those that go on with it.
  private static func when(_ cues: [Cue]) -> String? {
    let moments = cues.filter { $0.kind == "when" }.sorted {
      ($0.place, $0.words.lowerBound) < ($1.place, $1.words.lowerBound)
    }
    guard var joined = moments.first else { return nil }
    for next in moments.dropFirst() where next.place == joined.place {
      guard next.words.lowerBound - joined.words.upperBound <= joint else { break }
      joined.words = joined.words.lowerBound..<max(joined.words.upperBound, next.words.upperBound)
    }
    return joined.text
  }
}
