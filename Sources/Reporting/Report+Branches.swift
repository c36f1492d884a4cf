import CoachingLanguage
import Evaluator
import Practice

/// What the leader tried and went back on, and what they only looked at.
extension Report {
  /// A run of turns that is no longer part of the talk, each said after the one before it.
  struct Branch: Sendable {
    var tries: [RecordedTalk.Try]
  }

  /// The branches, in the order they were begun.
  var branches: [Branch] {
    guard let record else { return [] }
    let current = Set(record.line(to: record.place).map(\.id))
    let children = Dictionary(grouping: record.tries.filter { !current.contains($0.id) }, by: \.parent)
    var branches: [Branch] = []
    for attempt in record.tries where !current.contains(attempt.id) {
      // What goes on where a branch stands is in that branch; what is said beside it begins one of its own.
      let isOnward = attempt.parent != 0 && !current.contains(attempt.parent)
      if isOnward, children[attempt.parent]?.first?.id == attempt.id { continue }
      var tries = [attempt]
      while let next = children[tries[tries.count - 1].id]?.first { tries.append(next) }
      branches.append(Branch(tries: tries))
    }
    return branches
  }

  var branchesHTML: String? {
    let looked = record?.whatIfs ?? []
    guard !branches.isEmpty || !looked.isEmpty else { return nil }
    let you = HTML.escaped(say("you"))
    let other = HTML.escaped(Report.capitalised(name))
    var text = ""
    for branch in branches {
      guard let first = branch.tries.first else { continue }
      text +=
        "<h3>\(HTML.escaped(say("report.branch", ["turn": String(first.turn.number)])))</h3>\n<div class=\"branch\">\n"
      for attempt in branch.tries {
        let open = HTML.escaped(say("report.openness", ["number": String(attempt.turn.facts.opennessAfter)]))
        text += "<p><span class=\"who\">\(you):</span> \(sentencesHTML(attempt.turn.leader))</p>\n"
        text += "<p><span class=\"who\">\(other):</span> \(spokenHTML(attempt.turn.answer)) "
        text += "<span class=\"open\">\(open)</span></p>\n"
      }
      text += "</div>\n"
    }
    if !looked.isEmpty {
      text += "<h3>\(HTML.escaped(say("report.what-if")))</h3>\n<div class=\"branch\">\n"
      for whatIf in looked {
        let line = whatIf.line.isEmpty ? "…" : whatIf.line
        text += "<p><span class=\"who\">\(you):</span> \(spokenHTML(line))</p>\n"
        text += "<p><span class=\"who\">\(other):</span> \(spokenHTML(whatIf.answer))</p>\n"
      }
      text += "</div>\n"
    }
    return text
  }

  var branchesMarkdown: String {
    let other = Markdown.escaped(Report.capitalised(name))
    var text = ""
    for branch in branches {
      guard let first = branch.tries.first else { continue }
      text += "### \(Markdown.escaped(say("report.branch", ["turn": String(first.turn.number)])))\n\n"
      for attempt in branch.tries {
        let line = attempt.turn.leader.text.isEmpty ? "…" : attempt.turn.leader.text
        let open = say("report.openness", ["number": String(attempt.turn.facts.opennessAfter)])
        text += "- **\(say("you")):** \(Markdown.escaped(line))\n"
        text += "- **\(other):** \(Markdown.escaped(attempt.turn.answer)) · \(open)\n"
      }
      text += "\n"
    }
    return text.isEmpty ? "" : "## \(say("report.branches"))\n\n" + text
  }
}
