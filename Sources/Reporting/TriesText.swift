public import CoachingLanguage
public import Practice

/// Everything that was said in a conversation as a tree of lines: the talk as it stands on the left, what was gone back on
/// indented under the turn it was said after.
public struct TriesText: Sendable {
  private let phrases: Phrasebook
  private let layout: Layout
  /// Whether it is told how open the other was after each turn.
  private let hasOpenness: Bool
  /// Deeper branches than this are indented no further, so that their words stay in sight.
  private static let deepest = 8

  public init(phrases: Phrasebook, layout: Layout, hasOpenness: Bool = true) {
    self.phrases = phrases
    self.layout = layout
    self.hasOpenness = hasOpenness
  }

  /// A row of the tree.
  private struct Row {
    var attempt: RecordedTalk.Try
    var depth: Int
    /// Whether a branch begins here.
    var isFirst: Bool
  }

  /// One line of the terminal for the opening and for every turn.
  public func lines(for record: RecordedTalk) -> [String] {
    let digits = String(record.tries.count).count
    let name = record.talk.name ?? phrases("the-other")
    let start = line(
      0, digits, isHere: record.place == 0, "", "\(name): \(record.header.opening)",
      note: record.place == 0 ? phrases("branches.here") : "")
    return [start]
      + rows(of: record).map { row in
        let indent = row.depth == 0 ? "" : String(repeating: "  ", count: min(row.depth, TriesText.deepest) - 1)
        let branch = row.depth == 0 ? "" : row.isFirst ? "└ " : "  "
        let number = String(row.attempt.turn.facts.opennessAfter)
        let openness = hasOpenness ? [phrases("branches.openness", ["number": number])] : []
        let isHere = row.attempt.id == record.place
        let text = row.attempt.turn.leader.text
        return line(
          row.attempt.id, digits, isHere: isHere, indent + branch, text.isEmpty ? "…" : text,
          note: (openness + (isHere ? [phrases("branches.here")] : [])).joined(separator: " · "))
      }
  }

  private func line(
    _ id: Int, _ digits: Int, isHere: Bool, _ branch: String, _ text: String, note: String
  ) -> String {
    let number = String(id)
    let pad = String(repeating: " ", count: digits - number.count)
    let start = layout.spelling((isHere ? "▸ " : "  ") + pad + number + "  " + branch)
    let end = layout.spelling(note.isEmpty ? "" : "  · " + note)
    let room = layout.width == .max ? .max : layout.width - layout.columns(start) - layout.columns(end)
    // Where there is room for a few words only, the words go before what is told of them.
    guard room >= 12 else { return start + layout.cut(text, to: max(4, layout.width - layout.columns(start))) }
    return start + layout.cut(text, to: room) + end
  }

  /// The turns in the order of the tree. Not by recursion: a talk may be as deep as it is long.
  private func rows(of record: RecordedTalk) -> [Row] {
    let children = Dictionary(grouping: record.tries, by: \.parent)
    let current = Set(record.line(to: record.place).map(\.id))
    var rows: [Row] = []
    var waiting: [Row] = []
    func wait(for parent: Int, depth: Int) {
      guard let all = children[parent], let last = all.last else { return }
      let main = all.first { current.contains($0.id) } ?? last
      waiting.append(Row(attempt: main, depth: depth, isFirst: false))
      for side in all.reversed() where side.id != main.id {
        waiting.append(Row(attempt: side, depth: depth + 1, isFirst: true))
      }
    }
    wait(for: 0, depth: 0)
    while let row = waiting.popLast() {
      rows.append(row)
      wait(for: row.attempt.id, depth: row.depth)
    }
    return rows
  }
}
