import CoachingLanguage
import Evaluator

/// The review to keep and to share: as Markdown (CommonMark, with tables as GitHub has them) and as a page.
extension WorkshopReview {
  public var markdown: String {
    var text = "# \(Markdown.escaped(title))\n\n\(Markdown.escaped(subtitle))\n\n"
    if let people { text += Markdown.escaped(people) + "\n\n" }
    for section in sections {
      text += "## \(Markdown.escaped(section.heading))\n\n"
      if !section.said.isEmpty { text += section.said.map { "- **\(Markdown.escaped($0))**\n" }.joined() + "\n" }
      for fact in section.facts { text += Markdown.escaped(fact) + "\n\n" }
      if !section.surprises.isEmpty {
        text += "### \(Markdown.escaped(say("workshop.surprises")))\n\n"
        text += section.surprises.map { "- \(Markdown.escaped($0))\n" }.joined() + "\n"
      }
      for fork in section.forks {
        text += "### \(Markdown.escaped(fork.title))\n\n"
        text += fork.ways.map { "- \(Markdown.escaped($0))\n" }.joined() + "\n"
      }
      guard !section.counts.isEmpty else { continue }
      text += "| \(countHeads.map(Markdown.escaped).joined(separator: " | ")) |\n|---|---|---|\n"
      for count in section.counts { text += "| \(cells(count).map(Markdown.escaped).joined(separator: " | ")) |\n" }
      text += "\n"
    }
    return text
  }

  public var html: String {
    var body = "<h1>\(HTML.escaped(title))</h1>\n<p class=\"when\">\(HTML.escaped(subtitle))</p>\n"
    if let people { body += "<p class=\"when\">\(HTML.escaped(people))</p>\n" }
    for section in sections {
      var text = ""
      if !section.said.isEmpty {
        text += "<ul>\n" + section.said.map { "<li><b>\(HTML.escaped($0))</b></li>\n" }.joined() + "</ul>\n"
      }
      text += section.facts.map { "<p>\(HTML.escaped($0))</p>\n" }.joined()
      if !section.surprises.isEmpty { text += list(say("workshop.surprises"), section.surprises) }
      for fork in section.forks { text += list(fork.title, fork.ways) }
      if !section.counts.isEmpty { text += table(section.counts) }
      body += HTML.section(section.part.rawValue, section.heading, kind: section.part == .next ? "next" : nil, text)
    }
    return HTML.page(title: title, language: phrases.language, body: body)
  }

  private func list(_ heading: String, _ texts: [String]) -> String {
    let items = texts.map { "<p>\(HTML.escaped($0))</p>\n" }.joined()
    return "<h3>\(HTML.escaped(heading))</h3>\n<div class=\"branch\">\n\(items)</div>\n"
  }

  private func table(_ counts: [Count]) -> String {
    let heads = countHeads.map { "<th scope=\"col\">\(HTML.escaped($0))</th>" }.joined()
    let rows = counts.map { count -> String in
      let cells = cells(count).map { HTML.escaped($0) }
      return "<tr><th scope=\"row\">\(cells[0])</th><td>\(cells[1])</td><td>\(cells[2])</td></tr>\n"
    }
    return "<table>\n<thead><tr>\(heads)</tr></thead>\n<tbody>\n\(rows.joined())</tbody>\n</table>\n"
  }

  private var countHeads: [String] { ["watched", "observers", "program"].map { say("workshop.table." + $0) } }

  private func cells(_ count: Count) -> [String] {
    [Report.capitalised(say("workshop.task." + count.task.rawValue)), count.observers, count.program]
  }
}
