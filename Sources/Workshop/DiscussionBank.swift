public import CoachingLanguage
import Practice

/// Questions for a group to talk about, by what just happened.
public struct DiscussionBank: Sendable {
  private var entries: [Entry] = []

  private struct Entry: Sendable {
    var occasion: Occasion
    var text: String
    var isOwn = false
  }

  /// What a question is about.
  public enum Occasion: Sendable, Hashable {
    case move(Move)
    case step(Step)
    /// The other opened or closed.
    case opened, closed
    /// The core was said.
    case core
    /// Several lines were tried side by side.
    case tried
    /// The room had expected otherwise.
    case surprise
    /// Before anything was said.
    case start
    /// It fits always.
    case any

    static let all: [Occasion] =
      Move.allCases.map { .move($0) } + Step.allCases.map { .step($0) }
      + [.opened, .closed, .core, .tried, .surprise, .start, .any]

    /// Its name in the phrases: `discuss.advice`, `discuss.step.feeling`, `discuss.opened`.
    var key: String {
      switch self {
      case .move(let move): "discuss." + move.rawValue
      case .step(let step): "discuss.step." + step.rawValue
      case .opened: "discuss.opened"
      case .closed: "discuss.closed"
      case .core: "discuss.core"
      case .tried: "discuss.tried"
      case .surprise: "discuss.surprise"
      case .start: "discuss.start"
      case .any: "discuss.any"
      }
    }
  }

  /// Something in a facilitator's file that is no question.
  public struct Problem: Error, Sendable, Equatable {
    /// 1-based.
    public var line: Int
    /// What stands before the colon; `nil` where there is no colon, or nothing behind it.
    public var name: String?
    /// What was probably meant.
    public var nearest: String?

    public init(line: Int, name: String? = nil, nearest: String? = nil) {
      self.line = line
      self.name = name
      self.nearest = nearest
    }
  }

  /// The questions that are part of the program.
  public init(_ phrases: Phrasebook) {
    for occasion in Occasion.all {
      entries += phrases.variants(occasion.key).map { Entry(occasion: occasion, text: $0) }
    }
  }

  /// Adds the questions of a text: `advies: Wat maakte dat …?`, a line each; `#` begins a note. Gives what can't be read.
  ///
  /// Before the colon stands a move or a step, by its name in either language or in the codebook, or one of the words that
  /// `phrases` have for what else can happen, such as `algemeen`.
  public mutating func add(_ text: String, _ phrases: [Phrasebook]) -> [Problem] {
    let names = DiscussionBank.names(phrases)
    var own: [Entry] = []
    var problems: [Problem] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = WorkshopSetup.cleaned(line)
      if line.isEmpty || line.hasPrefix("#") { continue }
      guard let colon = line.firstIndex(of: ":") else {
        problems.append(Problem(line: index + 1))
        continue
      }
      let name = WorkshopSetup.trimmed(line[..<colon])
      let question = WorkshopSetup.trimmed(line[line.index(after: colon)...])
      guard let occasion = names[Folding.fold(name)] else {
        let nearest = EditDistance.nearest(to: name, in: names.keys.sorted())
        problems.append(Problem(line: index + 1, name: name, nearest: nearest))
        continue
      }
      if question.isEmpty {
        problems.append(Problem(line: index + 1))
        continue
      }
      own.append(Entry(occasion: occasion, text: question, isOwn: true))
    }
    entries += own
    return problems
  }

  /// What can stand before the colon, folded.
  private static func names(_ phrases: [Phrasebook]) -> [String: Occasion] {
    var names: [String: Occasion] = [:]
    for occasion in Occasion.all {
      let shown: [String]
      switch occasion {
      case .move(let move):
        shown = [move.rawValue] + phrases.map { withoutArticle($0("move." + move.rawValue)) }
      case .step(let step): shown = [step.rawValue] + phrases.map { $0("step." + step.rawValue) }
      default: shown = phrases.flatMap { $0(occasion.key + ".name").split(separator: ",").map { String($0) } }
      }
      for name in shown { names[Folding.fold(WorkshopSetup.trimmed(name))] = occasion }
    }
    return names
  }

  private static func withoutArticle(_ name: String) -> String {
    for article in ["een ", "a ", "an "] where name.hasPrefix(article) { return String(name.dropFirst(article.count)) }
    return name
  }

  /// A question that fits what just happened and was not asked yet; of those that were, the one that was asked longest ago.
  ///
  /// A facilitator's own go before those of the program, and what fits this moment goes before what fits always.
  public func question(for workshop: RecordedWorkshop, name: String) -> String? {
    let asked = workshop.room?.questions ?? []
    let occasions = DiscussionBank.occasions(in: workshop)
    let fitting = [occasions.filter { $0 != .any }, [.any]].flatMap { occasions in
      [true, false].flatMap { isOwn in
        occasions.flatMap { occasion in entries.filter { $0.occasion == occasion && $0.isOwn == isOwn } }
      }
    }
    let texts = fitting.map { Phrasebook.fill($0.text, ["name": name]) }
    return texts.first { !asked.contains($0) }
      ?? texts.min { asked.lastIndex(of: $0) ?? -1 < asked.lastIndex(of: $1) ?? -1 }
  }

  /// What just happened, the most telling first, and what fits always.
  private static func occasions(in workshop: RecordedWorkshop) -> [Occasion] {
    let round = workshop.room?.round ?? []
    if let last = workshop.lastTurn, workshop.room?.isSaid ?? true || round.isEmpty {
      let outcome = Outcome(last)
      var occasions: [Occasion] = last.facts.isCore ? [.core] : []
      let said = round.first { $0.said != nil }
      if let hands = said?.hands, hands.isSurprised(by: outcome) { occasions.append(.surprise) }
      // Where it closed, that is what there is to talk about before the kind of line it was.
      if outcome.change < 0 { occasions.append(.closed) }
      occasions.append(.move(outcome.move))
      if let step = last.leader.sentences.compactMap(\.step).last { occasions.append(.step(step)) }
      if outcome.change > 0 { occasions.append(.opened) }
      return occasions + [.any]
    }
    if round.contains(where: { $0.tried != nil }) { return [.tried, .any] }
    return workshop.lastTurn == nil ? [.start, .any] : [.any]
  }
}
