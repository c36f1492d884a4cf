import CoachingLanguage

/// Pieces of a page: what people said and are called always ends up as text.
enum HTML {
  /// `text` as it may stand between tags and in an attribute between double quotes.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in HarmlessText.of(Report.joined(text)) {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
    return result
  }

  /// A whole page, with the style inside it and nothing from anywhere else.
  ///
  /// - Parameters:
  ///   - title: As text; the rest is HTML.
  ///   - styles: Names of files in the folder `style`.
  ///   - kind: A class for the page as a whole.
  static func page(
    title: String, language: Language, styles: [String] = ["report"], kind: String? = nil, body: String
  ) -> String {
    let style = styles.flatMap { EmbeddedFile.all(under: "style/\($0).css") }.map(\.text).joined()
    let kind = kind.map { " class=\"\($0)\"" } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="\(escaped(language.rawValue))"\(kind)>
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="color-scheme" content="light dark">
      <title>\(escaped(title))</title>
      <style>
      \(style)</style>
      </head>
      <body>
      \(body)</body>
      </html>

      """
  }

  /// Something to type in a shell, that is broken between words alone: half an option can't be copied.
  static func code(_ command: String) -> String {
    let words = command.split(separator: " ").map { "<span>\(escaped(String($0)))</span>" }
    return "<code>\(words.joined(separator: " "))</code>"
  }

  /// A section with a heading it is named by.
  static func section(_ id: String, _ heading: String, kind: String? = nil, _ body: String) -> String {
    let kind = kind.map { " class=\"\($0)\"" } ?? ""
    return """
      <section\(kind) aria-labelledby="\(id)">
      <h2 id="\(id)">\(escaped(heading))</h2>
      \(body)
      </section>

      """
  }
}
