/// Looks for one pattern in one sentence.
struct Matcher {
  let sentence: HeardSentence
  let lexicon: Lexicon
  /// Patterns with several gaps could try very long; beyond this many steps a pattern is taken as not found.
  static let patience = 4000

  /// What is kept while one pattern is tried.
  private struct Trail {
    var patience = Matcher.patience
    var cut: Int?
  }

  /// The first place the pattern is found at, as a range of places.
  func find(_ pattern: CompiledPattern) -> Range<Int>? { search(pattern)?.range }

  /// Where the first of `patterns` that is there is found.
  func find(_ patterns: [CompiledPattern]) -> Range<Int>? {
    for pattern in patterns {
      if let found = find(pattern) { return found }
    }
    return nil
  }

  /// The place at which a pattern with a cut (`/`) says that a new sentence begins.
  func cut(_ pattern: CompiledPattern) -> Int? { search(pattern)?.cut }

  private func search(_ pattern: CompiledPattern) -> (range: Range<Int>, cut: Int?)? {
    if let wanted = pattern.questionMark, wanted != sentence.hasQuestionMark { return nil }
    let needed = pattern.needs & ~sentence.fingerprint
    guard needed == SIMD4<UInt64>() else { return nil }
    var trail = Trail()
    return pattern.steps.withUnsafeBufferPointer { steps in
      var last = sentence.places.count
      if case .sentenceStart = steps.first { last = sentence.leadIn }
      var start = 0
      while start <= last {
        if let end = match(steps, 0, start, &trail) { return (start..<end, trail.cut) }
        start += 1
      }
      return nil
    }
  }

  private func match(
    _ steps: UnsafeBufferPointer<CompiledPattern.Step>, _ step: Int, _ place: Int, _ trail: inout Trail
  ) -> Int? {
    guard step < steps.count else { return place }
    trail.patience -= 1
    guard trail.patience > 0 else { return nil }
    let count = sentence.places.count
    switch steps[step] {
    case .word(let symbol):
      guard place < count else { return nil }
      if sentence.satisfies(place, symbol, lexicon), let end = match(steps, step + 1, place + 1, &trail) { return end }
      for phrase in sentence.phrases where phrase.place == place && phrase.symbol == symbol {
        if let end = match(steps, step + 1, place + phrase.length, &trail) { return end }
      }
      return nil
    case .anyWord:
      return place < count ? match(steps, step + 1, place + 1, &trail) : nil
    case .optional(let length):
      return match(steps, step + 1, place, &trail) ?? match(steps, step + 1 + length, place, &trail)
    case .not(let symbol):
      return sentence.length(at: place, symbol, lexicon) > 0 ? nil : match(steps, step + 1, place, &trail)
    case .gap(let most, let isWide):
      if step + 1 == steps.count { return place }
      var next = place
      while next <= count, next - place <= most {
        if !isWide, next > 0, next < count, sentence.places[next].breaksBefore { return nil }
        if let end = match(steps, step + 1, next, &trail) { return end }
        next += 1
      }
      return nil
    case .sentenceStart:
      return place <= sentence.leadIn ? match(steps, step + 1, place, &trail) : nil
    case .clauseStart:
      return place < count && sentence.places[place].startsClause ? match(steps, step + 1, place, &trail) : nil
    case .cut:
      guard let end = match(steps, step + 1, place, &trail) else { return nil }
      trail.cut = place
      return end
    case .end:
      return place >= sentence.tail ? match(steps, step + 1, place, &trail) : nil
    }
  }
}
