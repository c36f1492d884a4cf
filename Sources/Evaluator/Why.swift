public import CoachingLanguage

/// Whether the talk came to the core: why the other does what they do.
public struct Why: Sendable, Equatable {
  /// The turn in which the other said it, 1-based; `nil` where they did not.
  public var reached: Int?
  /// The turn in which the leader gave it back in a reflection, 1-based; `nil` where that did not happen.
  public var understood: Int?
  /// Whether a persona's file says which answer is the core; else it was judged from words, and may be mistaken.
  public var isCertain: Bool

  /// Looks for the core in a talk; `pack` is that of its language, without which only a reflection at once is seen.
  ///
  /// Where a persona answered, its file says which answer is the core. In a talk that was really held nobody can say
  /// that for sure. Taken for it is an answer of at least eight words to a question after the why; failing that, one in
  /// which what is at stake is heard, after a question for the feeling or a reflection. Of several the one in which most
  /// is heard, and of equals the first.
  public init(of talk: Talk, pack: LanguagePack? = nil) { self.init(in: HeardTalk(talk, pack: pack)) }

  init(in heard: HeardTalk) {
    isCertain = heard.isPlayed
    let turns = heard.talk.turns
    if heard.isPlayed {
      reached = turns.firstIndex { $0.facts?.isCore ?? false }.map { $0 + 1 }
    } else {
      reached = Why.likeliest(heard)
    }
    guard let reached else { return }
    let words = heard.subjects(of: heard.answer(reached))
    understood = turns.indices.dropFirst(reached).first { index in
      let reflections = turns[index].leader.sentences.filter { $0.move == .reflection }
      // At once, any reflection is of what was just said; later it has to be in the other's words.
      if index < reached + Why.soon { return !reflections.isEmpty }
      return reflections.contains { !heard.subjects(of: $0.text).isDisjoint(with: words) }
    }.map { $0 + 1 }
  }

  /// In how many turns after the core a reflection is taken to be of it, whatever its words.
  private static let soon = 2
  /// How many words an answer must have to hold a reason.
  private static let fewestWords = 8

  private static func likeliest(_ heard: HeardTalk) -> Int? {
    var best: (turn: Int, score: Int)?
    for (index, turn) in heard.talk.turns.enumerated() where heard.words[index + 1] >= fewestWords {
      let reason = heard.cues[index + 1].filter { $0.kind == "reason" }.map(\.weight).max() ?? 0
      let sentences = turn.leader.sentences
      let isAsked = sentences.contains { $0.step == .why && $0.move == .openQuestion }
      let isInvited = isAsked || sentences.contains { $0.step == .feeling || $0.move == .reflection }
      guard isAsked || (isInvited && reason >= Why.atStake) else { continue }
      let score = reason + (isAsked ? 4 : 0) + (heard.has("feeling", in: index + 1) ? 4 : 0)
      if score > best?.score ?? 0 { best = (index + 1, score) }
    }
    return best?.turn
  }

  /// The weight of the rules that hear what is at stake; a mere "because" weighs less.
  private static let atStake = 7
}
