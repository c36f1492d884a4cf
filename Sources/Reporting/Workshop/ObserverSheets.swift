public import CoachingLanguage
import Workshop

/// A sheet for everybody who watches: one thing to look at, room to count, and two questions for afterwards.
public struct ObserverSheets: Sendable {
  private let sheets: [Sheet]
  private let phrases: Phrasebook

  private struct Sheet: Sendable {
    var task: Observation
    /// Empty where it is to be filled in.
    var name: String
  }

  /// One for each of these people, or one for each task where there are none.
  public init(names: [String], phrases: Phrasebook) {
    self.phrases = phrases
    sheets =
      names.isEmpty
      ? Observation.allCases.map { Sheet(task: $0, name: "") }
      : names.enumerated().map { Sheet(task: Observation.task(ofPlace: $0), name: $1) }
  }

  private func say(_ key: String, _ sheet: Sheet) -> String {
    phrases("workshop.sheet.\(sheet.task.rawValue).\(key)")
  }

  private func task(_ sheet: Sheet) -> String {
    Report.capitalised(phrases("workshop.task." + sheet.task.rawValue))
  }

  private func who(_ sheet: Sheet) -> String {
    let name = sheet.name.isEmpty ? "……………………………………" : sheet.name
    return phrases("workshop.sheet.name", ["who": name])
  }

  /// What there is to count, with boxes to tick: a label each.
  private func counts(_ sheet: Sheet) -> [String] { phrases.variants("workshop.sheet.\(sheet.task.rawValue).count") }

  /// A rung is reached once; everything else is counted.
  private func boxes(_ sheet: Sheet) -> String { String(repeating: "☐ ", count: sheet.task == .ladder ? 1 : 10) }

  private var questions: [String] { phrases.variants("workshop.sheet.afterwards") }

  /// What a line of the kind that is watched sounds like.
  private func examples(_ sheet: Sheet) -> [String] {
    phrases.variants("workshop.sheet.\(sheet.task.rawValue).example")
  }

  public var markdown: String {
    sheets.map { sheet in
      var text = "# \(Markdown.escaped(task(sheet)))\n\n\(Markdown.escaped(who(sheet)))\n\n"
      text += Markdown.escaped(say("watch", sheet)) + "\n\n"
      text += examples(sheet).map { "- \(Markdown.escaped($0))\n" }.joined() + "\n"
      text += counts(sheet).map { "**\(Markdown.escaped($0))** \(boxes(sheet))\n\n" }.joined()
      text += questions.map { "\(Markdown.escaped($0))\n\n……………………………………………………………………………………\n\n" }.joined()
      return text + Markdown.escaped(phrases("workshop.sheet.rule")) + "\n"
    }.joined(separator: "\n---\n\n")
  }

  public var html: String {
    let body = sheets.map { sheet in
      var text = "<section class=\"sheet\">\n<h2>\(HTML.escaped(task(sheet)))</h2>\n"
      text += "<p class=\"who\">\(HTML.escaped(who(sheet)))</p>\n<p>\(HTML.escaped(say("watch", sheet)))</p>\n"
      text += "<ul>\n" + examples(sheet).map { "<li>\(HTML.escaped($0))</li>\n" }.joined() + "</ul>\n"
      text += counts(sheet).map {
        "<p class=\"count\"><b>\(HTML.escaped($0))</b> <span aria-hidden=\"true\">\(boxes(sheet))</span></p>\n"
      }.joined()
      text += questions.map { "<p class=\"write\">\(HTML.escaped($0))</p>\n" }.joined()
      return text + "<p class=\"note\">\(HTML.escaped(phrases("workshop.sheet.rule")))</p>\n</section>\n"
    }
    let title = phrases("workshop.sheets.title")
    return HTML.page(
      title: title, language: phrases.language, styles: ["report", "sheets"],
      body: "<h1>\(HTML.escaped(title))</h1>\n" + body.joined())
  }

  /// To read out.
  public func lines(_ layout: Layout) -> [ReviewText.Line] {
    typealias Line = ReviewText.Line
    func wrapped(_ text: String, _ tone: Line.Tone = .plain, first: String = "", rest: Int = 0) -> [Line] {
      layout.wrap(text, first: first, rest: rest).map { Line(text: $0, tone: tone) }
    }
    let texts = sheets.map { sheet -> [Line] in
      let title =
        sheet.name.isEmpty
        ? task(sheet) : "\(HarmlessText.of(sheet.name)): \(phrases("workshop.task." + sheet.task.rawValue))"
      return wrapped(title, .strong) + wrapped(say("watch", sheet), first: "  ", rest: 2)
        + examples(sheet).flatMap { wrapped($0, first: "  – ", rest: 4) }
        + wrapped(
          phrases("workshop.sheet.tally", ["what": counts(sheet).joined(separator: "; ")]), first: "  ", rest: 4)
    }
    return Array(texts.joined(separator: [ScreenCanvas.blank])) + [ScreenCanvas.blank]
      + wrapped(phrases("workshop.sheet.rule"))
  }
}
