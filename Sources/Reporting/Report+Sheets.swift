import CoachingLanguage
import Evaluator

/// How small a page is printed, so that it is on two sheets of A4 paper where that can be read.
extension Report {
  /// The sizes of print, the largest first; their names are classes of the style sheet.
  enum PrintSize: String, CaseIterable, Sendable {
    case normal, small, smaller, smallest

    /// In points.
    var points: Double {
      switch self {
      case .normal: 8
      case .small: 7.5
      case .smaller: 7
      case .smallest: 6.5
      }
    }

    /// How many characters a line of a column has, two columns a sheet: of the widest letters there are.
    var lineLength: Int { Int(416 / points) }

    /// How many lines both columns of two sheets have, but for what stays empty because no turn is broken.
    var lineCount: Double { 2400 / points }
  }

  /// The largest size at which everything is on two sheets; the largest of all for a talk too long for that.
  var printSize: PrintSize { PrintSize.allCases.first { printedLines($0) <= $0.lineCount } ?? .normal }

  /// Lines of a column that all of the page takes.
  private func printedLines(_ size: PrintSize) -> Double {
    let turns = review.talk.turns
    // A picture is as high whatever the size of print.
    var lines = turns.isEmpty ? 0 : 200 / size.points
    let measures = measured.map { $0.label + $0.text + ($0.guide ?? "") }.reduce(0) { $0 + rows($1, size) }
    lines += Double(46 + measures) + rows(core ?? "", size) + rows(selfView ?? "", size)
    lines += rows(review.talk.opening, size)
    for turn in turns { lines += rows(of: turn.leader, turn.answer, size) }
    for branch in branches {
      lines += 2
      for attempt in branch.tries { lines += rows(of: attempt.turn.leader, attempt.turn.answer, size) }
    }
    for whatIf in record?.whatIfs ?? [] { lines += rows(whatIf.line, size) + rows(whatIf.answer, size) }
    return lines
  }

  /// A turn, with what each of its sentences does and how open the other was, and a little room under it.
  private func rows(of leader: CodedUtterance, _ answer: String, _ size: PrintSize) -> Double {
    let moves = leader.sentences.map { " " + moveName($0) }.joined()
    let open = say("report.openness", ["number": "10"])
    return rows(say("you") + leader.text + moves, size) + rows(name + answer + open, size) + 0.4
  }

  private func rows(_ text: String, _ size: PrintSize) -> Double {
    text.isEmpty ? 0 : Double((text.count + 4) / size.lineLength + 1)
  }
}
