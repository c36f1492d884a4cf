public import CoachingLanguage

/// The codebook for people: every term that feedback and review use, with what it means and an example.
public struct Glossary: Sendable {
  private let phrases: Phrasebook

  public init(_ phrases: Phrasebook) { self.phrases = phrases }

  public enum Answer: Equatable, Sendable {
    /// The key of the term, for ``page(_:_:)``.
    case entry(String)
    /// There is no such term; the one that was probably meant.
    case unknown(nearest: String?)
  }

  /// The keys of all terms: stances with their moves, steps, and the rest.
  private var keys: [String] {
    Stance.allCases.map { "stance." + $0.rawValue } + Move.allCases.map { "move." + $0.rawValue }
      + Step.allCases.map { "step." + $0.rawValue } + Glossary.others.map { "term." + $0 }
  }

  private static let others = ["ladder", "signal", "core", "openness", "tell-share"]

  /// Finds a term by its name in the language of the phrases, with or without an article, or by its name in the codebook.
  public func look(up term: String) -> Answer {
    let wanted = Folding.fold(term)
    for key in keys where names(of: key).contains(wanted) { return .entry(key) }
    return .unknown(nearest: EditDistance.nearest(to: wanted, in: keys.flatMap { names(of: $0) }))
  }

  private func names(of key: String) -> [String] {
    let shown = Folding.fold(phrases(key))
    let bare = shown.split(separator: " ", maxSplits: 1)
    let withoutArticle =
      ["een", "de", "het", "a", "an", "the"].contains(String(bare[0])) && bare.count > 1 ? [String(bare[1])] : []
    return withoutArticle + [shown, String(key.drop { $0 != "." }.dropFirst())]
  }

  /// Everything, by stance.
  public func overview(_ layout: Layout) -> [String] {
    var lines: [String] = []
    for stance in Stance.allCases {
      let key = "stance." + stance.rawValue
      lines += layout.wrap(phrases(key + ".means"), first: phrases(key).uppercased() + "  ", rest: 2)
      for move in Move.allCases where move.stance == stance { lines += entry("move." + move.rawValue, layout) }
      lines.append("")
    }
    lines.append(phrases("moves.steps").uppercased())
    for step in Step.allCases { lines += entry("step." + step.rawValue, layout) }
    lines.append("")
    lines.append(phrases("moves.terms").uppercased())
    for term in Glossary.others { lines += entry("term." + term, layout) }
    return lines
  }

  private func entry(_ key: String, _ layout: Layout) -> [String] {
    var lines = layout.wrap(phrases(key + ".means"), first: "  \(names(of: key)[0]): ", rest: 4)
    for example in phrases.variants(key + ".example") { lines += layout.wrap(example, first: "    – ", rest: 6) }
    return lines
  }

  /// One term in full.
  public func page(_ key: String, _ layout: Layout) -> [String] {
    var lines = layout.wrap(phrases(key + ".means"), first: names(of: key)[0] + ": ", rest: 2)
    for does in phrases.variants(key + ".does") { lines += layout.wrap(does, first: "  ", rest: 2) }
    for example in phrases.variants(key + ".example") { lines += layout.wrap(example, first: "  – ", rest: 4) }
    return lines
  }
}
