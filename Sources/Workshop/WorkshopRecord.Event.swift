public import Practice

extension WorkshopRecord {
  /// What happened in a workshop besides the talk. Its members in a file are those of ``WorkshopFile``.
  public enum Event: Sendable, Equatable {
    case begin(WorkshopSetup)
    /// The workshop goes on in another run of the program.
    case resume
    /// Somebody came in later.
    case name(String)
    /// It is the turn of whoever has this place.
    case speaker(Int)
    case clock(isRunning: Bool)
    case proposal(Proposal)
    case withdrawal(Int)
    case hands(Int, Hands)
    case tried(Int, Turn)
    /// A turn of the talk, by its `id`, and the line that was proposed for it.
    case said(turn: Int, proposal: Int?)
    /// The talk stands elsewhere now.
    case moved(to: Int)
    case feedback(isShown: Bool)
    case openness(isShown: Bool)
    /// One of the lines that were tried is looked at alone; `nil` for all of them.
    case focus(Int?)
    /// Who watches what is seen.
    case tasks(isShown: Bool)
    /// `nil` takes it off the screen.
    case question(String?)
    case note(at: Int, String)
    /// `nil` where the group goes back to practising.
    case part(AfterAction?)
    /// The next thing there is to look at in it.
    case card(Int)
    case answer(AfterAction, String)
    case tally(Tally)
    case end
  }
}
