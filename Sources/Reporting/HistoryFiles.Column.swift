import CoachingLanguage

extension HistoryFiles {
  /// What is told of a talk, by its key in JSON and CSV.
  enum Column: String, CaseIterable {
    case number, name, started, persona, file, language, turns
    case takenBack = "taken_back"
    case hints, ended, focus
    case tellShare = "tell_share"
    case openShare = "open_share"
    case reflections = "reflections_per_question"
    case signalsPickedUp = "signals_picked_up"
    case signals
    case temptationsResisted = "temptations_resisted"
    case temptations
    case stacked = "stacked_questions"
    case steps = "steps_reached"
    case whyReached = "why_reached"
    case whyUnderstood = "why_understood"
    case nextTime = "next_time"

    private enum Value {
      case text(String?)
      case number(Int)
      case share(Double?)
      case flag(Bool)
    }

    private func value(_ talk: TalkSummary, _ number: Int) -> Value {
      switch self {
      case .number: .number(number)
      case .name: .text(talk.name)
      case .started: .text(talk.started)
      case .persona: .text(talk.persona)
      case .file: .text(talk.file)
      case .language: .text(talk.language.rawValue)
      case .turns: .number(talk.turns)
      case .takenBack: .number(talk.takenBack)
      case .hints: .number(talk.hints)
      case .ended: .flag(talk.isEnded)
      case .focus: .text(talk.focus)
      case .tellShare: .share(talk.figures[.tellShare]?.value)
      case .openShare: .share(talk.figures[.openShare]?.value)
      case .reflections: .share(talk.figures[.reflections]?.value)
      case .signalsPickedUp: .number(talk.figures[.signals]?.count ?? 0)
      case .signals: .number(talk.figures[.signals]?.all ?? 0)
      case .temptationsResisted: .number(talk.figures[.temptations]?.count ?? 0)
      case .temptations: .number(talk.figures[.temptations]?.all ?? 0)
      case .stacked: .number(talk.figures[.stacked]?.count ?? 0)
      case .steps: .number(talk.figures[.ladder]?.count ?? 0)
      case .whyReached: .flag(talk.isReached)
      case .whyUnderstood: .flag(talk.isUnderstood)
      case .nextTime: .text(talk.nextTime)
      }
    }

    func write(_ talk: TalkSummary, _ number: Int, to json: inout JSONText) {
      switch value(talk, number) {
      case .text(let text): json.write(rawValue, text)
      case .number(let number): json.write(rawValue, number)
      case .share(let share): json.write(rawValue, share)
      case .flag(let flag): json.write(rawValue, flag)
      }
    }

    func text(_ talk: TalkSummary, _ number: Int) -> String {
      switch value(talk, number) {
      case .text(let text): text ?? ""
      case .number(let number): String(number)
      case .share(let share): CSV.number(share)
      case .flag(let flag): flag ? "true" : "false"
      }
    }
  }
}

/// Cells of comma-separated values (RFC 4180).
enum CSV {
  static func cell(_ text: String) -> String {
    var text = HarmlessText.of(Report.joined(text))
    // Spreadsheets take a cell that begins so for something to compute.
    if let first = text.first, "=+-@".contains(first), Double(text) == nil { text = "'" + text }
    guard text.contains(where: { "\",".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// Three decimals; nothing where there is no number.
  static func number(_ value: Double?) -> String {
    guard let value else { return "" }
    return String(Double(Int(value * 1000 + 0.5)) / 1000)
  }
}
