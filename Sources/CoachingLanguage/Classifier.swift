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
    for sentence in text.sentences.flatMap({ cut($0, in: text) }) {
      let start = scalars.index(cursor, offsetBy: sentence.range.lowerBound - offset)
      let end = scalars.index(start, offsetBy: sentence.range.count)
      cursor = end
      offset = sentence.range.upperBound
      sentences.append(code(sentence, typed: String(scalars[start..<end]), in: text))
    }
    return CodedUtterance(text: line, sentences: sentences)
  }

  private func code(_ sentence: TokenisedText.Sentence, typed: String, in text: TokenisedText) -> CodedSentence {
    if sentence.tokens.isEmpty {
      return CodedSentence(
        text: typed, range: sentence.range, move: sentence.isSilent ? .silence : .other,
        rule: sentence.isSilent ? Classifier.silenceRule : Classifier.nothingRule, evidence: 0..<sentence.range.count)
    }
    let heard = HeardSentence(sentence, in: text, pack.lexicon)
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
    let matcher = Matcher(sentence: heard, lexicon: pack.lexicon)
    var result: [Seen] = []
    for rule in pack.compiled {
      guard let found = matcher.find(rule.patterns), matcher.find(rule.exceptions) == nil else { continue }
      let isAside = found.upperBound <= heard.contrast || found.lowerBound >= heard.support
      result.append(Seen(rule: rule.index, found: found, isAside: isAside))
    }
    return result
  }

  /// For each sentence of a line, the rules that counted and with what weight: for whoever maintains a pack.
  public func votes(_ line: String) -> [[(rule: Rule, weight: Double)]] {
    let text = pack.tokeniser.tokenise(line)
    return text.sentences.flatMap { cut($0, in: text) }.map { sentence in
      whatIsSeen(in: HeardSentence(sentence, in: text, pack.lexicon)).map { seen in
        let rule = pack.rules[seen.rule]
        return (rule, seen.isAside ? Double(rule.weight) / 2 : Double(rule.weight))
      }
    }
  }

  /// The words at `found`, in scalars of the sentence.
  private func evidence(
    _ found: Range<Int>, _ heard: HeardSentence, _ sentence: TokenisedText.Sentence, _ text: TokenisedText
  ) -> Range<Int> {
    let all = found.isEmpty ? heard.places.indices : found
    let first = text.tokens[Int(heard.places[all.lowerBound].token)]
    let last = text.tokens[Int(heard.places[all.upperBound - 1].token)]
    return first.range.lowerBound - sentence.range.lowerBound..<last.range.upperBound - sentence.range.lowerBound
  }

  /// The sentence, or its parts where the words show that a new one begins: "hoe ging dat wat deed je toen".
  private func cut(_ sentence: TokenisedText.Sentence, in text: TokenisedText) -> [TokenisedText.Sentence] {
    guard sentence.tokens.count > 3, !pack.cuts.isEmpty else { return [sentence] }
    let matcher = Matcher(sentence: HeardSentence(sentence, in: text, pack.lexicon), lexicon: pack.lexicon)
    for cut in pack.cuts {
      guard let place = matcher.cut(cut), place > 0 else { continue }
      let token = Int(matcher.sentence.places[place].token)
      var first = sentence
      var second = sentence
      first.tokens = sentence.tokens.lowerBound..<token
      first.range = sentence.range.lowerBound..<text.tokens[token - 1].range.upperBound
      second.tokens = token..<sentence.tokens.upperBound
      second.range = text.tokens[token].range.lowerBound..<sentence.range.upperBound
      return [first] + self.cut(second, in: text)
    }
    return [sentence]
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
  }

  private var tallies: [Move: Tally] = [:]
  private var steps: [(move: Move, step: Step, weight: Int)] = []

  mutating func count(_ rule: Rule, _ seen: Seen) {
    let weight = seen.isAside ? rule.weight : rule.weight * 2
    if let move = rule.move {
      var tally = tallies[move] ?? Tally()
      tally.weight += weight
      if weight > tally.strongest {
        tally.strongest = weight
        tally.rule = seen.rule
        tally.found = seen.found
      }
      if rule.weight > 1 { tally.isAssumed = false }
      tallies[move] = tally
    }
    for move in rule.against { tallies[move, default: Tally()].weight -= weight }
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
    let ranked = tallies.filter { $0.value.rule >= 0 && $0.value.weight > 0 }
      .sorted { ($1.value.weight, $0.value.rule) < ($0.value.weight, $1.value.rule) }
    guard let (move, best) = ranked.first else { return nil }
    let second = ranked.dropFirst().first?.value.weight ?? 0
    return Decision(
      move: move, rule: best.rule, found: best.found,
      isSure: !best.isAssumed && best.weight - second >= Classifier.margin * 2,
      others: ranked.dropFirst().prefix(3).map { ($0.key, $0.value.rule) })
  }

  /// The step with most weight among the rules for `move`; of equals the deeper.
  func step(for move: Move) -> Step? {
    guard move.isQuestion else { return nil }
    var weights: [Step: Int] = [:]
    for found in steps where found.move == move { weights[found.step, default: 0] += found.weight }
    return weights.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}
