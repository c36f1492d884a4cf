extension Terminal {
  /// How many columns a text takes on one line; escape sequences such as colours take none.
  ///
  /// "é" is 1 however it is written, "漢" is 2, "👩‍🚀" and "🇳🇱" are 2. Terminals differ on joined emoji; this is what the
  /// newer ones do. Controls, a tab and a newline among them, count as 0.
  public static func columns(of text: String) -> Int {
    var total = 0
    var escape = EscapeSequence()
    for character in text {
      // A mark after an escape sequence joins its last letter in one `Character`, so look at that as scalars.
      if let first = character.unicodeScalars.first, escape.isOpen || first == "\u{1B}" {
        for scalar in character.unicodeScalars where !escape.swallows(scalar) { total += columns(of: scalar) }
      } else {
        total += columns(of: character)
      }
    }
    return total
  }

  /// How many columns one user-perceived character takes.
  static func columns(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    guard scalars.count > 1 else { return columns(of: first) }
    if scalars.contains("\u{FE0F}") || first.isRegionalIndicator { return 2 }
    if first.properties.isEmojiPresentation { return 2 }
    return scalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// How many columns one scalar takes by itself, as `wcwidth` has it.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
    // Hangul vowels and finals join the initial before them.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if scalar.isRegionalIndicator { return 1 }
    return scalar.properties.isEmojiPresentation || isWide(value) ? 2 : 1
  }

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    return wideRanges.contains { $0.contains(value) }
  }

  /// Wide and fullwidth blocks. Source: Unicode 15.1, EastAsianWidth.txt, values W and F, without the emoji.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4C6, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x18DFF, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}

/// Recognises one ANSI escape sequence at a time, scalar by scalar.
struct EscapeSequence {
  private enum State { case none, started, control, command, ending }

  private var state = State.none

  var isOpen: Bool { state != .none }

  /// True if the scalar belongs to an escape sequence; remembers where in it we are.
  mutating func swallows(_ scalar: Unicode.Scalar) -> Bool {
    switch state {
    case .none:
      guard scalar == "\u{1B}" else { return false }
      state = .started
    case .started:
      // CSI "[" runs until a letter, OSC "]" until BEL or ESC \; all others are two characters.
      state = scalar == "[" ? .control : scalar == "]" ? .command : .none
    case .control:
      if (0x40...0x7E).contains(scalar.value) { state = .none }
    case .command:
      if scalar == "\u{7}" { state = .none } else if scalar == "\u{1B}" { state = .ending }
    case .ending:
      state = .none
    }
    return true
  }
}

extension Unicode.Scalar {
  /// One of the letters that make a flag in pairs.
  var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }
}
