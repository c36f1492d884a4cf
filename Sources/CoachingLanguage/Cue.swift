/// Something in what the other says that is worth hearing: a feeling, a playing down, an asking for advice.
///
/// Found by the rules of a pack that have a `cue:` in the place of a move.
public struct Cue: Sendable, Equatable {
  /// What kind of thing it is: a rule's `cue`, such as `feeling`.
  public var kind: String
  /// The rule that saw it.
  public var rule: String
  /// How much the rule counts, 1...20.
  public var weight: Int
  /// The sentence it stands in, as it was typed.
  public var sentence: String
  /// Which sentence that is, 0-based.
  public var place: Int
  /// The words it was seen by, in Unicode scalars of `sentence`, end-exclusive.
  public var words: Range<Int>
}

extension Classifier {
  /// The cues in `text`, sentence by sentence, in the order of the pack within one.
  public func cues(in text: String) -> [Cue] {
    let tokenised = pack.tokeniser.tokenise(text)
    let scalars = Array(text.unicodeScalars)
    return hear(tokenised).enumerated().flatMap { place, pair -> [Cue] in
      let (sentence, heard) = pair
      guard !sentence.tokens.isEmpty else { return [] }
      return whatIsSeen(in: heard).compactMap { seen in
        let rule = pack.rules[seen.rule]
        guard let kind = rule.cue else { return nil }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[sentence.range])
        return Cue(
          kind: kind, rule: rule.id, weight: rule.weight, sentence: String(view), place: place,
          words: evidence(seen.found, heard, sentence, tokenised))
      }
    }
  }
}
