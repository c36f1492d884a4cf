#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A text that is kept beside the tests, to be read by people and compared with what there is now.
///
/// With `RECORD_SNAPSHOTS` in the environment the text is kept instead, and it counts as a difference, so that such a run fails.
public struct Snapshot {
  private let path: String

  /// - Parameters:
  ///   - name: Of a file in the folder `Snapshots` beside the test.
  public init(_ name: String, beside file: String = #filePath) {
    let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
    path = folder + "/Snapshots/" + name
  }

  /// The first line that is not as it was kept; `nil` where all are.
  public func difference(from text: String) throws -> String? {
    if getenv("RECORD_SNAPSHOTS") != nil {
      guard let file = fopen(path, "w") else { throw TestSupportError("cannot write \(path)") }
      defer { fclose(file) }
      fputs(text, file)
      return "recorded \(path)"
    }
    guard let file = fopen(path, "r") else { return "there is no \(path)" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    let kept = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let now = text.split(separator: "\n", omittingEmptySubsequences: false)
    for index in 0..<max(kept.count, now.count) {
      let before = index < kept.count ? kept[index] : "nothing"
      let after = index < now.count ? now[index] : "nothing"
      if before != after { return "\(path):\(index + 1): kept '\(before)', now '\(after)'" }
    }
    return nil
  }
}
