import CoachingLanguage
import Evaluator
import Practice

/// A review as one page that needs nothing beside it: valid HTML, to be read, printed and listened to.
extension Report {
  public var html: String {
    var body = "<a class=\"skip\" href=\"#talk\">\(HTML.escaped(say("report.skip")))</a>\n"
    body +=
      "<header>\n<p class=\"when\">\(HTML.escaped(subtitle))</p>\n<h1>\(HTML.escaped(title))</h1>\n</header>\n<main>\n"
    body += "<div class=\"first\">\n" + verdictHTML + nextHTML + "</div>\n"
    if !review.talk.turns.isEmpty {
      body += HTML.section("picture", say("review.turns"), pictureHTML)
      body += "<div class=\"pair\">\n" + ladderHTML + momentsHTML + "</div>\n"
    } else {
      body += ladderHTML
    }
    body += measuresHTML
    body += HTML.section("talk", say("report.conversation"), conversationHTML)
    if let branches = branchesHTML { body += HTML.section("branches", say("report.branches"), branches) }
    body += "</main>\n<footer><p>\(HTML.escaped(say("report.footer")))</p></footer>\n"
    let size = printSize == .normal ? nil : printSize.rawValue
    return HTML.page(title: title, language: phrases.language, kind: size, body: body)
  }

  private var verdictHTML: String {
    var text = "<p class=\"lead\">\(HTML.escaped(verdict))</p>\n"
    if let core { text += "<blockquote\(foreign)><p>\(HTML.escaped(Report.cut(core)))</p></blockquote>\n" }
    if let view = selfView {
      text += "<p><b>\(HTML.escaped(say("review.self"))):</b> \(HTML.escaped(view))</p>\n"
    }
    if review.isGuessed { text += "<p class=\"note\">\(HTML.escaped(say("review.guess")))</p>\n" }
    return HTML.section("verdict", say("report.why"), kind: "verdict", text)
  }

  private var nextHTML: String {
    var text = "<p>\(HTML.escaped(capitalisedNextTime))</p>"
    if let command {
      let label = say("review.practise", ["command": ""])
      text += "\n<p>\(HTML.escaped(label)) \(HTML.code(command))</p>"
    }
    return HTML.section("next", say("review.next"), kind: "next", text)
  }

  private var ladderHTML: String {
    let rungs = Step.allCases.map { step in
      let mark = Report.mark(step, review.ladder)
      let name = HTML.escaped(Report.capitalised(say("step." + step.rawValue)))
      return "<li><span class=\"mark\" aria-hidden=\"true\">\(mark)</span><span><b>\(name):</b> "
        + "<span>\(HTML.escaped(rung(step)))</span></span></li>"
    }
    return HTML.section(
      "ladder", say("review.ladder"), "<ol class=\"ladder\">\n\(rungs.joined(separator: "\n"))\n</ol>")
  }

  private var momentsHTML: String {
    var text = "<dl class=\"moments\">\n"
    for moment in quotedMoments {
      let place = moment.turn.flatMap { $0 == 0 ? nil : ", " + say("review.turn", ["turn": String($0)]).lowercased() }
      text += "<dt>\(HTML.escaped(moment.label + (place ?? "")))</dt>\n<dd>"
      if let quote = moment.quote { text += "<p\(foreign)>\(HTML.escaped(quoted(quote)))</p>" }
      for note in moment.notes { text += "<p>\(HTML.escaped(note))</p>" }
      if let question = moment.question {
        text += "<p class=\"try\">\(HTML.escaped(say("moment.missed.ask", ["question": question])))</p>"
      }
      text += "</dd>\n"
    }
    return HTML.section("moments", say("review.moments"), text + "</dl>")
  }

  private var measuresHTML: String {
    let rows = measured.map { measure -> String in
      let cells = [Report.capitalised(measure.text), measure.guide ?? ""].map { "<td>\(HTML.escaped($0))</td>" }
      return "<tr><th scope=\"row\">\(HTML.escaped(measure.label))</th>\(cells.joined())</tr>"
    }
    return HTML.section(
      "measures", say("review.measures"), kind: "measures",
      "<table>\n<tbody>\n\(rows.joined(separator: "\n"))\n</tbody>\n</table>")
  }

  /// Says of a piece that it is in another language than the page, for who has it read aloud; empty where it is not.
  private var foreign: String {
    review.talk.language == phrases.language ? "" : " lang=\"\(HTML.escaped(review.talk.language.rawValue))\""
  }

  /// What was said in the talk.
  func spokenHTML(_ text: String) -> String {
    foreign.isEmpty ? HTML.escaped(text) : "<span\(foreign)>\(HTML.escaped(text))</span>"
  }

  // MARK: The conversation

  private var conversationHTML: String {
    guard !review.talk.turns.isEmpty || !review.talk.opening.isEmpty else {
      return "<p>\(HTML.escaped(say("review.empty")))</p>"
    }
    let other = HTML.escaped(Report.capitalised(name))
    var text = "<ol class=\"talk\">\n"
    if !review.talk.opening.isEmpty {
      let opening = spokenHTML(review.talk.opening)
      text += "<li class=\"opening\"><p><span class=\"who\">\(other):</span> \(opening)</p></li>\n"
    }
    for (index, turn) in review.talk.turns.enumerated() {
      text += "<li><span class=\"no\">\(index + 1)</span><div>\n"
      text += "<p><span class=\"who\">\(HTML.escaped(say("you"))):</span> \(sentencesHTML(turn.leader))</p>\n"
      let open = " <span class=\"open\">\(HTML.escaped(openText(index)))</span>"
      if turn.answer.isEmpty {
        text += "<p>\(open)</p>\n"
      } else {
        text += "<p><span class=\"who\">\(other):</span> \(spokenHTML(turn.answer))\(open)</p>\n"
      }
      text += "</div></li>\n"
    }
    return text + "</ol>"
  }

  /// Each sentence with what it does behind it, in words as well as in colour.
  func sentencesHTML(_ leader: CodedUtterance) -> String {
    leader.sentences.map { sentence in
      let stance = sentence.stance.rawValue
      let words = sentence.text.isEmpty ? "…" : HTML.escaped(sentence.text)
      return "<span class=\"said \(stance)\"\(foreign)>\(words)</span> <span class=\"tag \(stance)\">"
        + "\(HTML.escaped(moveName(sentence)))</span>"
    }.joined(separator: " ")
  }

  /// How open the other was after a turn, and whether that was more or less than before.
  private func openText(_ index: Int) -> String {
    let change = review.curve.change(in: index + 1)
    let arrow = change > 0 ? " ▲" : change < 0 ? " ▼" : ""
    let key = review.curve.isCertain ? "report.openness" : "report.told"
    return say(key, ["number": String(review.curve.values[index])]) + arrow
  }
}
