import ArgumentParser
import CoachingLanguage
import Evaluator
import Practice
import Reporting

/// Reviews talks that were really held, or that were saved.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: Interface.phrases("evaluate.about"),
    discussion: Interface.phrases("evaluate.keys"))

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json, html, jsonl }

  @Argument(help: .init(Interface.phrases("evaluate.files.help"), valueName: "file"), completion: .file())
  var files: [String]

  @Option(help: .init(Interface.phrases("evaluate.leader.help"), valueName: Interface.phrases("practise.name")))
  var leader: String?

  @Option(help: .init(Interface.phrases("evaluate.language.help")), completion: .list(["nl", "en"]))
  var language: String?

  @Option(help: .init(Interface.phrases("evaluate.format.help")))
  var format = Format.text

  @Flag(help: .init(Interface.phrases("practise.ascii.help")))
  var ascii = false

  @Flag(help: .init(Interface.phrases("practise.plain.help")))
  var plain = false

  func validate() throws {
    if let language, Language(locale: language) == nil {
      throw ValidationError(Interface.phrases("error.language", ["name": language]))
    }
    if format == .html, files.count > 1 { throw ValidationError(Interface.phrases("evaluate.one-page")) }
  }

  func run() throws {
    let console = Console(isPlain: plain, isASCII: ascii)
    var packs = TalkFile.Packs()
    var bar = ProgressBar(Interface.phrases("evaluate.progress"))
    var failures: [TalkFile.Failure] = []
    var shown = 0
    let isList = format == .json && files.count > 1
    for (number, path) in files.enumerated() {
      if files.count > 1 { bar.show(number, of: files.count) }
      do throws(TalkFile.Failure) {
        let report = try report(on: path, &packs)
        bar.clear()
        if isList { Console.write(shown == 0 ? "[" : ",", to: 1) }
        show(report, path, isFirst: shown == 0, console)
        shown += 1
      } catch {
        bar.clear()
        failures.append(error)
        let message = error.message(Interface.phrases)
        Console.complain(message)
        if format == .jsonl { Console.write(failed(path, message), to: 1) }
      }
    }
    bar.clear()
    if isList { Console.write(shown == 0 ? "[]\n" : "]\n", to: 1) }
    guard !failures.isEmpty else { return }
    if files.count > 1 {
      let places = ["count": String(failures.count), "all": String(files.count)]
      Console.complain(Interface.phrases("evaluate.skipped", places))
    }
    throw ExitCode(failures.allSatisfy(\.isUnreadable) && shown == 0 ? 2 : 1)
  }

  private func report(on path: String, _ packs: inout TalkFile.Packs) throws(TalkFile.Failure) -> Report {
    let file = try TalkFile(
      path: path == "-" ? "/dev/stdin" : path, leader: leader, language: language.flatMap { Language(locale: $0) },
      fallback: Interface.language, packs: &packs)
    return Report(
      packs.review(of: file.talk), record: file.record, phrases: Interface.phrases, source: path == "-" ? "" : path,
      command: CommandLines.practising(file.record))
  }

  private func show(_ report: Report, _ path: String, isFirst: Bool, _ console: Console) {
    switch format {
    case .text:
      if files.count > 1 {
        if !isFirst { console.print() }
        console.print(path, .strong)
      }
      console.print(report)
    case .markdown: Console.write((isFirst ? "" : "\n") + report.markdown, to: 1)
    case .json: Console.write(report.json(), to: 1)
    case .jsonl: Console.write(report.json(withConversation: false), to: 1)
    case .html: Console.write(report.html, to: 1)
    }
  }

  /// The line of a file that could not be read, so that there is one for every file.
  private func failed(_ path: String, _ message: String) -> String {
    var json = JSONText()
    json.object { json in
      json.key("file")
      json.value(path)
      json.key("error")
      json.value(message)
    }
    json.newline()
    return json.text
  }
}
