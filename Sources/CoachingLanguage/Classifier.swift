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

  /// How far behind the winning move another reading may be, in weight.
  static let reach = 8

  /// So many words that nothing is known of say nothing.
  static let fewWords = 3

  /// Codes one line, which may be empty and may hold anything.
  public func code(_ line: String) -> CodedUtterance {
    let text = pack.tokeniser.tokenise(line)
    let scalars = line.unicodeScalars
    var sentences: [CodedSentence] = []
    var cursor = scalars.startIndex
    var offset = 0
    forEachSentence(of: text) { sentence, heard in
      if sentence.range.count == text.scalarCount {
        sentences.append(code(sentence, heard, typed: line, in: text, after: nil))
        return
      }
      let start = scalars.index(cursor, offsetBy: sentence.range.lowerBound - offset)
      let end = scalars.index(start, offsetBy: sentence.range.count)
      cursor = end
      offset = sentence.range.upperBound
      let typed = String(scalars[start..<end])
      sentences.append(code(sentence, heard, typed: typed, in: text, after: sentences.last?.move))
    }
    return CodedUtterance(text: line, sentences: sentences)
  }

  private func code(
    _ sentence: TokenisedText.Sentence, _ heard: HeardSentence, typed: String, in text: TokenisedText,
    after previous: Move?
  ) -> CodedSentence {
    if sentence.tokens.isEmpty {
      return CodedSentence(
        text: typed, range: sentence.range, move: sentence.isSilent ? .silence : .other,
        rule: sentence.isSilent ? Classifier.silenceRule : Classifier.nothingRule, evidence: 0..<sentence.range.count)
    }
    let vote = vote(on: heard, after: previous)
    // A name or a slip of the keyboard: only what is assumed of every sentence speaks for anything.
    let isUnknown = heard.count <= Classifier.fewWords && !vote.hasEvidence
    guard !isUnknown, let decided = vote.decided else {
      return CodedSentence(
        text: typed, range: sentence.range, move: .other, isSure: false, rule: Classifier.nothingRule,
        evidence: 0..<sentence.range.count)
    }
    return CodedSentence(
      text: typed, range: sentence.range, move: decided.move, step: vote.step(for: decided.move),
      isSure: decided.isSure, rule: pack.rules[decided.rule].id,
      evidence: evidence(
        decided.found ?? pack.hints.strongest(for: decided.move, in: vote.hints), heard, sentence, text),
      readings: decided.others.map { .init(move: Move.allCases[$0], rule: pack.rules[vote.rule(for: $0)].id) })
  }

  private func vote(on heard: HeardSentence, after previous: Move?) -> Vote {
    var vote = Vote()
    forEachSeen(in: heard) { vote.count(pack.compiled.facts[$0.rule], $0) }
    vote.count(pack.hints.sum(in: heard, pack.compiled.lexicon, after: previous), pack.hintRules)
    return vote
  }

  /// Calls `body` with the rules that see something in a sentence, in the order of the pack.
  private func forEachSeen(in heard: HeardSentence, _ body: (Seen) -> Void) {
    let rules = pack.compiled
    Matcher.with(rules, heard) { matcher in
      var found: [Int32] = []
      found.reserveCapacity(32)
      matcher.forEachFound { found.append($0) }
      for pattern in rules.unkeyed where matcher.has(pattern) { found.append(pattern) }
      found.sort()
      var last = -1
      for index in found {
        let pattern = rules.patterns[Int(index)]
        // Of a rule's patterns the one that stands first counts, and it counts once.
        let rule = Int(pattern.rule)
        guard rule != last else { continue }
        last = rule
        if rules.exceptions[rule].contains(where: { matcher.has(rules.patterns[$0]) }) { continue }
        guard let words = matcher.find(pattern) else { continue }
        let isAside = words.upperBound <= heard.contrast || words.lowerBound >= heard.support
        body(Seen(rule: rule, found: words, isAside: isAside))
      }
    }
  }

  /// The rules that see something in a sentence, in the order of the pack.
  func whatIsSeen(in heard: HeardSentence) -> [Seen] {
    var seen: [Seen] = []
    forEachSeen(in: heard) { seen.append($0) }
    return seen
  }

  /// For each sentence of a line that was coded, the rules that counted and with what weight: for whoever maintains a pack.
  public func votes(on utterance: CodedUtterance) -> [[(rule: Rule, weight: Double)]] {
    let moves = [nil] + utterance.sentences.map { Optional($0.move) }
    return zip(hear(pack.tokeniser.tokenise(utterance.text)), moves).map { sentence, previous in
      let heard = sentence.1
      var votes: [(rule: Rule, weight: Double)] = whatIsSeen(in: heard).map { seen in
        let rule = pack.rules[seen.rule]
        return (rule, seen.isAside ? Double(rule.weight) / 2 : Double(rule.weight))
      }
      let hints = vote(on: heard, after: previous).hints
      let hinted = pack.hintRules.indices.filter { pack.hintRules[$0] >= 0 }
      // The move that hints speak for most, or against least, and every other they speak for.
      let most = hinted.map { hints[$0] }.max() ?? 0
      for number in hinted where hints[number] >= min(most, 1) {
        votes.append((pack.rules[pack.hintRules[number]], Double(hints[number]) / 10))
      }
      return votes
    }
  }

  /// For each sentence of a line, its words as they are heard, folded and spelled out; `?` last where it has one.
  public func heardWords(_ line: String) -> [[String]] {
    let text = pack.tokeniser.tokenise(line)
    return hear(text).map { sentence, heard in
      var words = words(of: heard, in: text)
      words.insert("|", at: min(heard.leadIn, words.count))
      return words + (sentence.hasQuestionMark ? ["?"] : [])
    }
  }

  /// The words of a sentence as they are heard, one for each of its places.
  func words(of heard: HeardSentence, in text: TokenisedText) -> [String] {
    var last: Int32 = -1
    var words: [String] = []
    for token in heard.tokens where token != last {
      last = token
      let word = text.word(text.tokens[Int(token)])
      words += text.tokens[Int(token)].kind == .number ? ["#"] : pack.spelling[word] ?? [word]
    }
    return words
  }

  /// The words at `found`, in scalars of the sentence.
  func evidence(
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

  /// The sentences of a text, as they are heard.
  func hear(_ text: TokenisedText) -> [(TokenisedText.Sentence, HeardSentence)] {
    var result: [(TokenisedText.Sentence, HeardSentence)] = []
    forEachSentence(of: text) { result.append(($0, $1)) }
    return result
  }

  /// Calls `body` with each sentence of a text, also where only the words show that a new one begins: "hoe ging dat wat deed
  /// je toen".
  private func forEachSentence(of text: TokenisedText, _ body: (TokenisedText.Sentence, HeardSentence) -> Void) {
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
        body(first, HeardSentence(first, in: text, pack.compiled.lexicon))
        rest.tokens = token..<rest.tokens.upperBound
        rest.range = text.tokens[token].range.lowerBound..<rest.range.upperBound
        heard = HeardSentence(rest, in: text, pack.compiled.lexicon)
      }
      body(rest, heard)
    }
  }
}
