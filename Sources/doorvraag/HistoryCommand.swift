import ArgumentParser
import CoachingLanguage
import LineEditing
import Practice
import Reporting

/// The leader's talks so far; and deleting them or taking them along, because they are theirs.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: Interface.phrases("history.about"),
    subcommands: [HistoryListCommand.self, HistoryDeleteCommand.self, HistoryExportCommand.self],
    defaultSubcommand: HistoryListCommand.self)
}

/// Which talks are shown, and in what form.
struct HistoryOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv, html }

  @Option(help: .init(Interface.phrases("history.persona.help"), valueName: Interface.phrases("practise.name")))
  var persona: String?

  @Option(help: .init(Interface.phrases("history.format.help")))
  var format = Format.text

  @Flag(help: .init(Interface.phrases("practise.ascii.help")))
  var ascii = false

  @OptionGroup var spoken: SpokenLanguage
}

struct HistoryListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Interface.phrases("history.list.about"))

  @OptionGroup var options: HistoryOptions

  func run() throws {
    let saved = SavedTalks()
    let (talks, numbers) = try saved.chosen(persona: options.persona)
    let files = HistoryFiles(phrases: Interface.phrases)
    switch options.format {
    case .json: Console.write(files.json(talks, numbers: numbers), to: 1)
    case .csv: Console.write(files.csv(talks, numbers: numbers), to: 1)
    case .html: Console.write(files.html(talks, numbers: numbers), to: 1)
    case .text: show(talks, numbers, saved.history.emptyCount)
    }
    saved.complain()
  }

  private func show(_ talks: [TalkSummary], _ numbers: [Int], _ empty: Int) {
    let console = Console(isPlain: false, isASCII: options.ascii)
    let phrases = Interface.phrases
    guard let last = numbers.last else { return console.print(phrases("history.none")) }
    console.print(HistoryText(phrases: phrases, layout: console.layout).list(talks, numbers: numbers))
    if options.persona == nil, empty > 0 { console.print(phrases.counted("history.empty", empty), .faint) }
    if console.isScreen { console.print(phrases("history.how", ["number": String(last)]), .faint) }
  }
}

struct HistoryDeleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: Interface.phrases("history.delete.about"))

  @Argument(help: .init(Interface.phrases("history.which.help"), valueName: "talk"))
  var talks: [String] = []

  @Flag(help: .init(Interface.phrases("history.all.help")))
  var all = false

  @Flag(help: .init(Interface.phrases("history.yes.help")))
  var yes = false

  @OptionGroup var spoken: SpokenLanguage

  func validate() throws {
    if talks.isEmpty, !all { throw ValidationError(Interface.phrases("history.delete.none")) }
  }

  func run() throws {
    let phrases = Interface.phrases
    let console = Console(isPlain: false)
    let paths = try paths()
    guard let folder = DataFolder(environment: Interface.environment), !paths.isEmpty else {
      return console.print(phrases("history.none"))
    }
    guard try yes || isSure(paths.count, console) else { return console.print(phrases("history.delete.stopped")) }
    var deleted = 0
    for path in paths {
      // Whoever is having a talk would go on with a file that is no longer there.
      guard !TranscriptWriter.isTaken(path) else {
        Console.complain(phrases("history.delete.open", ["path": path]))
        continue
      }
      do throws(WholeFile.Failure) {
        try folder.delete(path)
        deleted += 1
      } catch {
        Console.complain(phrases("history.delete.failed", ["path": error.path, "reason": error.reason]))
      }
    }
    console.print(deleted == 0 ? phrases("history.delete.stopped") : phrases.counted("history.delete.done", deleted))
    if deleted < paths.count { throw ExitCode(1) }
  }

  /// What is to go; all numbers mean what they meant before the first of them went.
  private func paths() throws -> [String] {
    if all { return DataFolder(environment: Interface.environment)?.talkFiles ?? [] }
    let saved = SavedTalks()
    var paths: [String] = []
    for name in talks {
      let path = try saved.path(of: name)
      if !paths.contains(path) { paths.append(path) }
    }
    return paths
  }

  private func isSure(_ count: Int, _ console: Console) throws -> Bool {
    let phrases = Interface.phrases
    guard console.isScreen else { throw InputFault(message: phrases("history.delete.pipe")) }
    let word = phrases("history.delete.yes")
    let key = count == 1 ? "history.delete.ask.one" : "history.delete.ask"
    let question = phrases(key, ["count": String(count), "yes": "'\(word)'"])
    let typed = LineSource.editor(LineEditor(historyFile: nil)).read(prompt: question + " ")
    if case .line(let line) = typed { return Folding.fold(Words.trimmed(line)) == word }
    return false
  }
}

struct HistoryExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: Interface.phrases("history.export.about"))

  @Argument(help: .init(Interface.phrases("history.export.folder.help"), valueName: "folder"), completion: .directory)
  var folder = "doorvraag-export"

  @OptionGroup var spoken: SpokenLanguage

  func run() throws {
    let phrases = Interface.phrases
    let saved = SavedTalks()
    let paths = saved.folder?.talkFiles ?? []
    guard !paths.isEmpty else { return Console(isPlain: false).print(phrases("history.none")) }
    guard DataFolder.isFree(folder) else {
      throw InputFault(message: phrases("history.export.taken", ["path": folder]))
    }
    guard DataFolder.make(folder) else {
      throw InputFault(message: phrases("report.unwritable", ["path": folder, "reason": ""]))
    }
    do throws(WholeFile.Failure) {
      // Also what can't be read is the leader's: it goes along as it is.
      for path in paths { try copy(path) }
      let talks = saved.history.talks
      let numbers = talks.indices.map { $0 + 1 }
      try WholeFile.write(
        HistoryFiles(phrases: phrases).csv(talks, numbers: numbers), to: folder + "/history.csv")
      for talk in talks { try writeReview(of: talk) }
    } catch {
      throw InputFault(message: phrases("report.unwritable", ["path": error.path, "reason": error.reason]))
    }
    saved.complain()
    let key = paths.count == 1 ? "history.export.done.one" : "history.export.done"
    Console(isPlain: false).print([phrases(key, ["count": String(paths.count), "path": folder])])
  }

  private func copy(_ path: String) throws(WholeFile.Failure) {
    let file = path.split(separator: "/").last.map(String.init) ?? "talk.jsonl"
    try WholeFile.copy(path, to: folder + "/" + file)
  }

  private func writeReview(of talk: TalkSummary) throws(WholeFile.Failure) {
    guard let record = try? RecordedTalk(path: talk.path) else { return }
    let pack = LanguagePack.shipped(talk.language) ?? LanguagePack.shipped(.english)
    guard let pack else { return }
    let report = Report(
      .init(of: record.talk, pack: pack), record: record, phrases: Phrasebook(talk.language),
      command: CommandLines.practising(record))
    try WholeFile.write(report.markdown, to: folder + "/" + talk.name + ".md")
  }
}
