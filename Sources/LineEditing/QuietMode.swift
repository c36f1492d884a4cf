internal import CEdit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A terminal that shows no keys and gives each at once.
final class QuietMode {
  private let before: termios
  private let signals: [Int32]
  private var caught: [Int32: SignalRelay.Caught] = [:]
  /// What else there is to do when it begins, and before it ends; also where a signal ends or stops the program.
  private let entering: () -> Void
  private let leaving: () -> Void
  private static let endings = [SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]

  /// `nil` where standard input is no terminal.
  ///
  /// - Parameter signals: Those that are told of besides the ones that end or stop the program, which have their effect.
  init?(telling signals: [Int32] = [], entering: @escaping () -> Void = {}, leaving: @escaping () -> Void = {}) {
    var settings = termios()
    guard SignalRelay.descriptor >= 0, tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
    before = settings
    self.signals = signals
    self.entering = entering
    self.leaving = leaving
    enter()
  }

  private func enter() {
    for signal in QuietMode.endings + signals { caught[signal] = SignalRelay.catch(signal) }
    var quiet = before
    quiet.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &quiet)
    entering()
  }

  func leave() {
    leaving()
    var settings = before
    tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
    for signal in caught.values { signal.release() }
    caught = [:]
  }

  /// What happened within so many milliseconds.
  struct Happening {
    var signals: [Int32] = []
    /// The bytes of the keys that were pressed; `nil` for none, empty where the terminal is gone.
    var keys: [UInt8]?
  }

  func wait(_ patience: Int32) -> Happening {
    let ready = cedit_wait(STDIN_FILENO, SignalRelay.descriptor, patience)
    if ready & CEDIT_SIGNAL_READY != 0 {
      let signals = SignalRelay.take()
      for number in signals where QuietMode.endings.contains(number) { letThrough(number) }
      return Happening(signals: signals)
    }
    guard ready & CEDIT_INPUT_READY != 0 else { return Happening() }
    // A key may be several bytes, and somebody who is in a hurry presses several.
    var keys: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    repeat {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count <= 0 { break }
      keys += chunk[..<count]
    } while cedit_wait(STDIN_FILENO, SignalRelay.descriptor, 0) & CEDIT_INPUT_READY != 0
    return Happening(keys: keys)
  }

  /// Whether a key or Ctrl-C comes within so many milliseconds.
  func isInterrupted(within patience: Int32) -> Bool {
    let happening = wait(patience)
    return happening.keys != nil || happening.signals.contains(SIGINT)
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
