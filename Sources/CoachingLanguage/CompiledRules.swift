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
    /// A single-word symbol that must be there as well as the key, the next in being uncommon; -1 where there is none.
    var alsoNeeds: Int32 = -1
  }

  enum Step: Sendable {
    case word(symbol: Int32)
    /// As `word`, for a symbol that several words together may satisfy.
    case words(symbol: Int32)
    /// Any of these symbols, by their places in `choices`.
    case choice(first: Int32, count: Int32)
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
  let steps: [Step]
  /// The symbols of all choices, one after the other, and whether several words together may satisfy each.
  let choices: [(symbol: Int, isPhrasal: Bool)]
  /// By rule, the patterns that forbid it.
  let exceptions: [Range<Int>]
  /// Where sentences fall apart without a full stop.
  let cuts: Range<Int>
  /// By symbol, the patterns that can only be there where that symbol is: of all a pattern needs, the least common.
  let keyed: [Int32]
  /// By symbol, where its patterns end in `keyed`; they begin where those of the symbol before it end.
  let keyEnds: [Int32]
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
    choices = maker.choices.map { ($0, builder.phrasal.contains($0)) }
    var byKey: [[Int32]] = Array(repeating: [], count: lexicon.symbolCount)
    var unkeyed: [Int32] = []
    let commonness = builder.commonness()
    for pattern in maker.patterns.indices {
      // Of all a pattern needs, what is least common is looked at first.
      let needs = maker.needs[pattern].sorted { first, second in
        first.reduce(0) { $0 + commonness[$1] } < second.reduce(0) { $0 + commonness[$1] }
      }
      let single = needs.dropFirst().first { $0.count == 1 && !builder.phrasal.contains($0[0]) }
      maker.patterns[pattern].alsoNeeds = Int32(single?[0] ?? -1)
      guard wanted.contains(pattern) else { continue }
      for symbol in needs.first ?? [] { byKey[symbol].append(Int32(pattern)) }
      if needs.isEmpty { unkeyed.append(Int32(pattern)) }
    }
    patterns = maker.patterns
    self.unkeyed = unkeyed
    keyed = Array(byKey.joined())
    var end: Int32 = 0
    keyEnds = byKey.map { patterns in
      end += Int32(patterns.count)
      return end
    }
  }

  private struct Maker {
    var patterns: [CompiledPattern] = []
    var steps: [Step] = []
    var choices: [Int] = []
    /// By pattern, what it needs: of each the symbols any of which will do.
    var needs: [[[Int]]] = []

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

    private mutating func step(for symbols: [Int]) -> Step {
      if symbols.count == 1 { return .word(symbol: Int32(symbols[0])) }
      choices += symbols
      return .choice(first: Int32(choices.count - symbols.count), count: Int32(symbols.count))
    }

    private mutating func add(_ elements: [Pattern.Element], isNeeded: Bool, _ builder: inout Lexicon.Builder) {
      var previous: Pattern.Element?
      for element in elements {
        defer { previous = element }
        switch element {
        case .word(let alternatives):
          let symbols = alternatives.map { builder.symbol($0) }
          if isNeeded { needs[needs.count - 1].append(symbols) }
          steps.append(step(for: symbols))
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
