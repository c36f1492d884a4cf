import CoachingLanguage

extension Finding {
  /// What there is to know about one kind of finding, with a bad and a good example.
  public struct Page: Sendable, Equatable {
    public var code: Code
    /// What it is and why it matters, in a sentence or two.
    public var text: String
    /// A piece of a persona that has the finding; `nil` where it can't be shown in text.
    public var bad: String?
    /// The same piece without it.
    public var good: String?

    /// The page as text, without an end of line behind the last.
    public func text(_ phrases: Phrasebook) -> String {
      var all = "[\(code.rawValue)] \(phrases("persona.\(code.severity.rawValue)"))\n\n\(text)\n"
      for (key, example) in [("persona.page.bad", bad), ("persona.page.good", good)] {
        guard let example else { continue }
        all += "\n\(phrases(key))\n\n"
        all += example.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)\n" }.joined()
      }
      return String(all.dropLast())
    }
  }
}

extension Finding.Code {
  /// The page on this code in `language`; in English where it has none.
  public func page(in language: Language) -> Finding.Page? {
    for candidate in [language, .english] {
      for file in EmbeddedFile.all(under: "pages/\(candidate.rawValue)") {
        if let page = Finding.Page.all(in: file.text).first(where: { $0.code == self }) { return page }
      }
    }
    return nil
  }
}

extension Finding.Page {
  /// The pages of a file: `=== CODE`, the text, `--- bad` and an example, `--- good` and an example.
  static func all(in text: String) -> [Finding.Page] {
    enum Part { case text, bad, good }
    var pages: [Finding.Page] = []
    var part = Part.text
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=== ") {
        guard let code = Finding.Code(rawValue: String(line.dropFirst(4))) else { continue }
        pages.append(Finding.Page(code: code, text: ""))
        part = .text
      } else if !pages.isEmpty {
        let page = pages.count - 1
        switch (line, part) {
        case ("--- bad", _):
          part = .bad
          pages[page].bad = ""
        case ("--- good", _):
          part = .good
          pages[page].good = ""
        case (_, .text): pages[page].text += (pages[page].text.isEmpty ? "" : "\n") + line
        case (_, .bad): pages[page].bad? += line + "\n"
        case (_, .good): pages[page].good? += line + "\n"
        }
      }
    }
    return pages.map { page in
      var trimmed = page
      trimmed.text = Finding.Page.trimmed(page.text)
      trimmed.bad = page.bad.map(Finding.Page.trimmed)
      trimmed.good = page.good.map(Finding.Page.trimmed)
      return trimmed
    }
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last == "\n" { text = text.dropLast() }
    return String(text)
  }
}
