import CoachingLanguage
import Practice

/// Everything that happened in a workshop besides the talk itself: who spoke, what was proposed and predicted, what the
/// room saw.
///
/// Made by ``Workshop`` while it goes on, and read from a file with ``RecordedWorkshop``. Holds no score of anybody, and
/// nothing one could be made of but what was said, by whom it was proposed.
public struct WorkshopRecord: Sendable, Equatable {
  public private(set) var setup: WorkshopSetup
  /// When it began, in UTC, ISO 8601.
  public let started: String
  public private(set) var clock: WorkshopClock
  /// The place of who speaks now, 0-based; goes on counting where nobody is named.
  public private(set) var speaker = 0
  /// How many turns they have had.
  public private(set) var turnsTaken = 0
  /// Every line that was proposed; the one with `id` 1 stands first.
  public private(set) var proposals: [Proposal] = []
  /// Who spoke in each turn that was said, by the turn's `id`.
  public private(set) var speakers: [Int: Int] = [:]
  /// Whether the room sees what the evaluator says of the last lines.
  public private(set) var isFeedbackShown: Bool
  public private(set) var isOpennessShown: Bool
  /// The line that was tried and is looked at alone, by its id; `nil` for all of them.
  public private(set) var focus: Int?
  /// Whether the room sees who watches what.
  public private(set) var areTasksShown = false
  /// What the group is asked to talk about now.
  public private(set) var question: String?
  /// Every question that was asked, in order.
  public private(set) var questions: [String] = []
  /// What the facilitator noted: for nobody else.
  public private(set) var notes: [Note] = []
  /// What the observers counted.
  public private(set) var tallies: [Tally] = []
  /// What the group answers in the after-action review.
  public private(set) var answers: [AfterAction: [String]] = [:]
  /// The part of the review the group is at; `nil` before it.
  public private(set) var part: AfterAction?
  /// What is looked at in this part of the review: 1 for the first thing there is, 0 while the group speaks first.
  public private(set) var card = 0
  /// When it ended, in UTC, ISO 8601.
  public private(set) var ended: String?

  /// Where the lines of this round begin in ``proposals``.
  private var roundStart = 0
  /// Whether the round is over: what is proposed next begins another.
  private var isRoundOver = false
  /// When something last happened.
  private(set) var lastSeen: Int

  public struct Note: Sendable, Equatable {
    /// The turn the talk stood at.
    public var at: Int
    public var text: String
  }

  /// How many lines are proposed at a time: more can't be weighed at a glance.
  public static let mostProposals = 4

  /// A workshop that begins at `time`, seconds since 1970.
  init(_ setup: WorkshopSetup, at time: Int) {
    self.setup = setup
    started = TimeText.text(time)
    clock = WorkshopClock(minutes: setup.minutes)
    clock.start(at: time)
    isFeedbackShown = setup.isFeedbackLive
    isOpennessShown = setup.isOpennessShown
    lastSeen = time
  }

  // MARK: Who speaks

  public var names: [String] { setup.names }

  /// The place of who speaks next; `nil` where there is nobody else.
  public var next: Int? {
    if names.isEmpty { return speaker + 1 }
    return names.count > 1 ? (speaker + 1) % names.count : nil
  }

  // MARK: This round

  /// The lines that are on the table, those that were taken back left out.
  public var round: [Proposal] { proposals[roundStart...].filter { !$0.isWithdrawn } }

  /// Whether a line of this round was said.
  public var isSaid: Bool { round.contains { $0.said != nil } }

  /// Whether the next line begins another round.
  public var isNextRoundNew: Bool { isRoundOver }

  public func proposal(_ id: Int) -> Proposal? { proposals.indices.contains(id - 1) ? proposals[id - 1] : nil }

  // MARK: Taking in

  /// Takes in what happened at `time`; false, and no change, where it can't have.
  mutating func take(_ event: Event, at time: Int) -> Bool {
    guard ended == nil || event == .resume, add(event, at: time) else { return false }
    lastSeen = max(lastSeen, time)
    return true
  }

  private mutating func add(_ event: Event, at time: Int) -> Bool {
    switch event {
    case .begin: return false
    case .name(let name):
      guard names.count < WorkshopSetup.mostNames, name.count <= WorkshopSetup.longestName else { return false }
      setup.names.append(name)
    case .speaker(let place):
      guard place >= 0, names.isEmpty || names.indices.contains(place) else { return false }
      (speaker, turnsTaken) = (place, 0)
    case .clock(let isRunning): if isRunning { clock.start(at: time) } else { clock.pause(at: time) }
    case .resume: resume(at: time)
    case .proposal(let proposal): return add(proposal)
    case .withdrawal(let id):
      guard proposals.indices.contains(id - 1), proposals[id - 1].isOpen else { return false }
      proposals[id - 1].isWithdrawn = true
    case .hands(let id, let hands):
      guard proposals.indices.contains(id - 1), proposals[id - 1].isOpen, hands.isPossible else { return false }
      proposals[id - 1].hands = hands
    case .tried(let id, let turn):
      guard proposals.indices.contains(id - 1) else { return false }
      proposals[id - 1].tried = turn
      hide()
    case .said(let turn, let id): return say(turn, id)
    case .moved: beginRound()
    case .feedback(let isShown): isFeedbackShown = isShown
    case .openness(let isShown): isOpennessShown = isShown
    case .focus(let id):
      if let id, !proposals.indices.contains(id - 1) || proposals[id - 1].tried == nil { return false }
      focus = id
    case .tasks(let isShown): areTasksShown = isShown
    case .question(let text):
      question = text
      if let text { questions.append(text) }
    case .note(let at, let text): notes.append(Note(at: at, text: text))
    case .part(let part):
      self.part = part
      card = 0
      if part == nil { clock.start(at: time) } else { clock.pause(at: time) }
    case .card(let number):
      guard part != nil, number >= 0 else { return false }
      card = number
    case .answer(let part, let text): answers[part, default: []].append(text)
    case .tally(let tally):
      guard tally.isPossible else { return false }
      tallies.removeAll { $0.task == tally.task }
      tallies.append(tally)
    case .end:
      clock.pause(at: time)
      ended = TimeText.text(time)
    }
    return true
  }

  /// Nobody practised between the last thing that happened and now.
  private mutating func resume(at time: Int) {
    if clock.isRunning { clock.pause(at: lastSeen) }
    if part == nil { clock.start(at: time) }
    ended = nil
  }

  private mutating func add(_ proposal: Proposal) -> Bool {
    guard proposal.id == proposals.count + 1, proposal.at >= 0,
      proposal.by.map({ names.indices.contains($0) }) ?? true
    else { return false }
    if isRoundOver { beginRound() }
    guard round.count < WorkshopRecord.mostProposals else { return false }
    proposals.append(proposal)
    return true
  }

  private mutating func say(_ turn: Int, _ id: Int?) -> Bool {
    guard turn > 0, speakers[turn] == nil else { return false }
    if let id {
      guard proposals.indices.contains(id - 1), proposals[id - 1].said == nil else { return false }
      proposals[id - 1].said = turn
    }
    speakers[turn] = speaker
    isRoundOver = true
    hide()
    turnsTaken += 1
    if turnsTaken >= setup.turns, let next { (speaker, turnsTaken) = (next, 0) }
    return true
  }

  private mutating func beginRound() {
    roundStart = proposals.count
    isRoundOver = false
    hide()
  }

  /// What is new is seen first without what there is to say of it.
  private mutating func hide() {
    isFeedbackShown = setup.isFeedbackLive
    focus = nil
    question = nil
    areTasksShown = false
  }
}
