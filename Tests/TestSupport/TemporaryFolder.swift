#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A new, empty folder that goes with everything in it when it is no longer used.
public final class TemporaryFolder {
  public let path: String

  public init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/doorvraag-test.XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw TestSupportError("no temporary folder in \(parent)") }
    path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  deinit {
    _ = try? run("/bin/rm", ["-rf", path])
  }

  /// The path of something in the folder, whether it exists or not.
  public func path(_ name: String) -> String {
    path + "/" + name
  }

  /// Writes a file in the folder and gives its path.
  @discardableResult
  public func write(_ name: String, _ text: String) throws -> String {
    try write(name, bytes: Array(text.utf8))
  }

  @discardableResult
  public func write(_ name: String, bytes: [UInt8]) throws -> String {
    guard let file = fopen(path(name), "w") else { throw TestSupportError("cannot write \(path(name))") }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw TestSupportError("cannot write \(path(name))")
    }
    return path(name)
  }

  /// The bytes of a file in the folder; `nil` if there is none.
  public func bytes(_ name: String) -> [UInt8]? {
    guard let file = fopen(path(name), "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
  }

  /// The text of a file in the folder; `nil` if there is none.
  public func text(_ name: String) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }
}
