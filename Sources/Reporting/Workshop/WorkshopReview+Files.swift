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
        text += table(forkHeads, fork.rows)
      }
      if !section.counts.isEmpty {
        text += "### \(Markdown.escaped(say("workshop.counts")))\n\n" + table(countHeads, section.counts.map(cells))
      }
    }
    return text
  }

  private func table(_ heads: [String], _ rows: [[String]]) -> String {
    func row(_ cells: [String]) -> String { "| \(cells.map(Markdown.escaped).joined(separator: " | ")) |\n" }
    return row(heads) + "|" + String(repeating: "---|", count: heads.count) + "\n" + rows.map(row).joined() + "\n"
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
      for fork in section.forks {
        text += "<h3>\(HTML.escaped(fork.title))</h3>\n" + htmlTable(forkHeads, fork.rows)
      }
      if !section.counts.isEmpty {
        text += "<h3>\(HTML.escaped(say("workshop.counts")))</h3>\n" + htmlTable(countHeads, section.counts.map(cells))
      }
      body += HTML.section(section.part.rawValue, section.heading, kind: section.part == .next ? "next" : nil, text)
    }
    return HTML.page(title: title, language: phrases.language, styles: ["report", "workshop"], body: body)
  }

  private func list(_ heading: String, _ texts: [String]) -> String {
    let items = texts.map { "<p>\(HTML.escaped($0))</p>\n" }.joined()
    return "<h3>\(HTML.escaped(heading))</h3>\n<div class=\"branch\">\n\(items)</div>\n"
  }

  private func htmlTable(_ heads: [String], _ rows: [[String]]) -> String {
    let head = heads.map { "<th scope=\"col\">\(HTML.escaped($0))</th>" }.joined()
    let body = rows.map { cells -> String in
      let first = cells.first.map { "<th scope=\"row\">\(HTML.escaped($0))</th>" } ?? ""
      return "<tr>" + first
        + zip(heads, cells).dropFirst().map { head, cell in
          "<td data-head=\"\(HTML.escaped(head))\">\(HTML.escaped(cell))</td>"
        }.joined() + "</tr>\n"
    }
    return "<table class=\"ways\">\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(body.joined())</tbody>\n</table>\n"
  }

  private var countHeads: [String] { ["watched", "observers", "program"].map { say("workshop.table." + $0) } }

  private func cells(_ count: Count) -> [String] {
    [Report.capitalised(say("workshop.task." + count.task.rawValue)), count.observers, count.program]
  }
}
