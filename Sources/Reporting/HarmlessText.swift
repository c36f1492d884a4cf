/// What somebody wrote, without anything that does something other than being read.
public enum HarmlessText {
  /// `text` without control characters, and without the ones that turn the direction of writing round.
  ///
  /// What a leader typed, or what somebody else's file says, is quoted on the screen; it must stay text. Tabs and new lines
  /// go too: whoever wants lines splits them before.
  public static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isHarmful(scalar) { kept.append(scalar) }
    return String(kept)
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F: true
    default: false
    }
  }
}
