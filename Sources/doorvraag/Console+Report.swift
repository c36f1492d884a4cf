import Reporting

extension Console {
  /// Prints a review as text.
  func print(_ report: Report) {
    print(ReviewText(phrases: report.phrases, layout: layout).lines(for: report))
  }

  func print(_ lines: [ReviewText.Line]) {
    for line in lines { print([line.text], Style(line.tone)) }
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
