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
  /// Whether a person reads along and edits lines: colours, and room to breathe.
  let isScreen: Bool
  let hasColour: Bool
  /// Whether no other marks than those of ASCII are drawn.
  let isASCII: Bool
  /// Whether answers appear as if they were typed.
  let isPaced: Bool
  private let isTerminal: Bool

  /// The console for standard output.
  init(isPlain: Bool, isASCII: Bool = false, isPaced: Bool = false) {
    isTerminal = Terminal.isTerminal(1)
    isScreen = !isPlain && Terminal.isTerminal(0) && isTerminal
    let isDumb = Interface.environment["TERM"].map { $0 == "dumb" } ?? true
    hasColour = isScreen && !isDumb && (Interface.environment["NO_COLOR"] ?? "").isEmpty
    self.isASCII = isASCII
    self.isPaced = isPaced && isScreen
  }

  enum Style: String {
    case plain = ""
    case strong = "1"
    case faint = "2"
    case good = "32"
    case warning = "33"
    case idea = "36"
  }

  /// How wide lines of text may be, which is no wider than they are easily read; into a pipe they are not broken at all.
  var layout: Layout { layout(most: 100) }

  /// As ``layout``, for what stands side by side.
  var wideLayout: Layout { layout(most: 200) }

  /// As wide as the screen is.
  var wholeLayout: Layout { layout(most: .max) }

  private func layout(most: Int) -> Layout {
    var layout = Layout(width: isTerminal ? min(Terminal.size().columns, most) : .max) { Terminal.columns(of: $0) }
    if isASCII { layout.spelling = PlainMarks.spell }
    return layout
  }

  func styled(_ text: String, _ style: Style) -> String {
    hasColour && style != .plain ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Prints lines as they are, but for what would do something to a terminal.
  func print(_ lines: [String], _ style: Style = .plain) {
    Console.write(lines.map { styled(shown($0), style) + "\n" }.joined(), to: 1)
  }

  /// Prints one line, broken where it is too long.
  func print(_ text: String = "", _ style: Style = .plain) { print(layout.wrap(text), style) }

  /// Prints `text` behind a label in bold, indented under it where it goes on.
  func print(labelled label: String, _ text: String) { print(labelled: label, text, isTyped: false) }

  /// Prints what somebody says behind their name; at a typing pace where that was asked for.
  func say(_ text: String, by name: String) { print(labelled: name, text, isTyped: isPaced) }

  private func print(labelled label: String, _ text: String, isTyped: Bool) {
    let label = shown(label)
    let lines = layout.wrap(text, first: label + ": ", rest: 2).map(shown)
    guard let first = lines.first, first.hasPrefix(label) else { return print(lines) }
    Console.write(styled(label, .strong), to: 1)
    let rest = ([String(first.dropFirst(label.count))] + lines.dropFirst()).joined(separator: "\n") + "\n"
    if isTyped { TypingPace.show(rest) } else { Console.write(rest, to: 1) }
  }

  /// `text` as it may be shown.
  private func shown(_ text: String) -> String {
    isASCII ? PlainMarks.spell(Console.harmless(text)) : Console.harmless(text)
  }

  /// `text` as it may be shown; see ``HarmlessText``.
  static func harmless(_ text: String) -> String { HarmlessText.of(text) }

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

  /// Why standard output could not be written, as `errno`; 0 where it could.
  ///
  /// Unsafe is no danger here: the program prints from one thread alone.
  nonisolated(unsafe) private static var unwritten: Int32 = 0

  /// Throws where not all of what was to be printed was: a disk may be full, and a file half a page.
  static func checkOutput() throws {
    guard unwritten != 0 else { return }
    throw InputFault(message: Interface.phrases("error.output", ["reason": String(cString: strerror(unwritten))]))
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
      guard count > 0 else {
        // Whoever no longer listens needs no message.
        if descriptor == 1, errno != EPIPE, unwritten == 0 { unwritten = errno }
        return
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }
}
