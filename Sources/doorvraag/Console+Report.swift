import Reporting

extension Console {
  /// Prints a review as text.
  func print(_ report: Report) {
    for line in ReviewText(phrases: report.phrases, layout: layout).lines(for: report) {
      print([line.text], Style(line.tone))
    }
  }
}

extension Console.Style {
  init(_ tone: ReviewText.Line.Tone) {
    self =
      switch tone {
      case .plain: .plain
      case .strong: .strong
      case .faint: .faint
      case .good: .good
      case .warning: .warning
      case .idea: .idea
      }
  }
}
