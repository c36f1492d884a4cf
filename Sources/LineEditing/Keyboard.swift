internal import CEdit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard input as a stream of scalars and signals.
struct Keyboard {
  enum Event {
    case scalar(Unicode.Scalar)
    case signal(Int32)
    case end
  }

  private var bytes: ArraySlice<UInt8> = []
  private var repair = UTF8Repair()
  private var scalars: ArraySlice<Unicode.Scalar> = []
  private var signals: ArraySlice<Int32> = []

  /// The next thing that happens; `nil` if nothing does for so many milliseconds. A negative number waits for ever.
  mutating func next(within patience: Int32) -> Event? {
    while true {
      if let signal = signals.popFirst() { return .signal(signal) }
      if let scalar = scalars.popFirst() { return .scalar(scalar) }
      if let byte = bytes.popFirst() {
        scalars = repair.take(byte)[...]
        continue
      }
      let ready = cedit_wait(STDIN_FILENO, SignalRelay.descriptor, patience)
      if ready == 0 { return nil }
      if ready & CEDIT_SIGNAL_READY != 0 {
        signals = SignalRelay.take()[...]
      } else if !fill() {
        return .end
      }
    }
  }

  /// Forgets what was typed but not yet used.
  mutating func discard() {
    bytes = []
    scalars = []
    repair.reset()
  }

  private mutating func fill() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      bytes = chunk[..<max(0, count)]
      return count > 0
    }
  }
}
