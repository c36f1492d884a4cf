import CoachingLanguage
import Personas

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

  /// Conversations of groups, which are nobody's own progress.
  public var workshops: String { path + "/workshops" }

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
  public var talkFiles: [String] { DataFolder.files(in: talks) }

  /// The files of all workshops, in the order of time.
  public var workshopFiles: [String] { DataFolder.files(in: workshops) }

  private static func files(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    // Without their ending: of two that began in the same second, `…-sanne` goes before `…-sanne-2`.
    let stems = names.filter { $0.hasSuffix(".jsonl") }.map { $0.dropLast(6) }
    return stems.sorted().map { folder + "/" + $0 + ".jsonl" }
  }

  /// The newest conversation that was not ended and in which something was said; `nil` where there is none.
  ///
  /// - Parameter name: Of the persona, or what it was started by; `nil` for any.
  public func unfinishedTalk(with name: String? = nil) -> String? { DataFolder.unfinished(talkFiles, name) }

  /// As ``unfinishedTalk(with:)``, of workshops.
  public func unfinishedWorkshop(with name: String? = nil) -> String? { DataFolder.unfinished(workshopFiles, name) }

  private static func unfinished(_ files: [String], _ name: String?) -> String? {
    files.last { path in
      guard let contents = FileContents(path: path, limit: RecordedTalk.largestByteCount) else { return false }
      return UnfinishedTalk(contents.bytes).map { $0.isWith(name) } ?? false
    }
  }

  /// A name for a conversation that begins now, such as `talks/2026-03-01T093000Z-sanne.jsonl`.
  public func newTalk(with name: String, at time: String) -> String { DataFolder.new(in: talks, name, time) }

  /// As ``newTalk(with:at:)``, for a workshop; its folder is made.
  public func newWorkshop(with name: String, at time: String) -> String {
    _ = DataFolder.make(workshops)
    return DataFolder.new(in: workshops, name, time)
  }

  private static func new(in folder: String, _ name: String, _ time: String) -> String {
    let stamp = time.filter { $0 != ":" }
    let safe = name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
    let path = folder + "/" + stamp + "-" + String(safe)
    // Two conversations may begin in the same second.
    var number = 1
    while FileManager.default.fileExists(atPath: path + (number == 1 ? "" : "-\(number)") + ".jsonl") { number += 1 }
    return path + (number == 1 ? "" : "-\(number)") + ".jsonl"
  }
}

/// As much of a conversation's file as shows whether it can be gone on with: cheaper than reading all of it.
private struct UnfinishedTalk {
  private var header: Transcript.Header

  private struct Event: Decodable { var event: String }

  init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A)
    let decoder = JSONDecoder()
    guard lines.count > 1, let header = try? decoder.decode(Transcript.Header.self, from: Data(lines[0])),
      header.doorvraag <= Transcript.version
    else { return nil }
    // Lines about a group stand between those of its talk, and after the last of them.
    let events = lines.lazy.reversed().compactMap { try? decoder.decode(Event.self, from: Data($0)).event }
    let isOfGroup = events.first == "workshop"
    guard let last = events.first(where: { $0 != "workshop" }), last != "end", last != "start" || isOfGroup else {
      return nil
    }
    self.header = header
  }

  func isWith(_ name: String?) -> Bool {
    guard let name else { return true }
    let names = [header.file, header.persona, Persona.firstName(of: header.persona), header.path ?? header.file]
    return names.map { Folding.fold($0) }.contains(Folding.fold(name))
  }
}
