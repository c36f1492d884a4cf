public import CoachingLanguage
public import Workshop

/// All a facilitator can set before a workshop, on one screen.
public struct SetupScreen: Sendable {
  private let file: SetupFile
  /// The persona as it is shown: name and role.
  private let persona: String
  /// What it is for, where the group has said nothing of its own.
  private let aim: String
  private let isDesk: Bool
  private let phrases: Phrasebook

  /// What there is to set, in the order of the screen.
  public enum Field: String, CaseIterable, Sendable {
    case persona, names, minutes, turns, feedback, openness, aim, screen, anonymous

    /// The field with this number, 1-based.
    public init?(number: Int) {
      guard Field.allCases.indices.contains(number - 1) else { return nil }
      self = Field.allCases[number - 1]
    }

    /// Its name in a file; `nil` for what is said on the command line alone.
    public var key: SetupFile.Key? { SetupFile.Key(rawValue: rawValue) }
  }

  public init(_ file: SetupFile, persona: String, aim: String, isDesk: Bool, phrases: Phrasebook) {
    self.file = file
    self.persona = persona
    self.aim = aim
    self.isDesk = isDesk
    self.phrases = phrases
  }

  /// The screen, in exactly `rows` lines.
  public func lines(_ layout: Layout, rows: Int) -> [ReviewText.Line] {
    let canvas = ScreenCanvas(layout, rows: rows)
    let isNarrow = layout.width < 80
    let names = Field.allCases.map { layout.spelling(phrases("workshop.setup." + $0.rawValue)) }
    let widest = names.map { layout.columns($0) }.max() ?? 0
    func fields(most: Int) -> [ReviewText.Line] {
      zip(Field.allCases, names).enumerated().flatMap { index, field in
        let label = "\(index + 1)  \(field.1)" + String(repeating: " ", count: widest - layout.columns(field.1) + 2)
        return canvas.text(value(field.0), first: label, rest: widest + 5, most: most)
      }
    }
    let title = canvas.text(phrases("workshop.setup.title"), .strong)
    let how =
      canvas.text(phrases("workshop.setup.how")) + (isNarrow ? [] : canvas.text(phrases("workshop.setup.letters")))
    let air = [ScreenCanvas.blank]
    // As much of long values as there is room for: fifteen names are many lines.
    for most in [4, 3, 2, 1] {
      if let page = canvas.page(top: air + title, body: air + fields(most: most) + air + how, bottom: []) {
        return page
      }
    }
    return canvas.page(top: title, body: fields(most: 1) + how, bottom: [])
      ?? Array((title + fields(most: 1)).prefix(rows))
  }

  private func value(_ field: Field) -> String {
    let setup = file.setup
    func choice(_ isOn: Bool) -> String { phrases("workshop.setup.\(field.rawValue).\(isOn ? "on" : "off")") }
    switch field {
    case .persona: return persona
    case .names:
      if setup.names.isEmpty { return phrases("workshop.setup.names.none") }
      let named = setup.names.filter { !$0.isEmpty }
      return named.isEmpty
        ? phrases("workshop.setup.names.count", ["count": String(setup.names.count)]) : named.joined(separator: ", ")
    case .minutes: return String(setup.minutes)
    case .turns: return String(setup.turns)
    case .feedback: return choice(setup.isFeedbackLive)
    case .openness: return choice(setup.isOpennessShown)
    case .aim: return setup.aim.isEmpty ? aim : setup.aim
    case .screen: return choice(isDesk)
    case .anonymous: return choice(setup.isAnonymous)
    }
  }
}
