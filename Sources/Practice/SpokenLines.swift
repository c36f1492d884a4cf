#if canImport(FoundationEssentials)
  private import FoundationEssentials
#else
  private import Foundation
#endif

/// What leaders said, from the file of a conversation or from any file of lines.
public struct SpokenLines: Sendable, Equatable {
  /// Whom it was said to: the name the persona was started by; `nil` in a file of lines.
  public var persona: String?
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
      lines = all.dropFirst().compactMap { line in
        let event = try? decoder.decode(Event.self, from: Data(line.utf8))
        return event?.turn?.leader.text
      }
    } else {
      lines = all.filter { line in line.contains { !$0.isWhitespace } }.map(String.init)
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
    var file: String?
    var turn: Turn?

    struct Turn: Decodable { var leader: Leader }
    struct Leader: Decodable { var text: String }
  }
}
