/// Something a facilitator can type in a workshop that nobody in the room proposes.
enum WorkshopOrder: String, TypedCommand {
  case hands
  case tryOut = "try"
  case say, reveal, hide, next, question, undo, branches
  case drop, name, note, hint, observers, openness, pause, go, desk, room, guide, leave, end, help

  static let key = "workshop.command."

  /// Whether it can be asked for while the group looks back.
  var isForReview: Bool {
    switch self {
    case .name, .note, .observers, .go, .guide, .leave, .end, .help: true
    case .hands, .tryOut, .say, .reveal, .hide, .next, .question, .undo, .branches, .drop, .hint, .openness, .pause,
      .desk, .room:
      false
    }
  }

  var takesArgument: Bool {
    switch self {
    case .hands, .tryOut, .say, .reveal, .next, .undo, .branches, .drop, .name, .note, .guide: true
    case .hide, .question, .hint, .observers, .openness, .pause, .go, .desk, .room, .leave, .end, .help: false
    }
  }
}
