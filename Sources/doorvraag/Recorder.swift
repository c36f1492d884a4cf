import CoachingLanguage
import Practice

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Keeps a conversation on disk; says where that does not work, and when it works again.
///
/// A class, because events are recorded from inside the conversation, and what went wrong must be remembered.
final class Recorder {
  /// Where the conversation is kept; `nil` where it can't be.
  private(set) var path: String?
  private let phrases: Phrasebook
  private var writer: TranscriptWriter?
  private var isFailing = false
  /// How it is said what can't be kept.
  var complain: (String) -> Void

  /// Begins the file `path`, or a new one in the data folder.
  ///
  /// Throws where a file was named and is there already: nothing is ever overwritten.
  init(
    for practice: Practice, path asked: String?, folder: DataFolder?, phrases: Phrasebook,
    complain: @escaping (String) -> Void = Console.complain
  ) throws {
    self.phrases = phrases
    self.complain = complain
    Recorder.outliveLimits()
    let header = practice.record.header
    if let asked, FileManager.default.fileExists(atPath: asked) {
      throw InputFault(message: phrases("error.transcript-exists", ["path": asked]))
    }
    guard let path = asked ?? folder?.newTalk(with: header.file, at: header.started) else {
      complain(phrases("error.no-home"))
      return
    }
    if asked == nil { _ = folder?.make() }
    do throws(TranscriptWriter.Failure) {
      writer = try TranscriptWriter(creating: path)
      self.path = path
    } catch {
      complain(phrases("error.not-saved", ["path": error.path, "reason": error.reason]))
    }
    keep { writer throws(TranscriptWriter.Failure) in try writer.begin(header) }
  }

  /// Goes on with a file that is there.
  init(appendingTo writer: consuming TranscriptWriter, phrases: Phrasebook) {
    self.phrases = phrases
    complain = Console.complain
    Recorder.outliveLimits()
    path = writer.path
    self.writer = consume writer
  }

  /// Where a file may not grow, writing must fail, and not end the program.
  private static func outliveLimits() { signal(SIGXFSZ, SIG_IGN) }

  func record(_ events: [Transcript.Event]) {
    for event in events {
      keep { writer throws(TranscriptWriter.Failure) in try writer.record(event) }
    }
  }

  /// Keeps lines that are not of the talk alone, all of them in one go.
  func record(lines: [any Encodable]) {
    guard !lines.isEmpty else { return }
    keep { writer throws(TranscriptWriter.Failure) in try writer.record(lines) }
  }

  /// Tries a last time to write what could not be written; says so where it is still not all on disk.
  func finish() {
    guard writer?.isWritten == false else { return }
    keep { writer throws(TranscriptWriter.Failure) in try writer.finish() }
    guard let path, writer?.isWritten == false else { return }
    complain(phrases("error.not-saved.end", ["path": path]))
    self.path = nil
  }

  private func keep(_ write: (inout TranscriptWriter) throws(TranscriptWriter.Failure) -> Void) {
    guard writer != nil else { return }
    do throws(TranscriptWriter.Failure) {
      try write(&writer!)
      if isFailing { complain(phrases("saved.again", ["path": path ?? ""])) }
      isFailing = false
    } catch {
      if !isFailing { complain(phrases("error.not-saved.now", ["path": error.path, "reason": error.reason])) }
      isFailing = true
    }
  }
}
