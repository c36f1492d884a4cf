import CoachingLanguage
import Evaluator
import LineEditing
import Practice
import Reporting
import Workshop

/// A workshop at a terminal or through a pipe, from the first line to what is kept of it.
struct WorkshopSession {
  var group: Workshop
  let phrases: Phrasebook
  let console: Console
  let source: LineSource
  let recorder: Recorder
  let bank: DiscussionBank
  /// Whether the facilitator sees more than the room does, because the room looks at another screen.
  var isDesk = false

  /// What there is to tell under the screen.
  private var told: [(text: String, style: Console.Style)] = []
  /// Something to read in the place of the screen, and which page of it.
  private var panel: (screen: PanelScreen, page: Int)?
  /// What there is to say of the talk, once it is looked back on.
  private(set) var review: Review?
  private let complaints = Complaints()
  /// What was printed last, where there is no screen.
  private let printed = Printed()

  /// What can't be kept is told under the screen, and not in the middle of it.
  private final class Complaints { var texts: [String] = [] }

  private final class Printed { var lines: [ReviewText.Line] = [] }

  /// - Parameter complaints: What could not be kept already.
  init(
    group: Workshop, phrases: Phrasebook, console: Console, source: LineSource, recorder: Recorder,
    bank: DiscussionBank, complaints: [String] = []
  ) {
    self.group = group
    self.phrases = phrases
    self.console = console
    self.source = source
    self.recorder = recorder
    self.bank = bank
    let told = self.complaints
    told.texts = complaints
    if console.isScreen { recorder.complain = { told.texts.append($0) } }
  }

  var now: Int { Interface.seconds }
  var name: String { group.practice.persona.firstName }

  func say(_ key: String, _ places: [String: String] = [:]) -> String {
    phrases(key, places.merging(["name": name, "Name": name]) { given, _ in given })
  }

  /// Goes on until the facilitator ends or leaves it.
  mutating func run() {
    if group.room.part != nil { review = group.practice.review }
    while true {
      switch read(prompt: "> ") {
      case .end: return leave()
      case .abandoned:
        told = []
        panel = nil
      case .line(let line):
        source.remember(line)
        told = []
        if take(Words.trimmed(line)) { return }
      }
    }
  }

  /// What a line asks for; true where it is the last.
  private mutating func take(_ line: String) -> Bool {
    if panel != nil, line.isEmpty || line.hasPrefix("/") {
      if turnPage(), line.isEmpty { return false }
    }
    panel = nil
    switch WorkshopOrder.read(line, phrases) {
    case nil where line.isEmpty: return goOn()
    case nil: type(line)
    case .command(.end, _): return end()
    case .command(.leave, _):
      leave()
      return true
    case .command(let order, let argument): obey(order, argument)
    case .unknown(let name, let nearest):
      let places = ["name": Quote.shortened(name), "nearest": nearest ?? "", "help": WorkshopOrder.help.name(phrases)]
      tell(phrases(nearest == nil ? "command.unknown" : "command.nearest", places))
    }
    return false
  }

  /// What Enter alone does: the next thing there is to see. True where that was the last.
  private mutating func goOn() -> Bool {
    let room = group.room
    if let part = room.part {
      let review = WorkshopReview(group.recorded, review: review, phrases: phrases)
      if room.card < review.cardCount(part) {
        group.look(at: room.card + 1, at: now)
        return false
      }
      guard let next = part.following else { return end() }
      begin(next)
      return false
    }
    let isSeen = room.isSaid || room.round.contains { $0.tried != nil }
    if isSeen, !room.isFeedbackShown { group.show(feedback: true, at: now) }
    return false
  }

  private mutating func type(_ line: String) {
    if group.room.part != nil { return group.answer(line, at: now) }
    attempt { session throws(Workshop.Refusal) in
      let line = WorkshopSession.isSilence(line) ? "" : line
      session.tellOf(unknown: try session.group.propose(line, at: session.now))
    }
  }

  /// Tells that a name before a line is nobody's here.
  mutating func tellOf(unknown name: String?) {
    guard let name else { return }
    let hasNames = group.room.names.contains { !$0.isEmpty }
    let places = ["who": name, "name-command": WorkshopOrder.name.name(phrases)]
    tell(say(hasNames ? "workshop.unknown-name" : "workshop.no-names", places))
  }

  /// Dots alone are silence, which somebody may propose too.
  private static func isSilence(_ line: String) -> Bool { line.allSatisfy { ".… ".contains($0) } }

  /// Does something, or tells why it can't be done.
  mutating func attempt(_ body: (inout WorkshopSession) throws(Workshop.Refusal) -> Void) {
    do throws(Workshop.Refusal) {
      try body(&self)
    } catch {
      switch error {
      case .full: tell(say("workshop.full", ["count": String(WorkshopRecord.mostProposals)]))
      case .noLine: tell(say("workshop.no-line"))
      case .seen: tell(say("workshop.seen"))
      case .nothing: tell(say("workshop.nothing"))
      case .nobody(let nearest?): tell(say("workshop.nobody.nearest", ["nearest": nearest]))
      case .nobody: tell(say("workshop.nobody", ["name-command": WorkshopOrder.name.name(phrases)]))
      }
    }
  }

  // MARK: Telling

  mutating func tell(_ text: String, _ style: Console.Style = .strong) { told.append((text, style)) }

  mutating func clearTold() { told = [] }

  /// Shows something to read in the place of the screen.
  mutating func show(_ screen: PanelScreen) { panel = (screen, 0) }

  /// False where the last page was shown.
  private mutating func turnPage() -> Bool {
    guard let open = panel else { return false }
    let rows = Terminal.size().rows - 3
    let isLast = open.page + 1 >= open.screen.pages(console.wholeLayout, rows: max(1, rows)).count
    panel = isLast || !console.isScreen ? nil : (open.screen, open.page + 1)
    return true
  }

  /// Tells how the persona was found where a workshop is gone on with.
  mutating func tellOf(_ change: Practice.Change) {
    switch change {
    case .none: tell(say("workshop.resumed"), .plain)
    case .fileAlone: tell(say("resume.file"))
    case .answers(let turn): tell(say("resume.answers", ["turn": String(turn)]))
    }
  }

  /// Puts what happened on disk, before anything of it is shown.
  mutating func keep() { recorder.record(lines: group.takeLines()) }

  // MARK: Reading

  /// Asks for one line under the screen.
  mutating func read(prompt: String) -> LineSource.Input {
    keep()
    for text in complaints.texts { tell(text) }
    complaints.texts = []
    let phrases = phrases
    let completing = { (typed: String) in WorkshopOrder.completions(of: typed, phrases) }
    guard console.isScreen else {
      printChanges()
      return source.read(prompt: prompt, completing: completing)
    }
    let screen = WholeScreen(console: console, phrases: phrases)
    let session = self
    let told = told.isEmpty ? [(text: nextStep, style: Console.Style.plain)] : told
    let draw = { (typed: Int) in screen.drawn(told, typed: typed) { session.lines($0, rows: $1) } }
    return source.read(prompt: prompt, under: draw, screen, completing: completing)
  }

  /// The screen as it is now.
  private func lines(_ layout: Layout, rows: Int) -> [ReviewText.Line] {
    if let panel {
      let pages = panel.screen.pages(layout, rows: rows)
      return pages[min(panel.page, pages.count - 1)]
    }
    if isDesk, group.room.part == nil { return DeskScreen(group, phrases: phrases, now: now).lines(layout, rows: rows) }
    return RoomScreen(group.recorded, review: review, phrases: phrases, now: now).lines(layout, rows: rows)
  }

  /// Into a pipe goes what is not as it was printed last.
  private func printChanges() {
    if let panel { console.print(panel.screen.text(console.layout)) }
    for text in told { console.print(text.text) }
    let now = RoomScreen(group.recorded, review: review, phrases: phrases, now: now).text(console.layout)
    guard now != printed.lines else { return }
    printed.lines = now
    console.print(now)
    console.print()
  }

  /// What can be done next, for whoever does this for the first time.
  private var nextStep: String {
    let room = group.room
    let places = Dictionary(uniqueKeysWithValues: WorkshopOrder.allCases.map { ($0.rawValue, $0.name(phrases)) })
    func step(_ key: String) -> String { say("workshop.step." + key, places) }
    if panel != nil { return step("page") }
    if let part = room.part {
      let review = WorkshopReview(group.recorded, review: review, phrases: phrases)
      return step(room.card >= review.cardCount(part) ? "review" : room.card == 0 ? "review.beside" : "review.more")
    }
    if room.isSaid { return step(room.isFeedbackShown ? "talk" : "reveal") }
    if room.round.isEmpty { return step("propose") }
    if room.round.contains(where: { $0.tried != nil }) { return step(room.isFeedbackShown ? "choose" : "reveal") }
    return step(room.round.contains { $0.hands == nil } ? "hands" : "say")
  }

  // MARK: Looking back

  /// Begins a part of the review; what the observers counted comes before what happened.
  private mutating func begin(_ part: AfterAction) {
    if part == .happened { count() }
    group.review(part, at: now)
    review = group.practice.review
  }

  /// Begins the review, or ends it; true where all is over.
  private mutating func end() -> Bool {
    guard group.room.part != nil else {
      begin(.meant)
      return false
    }
    finish()
    return true
  }
}
