public import CoachingLanguage

extension Move {
  /// What the move is called in a condition: `open vraag`, `open question`.
  public func keyword(in language: Language) -> String { Keywords.name(of: self, in: language) }
}

extension Step {
  /// What the rung is called in a condition behind `stap` or `step`.
  public func keyword(in language: Language) -> String { Keywords.name(of: self, in: language) }
}
