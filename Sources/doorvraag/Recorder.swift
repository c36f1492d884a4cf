import CoachingLanguage
import Practice

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Keeps a conversation on disk, and says once where that does not work.
///
/// A class, because a turn is recorded from inside the conversation, and what went wrong must be remembered.
final class Recorder {
  /// Where the conversation is kept; `nil` where it is not.
  private(set) var path: String?
  private let phrases: Phrasebook
  private var writer: TranscriptWriter?

  /// Begins the file `path`, or a new one in the data folder.
  ///
  /// Throws where a file was named and is there already: nothing is ever overwritten.
  init(for practice: Practice, path asked: String?, folder: DataFolder?, phrases: Phrasebook) throws {
    self.phrases = phrases
    let header = practice.record.header
    if let asked, FileManager.default.fileExists(atPath: asked) {
      throw InputFault(message: phrases("error.transcript-exists", ["path": asked]))
    }
    guard let path = asked ?? folder?.newTalk(with: header.file, at: header.started) else {
      Console.complain(phrases("error.no-home"))
      return
    }
    if asked == nil { _ = folder?.make() }
    do throws(TranscriptWriter.Failure) {
      let writer = try TranscriptWriter(creating: path)
      try writer.begin(header)
      self.writer = consume writer
      self.path = path
    } catch {
      complain(of: error)
    }
  }

  func record(_ events: [Transcript.Event]) {
    do throws(TranscriptWriter.Failure) {
      for event in events { try writer?.record(event) }
    } catch {
      complain(of: error)
      writer = nil
      path = nil
    }
  }

  private func complain(of failure: TranscriptWriter.Failure) {
    Console.complain(phrases("error.not-saved", ["path": failure.path, "reason": failure.reason]))
  }
}
