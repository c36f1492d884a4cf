import CoachingLanguage
import Evaluator
import Practice
import Reporting
import Workshop

/// What a second screen follows: the file of a talk, as others write it.
struct Stage {
  /// The file that was asked for; `nil` to follow whichever talk is going on.
  private let asked: String?
  private let folder: DataFolder?
  private var packs = TalkFile.Packs()

  /// The file that is followed; `nil` until there is one.
  private(set) var path: String?
  private var watch: FileWatch?
  private var workshop: RecordedWorkshop?
  private var review: Review?
  private var failure: String?
  /// Whether somebody has it open.
  private var isGoingOn = false
  private var isGone = false

  /// How many of the newest files are looked at for one that is going on.
  private static let newest = 20

  init(asked: String?, folder: DataFolder?) {
    self.asked = asked
    self.folder = folder
    if let asked { follow(asked) }
  }

  /// The talks that are going on: those of groups, or else those of leaders alone.
  static func goingOn(_ folder: DataFolder?) -> [String] {
    guard let folder else { return [] }
    let workshops = folder.workshopFiles.suffix(newest).filter { TranscriptWriter.isTaken($0) }
    return workshops.isEmpty ? folder.talkFiles.suffix(newest).filter { TranscriptWriter.isTaken($0) } : workshops
  }

  /// Whether all is over, so that there is nothing more to follow.
  var isOver: Bool { workshop.map { $0.room?.ended ?? $0.talk.ended != nil } ?? false }

  private mutating func follow(_ path: String) {
    self.path = path
    watch = FileWatch(path: path)
    isGone = false
    read()
    isGoingOn = TranscriptWriter.isTaken(path)
  }

  /// Looks whether something was written; true where it was.
  mutating func look() -> Bool {
    guard var watch else { return false }
    let event = watch.look(isPatient: false)
    self.watch = watch
    switch event {
    case nil: return false
    case .vanished: isGone = true
    case .saved:
      isGone = false
      read()
    }
    return true
  }

  /// Looks whether the talk is going on, and for another where it is not; true where that changed.
  mutating func lookAround() -> Bool {
    let wasGoingOn = isGoingOn
    isGoingOn = path.map { TranscriptWriter.isTaken($0) } ?? false
    if asked == nil, !isGoingOn, let other = Stage.goingOn(folder).last, other != path {
      follow(other)
      return true
    }
    return wasGoingOn != isGoingOn
  }

  private mutating func read() {
    guard let path else { return }
    do throws(RecordedTalk.Failure) {
      let read = try RecordedWorkshop(path: path)
      workshop = read
      review = read.room?.part == nil ? nil : packs.review(of: read.talk.talk)
      failure = nil
    } catch {
      // What nobody has begun to write is waited for.
      failure = [.unreadable, .empty].contains(error.reason) ? nil : error.message(Interface.phrases)
      if failure == nil { workshop = nil }
    }
  }

  // MARK: What is seen

  func lines(_ layout: Layout, rows: Int, now: Int) -> [ReviewText.Line] {
    let interface = Interface.phrases
    func page(_ key: String) -> [ReviewText.Line] {
      RoomScreen.page(layout, rows: rows, title: interface(key), text: interface(key + ".text"))
    }
    if let failure { return RoomScreen.page(layout, rows: rows, title: interface("stage.failed"), text: failure) }
    if isGone { return page("stage.gone") }
    return screen(now)?.lines(layout, rows: rows) ?? page("stage.waiting")
  }

  func text(_ layout: Layout, now: Int) -> [ReviewText.Line] { screen(now)?.text(layout) ?? [] }

  private func screen(_ now: Int) -> RoomScreen? {
    guard let workshop else { return nil }
    let phrases = Phrasebook(workshop.talk.header.language)
    var screen = RoomScreen(workshop, review: review, phrases: phrases, now: now)
    if !isGoingOn, !isOver { screen.notice = phrases("stage.stands-still") }
    return screen
  }
}
