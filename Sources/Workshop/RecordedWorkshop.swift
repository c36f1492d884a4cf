public import Practice

#if canImport(FoundationEssentials)
  private import FoundationEssentials
#else
  private import Foundation
#endif

/// A talk that a group has, with what happened in the room: what a file holds, and what a screen shows.
public struct RecordedWorkshop: Sendable, Equatable {
  public var talk: RecordedTalk
  /// `nil` for a talk without a group.
  public var room: WorkshopRecord?

  public init(talk: RecordedTalk, room: WorkshopRecord?) {
    self.talk = talk
    self.room = room
  }

  /// Reads the file at `path`; throws where it is not a whole talk, or what it says of a group can't be.
  public init(path: String) throws(RecordedTalk.Failure) {
    guard let contents = FileContents(path: path, limit: RecordedTalk.largestByteCount) else {
      throw .init(path: path, reason: .unreadable)
    }
    guard contents.isWhole else { throw .init(path: path, reason: .tooLarge) }
    do {
      try self.init(bytes: contents.bytes)
    } catch {
      throw .init(path: path, line: error.line, reason: error.reason)
    }
  }

  /// Reads the bytes of a file.
  public init(bytes: [UInt8]) throws(RecordedTalk.Failure) {
    talk = try RecordedTalk(bytes: bytes)
    for (number, line) in try RecordedWorkshop.lines(in: bytes) {
      if case .begin(let setup) = line.event, room == nil, setup.isPossible {
        room = WorkshopRecord(setup, at: line.when)
        continue
      }
      guard isPossible(line.event), room?.take(line.event, at: line.when) == true else {
        throw .init(path: "", line: number, reason: .impossible)
      }
    }
  }

  /// Whether what an event says of the talk can be.
  private func isPossible(_ event: WorkshopRecord.Event) -> Bool {
    let turns = 0...talk.tries.count
    return switch event {
    case .proposal(let proposal): turns.contains(proposal.at)
    case .said(let turn, _): talk.attempt(turn) != nil
    case .moved(let to): turns.contains(to)
    case .note(let at, _): turns.contains(at)
    case .tried(_, let turn): !turn.leader.sentences.isEmpty
    default: true
    }
  }

  /// The lines about the group, with their 1-based numbers; those that do something this version does not know are left out.
  static func lines(in bytes: [UInt8]) throws(RecordedTalk.Failure) -> [(number: Int, line: WorkshopFile.Line)] {
    let decoder = JSONDecoder()
    var found: [(number: Int, line: WorkshopFile.Line)] = []
    for (index, bytes) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      // What is no line at all was torn off, and reading the talk has seen to that.
      guard let kind = try? decoder.decode(WorkshopFile.Line.Kind.self, from: Data(bytes)), kind.event == "workshop"
      else { continue }
      if let version = kind.version, version > WorkshopFile.version {
        throw .init(path: "", line: index + 1, reason: .newer(version: version))
      }
      guard kind.isKnown else { continue }
      guard let line = try? decoder.decode(WorkshopFile.Line.self, from: Data(bytes)) else {
        throw .init(path: "", line: index + 1, reason: .damaged)
      }
      found.append((index + 1, line))
    }
    return found
  }

  /// The turn that was said last on the line the talk stands at.
  public var lastTurn: Turn? { talk.attempt(talk.place)?.turn }
}
