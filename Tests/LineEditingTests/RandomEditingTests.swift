import TestSupport
import Testing

@Suite("Any editing at all")
struct RandomEditingTests {
  @Test("Whatever is pressed, line, screen and cursor agree with a simple model", arguments: 1...10)
  func agrees(seed: Int) throws {
    var random = SplitMix64(state: UInt64(seed))
    let probe = try Probe(columns: [20, 21, 37, 80].randomElement(using: &random)!)
    var line: [Character] = []
    var cursor = 0
    var keys: [String] = []
    for step in 1...60 {
      let key: PseudoTerminal.Key?
      switch Int.random(in: 0..<20, using: &random) {
      case 0..<11:
        key = nil
        let character = "abcdefg  éß漢字한😀€👍🏽👨‍👩‍👧🇳🇱x\u{30C}e\u{301}".randomElement(using: &random)!
        // What joins the character before it would be one with it, in the model as well as in the line.
        if cursor > 0, (String(line[cursor - 1]) + String(character)).count == 1 { continue }
        line.insert(character, at: cursor)
        cursor += 1
        keys.append(String(character))
        try probe.terminal.type(String(character))
      case 11, 12:
        key = .left
        cursor = max(0, cursor - 1)
      case 13:
        key = .right
        cursor = min(line.count, cursor + 1)
      case 14, 15:
        key = .backspace
        if cursor > 0 {
          cursor -= 1
          line.remove(at: cursor)
        }
      case 16:
        key = .delete
        if cursor < line.count { line.remove(at: cursor) }
      case 17:
        key = .home
        cursor = 0
      default:
        key = .end
        cursor = line.count
      }
      if let key {
        keys.append("\(key)")
        try probe.terminal.press(key)
      }
      if step % 3 == 0 {
        // Where rows break, spaces may stand for what did not fit, so compare without.
        let whole = ">" + shown(line[...])
        let before = ">" + shown(line[..<cursor])
        let purpose = "'\(whole)' with the cursor after '\(before)', by \(keys)"
        try probe.terminal.wait(purpose) { screen in
          screen.description.filter { !$0.isWhitespace } == whole
            && screen.textUpToCursor.filter { !$0.isWhitespace } == before
        }
      }
    }
    try probe.enter(expecting: String(line))
  }

  /// Characters as the editor shows them: of joined emoji the first, without spaces.
  private func shown(_ line: ArraySlice<Character>) -> String {
    let shown = line.map { character in
      character == "👍🏽" ? "👍" : character == "👨‍👩‍👧" ? "👨" : character
    }
    return String(shown.filter { !$0.isWhitespace })
  }
}

/// The generator of Steele, Lea and Flood, 2014; the same on every machine.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
