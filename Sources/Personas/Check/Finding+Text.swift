import CoachingLanguage

extension Finding {
  /// The finding as people read it, in lines without an end of line behind the last.
  ///
  /// `path:line:column: error: [code] message`, the line itself with the place marked, the conversation that shows it,
  /// what was probably meant, and what to do.
  ///
  /// - Parameters:
  ///   - lines: The file, line 1 at index 0.
  ///   - width: The most characters of the line that are shown; a longer one is cut around the place.
  public func text(_ phrases: Phrasebook, lines: [String], width: Int = 100) -> String {
    let severity = phrases("persona.\(severity.rawValue)")
    var text = "\(path):\(line):\(column): \(severity): [\(code.rawValue)] \(message(phrases))\n"
    if lines.indices.contains(line - 1) { text += marked(lines[line - 1], widest: max(20, width)) }
    for exchange in conversation {
      text += "    > \(exchange.leader)\n"
      let openness = Phrasebook.fill(phrases("persona.openness"), ["openness": String(exchange.openness)])
      text += "    \(exchange.reply)  [\(exchange.node ?? "…"), \(openness)]\n"
    }
    if let suggestion { text += "  \(phrases("persona.did-you-mean", ["suggestion": suggestion]))\n" }
    return text + "  \(remedy(phrases))"
  }

  private func marked(_ source: String, widest: Int) -> String {
    let scalars = Array(source.unicodeScalars)
    let first = column - 1 > widest * 2 / 3 ? column - 1 - widest / 2 : 0
    let end = min(scalars.count, first + widest)
    guard first < end else { return "" }
    var shown = String.UnicodeScalarView()
    // The file may hold anything; the screen gets no control character.
    shown.append(contentsOf: scalars[first..<end].map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 })
    let margin = "  \(line) | "
    let blank = String(repeating: " ", count: margin.unicodeScalars.count - 2) + "| "
    let before = max(0, column - 1 - first)
    let length = max(1, min(width, end - first - before))
    return margin + String(shown) + "\n" + blank + String(repeating: " ", count: before)
      + String(repeating: "^", count: length) + "\n"
  }

  /// The finding for an editor.
  var json: JSON {
    .object([
      ("path", .string(path)), ("line", .number(line)), ("column", .number(column)), ("width", .number(width)),
      ("severity", .string(severity.rawValue)), ("code", .string(code.rawValue)),
      ("facts", .object(facts.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
      ("suggestion", suggestion.map { .string($0) } ?? .null),
      (
        "conversation",
        .array(
          conversation.map {
            .object([
              ("leader", .string($0.leader)), ("node", $0.node.map { .string($0) } ?? .null),
              ("reply", .string($0.reply)), ("openness", .number($0.openness)),
            ])
          })
      ),
    ])
  }

  /// All findings as one JSON document, with messages in the language of `phrases`.
  public static func json(_ findings: [Finding], _ phrases: Phrasebook) -> String {
    let all = findings.map { finding -> JSON in
      guard case .object(let members) = finding.json else { return .null }
      return .object(
        members + [("message", .string(finding.message(phrases))), ("remedy", .string(finding.remedy(phrases)))])
    }
    return JSON.object([("version", .number(1)), ("findings", .array(all))]).text
  }
}
