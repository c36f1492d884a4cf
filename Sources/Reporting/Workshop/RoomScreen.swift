public import CoachingLanguage
public import Evaluator
import Practice
public import Workshop

/// What a room looks at: whose turn it is, how long there is, the ladder, and one thing in large.
///
/// No line stands beside the name of who said or proposed it, so that nothing on it tells a person's result. What matters is told
/// in words and marks; there is no colour to be missed.
public struct RoomScreen: Sendable, GroupSpeech {
  let workshop: RecordedWorkshop
  /// What there is to look at in this part of the review.
  let cards: [WorkshopReview.Card]
  let phrases: Phrasebook
  /// Seconds since 1970.
  let now: Int
  /// Something the room has to know of the screen itself; stands at the bottom.
  public var notice: String?
  private var room: WorkshopRecord? { workshop.room }

  typealias Line = ReviewText.Line

  /// The smallest terminal it is made for, in character cells.
  public static let smallest = (columns: 60, rows: 18)

  /// - Parameter review: What there is to say of the talk; for the review afterwards.
  public init(_ workshop: RecordedWorkshop, review: Review? = nil, phrases: Phrasebook, now: Int) {
    self.workshop = workshop
    self.phrases = phrases
    self.now = now
    let part = workshop.room?.ended == nil ? workshop.room?.part : nil
    let afterwards = WorkshopReview(workshop, review: review, phrases: phrases)
    cards = part.map { afterwards.cards($0) } ?? []
  }

  var name: String { workshop.talk.talk.name ?? phrases("the-other") }

  private static let fewestForLarge = 24

  /// How much a screen takes: each has less air than the one before, and the last leave something out.
  enum Measure: Int, CaseIterable, Comparable {
    case large, airy, close, bare, tight, cut, shortest

    static func < (lower: Measure, higher: Measure) -> Bool { lower.rawValue < higher.rawValue }
  }

  /// The screen, in exactly `rows` lines of at most the width of `layout`.
  public func lines(_ layout: Layout, rows: Int) -> [ReviewText.Line] {
    var last: [Line] = []
    // Double spacing makes text larger where there is much room, and only harder to read where there is little.
    for measure in Measure.allCases.drop(while: { $0 == .large && rows < RoomScreen.fewestForLarge }) {
      let canvas = ScreenCanvas(layout, rows: rows)
      let parts = parts(canvas, layout, measure)
      if let page = canvas.page(top: parts.top, body: parts.body, bottom: parts.bottom) { return page }
      last = parts.top + parts.body
    }
    // A window that is smaller than the smallest: the beginning, and that there is more.
    let kept = max(0, rows - 1)
    return Array(last.prefix(kept)) + [ScreenCanvas(layout, rows: rows).cut("…")].prefix(rows - kept)
  }

  /// What is on the screen without its air, for a pipe.
  public func text(_ layout: Layout) -> [ReviewText.Line] {
    let parts = parts(ScreenCanvas(layout, rows: 0), layout, .close)
    return parts.top + parts.body + parts.bottom
  }

  /// A screen on which there is nothing yet, or nothing any more.
  public static func page(_ layout: Layout, rows: Int, title: String, text: String) -> [ReviewText.Line] {
    let canvas = ScreenCanvas(layout, rows: rows)
    let body = canvas.text(title, .strong) + [ScreenCanvas.blank] + canvas.text(text)
    return canvas.page(top: [], body: body, bottom: []) ?? Array(body.prefix(rows))
  }

  /// A window that is too small, told in it.
  public static func tooSmall(_ layout: Layout, columns: Int, rows: Int, _ phrases: Phrasebook) -> [ReviewText.Line] {
    let places = [
      "columns": String(columns), "rows": String(rows), "needed": String(smallest.columns),
      "needed-rows": String(smallest.rows),
    ]
    var narrow = layout
    narrow.width = max(1, columns)
    let lines = narrow.wrap(phrases("workshop.small", places)).prefix(max(1, rows))
    return lines.map { Line(text: $0, tone: .strong) }
      + Array(repeating: ScreenCanvas.blank, count: max(0, rows - lines.count))
  }

  private func parts(
    _ canvas: ScreenCanvas, _ layout: Layout, _ measure: Measure
  ) -> (top: [Line], body: [Line], bottom: [Line]) {
    let air = measure <= .airy ? [ScreenCanvas.blank] : []
    let thin = measure <= .bare ? [ScreenCanvas.blank] : []
    let below = bottom(canvas, measure) + (notice.map { canvas.text($0, .strong) } ?? [])
    let top = air + header(canvas) + thin
    let bottom = below.isEmpty ? [] : thin + below + air
    let room = max(0, canvas.rows - top.count - bottom.count)
    return (top, body(canvas, layout, measure, rows: room), bottom)
  }

  // MARK: Above and below

  /// Whose turn it is, who comes next, and the time.
  func header(_ canvas: ScreenCanvas) -> [Line] {
    guard let room, room.ended == nil else { return [canvas.cut(say("workshop.with"), .strong)] }
    if let part = room.part {
      let number = (AfterAction.allCases.firstIndex(of: part) ?? 0) + 1
      return [canvas.cut(say("workshop.part.number", ["number": String(number)]), .strong)]
    }
    let next = room.next.map { say("workshop.next", ["who": called(room, $0)]) }
    let speaks = say("workshop.speaks", ["who": called(room, room.speaker)])
    let clock = clock(room)
    let whole = [speaks, next].compactMap { $0 }.joined(separator: " · ")
    if canvas.layout.columns(whole) + canvas.layout.columns(clock) + 2 <= canvas.layout.width {
      return canvas.ends(whole, clock, .strong)
    }
    // The time stays on the first line: what is too long is a name.
    let left = canvas.layout.cut(speaks, to: canvas.layout.width - canvas.layout.columns(clock) - 2)
    return canvas.ends(left, clock, .strong) + (next.map { [canvas.cut($0, .strong)] } ?? [])
  }

  private func clock(_ room: WorkshopRecord) -> String {
    let left = room.clock.minutesLeft(at: now)
    let time = left == 0 ? say("workshop.clock.over") : say("workshop.clock.left", ["minutes": String(left)])
    return room.clock.isRunning ? time : say("workshop.clock.paused", ["time": time])
  }

  /// The ladder, and how open the other is where the room is to see it.
  private func bottom(_ canvas: ScreenCanvas, _ measure: Measure) -> [Line] {
    guard room?.part == nil, room?.ended == nil else { return [] }
    var lines: [Line] = []
    if room?.isOpennessShown ?? false { lines.append(canvas.cut(openness)) }
    return lines + ladder(canvas, isShort: measure >= .bare)
  }

  private var openness: String {
    let value = workshop.lastTurn?.facts.opennessAfter ?? workshop.talk.tries.first?.turn.facts.opennessBefore
    guard let value else { return "" }
    let bar = String(repeating: "■", count: value) + String(repeating: "□", count: 10 - value)
    return say("workshop.openness", ["bar": bar, "number": String(value)])
  }

  func ladder(_ canvas: ScreenCanvas, isShort: Bool) -> [Line] {
    let ladder = Ladder(of: workshop.talk.talk)
    let rungs = Step.allCases.map { "\(Report.mark($0, ladder)) \(say("step." + $0.rawValue))" }
    let row = rungs.joined(separator: "   ")
    if canvas.layout.columns(canvas.layout.spelling(row)) <= canvas.layout.width { return [canvas.cut(row)] }
    guard isShort else {
      let half = rungs.count / 2
      let widest = rungs.map { canvas.layout.columns($0) }.max() ?? 0
      return [rungs[..<half], rungs[half...]].map { rungs in
        let cells = rungs.dropLast().map { $0 + String(repeating: " ", count: widest + 2 - canvas.layout.columns($0)) }
        return canvas.cut(cells.joined() + (rungs.last ?? ""))
      }
    }
    let marks = Step.allCases.map { Report.mark($0, ladder) }.joined(separator: " ")
    let deepest = Step.allCases.last { ladder.reached[$0] != nil } ?? Step.allCases.last { ladder.asked[$0] != nil }
    return [canvas.cut(marks + (deepest.map { "   " + say("step." + $0.rawValue) } ?? ""))]
  }
}
