#if canImport(FoundationEssentials)
  private import FoundationEssentials
#else
  private import Foundation
#endif

/// What a leader does with their own talks besides having them: reports, taking them along, deleting them.
extension DataFolder {
  /// Reports of conversations.
  public var reports: String { path + "/reports" }

  /// The newest conversation in which something was said or that can't be read; `nil` where there is none.
  public var newestTalk: String? {
    talkFiles.last { path in
      do throws(RecordedTalk.Failure) {
        return try !RecordedTalk(path: path).talk.turns.isEmpty
      } catch {
        return error.reason != .empty
      }
    }
  }

  /// Where the report of the talk at `path` is kept, and its folder made; `nil` where that can't be done.
  public func report(of talk: String, ending: String) -> String? {
    guard DataFolder.make(reports) else { return nil }
    return reports + "/" + DataFolder.name(of: talk) + "." + ending
  }

  /// Deletes the talk at `path` and its reports.
  public func delete(_ talk: String) throws(WholeFile.Failure) {
    for ending in ["html", "md", "json"] {
      try? FileManager.default.removeItem(atPath: reports + "/" + DataFolder.name(of: talk) + "." + ending)
    }
    try WholeFile.remove(talk)
  }

  /// Makes a folder for its owner alone, and those above it; `false` where that can't be done.
  public static func make(_ folder: String) -> Bool {
    let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: attributes)
    } catch {
      return false
    }
    return true
  }

  /// Whether a folder holds nothing, or is not there.
  public static func isFree(_ folder: String) -> Bool {
    guard FileManager.default.fileExists(atPath: folder) else { return true }
    return (try? FileManager.default.contentsOfDirectory(atPath: folder))?.isEmpty ?? false
  }

  private static func name(of talk: String) -> String {
    let file = talk.split(separator: "/").last.map(String.init) ?? talk
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
    return String(file[..<dot])
  }
}
