/// An utterance with what each of its sentences does, as a person labelled it.
public struct LabelledUtterance: Sendable, Equatable {
  public var text: String
  public var labels: [Label]

  public struct Label: Sendable, Equatable {
    public var move: Move
    public var step: Step?
  }

  /// Reads a row of a file of labelled sentences: text, moves and steps between tabs, one move and step a sentence between
  /// commas, `-` for no step. `nil` where it is no such row, as the first line of the file is not.
  public init?(row: some StringProtocol) {
    let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count == 3 else { return nil }
    let moves = cells[1].split(separator: ",").map { Move(rawValue: String($0)) }
    let steps = cells[2].split(separator: ",")
    guard !moves.isEmpty, moves.count == steps.count, !moves.contains(nil) else { return nil }
    text = String(cells[0])
    labels = zip(moves, steps).compactMap { move, step in
      move.map { Label(move: $0, step: Step(rawValue: String(step))) }
    }
  }
}
