import CoachingLanguage
import Evaluator
import Practice
import Reporting

/// What was heard in a line and why, and what the leader makes of it.
extension Conversation {
  func why(_ argument: String) {
    let line = practice.record.line(to: practice.record.place)
    guard !line.isEmpty else { return console.print(phrases("why.none")) }
    guard let number = number(argument, of: .why, otherwise: line.count, from: 1) else { return }
    guard number <= line.count else {
      return console.print(phrases("why.unknown", ["number": String(number), "count": String(line.count)]))
    }
    let utterance = line[number - 1].turn.leader
    let heard = utterance.sentences
    let rules = practice.rules(in: utterance)
    let counted = practice.talk.turns[number - 1].leader.sentences
    for (index, sentence) in heard.enumerated() {
      let start = heard.count > 1 ? "\(index + 1). " : ""
      console.print(console.layout.wrap(quoted(sentence), first: start, rest: 2), .strong)
      for text in explanation(of: sentence, rules[index]) {
        console.print(console.layout.wrap(text, first: "  ", rest: 2))
      }
      guard counted[index].isCorrected else { continue }
      let yours = phrases("why.yours", ["move": name(of: counted[index].move)])
      console.print(console.layout.wrap(yours, first: "  ", rest: 2))
    }
    console.print(phrases("why.how", ["disagree": SlashCommand.disagree.name(phrases)]), .faint)
  }

  private func quoted(_ sentence: CodedSentence) -> String {
    sentence.text.isEmpty ? phrases("what-if.silence") : sentence.text
  }

  /// What was heard, in which words, by which rule, and what else it could have been.
  private func explanation(of sentence: CodedSentence, _ rules: [Move: Rule]) -> [String] {
    var heard = phrases("why.heard", ["move": name(of: sentence.move)])
    if let step = sentence.step { heard += phrases("why.step", ["step": phrases("step." + step.rawValue)]) }
    // A whole sentence says nothing about which of its words decided.
    if !sentence.evidenceText.isEmpty, sentence.evidenceText != sentence.text {
      heard += phrases("why.words", ["words": sentence.evidenceText])
    }
    let rule = rules[sentence.move]?.id ?? sentence.rule
    var lines = [heard + ".", reason(of: rule, key: "why.rule")]
    if !sentence.isSure, !sentence.readings.isEmpty { lines.append(phrases("why.unsure")) }
    for reading in sentence.readings.prefix(2) {
      let rule = rules[reading.move]?.id ?? reading.rule
      lines.append(reason(of: rule, key: "why.other", move: name(of: reading.move)))
    }
    return lines
  }

  private func reason(of rule: String, key: String, move: String = "") -> String {
    switch rule {
    case Classifier.silenceRule: return phrases("why.silence")
    case Classifier.nothingRule: return phrases("why.nothing")
    default:
      let reason = practice.pack.rule(rule)?.reasons[phrases.language] ?? rule
      return phrases(key, ["reason": reason, "rule": rule, "move": move])
    }
  }

  private func name(of move: Move) -> String { phrases("move." + move.rawValue) }

  mutating func disagree(_ argument: String) {
    guard let last = practice.record.attempt(practice.record.place) else {
      return console.print(phrases("disagree.none"))
    }
    let sentences = last.turn.leader.sentences
    let places = ["disagree": SlashCommand.disagree.name(phrases)]
    guard !argument.isEmpty else {
      if sentences.count > 1 { listSentences(sentences) }
      console.print(phrases("disagree.how", places))
      if sentences.count > 1 { console.print(phrases("disagree.how.more", places)) }
      return
    }
    var name = argument
    // Without a number it is about the sentence the feedback was about, which is the leading one.
    var index = sentences.firstIndex(of: last.turn.leader.leading) ?? 0
    let first = argument.prefix { !$0.isWhitespace }
    if let number = Int(first) {
      guard sentences.indices.contains(number - 1) else {
        return console.print(
          phrases("disagree.sentence", ["number": String(number), "count": String(sentences.count)]))
      }
      index = number - 1
      name = Words.trimmed(argument.dropFirst(first.count))
      guard !name.isEmpty else { return console.print(phrases("disagree.how.more", places)) }
    }
    guard let move = move(named: name) else { return }
    let told = [
      "words": sentences[index].text.isEmpty ? "…" : Quote.words(of: sentences[index]), "move": self.name(of: move),
    ]
    if practice.talk.turns.last?.leader.sentences[index].move == move {
      return console.print(phrases("disagree.same", told))
    }
    guard practice.disagree(turn: last.id, sentence: index, said: move) else { return }
    keep()
    console.print(phrases(move == sentences[index].move ? "disagree.back" : "disagree.done", told))
  }

  private func listSentences(_ sentences: [CodedSentence]) {
    for (index, sentence) in sentences.enumerated() {
      let text = "\(Quote.words(of: sentence)): \(name(of: sentence.move))"
      console.print(console.layout.wrap(text, first: "  \(index + 1). ", rest: 5))
    }
  }

  /// The move with this name, in the leader's language or in the codebook; says so where there is none.
  private func move(named name: String) -> Move? {
    let shown = Quote.shortened(name)
    switch Glossary(phrases).look(up: name) {
    case .entry(let key):
      if let move = Move.allCases.first(where: { key == "move." + $0.rawValue }) { return move }
      console.print(phrases("disagree.unknown", ["name": shown]))
    case .unknown(let nearest?): console.print(phrases("disagree.nearest", ["name": shown, "nearest": nearest]))
    case .unknown: console.print(phrases("disagree.unknown", ["name": shown]))
    }
    return nil
  }
}
