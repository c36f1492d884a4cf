import ArgumentParser
import CoachingLanguage
import LineEditing
import Practice
import Reporting
import Workshop

/// What a review or a sheet is written as.
enum WorkshopFormat: String, ExpressibleByArgument, CaseIterable {
  case text, markdown, html

  /// The one a file's name asks for; `nil` where it asks for none.
  init?(ending path: String) {
    switch path.split(separator: ".").last?.lowercased() {
    case "html", "htm": self = .html
    case "md", "markdown": self = .markdown
    case "txt": self = .text
    default: return nil
    }
  }
}

struct WorkshopReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: Interface.phrases("workshop.review.about"))

  @Argument(help: .init(Interface.phrases("workshop.review.file.help"), valueName: "file"), completion: .file())
  var file: String?

  @Option(help: .init(Interface.phrases("workshop.review.format.help")))
  var format: WorkshopFormat?

  @Option(
    name: .shortAndLong, help: .init(Interface.phrases("report.output.help"), valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: .init(Interface.phrases("workshop.review.anonymous.help")))
  var anonymous = false

  @Flag(help: .init(Interface.phrases("workshop.review.notes.help")))
  var notes = false

  @OptionGroup var spoken: SpokenLanguage

  func run() throws {
    guard let path = file ?? DataFolder(environment: Interface.environment)?.workshopFiles.last else {
      throw InputFault(message: Interface.phrases("workshop.review.none"), exitCode: 2)
    }
    var recorded = try KeptWorkshop.read(path)
    guard recorded.room != nil else {
      throw InputFault(message: Interface.phrases("workshop.review.no-group", ["path": path]))
    }
    if anonymous {
      if TranscriptWriter.isTaken(path) {
        throw InputFault(message: Interface.phrases("workshop.review.taken", ["path": path]))
      }
      recorded = try KeptWorkshop.takeNamesOut(of: path)
    }
    let language = spoken.language == nil ? recorded.talk.header.language : Interface.language
    let review = KeptWorkshop.review(of: recorded, Phrasebook(language))
    let console = Console(isPlain: false)
    if notes { return console.print(review.notes(console.layout)) }
    let format = format ?? output.flatMap(WorkshopFormat.init(ending:)) ?? .text
    guard output != nil || format != .text else { return console.print(review.lines(console.layout)) }
    let text =
      switch format {
      case .html: review.html
      case .markdown: review.markdown
      case .text: review.lines(console.layout).map { $0.text + "\n" }.joined()
      }
    try KeptWorkshop.put(text, output, besides: path, told: "workshop.kept", console)
  }
}

/// A workshop on disk: reading it, taking names out, and writing what is made of it.
enum KeptWorkshop {
  static func read(_ path: String) throws -> RecordedWorkshop {
    do throws(RecordedTalk.Failure) {
      return try RecordedWorkshop(path: path)
    } catch {
      throw InputFault(
        message: error.message(Interface.phrases), exitCode: error.reason == .unreadable ? 2 : 1)
    }
  }

  static func review(of recorded: RecordedWorkshop, _ phrases: Phrasebook) -> WorkshopReview {
    var packs = TalkFile.Packs()
    return WorkshopReview(recorded, review: packs.review(of: recorded.talk.talk), phrases: phrases)
  }

  /// Writes the file anew without names; gives what is in it then.
  static func takeNamesOut(of path: String) throws -> RecordedWorkshop {
    let recorded = try read(path)
    guard let contents = FileContents(path: path, limit: RecordedTalk.largestByteCount) else { return recorded }
    let label = WorkshopRunCommand.label(Phrasebook(recorded.talk.header.language))
    let clean: [UInt8]
    do throws(RecordedTalk.Failure) {
      clean = try NamelessFile.bytes(of: contents.bytes, label: label)
    } catch {
      throw InputFault(message: error.message(Interface.phrases))
    }
    try write(String(decoding: clean, as: UTF8.self), to: path)
    return try read(path)
  }

  /// Writes a text to the file that was asked for, or to standard output.
  ///
  /// - Parameter told: The phrase that says where it is then.
  static func put(
    _ text: String, _ output: String?, besides source: String? = nil, told: String, _ console: Console
  ) throws {
    guard let output, output != "-" else { return Console.write(text, to: 1) }
    if output.hasSuffix(".jsonl") || source.map({ WholeFile.isSame(output, $0) }) ?? false {
      throw InputFault(message: Interface.phrases("report.own-talk", ["path": output]))
    }
    try write(text, to: output)
    console.print([Interface.phrases(told, ["path": output])])
  }

  private static func write(_ text: String, to path: String) throws {
    do throws(WholeFile.Failure) {
      try WholeFile.write(text, to: path)
    } catch {
      throw InputFault(message: Interface.phrases("report.unwritable", ["path": error.path, "reason": error.reason]))
    }
  }
}
