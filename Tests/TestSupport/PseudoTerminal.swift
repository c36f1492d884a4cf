#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program in a terminal of its own, with a test in the place of the person.
///
/// Send keys, then wait for what they bring about on the screen. Waiting has a time limit, but only as a guard against waiting
/// for ever: no test should depend on how long something takes.
public final class PseudoTerminal {
  private let child: Child
  private let descriptor: Int32
  private var exitCode: Int32?
  private var isClosed = false

  /// What the person sees.
  public private(set) var screen: Screen
  /// All that the program sent, escape sequences included.
  public private(set) var bytes: [UInt8] = []

  /// Starts a program.
  ///
  /// It sees `PATH`, `TMPDIR`, `TERM` and what is given here, nothing else of our environment; not even `HOME`.
  public init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:], columns: Int = 80,
    rows: Int = 24
  ) throws {
    let path: String
    (descriptor, path) = try Self.open()
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    screen = Screen(columns: columns, rows: rows)
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    #if canImport(Darwin)
      // The size of a terminal nobody has open is forgotten there.
      let held = Darwin.open(path, O_RDWR | O_NOCTTY)
      defer { close(held) }
    #endif
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
    let environment = ["TERM": "xterm-256color"].merging(environment) { $1 }
    do {
      child = try Child(program, arguments, environment: environment, streams: .terminal(path))
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit {
    if exitCode == nil {
      kill(child.id, SIGKILL)
      _ = child.wait()
    }
    close(descriptor)
  }

  /// A new pseudo-terminal: the side of the person, and the path of the side of the program.
  private static func open() throws -> (descriptor: Int32, path: String) {
    #if canImport(Darwin)
      let descriptor = posix_openpt(O_RDWR | O_NOCTTY)
      if descriptor >= 0, grantpt(descriptor) == 0, unlockpt(descriptor) == 0, let name = ptsname(descriptor) {
        return (descriptor, String(cString: name))
      }
    #else
      #if canImport(Glibc)
        let descriptor = Glibc.open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
      #else
        let descriptor = Musl.open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
      #endif
      // What posix_openpt and its kin do on Linux; Swift cannot see those. TIOCSPTLCK and TIOCGPTN of <asm/ioctls.h>.
      var locked: Int32 = 0
      var number: Int32 = 0
      if descriptor >= 0, ioctl(descriptor, 0x4004_5431, &locked) == 0, ioctl(descriptor, 0x8004_5430, &number) == 0 {
        return (descriptor, "/dev/pts/\(number)")
      }
    #endif
    throw TestSupportError("no pseudo-terminal: \(lastError())")
  }

  // MARK: The person's hands

  /// A key that is not a character.
  public enum Key: Sendable {
    case enter, tab, escape, backspace, delete
    case up, down, left, right, home, end
    /// Ctrl with a lowercase letter.
    case control(Character)

    var bytes: String {
      switch self {
      case .enter: "\r"
      case .tab: "\t"
      case .escape: "\u{1B}"
      case .backspace: "\u{7F}"
      case .delete: "\u{1B}[3~"
      case .up: "\u{1B}[A"
      case .down: "\u{1B}[B"
      case .right: "\u{1B}[C"
      case .left: "\u{1B}[D"
      case .home: "\u{1B}[H"
      case .end: "\u{1B}[F"
      case .control(let letter): String(UnicodeScalar((letter.asciiValue ?? 0x40) & 0x1F))
      }
    }
  }

  /// Types a text as it is; Enter is `.enter`.
  public func type(_ text: String) throws {
    try send(Array(text.utf8))
  }

  /// Presses keys, one after the other.
  public func press(_ keys: Key...) throws {
    for key in keys { try send(Array(key.bytes.utf8)) }
  }

  /// Types a text and presses Enter.
  public func enter(_ text: String) throws {
    try type(text + "\r")
  }

  /// Sends any bytes.
  public func send(_ bytes: [UInt8]) throws {
    var unsent = bytes[...]
    try poll("the program to take its input") {
      let count = unsent.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { unsent = unsent.dropFirst(count) }
      return unsent.isEmpty || isClosed
    }
  }

  /// Changes the size of the window, as dragging its corner does.
  public func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }

  /// Sends a signal to the program.
  public func signal(_ number: Int32) {
    kill(child.id, number)
  }

  /// Whether the terminal echoes what is typed: true while no program edits the line itself.
  public var isEchoing: Bool {
    var settings = termios()
    return tcgetattr(descriptor, &settings) == 0 && settings.c_lflag & tcflag_t(ECHO) != 0
  }

  // MARK: The person's eyes

  /// How long to wait for something that should happen at once, on a machine that has much else to do.
  public static let patience = Duration.seconds(60)

  /// Waits until a text is on the screen or has scrolled off it; in one row, unless the terminal wrapped it.
  public func wait(for text: String) throws {
    try wait("'\(text)'") { $0.contains(text) }
  }

  /// Waits until the row of the cursor reads so up to the cursor; spaces count.
  public func waitForPrompt(_ prompt: String) throws {
    try wait("the prompt '\(prompt)'") { $0.textBeforeCursor == prompt }
  }

  /// Waits until the screen is as it should be; `purpose` says how in the error if it never is.
  public func wait(_ purpose: String, until condition: (Screen) -> Bool) throws {
    try poll(purpose) {
      if condition(screen) { return true }
      if isClosed { throw TestSupportError("the program ended before \(purpose) came. \(situation)") }
      return false
    }
  }

  /// Waits for the program to end by itself; 128 and the number of the signal, if one ended it.
  @discardableResult
  public func waitForExit() throws -> Int32 {
    try poll("the program to end") {
      if exitCode == nil { exitCode = child.poll() }
      return exitCode != nil
    }
    receive()
    return exitCode ?? -1
  }

  private func poll(_ purpose: String, until condition: () throws -> Bool) throws {
    let clock = ContinuousClock()
    let limit = clock.now + Self.patience
    while true {
      receive()
      if try condition() { return }
      if clock.now > limit { throw TestSupportError("waited too long for \(purpose). \(situation)") }
      var waiting = pollfd(fd: isClosed ? -1 : descriptor, events: Int16(POLLIN), revents: 0)
      #if canImport(Glibc)
        _ = Glibc.poll(&waiting, 1, 20)
      #elseif canImport(Musl)
        _ = Musl.poll(&waiting, 1, 20)
      #else
        _ = Darwin.poll(&waiting, 1, 20)
      #endif
    }
  }

  private var situation: String {
    "The cursor is behind '\(screen.textBeforeCursor)'. The screen:\n\(screen)"
  }

  private func receive() {
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while !isClosed {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes += chunk[..<count]
        screen.receive(chunk[..<count])
      } else {
        // Linux says EIO, macOS end of file, once nobody has the other side open.
        if count == 0 || (errno != EAGAIN && errno != EINTR) { isClosed = true }
        return
      }
    }
  }
}
