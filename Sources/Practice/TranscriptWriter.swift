#if canImport(FoundationEssentials)
  private import FoundationEssentials
#else
  private import Foundation
#endif
#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#else
  private import Darwin
#endif

/// Appends a conversation to its file, each turn on disk before its answer is shown.
///
/// The file is its owner's alone, and this program's alone while the writer lives. What can't be written is kept, and
/// written before what comes next: a disk that was full for a while leaves no gap.
public struct TranscriptWriter: ~Copyable {
  public let path: String
  /// Whether everything is on disk.
  public var isWritten: Bool { unwritten.isEmpty }

  private let descriptor: Int32
  /// Whole lines, from the first that is not on disk.
  private var unwritten: [UInt8] = []
  /// How long the file is, in bytes, up to the end of the last whole line.
  private var length: Int

  /// The file could not be made, opened or written.
  public struct Failure: Error, Sendable, Equatable {
    public var path: String
    /// What the system says about it.
    public var reason: String
    /// Whether another program has the conversation open.
    public var isTaken = false
  }

  /// Makes a new file at `path`; one that is there already is never overwritten.
  public init(creating path: String) throws(Failure) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
    length = 0
    if descriptor < 0 { throw TranscriptWriter.failure(path) }
    try lock()
    TranscriptWriter.syncFolder(of: path)
  }

  /// Opens the file at `path` to go on with; throws where another program has.
  ///
  /// A line that was torn off at its end is given one, and left as it is.
  public init(appendingTo path: String) throws(Failure) {
    self.path = path
    descriptor = open(path, O_RDWR | O_APPEND | O_CLOEXEC)
    length = 0
    if descriptor < 0 { throw TranscriptWriter.failure(path) }
    try lock()
    let size = lseek(descriptor, 0, SEEK_END)
    guard size >= 0 else { throw TranscriptWriter.failure(path) }
    length = Int(size)
    var last: UInt8 = 0x0A
    if length > 0, pread(descriptor, &last, 1, size - 1) == 1, last != 0x0A { unwritten = [0x0A] }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  private func lock() throws(Failure) {
    var patience = 5
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      // A file system without locks is no reason not to practise.
      guard errno == EWOULDBLOCK else { return }
      // Whoever only looks whether somebody has it, has it for a moment.
      if patience > 0 {
        patience -= 1
        usleep(20_000)
        continue
      }
      throw Failure(path: path, reason: String(cString: strerror(errno)), isTaken: true)
    }
  }

  /// Writes the first line.
  public mutating func begin(_ header: Transcript.Header) throws(Failure) { try append(header) }

  /// Writes what happened.
  public mutating func record(_ event: Transcript.Event) throws(Failure) { try append(event) }

  /// Writes lines of any kind beside those of the talk, in one go: a crash leaves all of them, or the first so many.
  public mutating func record(_ lines: [any Encodable]) throws(Failure) {
    for line in lines { add(line) }
    try write()
  }

  /// Writes what could not be written before.
  public mutating func finish() throws(Failure) { try write() }

  private mutating func append(_ event: some Encodable) throws(Failure) {
    add(event)
    try write()
  }

  private mutating func add(_ event: some Encodable) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Nothing in an event can fail to be encoded: no dates, no numbers that are not finite.
    guard let line = try? encoder.encode(event) else { return }
    unwritten += line
    unwritten.append(0x0A)
  }

  private mutating func write() throws(Failure) {
    var rest = unwritten[...]
    while !rest.isEmpty {
      let written = writeBytes(descriptor, rest)
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw cutOff() }
      rest = rest.dropFirst(written)
    }
    if fsync(descriptor) != 0 && errno != EINVAL && errno != ENOTSUP { throw cutOff() }
    length += unwritten.count
    unwritten = []
  }

  /// Takes back what was written of lines that could not be written whole; gives why they could not.
  ///
  /// Part of a line is no use to a reader, and would stand in the way of the whole one. Nothing else is cut off.
  private func cutOff() -> Failure {
    let failure = TranscriptWriter.failure(path)
    _ = ftruncate(descriptor, off_t(length))
    return failure
  }

  /// A new file is there after a power cut once its folder is on disk, too.
  private static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Whether some program has the file at `path` open to go on with; false also where there is no file.
  public static func isTaken(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  private static func failure(_ path: String) -> Failure {
    Failure(path: path, reason: String(cString: strerror(errno)))
  }
}

private func writeBytes(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Int {
  bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
}
