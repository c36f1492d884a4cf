import CoachingLanguage

/// What a facilitator prepared: a file of lines such as `namen: Anna, Bram` and `minuten: 45`, in Dutch or English.
///
/// A line that begins with `#` is a note. What is not there stays as it is.
public struct SetupFile: Sendable, Equatable {
  public var setup = WorkshopSetup()
  /// What the persona is started by; `nil` where the file does not say.
  public var persona: String?
  /// A file with questions of the facilitator's own.
  public var questions: String?
  public var problems: [Problem] = []

  /// What can be set.
  public enum Key: String, CaseIterable, Sendable {
    case persona, names, minutes, turns, feedback, openness, aim, questions, anonymous

    /// As it stands in a file, in either language.
    fileprivate var spellings: [String] {
      switch self {
      case .persona: ["persona", "personage"]
      case .names: ["namen", "names"]
      case .minutes: ["minuten", "minutes"]
      case .turns: ["beurten", "turns"]
      case .feedback: ["feedback"]
      case .openness: ["openheid", "openness"]
      case .aim: ["bedoeling", "aim"]
      case .questions: ["vragen", "questions"]
      case .anonymous: ["anoniem", "anonymous"]
      }
    }
  }

  /// A line that can't be used.
  public struct Problem: Sendable, Equatable {
    /// 1-based.
    public var line: Int
    public var reason: Reason

    public init(line: Int, reason: Reason) {
      self.line = line
      self.reason = reason
    }

    public enum Reason: Sendable, Equatable {
      /// There is no colon in it.
      case noColon
      /// `nearest` is the one that was probably meant.
      case unknown(name: String, nearest: String?)
      /// It stands there twice.
      case again(name: String)
      case value(Key, String)
    }
  }

  public init() {}

  public init(_ text: String) {
    let keys = Dictionary(
      Key.allCases.flatMap { key in key.spellings.map { ($0, key) } }, uniquingKeysWith: { first, _ in first })
    var seen: Set<Key> = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = WorkshopSetup.cleaned(line)
      if line.isEmpty || line.hasPrefix("#") { continue }
      func complain(_ reason: Problem.Reason) { problems.append(Problem(line: index + 1, reason: reason)) }
      guard let colon = line.firstIndex(of: ":") else {
        complain(.noColon)
        continue
      }
      let name = WorkshopSetup.trimmed(line[..<colon])
      let value = WorkshopSetup.trimmed(line[line.index(after: colon)...])
      guard let key = keys[Folding.fold(name)] else {
        complain(.unknown(name: name, nearest: EditDistance.nearest(to: name, in: keys.keys.sorted())))
        continue
      }
      if !seen.insert(key).inserted { complain(.again(name: name)) }
      if !set(key, value) { complain(.value(key, value)) }
    }
  }

  /// Sets one thing, as it stands behind its name; false, and no change, where that can't be.
  public mutating func set(_ key: Key, _ value: String) -> Bool {
    switch key {
    case .persona: persona = value.isEmpty ? nil : value
    case .questions: questions = value.isEmpty ? nil : value
    case .aim: setup.aim = value
    case .names:
      guard let names = WorkshopSetup.names(in: value) else { return false }
      setup.names = names
    case .minutes:
      guard let number = Int(value), WorkshopSetup.minutesRange.contains(number) else { return false }
      setup.minutes = number
    case .turns:
      guard let number = Int(value), WorkshopSetup.turnsRange.contains(number) else { return false }
      setup.turns = number
    case .feedback:
      guard let isLive = SetupFile.choice(value, yes: ["live", "direct", "meteen"], no: ["verborgen", "hidden"]) else {
        return false
      }
      setup.isFeedbackLive = isLive
    case .openness:
      guard let isShown = SetupFile.choice(value, yes: SetupFile.yes, no: SetupFile.no) else { return false }
      setup.isOpennessShown = isShown
    case .anonymous:
      guard let isAnonymous = SetupFile.choice(value, yes: SetupFile.yes, no: SetupFile.no) else { return false }
      setup.isAnonymous = isAnonymous
    }
    return true
  }

  private static let yes: Set<String> = ["ja", "yes", "j", "y", "aan", "on", "zichtbaar", "shown"]
  private static let no: Set<String> = ["nee", "no", "n", "uit", "off", "verborgen", "hidden"]

  private static func choice(_ value: String, yes: Set<String>, no: Set<String>) -> Bool? {
    let folded = Folding.fold(value)
    return yes.contains(folded) ? true : no.contains(folded) ? false : nil
  }
}
