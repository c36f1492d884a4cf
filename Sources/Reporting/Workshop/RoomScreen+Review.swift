import Workshop

/// The after-action review on the screen: a question in large, what the group says, and one thing at a time to go by.
extension RoomScreen {
  func review(
    _ part: AfterAction, _ room: WorkshopRecord, _ canvas: ScreenCanvas, _ layout: Layout, _ measure: Measure,
    rows: Int
  ) -> [Line] {
    let between = measure <= .airy ? [ScreenCanvas.blank] : []
    let title = canvas.text(say("workshop.part." + part.rawValue), .strong)
    let most = measure >= .shortest ? 2 : measure >= .cut ? 4 : Int.max
    // What was typed last has to be seen.
    let answers = room.answers[part] ?? []
    let kept = answers.suffix(measure >= .cut ? 1 : measure >= .tight ? 3 : answers.count)
    let said = kept.map { canvas.text($0, .strong, first: "– ", rest: 2, most: most) }
    let air = measure <= .tight ? [ScreenCanvas.blank] : []
    let card = card(room, canvas, layout, measure, rows: rows - title.count - air.count)
    // Lines that stand beside each other need the room; what the group said of them it has seen.
    let isCrowded = card.count > 4 && measure >= .tight
    let parts = [isCrowded ? [] : Array(said.joined(separator: between)), card].filter { !$0.isEmpty }
    return title + (parts.isEmpty ? [] : air) + Array(parts.joined(separator: air))
  }

  /// What is looked at; nothing while the group speaks first.
  private func card(
    _ room: WorkshopRecord, _ canvas: ScreenCanvas, _ layout: Layout, _ measure: Measure,
    rows: Int
  ) -> [Line] {
    guard cards.indices.contains(room.card - 1) else { return [] }
    let most = measure >= .shortest ? 2 : measure >= .cut ? 4 : Int.max
    switch cards[room.card - 1] {
    case .texts(let texts):
      let between = measure <= .airy ? [ScreenCanvas.blank] : []
      return Array(texts.map { canvas.text($0, rest: 2, most: most) }.joined(separator: between))
    case .fork(let fork):
      let title = canvas.text(forkTitle(fork), most: measure >= .cut ? 1 : most)
      let air = measure <= .bare ? [ScreenCanvas.blank] : []
      let ways = fork.telling(WorkshopRecord.mostProposals).map { way in
        Way(
          mark: say("workshop.fate.\(way.fate.rawValue)") + ": ", line: way.line, turn: way.turn, hands: way.hands,
          isRevealed: true)
      }
      return title + air + self.ways(ways, layout, max(measure, .close), rows: rows - title.count - air.count)
    }
  }
}

extension WorkshopReview {
  /// One thing to look at.
  enum Card: Sendable {
    case texts([String])
    case fork(Fork)
  }

  /// What there is to look at in a part of the review, one after the other.
  func cards(_ part: AfterAction) -> [Card] {
    let section = section(part)
    func card(_ texts: [String]) -> [Card] { texts.isEmpty ? [] : [.texts(texts)] }
    let surprises = section.surprises.isEmpty ? [] : [say("workshop.surprises") + ":"] + section.surprises.suffix(3)
    // A moment is a card of its own: each is talked about.
    let facts = part == .why ? section.facts.flatMap { card([$0]) } : card(section.facts)
    return facts + card(section.counted) + card(surprises)
      + (section.forks.isEmpty ? [] : tellingForks.map { .fork($0) })
  }

  /// How many things there are to look at in a part of the review.
  public func cardCount(_ part: AfterAction) -> Int { cards(part).count }

  /// The moments that show most on a screen: those at which one way opened and another did not, the last ones first.
  private var tellingForks: [Fork] {
    let forks = workshop.forks
    let order = forks.indices.sorted { first, second in
      let telling = [first, second].map { index in Set(forks[index].ways.map { $0.outcome.change.signum() }).count }
      return telling[0] == telling[1] ? first > second : telling[0] > telling[1]
    }
    return order.prefix(WorkshopReview.mostForks).sorted().map { forks[$0] }
  }

  /// More than these nobody follows from a chair; all of them are in what is kept.
  private static let mostForks = 4
}
