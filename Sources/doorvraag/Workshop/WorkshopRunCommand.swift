import ArgumentParser
import CoachingLanguage
import LineEditing
import Practice
import Workshop

struct WorkshopRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: Interface.phrases("workshop.run.about"))

  @Argument(help: .init(Interface.phrases("practise.name.help"), valueName: Interface.phrases("practise.name")))
  var name: String?

  @Flag(help: .init(Interface.phrases("workshop.resume.help")))
  var resume = false

  @OptionGroup var choices: WorkshopChoices

  @Flag(help: .init(Interface.phrases("workshop.desk.help")))
  var desk = false

  @Flag(help: .init(Interface.phrases("practise.plain.help")))
  var plain = false

  @Flag(help: .init(Interface.phrases("practise.ascii.help")))
  var ascii = false

  @Option(help: .init(Interface.phrases("practise.seed.help")))
  var seed: UInt64?

  @Option(help: .init(Interface.phrases("practise.transcript.help"), valueName: "file"), completion: .file())
  var transcript: String?

  @OptionGroup var spoken: SpokenLanguage

  func validate() throws {
    guard resume else { return }
    let others = ["--setup": choices.setup, "--seed": seed.map { String($0) }, "--transcript": transcript]
    if let option = others.filter({ $0.value != nil }).keys.min() {
      throw ValidationError(Interface.phrases("error.resume.option", ["option": option]))
    }
  }

  func run() throws {
    let console = Console(isPlain: plain, isASCII: ascii)
    let folder = DataFolder(environment: Interface.environment)
    let library = PersonaLibrary(folder: folder)
    let source: LineSource = console.isScreen ? .editor(LineEditor(historyFile: nil)) : .plain(PlainLineReader())
    var session: WorkshopSession
    if resume {
      session = try resumed(library, folder, console, source)
    } else {
      guard let begun = try begun(library, folder, console, source) else { return }
      session = begun
    }
    session.isDesk = desk || session.isDesk
    session.run()
  }

  /// A new workshop, set up on one screen where there is one; `nil` where the facilitator leaves it.
  private func begun(
    _ library: PersonaLibrary, _ folder: DataFolder?, _ console: Console, _ source: LineSource
  ) throws -> WorkshopSession? {
    let file = try choices.file()
    var setup = WorkshopSetting(file: file, entry: try entry(name ?? file.persona, library), isDesk: desk)
    if console.isScreen, !setup.choose(source: source, console: console, library: library) { return nil }
    let persona = setup.entry.persona
    let phrases = Phrasebook(persona.language)
    guard let pack = LanguagePack.shipped(persona.language) ?? LanguagePack.shipped(.english) else { return nil }
    let bank = try choices.bank(setup.file.questions, phrases)
    let now = Interface.seconds
    let practice = Practice(
      persona: persona, pack: pack, phrases: phrases, seed: seed ?? UInt64.random(in: 0...UInt64(UInt32.max)),
      setting: .init(name: setup.entry.name, path: setup.entry.path, started: TimeText.text(now)))
    let path = transcript ?? folder?.newWorkshop(with: setup.entry.name, at: TimeText.text(now))
    var complaints: [String] = []
    let recorder = try Recorder(for: practice, path: path, folder: nil, phrases: phrases) { text in
      if console.isScreen { complaints.append(text) } else { Console.complain(text) }
    }
    var agreed = setup.file.setup
    if agreed.aim.isEmpty { agreed.aim = persona.aim }
    let group = Workshop(practice, agreed, at: now, label: WorkshopRunCommand.label(phrases))
    var session = WorkshopSession(
      group: group, phrases: phrases, console: console, source: source, recorder: recorder, bank: bank,
      complaints: complaints)
    session.isDesk = setup.isDesk
    return session
  }

  private func entry(_ name: String?, _ library: PersonaLibrary) throws -> PersonaLibrary.Entry {
    guard let name else {
      // Whoever names nobody gets somebody easy in their own language.
      let all = library.all()
      let own = all.filter { $0.persona.language == Interface.language }
      guard let entry = own.first(where: { $0.persona.difficulty == .easy }) ?? own.first ?? all.first else {
        throw InputFault(message: Interface.phrases("menu.none"))
      }
      return entry
    }
    do {
      return try library.persona(name)
    } catch {
      throw InputFault(message: error.message(Interface.phrases))
    }
  }

  /// The newest workshop that is not over, or the one that was asked for.
  private func resumed(
    _ library: PersonaLibrary, _ folder: DataFolder?, _ console: Console, _ source: LineSource
  ) throws -> WorkshopSession {
    let path = try asked(folder)
    let writer = try ResumedTalk.writer(for: path)
    let recorded: RecordedWorkshop
    do throws(RecordedTalk.Failure) {
      recorded = try RecordedWorkshop(path: path)
    } catch {
      throw InputFault(message: error.message(Interface.phrases))
    }
    let entry = try ResumedTalk.entry(of: recorded.talk, at: path, library)
    let phrases = Phrasebook(entry.persona.language)
    guard let pack = LanguagePack.shipped(entry.persona.language) else {
      throw InputFault(
        message: Interface.phrases("error.talk.language", ["path": path, "name": phrases.language.rawValue]))
    }
    let bank = try choices.bank(choices.file().questions, phrases)
    let names = try choices.file().setup.names
    do throws(Practice.ResumeFailure) {
      let (group, change) = try Workshop.resume(
        recorded, persona: entry.persona, pack: pack, phrases: phrases, names: names, at: Interface.seconds,
        label: WorkshopRunCommand.label(phrases))
      let recorder = Recorder(appendingTo: writer, phrases: phrases)
      var session = WorkshopSession(
        group: group, phrases: phrases, console: console, source: source, recorder: recorder, bank: bank)
      session.tellOf(change)
      return session
    } catch {
      throw InputFault(message: ResumedTalk.message(for: error, path: path, entry))
    }
  }

  private func asked(_ folder: DataFolder?) throws -> String {
    if let name, name.hasSuffix(".jsonl") || name.contains("/") { return name }
    if let path = folder?.unfinishedWorkshop(with: name) { return path }
    throw InputFault(message: Interface.phrases("workshop.resume.none"), exitCode: 2)
  }

  /// What somebody is called who goes without a name.
  static func label(_ phrases: Phrasebook) -> @Sendable (Int) -> String {
    { phrases("workshop.participant", ["number": String($0 + 1)]) }
  }
}
