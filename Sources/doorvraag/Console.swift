import CoachingLanguage
import LineEditing
import Reporting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the program prints: the only place that does.
struct Console {
  /// Whether a person reads along: colours, and lines broken at the width of the window.
  let isScreen: Bool
  let hasColour: Bool

  /// The console for standard output.
  init(isPlain: Bool) {
    isScreen = !isPlain && Terminal.isTerminal(0) && Terminal.isTerminal(1)
    let isDumb = Interface.environment["TERM"].map { $0 == "dumb" } ?? true
    hasColour = isScreen && !isDumb && (Interface.environment["NO_COLOR"] ?? "").isEmpty
  }

  enum Style: String {
    case plain = ""
    case strong = "1"
    case faint = "2"
    case good = "32"
    case warning = "33"
    case idea = "36"
  }

  /// How wide lines may be; without a screen they are not broken at all.
  var layout: Layout {
    Layout(width: isScreen ? min(Terminal.size().columns, 100) : .max) { Terminal.columns(of: $0) }
  }

  func styled(_ text: String, _ style: Style) -> String {
    hasColour && style != .plain ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Prints lines as they are, but for what would do something to a terminal.
  func print(_ lines: [String], _ style: Style = .plain) {
    Console.write(lines.map { styled(Console.harmless($0), style) + "\n" }.joined(), to: 1)
  }

  /// Prints one line, broken where it is too long.
  func print(_ text: String = "", _ style: Style = .plain) { print(layout.wrap(text), style) }

  /// Prints `text` behind a label in bold, indented under it where it goes on.
  func print(labelled label: String, _ text: String) {
    let lines = layout.wrap(text, first: label + ": ", rest: 2).map(Console.harmless)
    guard let first = lines.first, first.hasPrefix(label) else { return print(lines) }
    Console.write(styled(label, .strong) + first.dropFirst(label.count) + "\n", to: 1)
    if lines.count > 1 { print(Array(lines.dropFirst())) }
  }

  /// `text` without control characters, and without the ones that turn the direction of writing round.
  ///
  /// What a leader typed, or what somebody else's file says, is quoted on the screen; it must stay text.
  static func harmless(_ text: String) -> String {
    func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F: true
      default: false
      }
    }
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isHarmful(scalar) { kept.append(scalar) }
    return String(kept)
  }

  /// Says on standard error what is wrong.
  static func complain(_ text: String) {
    write(
      text.split(separator: "\n", omittingEmptySubsequences: false).map { harmless(String($0)) + "\n" }.joined(), to: 2)
  }

  /// Everything goes out at once, so that what was said before a crash is on the screen.
  static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { write($0, to: descriptor) }
  }

  static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) {
    var rest = UnsafeRawBufferPointer(bytes)
    while !rest.isEmpty {
      #if canImport(Glibc)
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      #elseif canImport(Musl)
        let count = Musl.write(descriptor, rest.baseAddress, rest.count)
      #else
        let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
      #endif
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }
}
