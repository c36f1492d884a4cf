public import CoachingLanguage
public import Evaluator

/// A file with a talk in it: one that this program saved, or one that somebody wrote down.
public struct TalkFile: Sendable {
  /// The talk as the evaluator sees it; of a saved one as it stood at the end.
  public var talk: Evaluator.Talk
  /// Everything that was said and done, for a saved talk.
  public var record: RecordedTalk?

  /// Why there is no talk to be read.
  public enum Failure: Error, Sendable, Equatable {
    case saved(RecordedTalk.Failure)
    /// Not text at all.
    case binary(path: String)
    case empty(path: String)
    case tooLarge(path: String)
    case written(WrittenTalk.Failure, path: String)
  }

  /// The largest file of plain text that is read, in bytes: more than a hundred hours of talking.
  public static let largestByteCount = 10_000_000

  /// Reads the file at `path`.
  ///
  /// - Parameters:
  ///   - leader: The leader's name in a talk that was written down.
  ///   - language: The language of such a talk; guessed from its words where that is `nil`.
  ///   - fallback: Its language where the words don't tell.
  ///   - packs: What knows each language; kept from file to file.
  public init(
    path: String, leader: String? = nil, language: Language? = nil, fallback: Language, packs: inout Packs
  ) throws(Failure) {
    guard let contents = FileContents(path: path, limit: RecordedTalk.largestByteCount) else {
      throw .saved(.init(path: path, reason: .unreadable))
    }
    guard contents.isWhole else { throw .tooLarge(path: path) }
    let isSaved = contents.bytes.first { !TalkFile.isBlank($0) } == UInt8(ascii: "{")
    if isSaved {
      do {
        let record = try RecordedTalk(bytes: contents.bytes)
        self.record = record
        talk = record.talk
        return
      } catch {
        throw .saved(.init(path: path, line: error.line, reason: error.reason))
      }
    }
    guard contents.bytes.count <= TalkFile.largestByteCount else { throw .tooLarge(path: path) }
    guard let text = TalkFile.text(contents.bytes) else { throw .binary(path: path) }
    guard text.contains(where: { !$0.isWhitespace }) else { throw .empty(path: path) }
    do {
      let written = try WrittenTalk(text, leader: leader)
      let name = try written.leader(named: leader)
      let language = language ?? Language.guess(of: text) ?? fallback
      talk = written.talk(leader: name, language: language, packs.classifier(for: language))
    } catch {
      throw .written(error, path: path)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// The bytes as text: UTF-8, or UTF-16 with its mark or Windows-1252, as some editors save it; `nil` for what is no text.
  private static func text(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes[0] == 0xFF
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
        isLittle
          ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
          : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
      }
      return String(decoding: units, as: UTF16.self)
    }
    guard !bytes.contains(0) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    // A slip in a file of UTF-8 is a slip; where most letters with an accent are none, it is not UTF-8.
    let accented = text.unicodeScalars.lazy.filter { !$0.isASCII }
    let slips = accented.count { $0 == "\u{FFFD}" }
    return slips * 2 > accented.count ? Windows1252.text(bytes) : text
  }

  /// What knows the languages, read once each.
  public struct Packs: Sendable {
    private var classifiers: [Language: Classifier] = [:]

    public init() {}

    public mutating func classifier(for language: Language) -> Classifier {
      if let known = classifiers[language] { return known }
      // The English pack is always there: it is part of the program.
      let classifier = Classifier(LanguagePack.shipped(language) ?? LanguagePack.shipped(.english)!)
      classifiers[language] = classifier
      return classifier
    }

    /// The review of a talk.
    public mutating func review(of talk: Evaluator.Talk) -> Review {
      Review(of: talk, pack: classifier(for: talk.language).pack)
    }
  }
}

extension TalkFile.Failure {
  /// What is wrong and what to do, in the words of `phrases`.
  public func message(_ phrases: Phrasebook) -> String {
    switch self {
    case .saved(let failure): return failure.message(phrases)
    case .binary(let path): return phrases("error.written.binary", ["path": path])
    case .empty(let path): return phrases("error.written.empty", ["path": path])
    case .tooLarge(let path): return phrases("error.written.too-large", ["path": path])
    case .written(.noSpeakers, let path): return phrases("error.written.no-speakers", ["path": path])
    case .written(.leaderUnknown(let speakers), let path):
      let example = speakers.first.map { $0.contains(" ") ? "\"\($0)\"" : $0 } ?? ""
      return phrases(
        "error.written.leader", ["path": path, "names": TalkFile.Failure.list(speakers), "example": example])
    case .written(.noSuchLeader(let name, let speakers, let nearest), let path):
      let key = nearest == nil ? "error.written.no-leader" : "error.written.no-leader.nearest"
      let names = TalkFile.Failure.list(speakers)
      return phrases(key, ["path": path, "name": name, "names": names, "nearest": nearest ?? ""])
    }
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", …" : "")
  }

  /// Whether there was nothing to be read at all.
  public var isUnreadable: Bool {
    if case .saved(let failure) = self { return failure.reason == .unreadable }
    return false
  }
}
