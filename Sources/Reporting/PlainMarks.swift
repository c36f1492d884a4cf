/// Text with no other marks than those of ASCII, for terminals and screen readers that have no use for the rest.
///
/// Letters stay as they are, with their accents: they are what somebody said.
public enum PlainMarks {
  /// `text` with each typographic mark as it was written on a typewriter.
  public static func spell(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value >= 0xA0 && marks[$0] != nil }) else { return text }
    var spelled = ""
    for scalar in text.unicodeScalars {
      if let mark = marks[scalar] { spelled += mark } else { spelled.unicodeScalars.append(scalar) }
    }
    return spelled
  }

  private static let marks: [Unicode.Scalar: String] = [
    "„": "\"", "“": "\"", "”": "\"", "«": "\"", "»": "\"", "‘": "'", "’": "'", "‚": "'", "‹": "'", "›": ">",
    "…": "...", "–": "-", "—": "-", "‑": "-", "→": "->", "←": "<-", "·": "-", "•": "*", "\u{A0}": " ",
    "●": "*", "◐": "~", "○": "o", "✓": "v", "×": "x", "│": "|", "─": "-", "├": "|", "└": "`", "▸": ">",
    "■": "#", "□": ".", "▁": "1", "▂": "2", "▃": "3", "▄": "4", "▅": "5", "▆": "6", "▇": "7", "█": "8",
  ]
}
