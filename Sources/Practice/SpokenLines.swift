import CoachingLanguage

#if canImport(FoundationEssentials)
  private import FoundationEssentials
#else
  private import Foundation
#endif

/// What leaders said, from the file of a conversation or from any file of lines.
public struct SpokenLines: Sendable, Equatable {
  /// Whom it was said to: the name the persona was started by; `nil` in a file of lines.
  public var persona: String?
  /// Where the persona came from; `nil` where that is not known.
  private var source: Source?
  /// The lines, in order.
  public var lines: [String]

  /// Reads a file of a conversation (``Transcript``), or takes every line that is not blank as one that was said.
  ///
  /// A line of a conversation that can't be read is left out: the last may have been torn off by a power cut.
  public init(_ text: String) {
    let all = text.split(whereSeparator: \.isNewline)
    let decoder = JSONDecoder()
    let start = all.first.flatMap { try? decoder.decode(Event.self, from: Data($0.utf8)) }
    if let start, start.event == "start" {
      persona = start.file
      // The first version of the format does not tell a persona of one's own from one that comes with the program.
      if start.doorvraag ?? 1 > 1 { source = start.path.map { .own(path: $0) } ?? .shipped }
      lines = all.dropFirst().compactMap { line in
        let event = try? decoder.decode(Event.self, from: Data(line.utf8))
        return event?.turn?.leader.text
      }
    } else {
      lines = all.filter { line in line.contains { !$0.isWhitespace } }.map(String.init)
    }
  }

  private enum Source: Sendable, Equatable {
    case shipped
    /// From the root.
    case own(path: String)
  }

  /// Whether it was said to the persona in `file`, and not to another that is called the same.
  public func isSaid(to file: PersonaFile) -> Bool {
    guard let persona, Folding.fold(persona) == Folding.fold(file.name) || persona == file.path else { return false }
    switch source {
    case nil: return true
    case .shipped: return file.origin == .shipped
    case .own(let path):
      guard file.origin == .own else { return false }
      // A file that is no longer where it was may have been moved.
      return FileContents.absolute(file.path) == path || !FileManager.default.fileExists(atPath: path)
    }
  }

  /// Every conversation in `folder`, in the order of their names, which is that of time.
  public static func all(in folder: DataFolder) -> [SpokenLines] {
    folder.talkFiles.compactMap { SpokenLines(path: $0) }
  }

  /// What stands in the file at `path`; `nil` where it can't be read, or is larger than 100 MB.
  public init?(path: String) {
    guard let contents = FileContents(path: path, limit: 100_000_000), contents.isWhole else { return nil }
    self.init(String(decoding: contents.bytes, as: UTF8.self))
  }

  /// As much of a line of the file as is needed here.
  private struct Event: Decodable {
    var event: String
    var doorvraag: Int?
    var file: String?
    var path: String?
    var turn: Turn?

    struct Turn: Decodable { var leader: Leader }
    struct Leader: Decodable { var text: String }
  }
}
