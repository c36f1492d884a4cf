/// A rule that saw something, and where.
struct Seen {
  var rule: Int
  var found: Range<Int>
  /// Whether it stands where it counts half.
  var isAside: Bool
}

/// What the rules and hints said about one sentence, added up, in tenths of a rule's weight.
struct Vote {
  private struct Tally {
    var weight = 0
    var strongest = 0
    var rule = -1
    /// The words that decided; `nil` where hints did.
    var found: Range<Int>?
    var isAssumed = true

    mutating func add(_ more: Int, rule index: Int, _ words: Range<Int>?, isAssumption: Bool) {
      weight += more
      if more > strongest {
        strongest = more
        rule = index
        found = words
      }
      if !isAssumption { isAssumed = false }
    }
  }

  private var tallies = Array(repeating: Tally(), count: Move.allCases.count)
  private var steps: [(move: Move, step: Step, weight: Int)] = []
  private(set) var hints = HintTable.Sum()
  /// Whether a word, or more than an assumption, spoke for something.
  private(set) var hasEvidence = false

  mutating func count(_ rule: CompiledRules.Facts, _ seen: Seen) {
    let weight = seen.isAside ? rule.weight * 5 : rule.weight * 10
    if rule.weight > 1 { hasEvidence = true }
    if rule.move >= 0 { tallies[rule.move].add(weight, rule: seen.rule, seen.found, isAssumption: rule.weight == 1) }
    for move in rule.against { tallies[move].weight -= weight }
    if let step = rule.step {
      steps.append((rule.move >= 0 ? Move.allCases[rule.move] : .openQuestion, step, weight))
    }
  }

  /// Adds to each move what its hints come to, in the name of the rule that explains them.
  mutating func count(_ hints: HintTable.Sum, _ rules: [Int]) {
    self.hints = hints
    if hints.hasWords { hasEvidence = true }
    for (number, rule) in rules.enumerated() where rule >= 0 {
      let tenths = hints[number]
      if tenths > 0 {
        tallies[number].add(tenths, rule: rule, nil, isAssumption: tenths < Classifier.margin * 10)
      } else {
        // Where nothing speaks for any move, the one that least is said against is still the likeliest.
        tallies[number].weight += tenths
        if tallies[number].rule < 0 { tallies[number].rule = rule }
      }
    }
  }

  struct Decision {
    var move: Move
    var rule: Int
    /// The words that decided; `nil` where hints did.
    var found: Range<Int>?
    var isSure: Bool
    /// The numbers of the other moves that can be read in it, the likeliest first.
    var others: ArraySlice<Int>
  }

  /// The move with most weight; of equals the one whose rule stands first.
  var decided: Decision? {
    // The four likeliest, the first in front; there are too few for sorting to be worth its while.
    var likeliest: [Int] = []
    likeliest.reserveCapacity(5)
    for number in tallies.indices where tallies[number].rule >= 0 {
      let place = likeliest.firstIndex { isLikelier(number, than: $0) } ?? likeliest.count
      guard place < 4 else { continue }
      likeliest.insert(number, at: place)
      if likeliest.count > 4 { likeliest.removeLast() }
    }
    guard let best = likeliest.first.map({ tallies[$0] }) else { return nil }
    let second = likeliest.count > 1 ? tallies[likeliest[1]].weight : 0
    return Decision(
      move: Move.allCases[likeliest[0]], rule: best.rule, found: best.found,
      isSure: !best.isAssumed && best.weight - second >= Classifier.margin * 10,
      others: likeliest.dropFirst().prefix { best.weight - tallies[$0].weight < Classifier.reach * 10 })
  }

  /// The rule that spoke most for a move, by the move's number.
  func rule(for number: Int) -> Int { tallies[number].rule }

  private func isLikelier(_ number: Int, than other: Int) -> Bool {
    let (one, two) = (tallies[number], tallies[other])
    return one.weight == two.weight ? one.rule < two.rule : one.weight > two.weight
  }

  /// The step with most weight among the rules for `move`, hints included for an open question; of equals the deeper.
  ///
  /// `nil` where hints say that the question has none with as much weight.
  func step(for move: Move) -> Step? {
    guard move.isQuestion else { return nil }
    let none = move == .openQuestion ? hints[HintTable.noStep] : 0
    var best: (step: Step, weight: Int)?
    for step in Step.allCases {
      var weight = steps.reduce(0) { $0 + ($1.move == move && $1.step == step ? $1.weight : 0) }
      if move == .openQuestion { weight += hints[HintTable.target(step)] }
      if weight > none, weight >= best?.weight ?? none { best = (step, weight) }
    }
    return best?.step
  }
}
