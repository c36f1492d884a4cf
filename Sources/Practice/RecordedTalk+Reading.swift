import CoachingLanguage

#if canImport(FoundationEssentials)
  private import FoundationEssentials
#else
  private import Foundation
#endif

extension RecordedTalk {
  /// Why a file can't be read as a conversation.
  public struct Failure: Error, Sendable, Equatable {
    /// The file; empty for a text without one.
    public var path: String
    /// 1-based; `nil` where it is about the file as a whole.
    public var line: Int?
    public var reason: Reason

    public init(path: String, line: Int? = nil, reason: Reason) {
      self.path = path
      self.line = line
      self.reason = reason
    }

    public enum Reason: Sendable, Equatable {
      /// There is nothing at the path, or it can't be read.
      case unreadable
      /// Larger than ``RecordedTalk/largestByteCount``.
      case tooLarge
      case empty
      /// The first line is no header: not a file of this program, or one that was cut off in its first line.
      case foreign
      /// Written by a later version of the program.
      case newer(version: Int)
      /// In a language the program does not know.
      case language(String)
      /// The line is not an event: cut off, changed by hand, or of another program.
      case damaged
      /// The line is an event that can't have happened, such as a turn after one that is not in the file.
      case impossible
    }
  }

  /// The largest file that is read.
  public static let largestByteCount = 100_000_000

  /// Reads the file at `path`; throws where it is not a whole conversation. A last line that was torn off is left out.
  public init(path: String) throws(Failure) {
    guard let contents = FileContents(path: path, limit: RecordedTalk.largestByteCount) else {
      throw Failure(path: path, reason: .unreadable)
    }
    guard contents.isWhole else { throw Failure(path: path, reason: .tooLarge) }
    do {
      try self.init(bytes: contents.bytes)
    } catch {
      throw Failure(path: path, line: error.line, reason: error.reason)
    }
  }

  /// Reads the bytes of a file.
  public init(bytes: [UInt8]) throws(Failure) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    // What comes after the last end of a line was torn off, or is nothing at all.
    let tail = lines.removeLast()
    guard let first = lines.first ?? (tail.isEmpty ? nil : tail) else { throw Failure(path: "", reason: .empty) }
    self.init(header: try RecordedTalk.header(first))
    let decoder = JSONDecoder()
    // A file that was carried over another way may have lost its last line end, and nothing else.
    if !lines.isEmpty, (try? decoder.decode(Transcript.Event.self, from: Data(tail))) != nil { lines.append(tail) }
    var events: [Transcript.Event] = []
    var places: [Int] = []
    var torn: Int?
    var turns = 0
    for (index, line) in lines.enumerated().dropFirst() {
      guard var event = try? decoder.decode(Transcript.Event.self, from: Data(line)) else {
        if let torn { throw Failure(path: "", line: torn, reason: .damaged) }
        if !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { torn = index + 1 }
        continue
      }
      if let line = torn {
        guard case .resume = event else { throw Failure(path: "", line: line, reason: .damaged) }
        torn = nil
      }
      if case .turn(var attempt) = event {
        // Version 1 numbers no turns; those a later program added to such a file do have a number.
        if header.doorvraag == 1, attempt.id == 0 { (attempt.id, attempt.parent) = (turns + 1, turns) }
        event = .turn(attempt)
        turns += 1
      }
      guard event.isPossible else { throw Failure(path: "", line: index + 1, reason: .impossible) }
      events.append(event)
      places.append(index + 1)
    }
    // A whole line that can't be read is damage, also where it is the last: one that was torn off has no end.
    if let torn { throw Failure(path: "", line: torn, reason: .damaged) }
    if let place = take(events) { throw Failure(path: "", line: places[place], reason: .impossible) }
  }

  private static func header(_ line: ArraySlice<UInt8>) throws(Failure) -> Transcript.Header {
    struct Version: Decodable {
      var event: String
      var doorvraag: Int
    }
    let decoder = JSONDecoder()
    guard let version = try? decoder.decode(Version.self, from: Data(line)), version.event == "start" else {
      throw Failure(path: "", line: 1, reason: .foreign)
    }
    guard version.doorvraag <= Transcript.version else {
      throw Failure(path: "", line: 1, reason: .newer(version: version.doorvraag))
    }
    guard let header = try? decoder.decode(Transcript.Header.self, from: Data(line)) else {
      throw Failure(path: "", line: 1, reason: .foreign)
    }
    guard Language.shipped.contains(header.language) else {
      throw Failure(path: "", line: 1, reason: .language(header.language.rawValue))
    }
    return header
  }
}

extension Transcript.Event {
  /// Whether what the event says of itself can be: a file may be of anybody's making.
  fileprivate var isPossible: Bool {
    switch self {
    case .turn(let attempt):
      let openness = 0...10
      return attempt.turn.leader.isPossible && openness.contains(attempt.turn.facts.opennessBefore)
        && openness.contains(attempt.turn.facts.opennessAfter)
    case .hint(let hint): return (1...3).contains(hint.level)
    case .selfAssessment(let value): return value.asked.map((0...10).contains) ?? true
    default: return true
    }
  }
}

extension CodedUtterance {
  /// Whether every sentence stands in the line, and the words that decided in the sentence.
  fileprivate var isPossible: Bool {
    let length = text.unicodeScalars.count
    return !sentences.isEmpty
      && sentences.allSatisfy { sentence in
        sentence.range.lowerBound >= 0 && sentence.range.upperBound <= length
          && sentence.evidence.lowerBound >= 0 && sentence.evidence.upperBound <= sentence.text.unicodeScalars.count
      }
  }
}

extension RecordedTalk.Failure {
  /// What is wrong and what to do, in the words of `phrases`.
  public func message(_ phrases: Phrasebook) -> String {
    let place = line.map { "\(path):\($0)" } ?? path
    return switch reason {
    case .unreadable: phrases("error.unreadable", ["path": path])
    case .tooLarge: phrases("error.talk.too-large", ["path": path])
    case .empty: phrases("error.talk.empty", ["path": path])
    case .foreign: phrases("error.talk.foreign", ["path": place])
    case .newer(let version):
      phrases(
        "error.talk.newer", ["path": path, "version": String(version), "known": String(Transcript.version)])
    case .language(let name): phrases("error.talk.language", ["path": place, "name": name])
    case .damaged: phrases("error.talk.damaged", ["path": place])
    case .impossible: phrases("error.talk.impossible", ["path": place])
    }
  }
}
