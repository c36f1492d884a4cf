#if canImport(FoundationEssentials)
  private import FoundationEssentials
#else
  private import Foundation
#endif

/// Where the program keeps what is the leader's own: conversations, the history of lines, personas of their own making.
///
/// `$XDG_DATA_HOME/doorvraag`, else `~/.local/share/doorvraag` (XDG Base Directory Specification 0.8).
public struct DataFolder: Sendable {
  public let path: String

  /// The folder for these environment variables; `nil` where they name no home.
  public init?(environment: [String: String]) {
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      path = data + "/doorvraag"
    } else if let home = environment["HOME"], !home.isEmpty {
      path = home + "/.local/share/doorvraag"
    } else {
      return nil
    }
  }

  /// The file in which lines typed before are kept.
  public var history: String { path + "/history" }

  /// Personas of the user's own.
  public var personas: String { path + "/personas" }

  /// Conversations.
  public var talks: String { path + "/talks" }

  /// Makes the folder and those in it, for their owner alone; `false` where that can't be done.
  public func make() -> Bool {
    for folder in [path, talks] {
      let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
      do {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true, attributes: attributes)
      } catch {
        return false
      }
    }
    return true
  }

  /// The files of all conversations, in the order of their names, which is that of time.
  public var talkFiles: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: talks)) ?? []
    return names.filter { $0.hasSuffix(".jsonl") }.sorted().map { talks + "/" + $0 }
  }

  /// A name for a conversation that begins now, such as `talks/2026-03-01T093000Z-sanne.jsonl`.
  public func newTalk(with name: String, at time: String) -> String {
    let stamp = time.filter { $0 != ":" }
    let safe = name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
    let path = talks + "/" + stamp + "-" + String(safe)
    // Two conversations may begin in the same second.
    var number = 1
    while FileManager.default.fileExists(atPath: path + (number == 1 ? "" : "-\(number)") + ".jsonl") { number += 1 }
    return path + (number == 1 ? "" : "-\(number)") + ".jsonl"
  }
}
