#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The lines of a file or pipe, one at a time, without their line ends.
///
/// Lines end in LF or CR LF; the last may end in neither. What is not UTF-8 becomes U+FFFD, and a byte order mark in front
/// is dropped. An unreadable input is an empty one.
public struct PlainLines: Sequence, IteratorProtocol {
  private let descriptor: Int32
  private var buffer: [UInt8]
  private var position = 0
  private var filled = 0
  private var isFirst = true

  /// Reads a descriptor that the caller keeps open; default standard input.
  public init(descriptor: Int32 = 0) {
    self.descriptor = descriptor
    buffer = [UInt8](repeating: 0, count: 1 << 16)
  }

  /// The next line; `nil` at the end of the input.
  public mutating func next() -> String? {
    // What was read of a line that goes on in the next piece.
    var begun: [UInt8] = []
    while true {
      if position == filled, !refill() {
        // What came after the last line end is a line, nothing at all is not.
        return begun.isEmpty ? nil : text(begun[...])
      }
      let unread = buffer[position..<filled]
      if let end = unread.firstIndex(of: 0x0A) {
        position = end + 1
        return begun.isEmpty ? text(unread[..<end]) : text((begun + unread[..<end])[...])
      }
      begun += unread
      position = filled
    }
  }

  private mutating func text(_ line: ArraySlice<UInt8>) -> String {
    var line = line.last == 0x0D ? line.dropLast() : line
    if isFirst, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    isFirst = false
    return String(decoding: line, as: UTF8.self)
  }

  private mutating func refill() -> Bool {
    position = 0
    filled = 0
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      filled = Swift.max(0, count)
      return filled > 0
    }
  }
}
