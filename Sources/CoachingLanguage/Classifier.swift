/// Hears what a leader does: a line in, its sentences with their moves out.
///
/// Every rule of the pack that sees something in a sentence counts for its move with its weight; the move with most wins.
/// What stands before a contrast ("I see, *but* …") or in a clause that only supports ("… *because* it is busy") counts
/// half. Pure: the same line gives the same answer, in time linear in its length.
public struct Classifier: Sendable {
  public let pack: LanguagePack

  public init(_ pack: LanguagePack) { self.pack = pack }

  /// The rule named where the leader keeps quiet, and where no rule sees anything.
  public static let silenceRule = "silence"
  public static let nothingRule = "nothing"

  /// How far ahead the winning move must be for the rules to be sure, in weight.
  static let margin = 2

  /// Codes one line, which may be empty and may hold anything.
  public func code(_ line: String) -> CodedUtterance {
    let text = pack.tokeniser.tokenise(line)
    let scalars = line.unicodeScalars
    var sentences: [CodedSentence] = []
    var cursor = scalars.startIndex
    var offset = 0
    for (sentence, heard) in hear(text) {
      let start = scalars.index(cursor, offsetBy: sentence.range.lowerBound - offset)
      let end = scalars.index(start, offsetBy: sentence.range.count)
      cursor = end
      offset = sentence.range.upperBound
      sentences.append(code(sentence, heard, typed: String(scalars[start..<end]), in: text))
    }
    return CodedUtterance(text: line, sentences: sentences)
  }

  private func code(
    _ sentence: TokenisedText.Sentence, _ heard: HeardSentence, typed: String, in text: TokenisedText
  ) -> CodedSentence {
    if sentence.tokens.isEmpty {
      return CodedSentence(
        text: typed, range: sentence.range, move: sentence.isSilent ? .silence : .other,
        rule: sentence.isSilent ? Classifier.silenceRule : Classifier.nothingRule, evidence: 0..<sentence.range.count)
    }
    var vote = Vote()
    for seen in whatIsSeen(in: heard) { vote.count(pack.rules[seen.rule], seen) }
    guard let decided = vote.decided else {
      return CodedSentence(
        text: typed, range: sentence.range, move: .other, isSure: false, rule: Classifier.nothingRule,
        evidence: 0..<sentence.range.count)
    }
    return CodedSentence(
      text: typed, range: sentence.range, move: decided.move, step: vote.step(for: decided.move),
      isSure: decided.isSure, rule: pack.rules[decided.rule].id,
      evidence: evidence(decided.found, heard, sentence, text),
      readings: decided.others.map { .init(move: $0.move, rule: pack.rules[$0.rule].id) })
  }

  /// The rules that see something in a sentence, in the order of the pack.
  private func whatIsSeen(in heard: HeardSentence) -> [Seen] {
    let rules = pack.compiled
    return Matcher.with(rules, heard) { matcher in
      var found: [Int32] = []
      for symbol in heard.present {
        for pattern in rules.byKey[Int(symbol)] where matcher.has(rules.patterns[Int(pattern)]) {
          found.append(pattern)
        }
      }
      for pattern in rules.unkeyed where matcher.has(rules.patterns[Int(pattern)]) { found.append(pattern) }
      found.sort()
      var result: [Seen] = []
      var last = -1
      for index in found {
        let pattern = rules.patterns[Int(index)]
        // Of a rule's patterns the one that stands first counts, and it counts once.
        guard pattern.rule != last else { continue }
        last = pattern.rule
        if rules.exceptions[pattern.rule].contains(where: { matcher.has(rules.patterns[$0]) }) { continue }
        guard let words = matcher.find(pattern) else { continue }
        let isAside = words.upperBound <= heard.contrast || words.lowerBound >= heard.support
        result.append(Seen(rule: pattern.rule, found: words, isAside: isAside))
      }
      return result
    }
  }

  /// For each sentence of a line, the rules that counted and with what weight: for whoever maintains a pack.
  public func votes(_ line: String) -> [[(rule: Rule, weight: Double)]] {
    let text = pack.tokeniser.tokenise(line)
    return hear(text).map { _, heard in
      whatIsSeen(in: heard).map { seen in
        let rule = pack.rules[seen.rule]
        return (rule, seen.isAside ? Double(rule.weight) / 2 : Double(rule.weight))
      }
    }
  }

  /// The words at `found`, in scalars of the sentence.
  private func evidence(
    _ found: Range<Int>, _ heard: HeardSentence, _ sentence: TokenisedText.Sentence, _ text: TokenisedText
  ) -> Range<Int> {
    let all = found.isEmpty ? 0..<heard.count : found
    let first = text.tokens[Int(heard.tokens[all.lowerBound])]
    let last = text.tokens[Int(heard.tokens[all.upperBound - 1])]
    return first.range.lowerBound - sentence.range.lowerBound..<last.range.upperBound - sentence.range.lowerBound
  }

  private func cut(_ heard: HeardSentence) -> Int? {
    guard heard.count > 2, !pack.compiled.cuts.isEmpty else { return nil }
    return Matcher.with(pack.compiled, heard) { matcher in
      for cut in pack.compiled.cuts {
        if let place = matcher.cut(pack.compiled.patterns[cut]) { return place }
      }
      return nil
    }
  }

  /// The sentences of a text, also where only the words show that a new one begins: "hoe ging dat wat deed je toen".
  private func hear(_ text: TokenisedText) -> [(TokenisedText.Sentence, HeardSentence)] {
    var result: [(TokenisedText.Sentence, HeardSentence)] = []
    result.reserveCapacity(text.sentences.count)
    for sentence in text.sentences {
      var rest = sentence
      var heard = HeardSentence(rest, in: text, pack.compiled.lexicon)
      while let place = cut(heard) {
        let token = Int(heard.tokens[place])
        // A cut inside a word that is heard as two would leave nothing before it.
        guard token > rest.tokens.lowerBound else { break }
        var first = rest
        first.tokens = rest.tokens.lowerBound..<token
        first.range = rest.range.lowerBound..<text.tokens[token - 1].range.upperBound
        first.hasQuestionMark = false
        result.append((first, HeardSentence(first, in: text, pack.compiled.lexicon)))
        rest.tokens = token..<rest.tokens.upperBound
        rest.range = text.tokens[token].range.lowerBound..<rest.range.upperBound
        heard = HeardSentence(rest, in: text, pack.compiled.lexicon)
      }
      result.append((rest, heard))
    }
    return result
  }
}

/// A rule that saw something, and where.
private struct Seen {
  var rule: Int
  var found: Range<Int>
  /// Whether it stands where it counts half.
  var isAside: Bool
}

/// What the rules said about one sentence, added up.
private struct Vote {
  private struct Tally {
    var weight = 0
    var strongest = 0
    var rule = -1
    var found = 0..<0
    var isAssumed = true

    mutating func add(_ more: Int, _ seen: Seen, isAssumption: Bool) {
      weight += more
      if more > strongest {
        strongest = more
        rule = seen.rule
        found = seen.found
      }
      if !isAssumption { isAssumed = false }
    }
  }

  private var tallies = Array(repeating: Tally(), count: Move.allCases.count)
  private var steps: [(move: Move, step: Step, weight: Int)] = []

  mutating func count(_ rule: Rule, _ seen: Seen) {
    let weight = seen.isAside ? rule.weight : rule.weight * 2
    if let move = rule.move {
      tallies[move.number].add(weight, seen, isAssumption: rule.weight == 1)
    }
    for move in rule.against { tallies[move.number].weight -= weight }
    if let step = rule.step { steps.append((rule.move ?? .openQuestion, step, weight)) }
  }

  struct Decision {
    var move: Move
    var rule: Int
    var found: Range<Int>
    var isSure: Bool
    var others: [(move: Move, rule: Int)]
  }

  /// The move with most weight; of equals the one whose rule stands first.
  var decided: Decision? {
    var ranked: [(move: Move, tally: Tally)] = []
    for (number, tally) in tallies.enumerated() where tally.rule >= 0 && tally.weight > 0 {
      ranked.append((Move.allCases[number], tally))
    }
    ranked.sort { ($1.tally.weight, $0.tally.rule) < ($0.tally.weight, $1.tally.rule) }
    guard let best = ranked.first else { return nil }
    let second = ranked.count > 1 ? ranked[1].tally.weight : 0
    return Decision(
      move: best.move, rule: best.tally.rule, found: best.tally.found,
      isSure: !best.tally.isAssumed && best.tally.weight - second >= Classifier.margin * 2,
      others: ranked.dropFirst().prefix(3).map { ($0.move, $0.tally.rule) })
  }

  /// The step with most weight among the rules for `move`; of equals the deeper.
  func step(for move: Move) -> Step? {
    guard move.isQuestion else { return nil }
    var best: (step: Step, weight: Int)?
    for step in Step.allCases {
      let weight = steps.reduce(0) { $0 + ($1.move == move && $1.step == step ? $1.weight : 0) }
      if weight > 0, weight >= best?.weight ?? 0 { best = (step, weight) }
    }
    return best?.step
  }
}
