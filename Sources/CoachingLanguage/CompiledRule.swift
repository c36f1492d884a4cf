/// A rule made ready to be looked for.
struct CompiledRule: Sendable {
  /// Its place in the pack.
  var index: Int
  var patterns: [CompiledPattern]
  var exceptions: [CompiledPattern]
}

/// A pattern over symbols, as one flat list of steps.
struct CompiledPattern: Sendable {
  enum Step: Sendable {
    case word(symbol: Int)
    case anyWord
    /// The next `count` steps may be passed over.
    case optional(count: Int)
    case not(symbol: Int)
    case gap(most: Int, isWide: Bool)
    case sentenceStart, clauseStart, end, cut
  }

  var steps: [Step] = []
  var questionMark: Bool?
  /// What a sentence must have somewhere for this pattern to be worth trying.
  var needs = SIMD4<UInt64>()

  init(_ pattern: Pattern, _ builder: inout Lexicon.Builder) {
    questionMark = pattern.questionMark
    add(pattern.elements, isNeeded: true, &builder)
  }

  private mutating func add(_ elements: [Pattern.Element], isNeeded: Bool, _ builder: inout Lexicon.Builder) {
    for element in elements {
      switch element {
      case .word(let alternatives):
        let symbol = builder.symbol(alternatives)
        if isNeeded { needs |= Lexicon.fingerprint(symbol) }
        steps.append(.word(symbol: symbol))
      case .anyWord: steps.append(.anyWord)
      case .optional(let inner):
        let place = steps.count
        steps.append(.optional(count: 0))
        add(inner, isNeeded: false, &builder)
        steps[place] = .optional(count: steps.count - place - 1)
      case .not(let alternatives): steps.append(.not(symbol: builder.symbol(alternatives)))
      case .gap(let most, let isWide): steps.append(.gap(most: most, isWide: isWide))
      case .sentenceStart: steps.append(.sentenceStart)
      case .clauseStart: steps.append(.clauseStart)
      case .end: steps.append(.end)
      case .cut: steps.append(.cut)
      }
    }
  }
}
