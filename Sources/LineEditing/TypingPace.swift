internal import CEdit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lets text appear on the screen as if it were being typed.
public enum TypingPace {
  /// Between two characters, in milliseconds: about what a fast typist does.
  static let pause: Int32 = 30

  /// Writes `text` to standard output, a character at a time; any key, and Ctrl-C, shows the rest at once.
  ///
  /// The key that was pressed does nothing else. The terminal is as it was found when this returns, and when a signal ends
  /// the program meanwhile.
  public static func show(_ text: String) {
    guard let mode = QuietMode() else { return write(text) }
    defer { mode.leave() }
    var rest = text[...]
    var escape = EscapeSequence()
    while let character = rest.popFirst() {
      write(String(character))
      // An escape sequence is no character, and takes no time.
      var isEscape = false
      for scalar in character.unicodeScalars { isEscape = escape.swallows(scalar) || isEscape }
      if isEscape || character.isWhitespace { continue }
      if mode.isInterrupted(within: pause) {
        write(String(rest))
        return
      }
    }
  }

  private static func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { writeBytes($0) }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}

private func writeBytes(_ bytes: UnsafeRawBufferPointer) -> Int {
  write(STDOUT_FILENO, bytes.baseAddress, bytes.count)
}
