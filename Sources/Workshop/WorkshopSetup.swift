import CoachingLanguage

/// What a group agrees on before it begins: who is there, how long, and what the room gets to see.
public struct WorkshopSetup: Sendable, Equatable, Codable {
  /// Who takes part, in the order in which they speak; empty where nobody is named.
  ///
  /// An empty name is somebody who goes without one.
  public var names: [String]
  /// How long the practising is to take, in ``minutesRange``.
  public var minutes: Int
  /// How many turns somebody has before the next one speaks, in ``turnsRange``.
  public var turns: Int
  /// Whether feedback is seen at once; else it waits until it is asked for.
  public var isFeedbackLive: Bool
  /// Whether the room sees how open the other is.
  public var isOpennessShown: Bool
  /// What the group means to do, in its own words; empty for what the persona is for.
  public var aim: String
  /// Whether names are kept out of everything that is written.
  public var isAnonymous: Bool

  public static let minutesRange = 1...480
  public static let turnsRange = 1...20
  /// More people than practise with one conversation.
  public static let mostNames = 40
  /// The longest name, in characters.
  public static let longestName = 40

  public init(
    names: [String] = [], minutes: Int = 45, turns: Int = 3, isFeedbackLive: Bool = false,
    isOpennessShown: Bool = false, aim: String = "", isAnonymous: Bool = false
  ) {
    self.names = names
    self.minutes = minutes
    self.turns = turns
    self.isFeedbackLive = isFeedbackLive
    self.isOpennessShown = isOpennessShown
    self.aim = aim
    self.isAnonymous = isAnonymous
  }

  /// The same without anybody's name.
  public var withoutNames: WorkshopSetup {
    var setup = self
    setup.names = names.map { _ in "" }
    setup.isAnonymous = true
    return setup
  }

  /// Whether it can be what somebody chose: a file may be of anybody's making.
  var isPossible: Bool {
    WorkshopSetup.minutesRange.contains(minutes) && WorkshopSetup.turnsRange.contains(turns)
      && names.count <= WorkshopSetup.mostNames && names.allSatisfy { $0.count <= WorkshopSetup.longestName }
  }

  /// The names in a line such as "Anna, Bram en Carla" or "12": a number is so many people without a name.
  ///
  /// Two with the same name get a number behind it, so that each can be meant. `nil` where they are too many, or too long.
  public static func names(in line: String) -> [String]? {
    let pieces = line.split { ",;\n\t".contains($0) }.flatMap { piece -> [String] in
      var piece = cleaned(piece)
      // The last two are often written with a word between them.
      for word in [" en ", " and ", " & "] { piece = piece.replacing(word, with: ",") }
      return piece.split(separator: ",").map { cleaned($0) }
    }
    let found = pieces.filter { !$0.isEmpty }
    if found.count == 1, let count = Int(found[0]) {
      return (0...mostNames).contains(count) ? Array(repeating: "", count: count) : nil
    }
    guard found.count <= mostNames, found.allSatisfy({ $0.count <= longestName }) else { return nil }
    var names: [String] = []
    for name in found { names.append(unlike(names, name)) }
    return names
  }

  /// `name`, with a number behind it where somebody of `others` has that name already.
  static func unlike(_ others: [String], _ name: String) -> String {
    let taken = Set(others.map { Folding.fold($0) })
    var number = 1
    var result = name
    while taken.contains(Folding.fold(result)) {
      number += 1
      result = "\(name) \(number)"
    }
    return result
  }

  /// A name without control characters and the white space around it.
  static func cleaned(_ text: some StringProtocol) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar.properties.generalCategory != .control {
      kept.append(scalar)
    }
    return trimmed(String(kept))
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    var text = text[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
