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
  static func page(title: String, language: Language, styles: [String] = ["report"], body: String) -> String {
    let style = styles.flatMap { EmbeddedFile.all(under: "style/\($0).css") }.map(\.text).joined()
    return """
      <!DOCTYPE html>
      <html lang="\(escaped(language.rawValue))">
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
