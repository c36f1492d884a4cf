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

/// A terminal that shows no keys and gives each at once.
private final class QuietMode {
  private let before: termios
  private var caught: [Int32: SignalRelay.Caught] = [:]
  private static let endings = [SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]

  /// `nil` where standard input is no terminal.
  init?() {
    var settings = termios()
    guard SignalRelay.descriptor >= 0, tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
    before = settings
    enter()
  }

  private func enter() {
    for signal in QuietMode.endings { caught[signal] = SignalRelay.catch(signal) }
    var quiet = before
    quiet.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &quiet)
  }

  func leave() {
    var settings = before
    tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
    for signal in caught.values { signal.release() }
    caught = [:]
  }

  /// Whether a key or Ctrl-C comes within so many milliseconds.
  func isInterrupted(within patience: Int32) -> Bool {
    let ready = cedit_wait(STDIN_FILENO, SignalRelay.descriptor, patience)
    if ready & CEDIT_SIGNAL_READY != 0 {
      let signals = SignalRelay.take()
      for number in signals where QuietMode.endings.contains(number) { letThrough(number) }
      return signals.contains(SIGINT)
    }
    guard ready & CEDIT_INPUT_READY != 0 else { return false }
    // A key may be several bytes, and somebody who is in a hurry presses several.
    var chunk = [UInt8](repeating: 0, count: 4096)
    repeat {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count <= 0 { break }
    } while cedit_wait(STDIN_FILENO, SignalRelay.descriptor, 0) & CEDIT_INPUT_READY != 0
    return true
  }

  /// Lets a signal have its usual effect with the terminal as it was, and goes on if we are still there.
  private func letThrough(_ number: Int32) {
    leave()
    // What stood before is Swift's own handler in the case of SIGQUIT, and that one begins a debugging session.
    if number == SIGQUIT { signal(number, SIG_DFL) }
    raise(number)
    _ = SignalRelay.take()
    enter()
  }
}

private func writeBytes(_ bytes: UnsafeRawBufferPointer) -> Int {
  write(STDOUT_FILENO, bytes.baseAddress, bytes.count)
}
