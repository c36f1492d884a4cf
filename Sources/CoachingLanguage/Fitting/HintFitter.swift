/// Counts how much words, lists and shapes speak for each move and step, over labelled sentences.
///
/// For each move apart a line is drawn between the sentences that make it and all others: a linear support vector machine
/// with squared hinge loss, by dual coordinate descent (Hsieh et al., ICML 2008). What a hint weighs there, in tenths of a
/// rule's weight, is what stands in the table. The same sentences give the same table on every machine.
public struct HintFitter {
  /// In how many sentences a hint must be to be counted.
  static let fewest = 6
  /// What weighs less, in tenths, is left out.
  static let lightest = 2
  /// Tenths for a weight of one: how much hints count beside rules. Flat between 80 and 120 on sentences kept apart.
  static let scale = 100.0

  private let classifier: Classifier
  private var examples: [Example] = []
  private var numbers: [UInt64: Int32] = [:]
  private var names: [String] = []
  private var counts: [Int] = []
  private var elementNames: [UInt64: String] = [:]

  private struct Example {
    /// The numbers of the hints that are in the sentence, each once.
    var hints: [Int32]
    var move: Move
    /// The target of an open question's step; `nil` for any other sentence.
    var step: Int?
    var weight: Double
  }

  public init(_ pack: LanguagePack) {
    classifier = Classifier(pack)
    let befores = (Move.allCases.map(\.rawValue) + ["none"]).map { "<" + $0 }
    for name in ["_", "?", "!?"] + befores + pack.hintableNames { elementNames[Hint.element(name)] = name }
  }

  /// Takes in an utterance with the move and step of each of its sentences.
  ///
  /// - Parameter weight: How much it counts, 0...1, where 1 is usual.
  /// - Returns: `false`, and nothing is taken in, where the utterance is heard as another number of sentences.
  @discardableResult
  public mutating func add(_ utterance: LabelledUtterance, weight: Double = 1) -> Bool {
    let text = classifier.pack.tokeniser.tokenise(utterance.text)
    let heard = classifier.hear(text)
    guard heard.count == utterance.labels.count else { return false }
    var previous: Move?
    for ((_, sentence), label) in zip(heard, utterance.labels) {
      if label.move != .silence {
        let step = label.step.map(HintTable.target) ?? HintTable.noStep
        examples.append(
          Example(
            hints: hints(in: sentence, text, after: previous), move: label.move,
            step: label.move == .openQuestion ? step : nil, weight: weight))
      }
      previous = label.move
    }
    return true
  }

  private mutating func hints(
    in sentence: HeardSentence, _ text: TokenisedText, after previous: Move?
  ) -> [Int32] {
    for word in classifier.words(of: sentence, in: text) {
      elementNames[Hint.element(word)] = word
      if word.utf8.count > Hint.beginningLength {
        let beginning = String(decoding: word.utf8.prefix(Hint.beginningLength), as: UTF8.self) + "*"
        elementNames[Hint.element(beginning)] = beginning
      }
    }
    var asked: [Hint] = []
    sentence.forEachHint(classifier.pack.compiled.lexicon, after: previous) { asked.append($0.hint) }
    var seen: Set<Int32> = []
    for hint in asked {
      guard let number = number(of: hint), seen.insert(number).inserted else { continue }
      counts[Int(number)] += 1
    }
    return seen.sorted()
  }

  private mutating func number(of hint: Hint) -> Int32? {
    if let known = numbers[hint.key] { return known >= 0 ? known : nil }
    guard let name = name(of: hint), Hint(name)?.key == hint.key else {
      numbers[hint.key] = -1
      return nil
    }
    let number = Int32(names.count)
    numbers[hint.key] = number
    names.append(name)
    counts.append(0)
    return number
  }

  private func name(of hint: Hint) -> String? {
    var words: [String] = hint.isAtStart ? ["^"] : []
    for element in [hint.first, hint.second, hint.third] where element != 0 {
      guard let word = elementNames[element] else { return nil }
      words.append(word)
    }
    return (words + (hint.isAtEnd ? ["$"] : [])).joined(separator: " ")
  }

  /// The table: a `hint:` line for every hint that says something, sorted.
  public func table() -> String {
    let kept = counts.map { $0 >= HintFitter.fewest }
    var weights = Array(repeating: [(target: Int, tenths: Int)](), count: names.count)
    func fit(_ target: Int, _ examples: [Example], isOne: (Example) -> Bool) {
      let rows = examples.map { example in example.hints.filter { kept[Int($0)] } }
      let machine = SupportVectorMachine(
        rows: rows, isPositive: examples.map(isOne), weights: examples.map(\.weight), featureCount: names.count)
      for (hint, weight) in machine.weights.enumerated() {
        let tenths = Int(weight * HintFitter.scale + (weight < 0 ? -0.5 : 0.5))
        if abs(tenths) >= HintFitter.lightest {
          weights[hint].append((target, max(-HintTable.heaviest, min(HintTable.heaviest, tenths))))
        }
      }
    }
    for move in Move.allCases where move != .silence { fit(move.number, examples) { $0.move == move } }
    let questions = examples.filter { $0.step != nil }
    for target in Move.allCases.count..<HintTable.targetCount { fit(target, questions) { $0.step == target } }
    let lines = names.indices.filter { !weights[$0].isEmpty }.map { hint in
      "hint: \(names[hint]) = "
        + weights[hint].map { "\(HintTable.name(of: $0.target)) \($0.tenths)" }.joined(separator: ", ") + "\n"
    }
    return lines.sorted().joined()
  }
}
