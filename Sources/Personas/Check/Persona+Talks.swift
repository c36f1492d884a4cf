import CoachingLanguage

extension Persona {
  /// Answers that example conversations expect of headings there are none of.
  ///
  /// - Parameter path: The file the conversations stand in.
  public func findings(on talks: [ExampleTalk], in path: String) -> [Finding] {
    let known = Set(nodes.map { Folding.name($0.name) })
    let all = nodes.map(\.name) + [language == .dutch ? "anders" : "otherwise"]
    return talks.flatMap(\.turns).compactMap { turn in
      guard let name = turn.node, let place = turn.nodePlace, !name.isEmpty, !known.contains(Folding.name(name)) else {
        return nil
      }
      return Finding(
        path: path, line: place.line, column: place.column, width: place.width, code: .unknownHeading,
        facts: ["node": name], suggestion: EditDistance.nearest(to: name, in: all))
    }
  }
}
