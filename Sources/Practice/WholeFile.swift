#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#else
  private import Darwin
#endif

/// Writes a file whole or not at all: a full disk leaves what was there before.
public enum WholeFile {
  /// The file could not be written.
  public struct Failure: Error, Sendable, Equatable {
    public var path: String
    /// What the system says about it.
    public var reason: String
  }

  /// Puts `text` in the file at `path`, in the place of what was there; readable by its owner alone.
  ///
  /// Something that is no file, such as a pipe, is written to as it is.
  public static func write(_ text: String, to path: String) throws(Failure) {
    try write(bytes: Array(text.utf8), to: path)
  }

  /// Copies the file at `path` as it is.
  public static func copy(_ path: String, to target: String) throws(Failure) {
    guard let contents = FileContents(path: path, limit: .max - 1) else { throw failure(path) }
    try write(bytes: contents.bytes, to: target)
  }

  private static func write(bytes: [UInt8], to path: String) throws(Failure) {
    var facts = stat()
    if stat(path, &facts) == 0, facts.st_mode & S_IFMT != S_IFREG {
      guard facts.st_mode & S_IFMT != S_IFDIR else { throw Failure(path: path, reason: said(EISDIR)) }
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure(path) }
      defer { close(descriptor) }
      guard put(bytes, descriptor) else { throw failure(path) }
      return
    }
    // Beside the file, so that it can take its place in one step.
    var beside = Array((path + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&beside)
    guard descriptor >= 0 else { throw failure(path) }
    let temporary = beside.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    // Some file systems have no fsync.
    let isWritten = put(bytes, descriptor) && (fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP)
    let problem = errno
    close(descriptor)
    guard isWritten else {
      unlink(temporary)
      throw Failure(path: path, reason: said(problem))
    }
    guard rename(temporary, path) == 0 else {
      let problem = errno
      unlink(temporary)
      throw Failure(path: path, reason: said(problem))
    }
  }

  /// Deletes the file at `path`.
  public static func remove(_ path: String) throws(Failure) {
    guard unlink(path) == 0 else { throw failure(path) }
  }

  /// Whether both paths lead to the same file.
  public static func isSame(_ first: String, _ second: String) -> Bool {
    var one = stat()
    var other = stat()
    return stat(first, &one) == 0 && stat(second, &other) == 0 && one.st_ino == other.st_ino
      && one.st_dev == other.st_dev
  }

  private static func put(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      #if canImport(Glibc)
        let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      #elseif canImport(Musl)
        let written = bytes.withUnsafeBytes { Musl.write(descriptor, $0.baseAddress, $0.count) }
      #else
        let written = bytes.withUnsafeBytes { Darwin.write(descriptor, $0.baseAddress, $0.count) }
      #endif
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { return false }
      bytes = bytes.dropFirst(written)
    }
    return true
  }

  private static func failure(_ path: String) -> Failure { Failure(path: path, reason: said(errno)) }

  private static func said(_ problem: Int32) -> String { String(cString: strerror(problem)) }
}
