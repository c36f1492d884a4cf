#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A terminal that somebody looks at and does not type in: keys are not shown, and neither is the cursor.
///
/// The terminal is as it was found after ``leave()``, and when a signal ends the program.
public final class WatchedTerminal {
  private let mode: QuietMode

  /// What there is to react to.
  public enum Happening: Equatable, Sendable {
    case nothing
    /// The window has another size, or the screen is ours again after somebody else had it.
    case changed
    /// Ctrl-C, Ctrl-D or q; or the terminal is gone.
    case left
  }

  /// `nil` where standard input is no terminal.
  public init?() {
    let mode = QuietMode(
      telling: [SIGINT, SIGWINCH, SIGCONT], entering: { WatchedTerminal.show("\u{1B}[?25l") },
      leaving: { WatchedTerminal.show("\u{1B}[?25h") })
    guard let mode else { return nil }
    self.mode = mode
  }

  /// Waits for so many milliseconds at the most.
  public func wait(_ patience: Int) -> Happening {
    let happening = mode.wait(Int32(clamping: patience))
    if happening.signals.contains(SIGINT) { return .left }
    if !happening.signals.isEmpty { return .changed }
    guard let keys = happening.keys else { return .nothing }
    return keys.isEmpty || keys.contains { $0 == 4 || $0 == UInt8(ascii: "q") } ? .left : .nothing
  }

  public func leave() { mode.leave() }

  private static func show(_ text: String) {
    var text = text
    text.withUTF8 { _ = write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }
}
