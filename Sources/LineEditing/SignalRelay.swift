internal import CEdit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// Written once, before the first handler is installed, and read in handlers: a signal handler may touch no lock, so a
// plain global it must be.
nonisolated(unsafe) private var wakeDescriptor: Int32 = -1

/// Turns signals into bytes in a pipe, so that they are dealt with where it is safe: between two keys.
///
/// libedit's own handlers redraw from inside the signal, and pass Ctrl-C on to the whole process group.
enum SignalRelay {
  /// The end of the pipe to wait on; one byte a signal, its number.
  static let descriptor: Int32 = {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return -1 }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    wakeDescriptor = ends[1]
    return ends[0]
  }()

  /// What to put back when a signal is no longer ours.
  struct Caught {
    fileprivate let number: Int32
    fileprivate var before: sigaction

    func release() {
      withUnsafePointer(to: before) { cedit_release(number, $0) }
    }
  }

  /// Relays a signal from now on; `nil` if it was ignored when the program started, as under `nohup`.
  static func `catch`(_ number: Int32, evenIfIgnored: Bool = false) -> Caught? {
    guard descriptor >= 0 else { return nil }
    var before = sigaction()
    let handler: @convention(c) (Int32) -> Void = { number in
      let saved = errno
      var byte = UInt8(truncatingIfNeeded: number)
      _ = write(wakeDescriptor, &byte, 1)
      errno = saved
    }
    guard cedit_catch(number, handler, evenIfIgnored ? 1 : 0, &before) != 0 else { return nil }
    return Caught(number: number, before: before)
  }

  /// The signals that came since the last call.
  static func take() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(descriptor, &bytes, bytes.count)
    return count > 0 ? bytes[..<count].map(Int32.init) : []
  }
}
