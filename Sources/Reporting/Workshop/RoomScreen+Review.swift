import Workshop

/// The after-action review on the screen: a question in large, what the group says, and what there is to go by.
extension RoomScreen {
  func review(_ part: AfterAction, _ room: WorkshopRecord, _ canvas: ScreenCanvas, _ measure: Measure) -> [Line] {
    let title = canvas.text(say("workshop.part." + part.rawValue), .strong)
    let said = (room.answers[part] ?? []).map { canvas.text($0, .strong, first: "– ", rest: 2) }
    let section = WorkshopReview(workshop, report: report, phrases: phrases).section(part)
    let forks = section.forks.suffix(2).flatMap {
      [canvas.text($0.title)] + $0.ways.map { canvas.text($0, first: "  ", rest: 4) }
    }
    let facts = (section.facts + section.counted).map { canvas.text($0, rest: 2) } + forks
    // What the group says goes before what the program has beside it.
    let paragraphs = said + facts
    let shown =
      switch measure {
      case .large, .airy, .close, .bare: paragraphs
      case .tight: Array(paragraphs.prefix(5))
      case .cut: Array(paragraphs.prefix(3))
      case .shortest: Array(paragraphs.prefix(1))
      }
    let isAiry = measure <= .airy
    let between = isAiry ? [ScreenCanvas.blank] : []
    return title + [ScreenCanvas.blank] + Array(shown.joined(separator: between))
  }
}
