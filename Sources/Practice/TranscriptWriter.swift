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
/// The file is its owner's alone. What goes wrong is thrown once; the conversation can go on without it.
public struct TranscriptWriter: ~Copyable {
  public let path: String
  private let descriptor: Int32

  /// The file could not be made or written.
  public struct Failure: Error, Sendable, Equatable {
    public var path: String
    /// What the system says about it.
    public var reason: String
  }

  /// Makes a new file at `path`; one that is there already is never overwritten.
  public init(creating path: String) throws(Failure) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw TranscriptWriter.failure(path) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Writes the first line.
  public func begin(_ header: Transcript.Header) throws(Failure) { try append(header) }

  /// Writes what happened.
  public func record(_ event: Transcript.Event) throws(Failure) { try append(event) }

  private func append(_ event: some Encodable) throws(Failure) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Nothing in an event can fail to be encoded: no dates, no numbers that are not finite.
    guard var line = try? encoder.encode(event) else { return }
    line.append(0x0A)
    var bytes = [UInt8](line)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw TranscriptWriter.failure(path) }
      bytes = bytes.dropFirst(written)
    }
    if fsync(descriptor) != 0 && errno != EINVAL && errno != ENOTSUP { throw TranscriptWriter.failure(path) }
  }

  private static func failure(_ path: String) -> Failure {
    Failure(path: path, reason: String(cString: strerror(errno)))
  }
}
