import CoachingLanguage
import Practice

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A conversation that is gone on with, found by what the leader asked for.
struct ResumedTalk {
  let practice: Practice
  let change: Practice.Change
  let recorder: Recorder
  let commands: CommandLines

  /// - Parameter asked: The file of a conversation, or the name of a persona; `nil` for the newest that is not finished.
  init(asked: String?, library: PersonaLibrary, folder: DataFolder?) throws {
    let interface = Interface.phrases
    let path = try ResumedTalk.path(asked, folder)
    let writer = try ResumedTalk.writer(for: path)
    let record: RecordedTalk
    do throws(RecordedTalk.Failure) {
      record = try RecordedTalk(path: path)
    } catch {
      throw InputFault(message: error.message(interface))
    }
    let entry = try ResumedTalk.entry(of: record, at: path, library)
    let phrases = Phrasebook(record.header.language)
    guard let pack = LanguagePack.shipped(record.header.language) else {
      throw InputFault(
        message: interface("error.talk.language", ["path": path, "name": record.header.language.rawValue]))
    }
    do throws(Practice.ResumeFailure) {
      (practice, change) = try Practice.resume(
        record, persona: entry.persona, pack: pack, phrases: phrases, at: Interface.now)
    } catch {
      throw InputFault(message: ResumedTalk.message(for: error, path: path, entry))
    }
    let isNewest = folder?.unfinishedTalk() == path
    commands = CommandLines(name: entry.path ?? entry.name, transcript: isNewest ? nil : path)
    recorder = Recorder(appendingTo: writer, phrases: phrases)
  }

  private static func path(_ asked: String?, _ folder: DataFolder?) throws -> String {
    if let asked {
      let isFile = asked.hasSuffix(".jsonl") || FileManager.default.fileExists(atPath: asked)
      // A persona's own file is no conversation, but it does say with whom one was.
      if isFile, !asked.hasSuffix(".md") { return asked }
      let name = asked.hasSuffix(".md") ? URL(filePath: asked).resolvingSymlinksInPath().path : asked
      if let path = folder?.unfinishedTalk(with: name) { return path }
      throw InputFault(message: Interface.phrases("error.resume.none-with", ["name": asked]), exitCode: 2)
    }
    if let path = folder?.unfinishedTalk() { return path }
    throw InputFault(message: Interface.phrases("error.resume.none"), exitCode: 2)
  }

  static func writer(for path: String) throws -> TranscriptWriter {
    do throws(TranscriptWriter.Failure) {
      return try TranscriptWriter(appendingTo: path)
    } catch {
      let isThere = FileManager.default.fileExists(atPath: path)
      let key = error.isTaken ? "error.resume.taken" : isThere ? "persona.unwritable" : "error.unreadable"
      throw InputFault(message: Interface.phrases(key, ["path": path]), exitCode: error.isTaken || isThere ? 1 : 2)
    }
  }

  /// The persona the conversation was with: where its file was, or else by its name.
  static func entry(of record: RecordedTalk, at path: String, _ library: PersonaLibrary) throws
    -> PersonaLibrary.Entry
  {
    let header = record.header
    do throws(PersonaLibrary.Failure) {
      if let file = header.path { return try library.persona(file) }
      return try library.persona(header.file)
    } catch {
      switch error {
      case .faulty: throw InputFault(message: error.message(Interface.phrases))
      case .unknown, .unreadable:
        let places = ["path": path, "name": record.talk.name ?? header.persona, "file": header.path ?? header.file]
        throw InputFault(message: Interface.phrases("error.resume.gone", places))
      }
    }
  }

  static func message(
    for failure: Practice.ResumeFailure, path: String, _ entry: PersonaLibrary.Entry
  ) -> String {
    let file = entry.path ?? entry.name
    return switch failure {
    case .otherPersona(let was, let now):
      Interface.phrases("error.resume.other", ["path": path, "file": file, "was": was, "now": now])
    case .otherOpening:
      Interface.phrases("error.resume.opening", ["path": path, "name": entry.persona.firstName])
    }
  }
}
