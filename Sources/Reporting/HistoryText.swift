public import CoachingLanguage

/// The talks so far and the trends over them, for the terminal.
public struct HistoryText: Sendable {
  private let phrases: Phrasebook
  private let layout: Layout

  public typealias Line = ReviewText.Line

  public init(phrases: Phrasebook, layout: Layout) {
    self.phrases = phrases
    self.layout = layout
  }

  // MARK: The talks

  /// A line for each talk, with its number: 1 for the first that was had.
  ///
  /// - Parameter numbers: The number of each of `talks`.
  public func list(_ talks: [TalkSummary], numbers: [Int]) -> [Line] {
    let head = [
      "", phrases("history.date"), phrases("history.persona"), phrases("history.turns"),
      phrases("history.tell"), phrases("history.why"),
    ]
    let rows = zip(numbers, talks).map { cells($1, $0) }
    let all = [head] + rows
    // In a narrow window the last columns make way.
    var kept = head.count
    while kept > 3, width(all, kept) > layout.width { kept -= 1 }
    let widths = (0..<kept).map { column in all.map { layout.columns($0[column]) }.max() ?? 0 }
    return all.enumerated().map { index, row in
      let cells = (0..<kept).map { column -> String in
        let gap = String(repeating: " ", count: widths[column] - layout.columns(row[column]))
        return [0, 3, 4].contains(column) ? gap + row[column] : row[column] + gap
      }
      return Line(
        text: layout.cut(trimmed("  " + cells.joined(separator: "  ")), to: layout.width),
        tone: index == 0 ? .faint : .plain)
    }
  }

  /// What is told of a talk: number, moment, persona, turns, tell share, and whether it came to the why.
  func cells(_ talk: TalkSummary, _ number: Int) -> [String] {
    [
      String(number), moment(talk.started), HarmlessText.of(Report.joined(talk.persona)), String(talk.turns),
      shown(talk.figures[.tellShare], .tellShare), why(talk),
    ]
  }

  private func width(_ rows: [[String]], _ columns: Int) -> Int {
    2 + (0..<columns).reduce(0) { sum, column in sum + 2 + (rows.map { layout.columns($0[column]) }.max() ?? 0) } - 2
  }

  /// Day and time as people in the language write them, in UTC as it is kept.
  private func moment(_ time: String) -> String {
    let clock = time.dropFirst(11).prefix(5)
    return clock.count == 5 ? Report.day(time, phrases) + " " + clock : HarmlessText.of(String(time.prefix(20)))
  }

  private func why(_ talk: TalkSummary) -> String {
    phrases(talk.isUnderstood ? "history.why.understood" : talk.isReached ? "history.why.reached" : "history.why.no")
  }

  // MARK: The trends

  /// The trends over all talks, and with each persona that was talked with more than once.
  ///
  /// - Parameter persona: Where `talks` are those with one persona alone.
  public func progress(_ talks: [TalkSummary], with persona: String? = nil) -> [Line] {
    if let persona { return group(HarmlessText.of(Report.joined(persona)), talks) }
    var lines = group(phrases("progress.all"), talks)
    for (name, group) in HistoryText.grouped(talks) {
      lines += [Line(text: "", tone: .plain)] + self.group(HarmlessText.of(Report.joined(name)), group)
    }
    return lines
  }

  /// The talks by persona, in the order in which they were first met; those who were met once are left out.
  static func grouped(_ talks: [TalkSummary]) -> [(name: String, talks: [TalkSummary])] {
    var groups: [(name: String, talks: [TalkSummary])] = []
    for talk in talks {
      if let place = groups.firstIndex(where: { $0.name == talk.persona }) {
        groups[place].talks.append(talk)
      } else {
        groups.append((talk.persona, [talk]))
      }
    }
    let isAlone = groups.count == 1
    return groups.filter { $0.talks.count > 1 && !isAlone }
  }

  private func group(_ name: String, _ talks: [TalkSummary]) -> [Line] {
    let count = phrases(talks.count == 1 ? "progress.count.one" : "progress.count", ["count": String(talks.count)])
    var lines = layout.wrap("\(name): \(count)").map { Line(text: $0, tone: .strong) }
    let labels = Trend.Measure.allCases.map { phrases("trend." + $0.rawValue) }
    let widest = labels.map { layout.columns($0) }.max() ?? 0
    let trends = Trend.Measure.allCases.map { Trend($0, over: talks) }
    let most = max(8, min(40, layout.width - widest - 34))
    let longest = trends.map { min(most, $0.points.count) }.max() ?? 0
    for (trend, label) in zip(trends, labels) where trend.isTelling {
      let pad = String(repeating: " ", count: widest - layout.columns(label))
      let line = trend.sparkline(most: most)
      let gap = String(repeating: " ", count: longest - line.count)
      lines += layout.wrap(words(for: trend), first: "  \(label)\(pad)  \(line)\(gap)  ", rest: 4)
        .map { Line(text: $0, tone: .plain) }
    }
    return lines
  }

  /// Where it came from and where it is now, and all of it in figures.
  func words(for trend: Trend) -> String {
    let total = shownCounts(trend.total, trend.measure)
    guard let ends = trend.ends else { return total }
    let places = ["first": shown(ends.first, trend.measure), "last": shown(ends.last, trend.measure)]
    return phrases("progress.from-to", places) + " (" + total + ")"
  }

  private func shown(_ figure: Trend.Figure?, _ measure: Trend.Measure) -> String {
    figure?.value.map { shown($0, measure) } ?? "–"
  }

  private func shown(_ value: Double, _ measure: Trend.Measure) -> String {
    if measure.isShare { return Report.percent(value) + "%" }
    let tenths = Int(value * 10 + 0.5)
    return "\(tenths / 10)\(phrases.language == .dutch ? "," : ".")\(tenths % 10)"
  }

  private func shownCounts(_ figure: Trend.Figure, _ measure: Trend.Measure) -> String {
    guard let all = figure.all else { return phrases("progress.sum", ["count": String(figure.count)]) }
    return phrases("progress.of." + measure.rawValue, ["count": String(figure.count), "all": String(all)])
  }

  private func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
