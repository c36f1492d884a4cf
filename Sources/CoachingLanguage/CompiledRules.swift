/// The rules of a pack made ready to be looked for: all patterns as one flat list of steps over symbols.
///
/// A class because every sentence refers to it, and it never changes once it is built.
final class CompiledRules: Sendable {
  struct CompiledPattern: Sendable {
    var rule: Int32
    /// Where its steps begin and end.
    var first: Int32 = 0
    var last: Int32 = 0
    var questionMark: Bool?
    /// The least common single-word symbol that must be there, and the next; `SymbolSets.always` where there is none.
    var needs: Int32 = 0
    var alsoNeeds: Int32 = 0
  }

  /// What a vote needs of a rule, without the texts that come with it.
  struct Facts: Sendable {
    /// The number of its move; -1 for a rule that only finds a step.
    var move: Int
    var step: Step?
    var weight: Int
    /// The numbers of the moves it counts against.
    var against: [Int]

    init(_ rule: Rule) {
      move = rule.move?.number ?? -1
      step = rule.step
      weight = rule.weight
      against = rule.against.map(\.number)
    }
  }

  /// One thing a pattern asks of the places it has come to.
  enum Instruction: Sendable {
    case word(symbol: Int32)
    /// As `word`, for a symbol that several words together may satisfy.
    case words(symbol: Int32)
    case anyWord
    /// The next `count` steps may be passed over.
    case optional(count: Int32)
    case not(symbol: Int32)
    case gap(most: Int32, isFromStart: Bool)
    case wideGap
    case sentenceStart, clauseStart, end, cut
  }

  let lexicon: Lexicon
  let patterns: [CompiledPattern]
  let steps: [Instruction]
  /// By rule, what it counts for.
  let facts: [Facts]
  /// By rule, the patterns that forbid it.
  let exceptions: [Range<Int>]
  /// Where sentences fall apart without a full stop.
  let cuts: Range<Int>
  /// A pattern to look for, and what must be there as well as its key; see `SymbolSets.always` for nothing.
  struct Keyed: Sendable {
    var pattern: Int32
    var also: (Int32, Int32, Int32)
  }

  /// By symbol, the patterns that can only be there where that symbol is: of all a pattern needs, the least common.
  let keyed: [Keyed]
  /// By symbol, where its patterns end in `keyed`; they begin where those of the symbol before it end.
  let keyEnds: [Int32]
  /// The symbols that have patterns, as bits.
  let keys: [UInt64]
  /// Patterns that need no symbol at all.
  let unkeyed: [Int32]

  init(_ rules: [Rule], cuts: [Pattern], _ builder: inout Lexicon.Builder) {
    var maker = Maker()
    var wanted: Set<Int> = []
    var exceptions: [Range<Int>] = []
    for (index, rule) in rules.enumerated() {
      wanted.formUnion(maker.add(rule.patterns, of: index, &builder))
      exceptions.append(maker.add(rule.exceptions, of: index, &builder))
    }
    self.exceptions = exceptions
    self.cuts = maker.add(cuts, of: -1, &builder)
    lexicon = builder.build()
    steps = maker.steps.map { step in
      if case .word(let symbol) = step, builder.phrasal.contains(Int(symbol)) { return .words(symbol: symbol) }
      return step
    }
    facts = rules.map(Facts.init)
    var byKey: [[Keyed]] = Array(repeating: [], count: lexicon.sets.symbolCount)
    let always = Int32(lexicon.sets.always)
    var unkeyed: [Int32] = []
    let commonness = builder.commonness()
    for pattern in maker.patterns.indices {
      // Of all a pattern needs, what is least common is looked at first.
      let needs = maker.needs[pattern].sorted { commonness[$0] < commonness[$1] }
      let single = needs.dropFirst().filter { !builder.phrasal.contains($0) }.map { Int32($0) }
      maker.patterns[pattern].alsoNeeds = single.first ?? always
      maker.patterns[pattern].needs = needs.first { !builder.phrasal.contains($0) }.map { Int32($0) } ?? always
      guard wanted.contains(pattern) else { continue }
      if let first = needs.first {
        let also = single + [always, always, always]
        byKey[first].append(Keyed(pattern: Int32(pattern), also: (also[0], also[1], also[2])))
      } else {
        unkeyed.append(Int32(pattern))
      }
    }
    patterns = maker.patterns
    self.unkeyed = unkeyed
    keyed = Array(byKey.joined())
    keys = SymbolSets.bits(byKey.indices.filter { !byKey[$0].isEmpty }, width: lexicon.sets.width)
    var end: Int32 = 0
    keyEnds = byKey.map { patterns in
      end += Int32(patterns.count)
      return end
    }
  }

  private struct Maker {
    var patterns: [CompiledPattern] = []
    var steps: [Instruction] = []
    /// By pattern, the symbols it needs.
    var needs: [[Int]] = []

    mutating func add(_ new: [Pattern], of rule: Int, _ builder: inout Lexicon.Builder) -> Range<Int> {
      let start = patterns.count
      for pattern in new {
        let first = steps.count
        needs.append([])
        add(pattern.elements, isNeeded: true, &builder)
        patterns.append(
          CompiledPattern(
            rule: Int32(rule), first: Int32(first), last: Int32(steps.count), questionMark: pattern.questionMark))
      }
      return start..<patterns.count
    }

    private mutating func add(_ elements: [Pattern.Element], isNeeded: Bool, _ builder: inout Lexicon.Builder) {
      var previous: Pattern.Element?
      for element in elements {
        defer { previous = element }
        switch element {
        case .word(let alternatives):
          let symbol = builder.symbol(anyOf: alternatives)
          if isNeeded { needs[needs.count - 1].append(symbol) }
          steps.append(.word(symbol: Int32(symbol)))
        case .anyWord: steps.append(.anyWord)
        case .optional(let inner):
          let place = steps.count
          steps.append(.optional(count: 0))
          add(inner, isNeeded: false, &builder)
          steps[place] = .optional(count: Int32(steps.count - place - 1))
        case .not(let alternatives):
          for alternative in alternatives { steps.append(.not(symbol: Int32(builder.symbol(alternative)))) }
        case .gap(let most, let isWide):
          let isFromStart = [.clauseStart, .sentenceStart].contains(previous)
          steps.append(isWide ? .wideGap : .gap(most: Int32(clamping: most), isFromStart: isFromStart))
        case .sentenceStart: steps.append(.sentenceStart)
        case .clauseStart: steps.append(.clauseStart)
        case .end: steps.append(.end)
        case .cut: steps.append(.cut)
        }
      }
    }
  }
}
