#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#else
  private import Darwin
#endif

/// Tells when a file was saved, by looking at it now and then: works on every file system, network folders included.
public struct FileWatch: Sendable {
  public enum Event: Sendable, Equatable { case saved, vanished }

  private let path: String
  private var known: Stamp?
  private var seen: Stamp?

  /// What changes when a file is saved, also where an editor puts a new file in the place of the old.
  private struct Stamp: Sendable, Equatable {
    var seconds: Int
    var nanoseconds: Int
    var size: Int
    var number: UInt64
  }

  /// Watches the file as it is now.
  public init(path: String) {
    self.path = path
    known = FileWatch.stamp(path)
    seen = known
  }

  /// What has happened since the last look; `nil` for nothing.
  ///
  /// - Parameter isPatient: Whether to wait until two looks see the same, so that a file is not taken while it is being
  ///   written. For who looks often.
  public mutating func look(isPatient: Bool) -> Event? {
    let now = FileWatch.stamp(path)
    defer { seen = now }
    guard now != known, !isPatient || now == seen else { return nil }
    known = now
    return now == nil ? .vanished : .saved
  }

  private static func stamp(_ path: String) -> Stamp? {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    #if canImport(Darwin)
      let time = facts.st_mtimespec
    #else
      let time = facts.st_mtim
    #endif
    return Stamp(
      seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec), size: Int(facts.st_size), number: UInt64(facts.st_ino))
  }
}
