import ArgumentParser
import CoachingLanguage
import Evaluator
import LineEditing
import Practice
import Reporting

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Makes a report of one talk: a page to read, print and keep.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "report", abstract: Interface.phrases("report.about"))

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case html, markdown, json

    var ending: String { self == .markdown ? "md" : rawValue }
  }

  @Argument(help: .init(Interface.phrases("report.file.help"), valueName: "transcript"), completion: .file())
  var transcript: String?

  @Option(help: .init(Interface.phrases("report.format.help")))
  var format = Format.html

  @Option(
    name: .shortAndLong, help: .init(Interface.phrases("report.output.help"), valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: .init(Interface.phrases("report.open.help")))
  var open = false

  @Option(help: .init(Interface.phrases("evaluate.leader.help"), valueName: Interface.phrases("practise.name")))
  var leader: String?

  @OptionGroup var spoken: SpokenLanguage

  func run() throws {
    let path = try asked()
    let text = try text(of: report(on: path))
    if output == "-" || (output == nil && !open && !isForFile) { return Console.write(text, to: 1) }
    let target = try output ?? place(for: path)
    if WholeFile.isSame(target, path) || target.hasSuffix(".jsonl") {
      throw InputFault(message: Interface.phrases("report.own-talk", ["path": target]))
    }
    do throws(WholeFile.Failure) {
      try WholeFile.write(text, to: target)
    } catch {
      throw InputFault(message: Interface.phrases("report.unwritable", ["path": error.path, "reason": error.reason]))
    }
    Console(isPlain: false).print([Interface.phrases("report.written", ["path": target])])
    if open, !Browser.open(target) { Console.complain(Interface.phrases("report.unopened", ["path": target])) }
  }

  /// Whether a page goes to a file by itself: where it would otherwise run over somebody's screen.
  private var isForFile: Bool { format == .html && Terminal.isTerminal(1) }

  /// The file that was named, by its path or its number in the history; else the newest talk.
  private func asked() throws -> String {
    if let transcript {
      let isNamed = FileManager.default.fileExists(atPath: transcript)
      let isNumber = Int(transcript) != nil
      return isNamed || (transcript.contains("/") && !isNumber) ? transcript : try SavedTalks().path(of: transcript)
    }
    let folder = DataFolder(environment: Interface.environment)
    // One in which nothing was said has no report.
    guard let newest = folder?.newestTalk else { throw InputFault(message: Interface.phrases("report.none")) }
    return newest
  }

  private func report(on path: String) throws -> Report {
    var packs = TalkFile.Packs()
    do throws(TalkFile.Failure) {
      let file = try TalkFile(path: path, leader: leader, fallback: Interface.language, packs: &packs)
      let language = spoken.language == nil ? file.talk.language : Interface.language
      return Report(
        packs.review(of: file.talk), record: file.record, phrases: Phrasebook(language), source: path,
        command: CommandLines.practising(file.record))
    } catch {
      throw InputFault(message: error.message(Interface.phrases), exitCode: error.isUnreadable ? 2 : 1)
    }
  }

  private func text(of report: Report) -> String {
    switch format {
    case .html: report.html
    case .markdown: report.markdown
    case .json: report.json()
    }
  }

  private func place(for path: String) throws -> String {
    let folder = DataFolder(environment: Interface.environment)
    guard let place = folder?.report(of: path, ending: format.ending) else {
      throw InputFault(message: Interface.phrases("report.no-home"))
    }
    return place
  }
}

extension CommandLines {
  /// How to practise a thing with the persona of a saved talk, or with anybody.
  static func practising(_ record: RecordedTalk?) -> (Focus) -> String {
    guard let header = record?.header else { return { "doorvraag practise --focus \($0.rawValue)" } }
    return CommandLines(name: header.path ?? header.file).practise
  }
}
