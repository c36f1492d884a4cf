import CoachingLanguage
import Evaluator

/// A review as Markdown (CommonMark, with tables as GitHub has them).
extension Report {
  public var markdown: String {
    var text = "# \(Markdown.escaped(title))\n\n"
    if !subtitle.isEmpty { text += Markdown.escaped(subtitle) + "\n\n" }
    text += "**\(Markdown.escaped(verdict))**\n\n"
    if let core { text += "> \(Markdown.escaped(Report.cut(core)))\n\n" }
    if review.isGuessed { text += "*\(Markdown.escaped(say("review.guess")))*\n\n" }
    if let view = selfView { text += "**\(say("review.self")):** \(Markdown.escaped(view))\n\n" }
    text += "## \(say("review.next"))\n\n\(Markdown.escaped(capitalisedNextTime))\n\n"
    if let command {
      text +=
        Markdown.escaped(say("review.practise", ["command": ""]))
        + "`\(HarmlessText.of(command).replacing("`", with: ""))`\n\n"
    }
    text += "## \(say("review.ladder"))\n\n"
    for step in Step.allCases {
      text += "- \(Report.mark(step, review.ladder)) \(say("step." + step.rawValue)): \(rung(step))\n"
    }
    if !review.talk.turns.isEmpty { text += "\n" + markdownMoments }
    text += "\n## \(say("review.measures"))\n\n| | | |\n|---|---|---|\n"
    for measure in measured {
      text +=
        "| \([measure.label, Report.capitalised(measure.text), measure.guide ?? ""].map(Markdown.escaped).joined(separator: " | ")) |\n"
    }
    if !review.talk.turns.isEmpty { text += "\n" + markdownConversation }
    return text + branchesMarkdown
  }

  private var markdownMoments: String {
    var text = "## \(say("review.moments"))\n\n"
    for moment in quotedMoments {
      let place = moment.turn.flatMap { $0 == 0 ? nil : ", " + say("review.turn", ["turn": String($0)]).lowercased() }
      text += "- **\(moment.label)\(place ?? ""):** "
      var parts = moment.quote.map { [quoted($0)] } ?? []
      parts += moment.notes
      if let question = moment.question { parts.append(say("moment.missed.ask", ["question": question])) }
      text += parts.map(Markdown.escaped).joined(separator: " ") + "\n"
    }
    return text
  }

  private var markdownConversation: String {
    let other = Report.capitalised(name)
    let scale = Report.capitalised(say(review.curve.isCertain ? "review.turns.openness" : "review.turns.estimate"))
    var text = "## \(say("report.conversation"))\n\n\(Markdown.escaped(scale)).\n\n"
    if !review.talk.opening.isEmpty {
      text += "**\(Markdown.escaped(other)):** \(Markdown.escaped(Report.joined(review.talk.opening)))\n\n"
    }
    for (index, turn) in review.talk.turns.enumerated() {
      let sentences = turn.leader.sentences.map { sentence in
        let words = sentence.text.isEmpty ? "…" : Markdown.escaped(Report.joined(sentence.text))
        return "\(words) *(\(moveName(sentence)))*"
      }
      text +=
        "\(index + 1)\\. **\(say("you")):** \(sentences.joined(separator: " ")) · \(review.curve.values[index])\n\n"
      if !turn.answer.isEmpty {
        text += "**\(Markdown.escaped(other)):** \(Markdown.escaped(Report.joined(turn.answer)))\n\n"
      }
    }
    return text
  }
}

extension Report {
  /// What the page is called.
  var title: String { say(review.talk.name == nil ? "report.title.nameless" : "report.title") }

  /// When it was, how many turns it had, and where it was read from.
  var subtitle: String {
    let count = review.talk.turns.count
    return [record.map { day($0.header.started) } ?? "", counted("report.turns", count)]
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  var capitalisedNextTime: String { Report.capitalised(nextTime) }

  /// What a sentence does, with its step, and whether the leader reads it so.
  func moveName(_ sentence: CodedSentence) -> String {
    var name = bareMoveName(sentence.move)
    if let step = sentence.step { name += ", " + say("step." + step.rawValue) }
    if sentence.isCorrected { name += ", " + say("report.corrected") }
    return name
  }

  /// A move without its article.
  func bareMoveName(_ move: Move) -> String {
    let name = say("move." + move.rawValue)
    for article in ["een ", "a ", "an "] where name.hasPrefix(article) { return String(name.dropFirst(article.count)) }
    return name
  }

  /// A day as people write it, from a time in ISO 8601; the time as it stands where it is none.
  func day(_ time: String) -> String { Report.day(time, phrases) }

  static func day(_ time: String, _ phrases: Phrasebook) -> String {
    let parts = time.prefix(10).split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], (1...12).contains(month)
    else {
      return String(time.prefix(20))
    }
    let months = phrases("report.months").split(separator: " ")
    guard months.count == 12 else { return String(time.prefix(10)) }
    return "\(day) \(months[month - 1]) \(year)"
  }
}

/// Text that means in Markdown what it says.
enum Markdown {
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in HarmlessText.of(Report.joined(text)) {
      if "\\`*_{}[]<>#|~&".contains(character) { result.append("\\") }
      result.append(character)
    }
    // A line that begins so would be a list.
    if let first = result.first, "-+".contains(first) { result = "\\" + result }
    return result
  }

}
