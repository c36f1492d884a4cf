public import CoachingLanguage

/// The talks so far and the trends over them, as JSON, CSV and pages.
public struct HistoryFiles: Sendable {
  private let phrases: Phrasebook

  public init(phrases: Phrasebook) { self.phrases = phrases }

  // MARK: The talks

  /// `{"version":1,"talks":[…]}`: for each talk `number`, `name` (of its file), `started`, `persona`, `file`, `language`, `turns`,
  /// `taken_back`, `hints`, `ended`, `focus`, `tell_share`, `open_share`, `reflections_per_question`, `signals_picked_up`, `signals`,
  /// `temptations_resisted`, `temptations`, `stacked_questions`, `steps_reached`, `why_reached`, `why_understood`, `next_time`.
  public func json(_ talks: [TalkSummary], numbers: [Int]) -> String {
    var json = JSONText()
    json.object { json in
      json.write("version", 1)
      json.key("talks")
      json.array { json in
        for (number, talk) in zip(numbers, talks) {
          json.object { json in
            for column in Column.allCases { column.write(talk, number, to: &json) }
          }
        }
      }
    }
    json.newline()
    return json.text
  }

  /// One row a talk (RFC 4180), under a head with the keys of ``json(_:numbers:)``.
  public func csv(_ talks: [TalkSummary], numbers: [Int]) -> String {
    let head = Column.allCases.map(\.rawValue).joined(separator: ",") + "\r\n"
    return zip(numbers, talks).reduce(into: head) { text, row in
      text += Column.allCases.map { CSV.cell($0.text(row.1, row.0)) }.joined(separator: ",") + "\r\n"
    }
  }

  public func html(_ talks: [TalkSummary], numbers: [Int]) -> String {
    let layout = Layout(width: .max) { $0.count }
    let text = HistoryText(phrases: phrases, layout: layout)
    let heads = ["history.number", "history.date", "history.persona", "history.turns", "history.tell", "history.why"]
    let head = heads.map { "<th scope=\"col\">\(HTML.escaped(phrases($0)))</th>" }.joined()
    let rows = zip(numbers, talks).map { number, talk in
      "<tr>" + text.cells(talk, number).map { "<td>\(HTML.escaped($0))</td>" }.joined() + "</tr>"
    }
    let table =
      "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"talks\">\n<table class=\"figures\">\n<thead><tr>\(head)</tr></thead>\n"
      + "<tbody>\n\(rows.joined(separator: "\n"))\n</tbody>\n</table>\n</div>"
    return page(phrases("history.title"), HTML.section("talks", phrases("history.title"), table))
  }

  // MARK: The trends

  /// `{"version":1,"groups":[{"persona":…,"talks":n,"trends":[{"measure","count","of","first","last","points":[{"started","value","count","of"}]}]}]}`:
  /// the first group is all talks, its `persona` is `null`; `of` is `null` for what is a number and no share.
  public func progressJSON(_ talks: [TalkSummary]) -> String {
    var json = JSONText()
    json.object { json in
      json.write("version", 1)
      json.key("groups")
      json.array { json in
        for group in groups(talks) {
          json.object { json in
            json.write("persona", group.name)
            json.write("talks", group.talks.count)
            json.key("trends")
            json.array { json in
              for measure in Trend.Measure.allCases { write(Trend(measure, over: group.talks), group.talks, to: &json) }
            }
          }
        }
      }
    }
    json.newline()
    return json.text
  }

  private func write(_ trend: Trend, _ talks: [TalkSummary], to json: inout JSONText) {
    json.object { json in
      json.write("measure", trend.measure.rawValue)
      json.write("count", trend.total.count)
      json.write("of", trend.total.all)
      json.write("first", trend.ends?.first)
      json.write("last", trend.ends?.last)
      json.key("points")
      json.array { json in
        for (talk, figure) in trend.points {
          json.object { json in
            json.write("started", talks[talk].started)
            json.write("value", figure.value)
            json.write("count", figure.count)
            json.write("of", figure.all)
          }
        }
      }
    }
  }

  /// One row for each point: `persona`, `measure`, `started`, `value`, `count`, `of`; of all talks `persona` is empty.
  public func progressCSV(_ talks: [TalkSummary]) -> String {
    var text = "persona,measure,started,value,count,of\r\n"
    for group in groups(talks) {
      for measure in Trend.Measure.allCases {
        for (talk, figure) in Trend(measure, over: group.talks).points {
          let cells = [
            group.name ?? "", measure.rawValue, group.talks[talk].started, CSV.number(figure.value),
            String(figure.count), figure.all.map(String.init) ?? "",
          ]
          text += cells.map(CSV.cell).joined(separator: ",") + "\r\n"
        }
      }
    }
    return text
  }

  public func progressHTML(_ talks: [TalkSummary]) -> String {
    let words = HistoryText(phrases: phrases, layout: Layout(width: .max) { $0.count })
    var body = ""
    for (number, group) in groups(talks).enumerated() {
      let rows = Trend.Measure.allCases.compactMap { measure -> String? in
        let trend = Trend(measure, over: group.talks)
        guard trend.isTelling else { return nil }
        return "<tr><th scope=\"row\">\(HTML.escaped(phrases("trend." + measure.rawValue)))</th>"
          + "<td>\(picture(of: trend))</td><td>\(HTML.escaped(words.words(for: trend)))</td></tr>"
      }
      let count = phrases(
        group.talks.count == 1 ? "progress.count.one" : "progress.count", ["count": String(group.talks.count)])
      let name = group.name.map { Report.joined($0) } ?? phrases("progress.all")
      body += HTML.section(
        "group-\(number)", "\(name): \(count)", kind: "measures",
        "<table>\n<tbody>\n\(rows.joined(separator: "\n"))\n</tbody>\n</table>")
    }
    return page(phrases("progress.title"), body)
  }

  /// Columns for the last forty talks; the figures beside it say it in words.
  private func picture(of trend: Trend) -> String {
    let points = trend.points.suffix(40)
    var svg =
      "<svg class=\"spark\" viewBox=\"0 0 \(max(1, points.count) * 9) 34\" aria-hidden=\"true\">"
    for (place, point) in points.enumerated() {
      let share = min(1, (point.figure.value ?? 0) / trend.measure.most)
      let height = 2 + Int(share * 30 + 0.5)
      svg += "<rect class=\"core\" x=\"\(place * 9)\" y=\"\(34 - height)\" width=\"6\" height=\"\(height)\"/>"
    }
    return svg + "</svg>"
  }

  // MARK: Pieces

  private func groups(_ talks: [TalkSummary]) -> [(name: String?, talks: [TalkSummary])] {
    [(nil, talks)] + HistoryText.grouped(talks).map { ($0.name, $0.talks) }
  }

  private func page(_ title: String, _ sections: String) -> String {
    let body =
      "<header>\n<h1>\(HTML.escaped(title))</h1>\n</header>\n<main>\n\(sections)</main>\n"
      + "<footer><p>\(HTML.escaped(phrases("report.footer")))</p></footer>\n"
    return HTML.page(title: title, language: phrases.language, body: body)
  }
}
