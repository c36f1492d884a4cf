public import CoachingLanguage
import Evaluator
public import Personas
public import Practice

/// A workshop that goes on: a conversation with a persona, and the group that has it.
///
/// What time it is, it is told: seconds since 1970, as `now`. Everything that happens is handed on by ``takeLines()``, to be on disk
/// before the room sees it.
public struct Workshop: Sendable {
  public private(set) var practice: Practice
  public private(set) var room: WorkshopRecord
  /// Keeps names out of what is written, where nobody is to be named.
  private var cleaner: NameCleaner?
  /// The names by which somebody can be meant, also where they are not written.
  private(set) var called: [String]
  private var lines: [Line] = []

  /// A line of the file.
  public enum Line: Sendable, Encodable {
    case talk(Transcript.Event)
    case room(WorkshopFile.Line)

    public func encode(to encoder: any Encoder) throws {
      switch self {
      case .talk(let event): try event.encode(to: encoder)
      case .room(let line): try line.encode(to: encoder)
      }
    }
  }

  /// A workshop that begins.
  ///
  /// - Parameter label: What somebody is called who has this place and no name.
  public init(
    _ practice: Practice, _ setup: WorkshopSetup, at now: Int, label: @escaping @Sendable (Int) -> String
  ) {
    self.practice = practice
    called = setup.names
    let kept = setup.isAnonymous ? setup.withoutNames : setup
    room = WorkshopRecord(kept, at: now)
    if setup.isAnonymous { cleaner = NameCleaner(setup.names, besides: practice.persona, label: label) }
    lines = [.room(.init(when: now, event: .begin(cleaned(kept))))]
    room = WorkshopRecord(cleaned(kept), at: now)
  }

  /// Goes on with a workshop that was recorded.
  ///
  /// - Parameters:
  ///   - names: Those that are kept out, where nobody is named in the file.
  public static func resume(
    _ recorded: RecordedWorkshop, persona: Persona, pack: LanguagePack, phrases: Phrasebook, names: [String] = [],
    at now: Int, label: @escaping @Sendable (Int) -> String
  ) throws(Practice.ResumeFailure) -> (workshop: Workshop, change: Practice.Change) {
    let (practice, change) = try Practice.resume(
      recorded.talk, persona: persona, pack: pack, phrases: phrases, at: TimeText.text(now))
    var workshop = Workshop(
      practice, recorded.room ?? WorkshopRecord(.init(), at: now), names: names, isNew: recorded.room == nil, at: now,
      label: label)
    if case .answers = change { workshop.happen(.moved(to: workshop.practice.record.place), at: now) }
    return (workshop, change)
  }

  private init(
    _ practice: Practice, _ room: WorkshopRecord, names: [String], isNew: Bool, at now: Int,
    label: @escaping @Sendable (Int) -> String
  ) {
    self.practice = practice
    self.room = room
    called = room.setup.isAnonymous ? names : room.names
    if room.setup.isAnonymous { cleaner = NameCleaner(names, besides: practice.persona, label: label) }
    takeTalk()
    if isNew { lines.append(.room(.init(when: now, event: .begin(room.setup)))) }
    happen(.resume, at: now)
    // The program may have ended between a turn and what the room has to know of it.
    if let last = practice.record.tries.last, room.speakers[last.id] == nil, !isNew {
      let line = self.room.round.first { $0.said == nil && $0.line == last.turn.leader.text }
      happen(.said(turn: last.id, proposal: line?.id), at: now)
    }
  }

  /// What there is to see.
  public var recorded: RecordedWorkshop { RecordedWorkshop(talk: practice.record, room: room) }

  /// What happened since this was last asked for.
  public mutating func takeLines() -> [Line] {
    takeTalk()
    defer { lines = [] }
    return lines
  }

  private mutating func takeTalk() { lines += practice.takeEvents().map { .talk($0) } }

  private mutating func happen(_ event: WorkshopRecord.Event, at now: Int) {
    let isPossible = room.take(event, at: now)
    precondition(isPossible, "an event that can't happen: \(event)")
    // What happened in the talk comes before what the room did with it.
    takeTalk()
    lines.append(.room(.init(when: now, event: event)))
  }

  private func cleaned(_ text: String) -> String { cleaner?.cleaned(text) ?? text }

  private func cleaned(_ setup: WorkshopSetup) -> WorkshopSetup {
    var setup = setup
    setup.aim = cleaned(setup.aim)
    return setup
  }
}

// MARK: A turn

extension Workshop {
  /// Why something can't be done now.
  public enum Refusal: Error, Sendable, Equatable {
    /// There are ``WorkshopRecord/mostProposals`` lines on the table.
    case full
    /// No line on the table has this number.
    case noLine
    /// What comes of it was seen already.
    case seen
    /// Nothing is there to do it with.
    case nothing
    /// Nobody has this name; the one that was probably meant.
    case nobody(nearest: String?)
  }

  /// Somebody proposes a line: "Anna: Wat gebeurde er?", or just the line.
  ///
  /// Gives the name before the colon where nobody here has it. It is no part of the line all the same: the room is not shown whose
  /// a line is, and the other does not hear it. A colon at the very beginning keeps all that is behind it.
  @discardableResult
  public mutating func propose(_ typed: String, at now: Int) throws(Refusal) -> String? {
    let (by, line, unknown) = proposer(of: typed)
    if !room.isNextRoundNew, room.round.count >= WorkshopRecord.mostProposals { throw .full }
    happen(
      .proposal(
        Proposal(id: room.proposals.count + 1, at: practice.record.place, by: by, line: cleaned(line))), at: now)
    return unknown
  }

  /// The line of this round with this number, 1-based.
  public func line(_ number: Int) throws(Refusal) -> Proposal {
    let round = room.isNextRoundNew ? [] : room.round
    guard !round.isEmpty else { throw .nothing }
    guard round.indices.contains(number - 1) else { throw .noLine }
    return round[number - 1]
  }

  public mutating func withdraw(_ number: Int, at now: Int) throws(Refusal) {
    let line = try line(number)
    guard line.isOpen else { throw .seen }
    happen(.withdrawal(line.id), at: now)
  }

  /// How many hands went up for what a line would do.
  public mutating func predict(_ number: Int, _ hands: Hands, at now: Int) throws(Refusal) {
    let line = try line(number)
    guard line.isOpen else { throw .seen }
    happen(.hands(line.id, hands), at: now)
  }

  /// Looks at what each of these lines would bring, without saying any; all of them where none is named.
  public mutating func tryOut(_ numbers: [Int], at now: Int) throws(Refusal) {
    let numbers = numbers.isEmpty ? room.round.indices.map { $0 + 1 } : numbers
    var chosen: [Proposal] = []
    for number in numbers {
      let line = try line(number)
      if !chosen.contains(where: { $0.id == line.id }) { chosen.append(line) }
    }
    guard !chosen.isEmpty else { throw .nothing }
    let turns = practice.lookAt(chosen.map(\.line))
    for (line, turn) in zip(chosen, turns) { happen(.tried(line.id, turn), at: now) }
  }

  /// Says the line of this round with this number.
  public mutating func say(_ number: Int, at now: Int) throws(Refusal) {
    let line = try line(number)
    _ = practice.say(line.line)
    happen(.said(turn: practice.record.place, proposal: line.id), at: now)
  }

  // MARK: Going back

  /// Goes back `count` turns; gives how many it were.
  public mutating func undo(_ count: Int, at now: Int) -> Int {
    let gone = practice.undo(count)
    if gone > 0 { happen(.moved(to: practice.record.place), at: now) }
    return gone
  }

  /// Goes on from the turn with this `id`, 0 for the opening; false where that can't be.
  public mutating func jump(to id: Int, at now: Int) -> Bool {
    guard practice.jump(to: id) else { return false }
    happen(.moved(to: id), at: now)
    return true
  }

  /// The next hint for where the talk stands; `nil` where all were given.
  public mutating func hint() -> RecordedTalk.Hint? { practice.hint() }
}

// MARK: The room

extension Workshop {
  public mutating func show(feedback isShown: Bool, at now: Int) { happen(.feedback(isShown: isShown), at: now) }

  /// Looks at one line of this round alone, or at all of them.
  public mutating func focus(on number: Int?, at now: Int) throws(Refusal) {
    guard let number else { return happen(.focus(nil), at: now) }
    let line = try line(number)
    guard line.tried != nil else { throw .nothing }
    happen(.focus(line.id), at: now)
  }

  public mutating func show(openness isShown: Bool, at now: Int) { happen(.openness(isShown: isShown), at: now) }

  public mutating func show(tasks isShown: Bool, at now: Int) { happen(.tasks(isShown: isShown), at: now) }

  public mutating func setClock(running isRunning: Bool, at now: Int) { happen(.clock(isRunning: isRunning), at: now) }

  /// Gives the turn to whoever is called so, or to who comes next where nobody is named.
  public mutating func nextSpeaker(_ name: String = "", at now: Int) throws(Refusal) {
    if name.isEmpty {
      guard let next = room.next else { throw .nothing }
      return happen(.speaker(next), at: now)
    }
    guard let place = place(of: name) else {
      throw .nobody(nearest: EditDistance.nearest(to: name, in: called.filter { !$0.isEmpty }))
    }
    happen(.speaker(place), at: now)
  }

  /// Somebody came in later; false where they are too many, or the name is too long.
  public mutating func add(_ name: String, at now: Int) -> Bool {
    let name = WorkshopSetup.unlike(called, WorkshopSetup.cleaned(name))
    guard !name.isEmpty, name.count <= WorkshopSetup.longestName, room.names.count < WorkshopSetup.mostNames else {
      return false
    }
    called.append(name)
    cleaner?.add(name, besides: practice.persona)
    happen(.name(room.setup.isAnonymous ? "" : name), at: now)
    return true
  }

  public mutating func ask(_ question: String?, at now: Int) { happen(.question(question.map(cleaned)), at: now) }

  public mutating func note(_ text: String, at now: Int) {
    happen(.note(at: practice.record.place, cleaned(text)), at: now)
  }

  // MARK: Afterwards

  /// Begins the after-action review, or goes on to another part of it.
  public mutating func review(_ part: AfterAction, at now: Int) { happen(.part(part), at: now) }

  /// Goes back from the review to practising.
  public mutating func practiseOn(at now: Int) {
    guard room.part != nil else { return }
    happen(.part(nil), at: now)
  }

  /// Looks at another thing in this part of the review.
  public mutating func look(at card: Int, at now: Int) { happen(.card(card), at: now) }

  public mutating func answer(_ text: String, at now: Int) {
    guard let part = room.part else { return }
    happen(.answer(part, cleaned(text)), at: now)
  }

  public mutating func count(_ tally: Tally, at now: Int) { happen(.tally(tally), at: now) }

  public mutating func end(at now: Int) {
    practice.end(at: TimeText.text(now))
    happen(.end, at: now)
  }
}
