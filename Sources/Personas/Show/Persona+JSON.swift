import CoachingLanguage

extension Persona {
  /// The version of ``json()``; it rises when a member changes its meaning or goes away.
  public static let jsonVersion = 1

  /// The whole persona for other tools.
  ///
  /// One object: `version`, then the members of this type by name. Moves, stances and steps go by their raw values,
  /// nodes by name, places by `line`. A condition is a list of alternatives, each an object with one member: `moves`,
  /// `topic`, `step`, `openness` (`[least, most]`) or `signal`.
  public func json() -> String {
    JSON.object([
      ("version", .number(Persona.jsonVersion)), ("name", .string(name)), ("language", .string(language.rawValue)),
      ("role", .string(role)), ("situation", .string(situation)), ("aim", .string(aim)),
      ("difficulty", .string(difficulty.rawValue)), ("openness", .number(openness)),
      ("twin", twin.map { .string($0) } ?? .null), ("openings", .array(openings.map { .string($0.text) })),
      (
        "temperament",
        .object(
          Move.allCases.map { move in
            let response = temperament[move]
            return (
              move.rawValue, .object([("change", .number(response.change)), ("ceiling", .number(response.ceiling))])
            )
          })
      ),
      (
        "topics",
        .array(
          topics.map { .object([("name", .string($0.name)), ("words", .array($0.words.map { .string($0) }))]) })
      ),
      ("nodes", .array(nodes.map(json(of:)))),
      (
        "fallbacks",
        .array(
          fallbacks.map { fallback in
            .object([
              ("line", .number(fallback.place.line)), ("conditions", Persona.json(fallback.conditions)),
              ("replies", .array(fallback.replies.map { .string($0.text) })),
            ])
          })
      ),
    ]).text
  }

  private func json(of node: Node) -> JSON {
    .object([
      ("name", .string(node.name)), ("line", .number(node.place.line)), ("part", .string(node.part.rawValue)),
      ("depth", .number(node.depth)), ("parent", node.parent.map { .string(nodes[$0].name) } ?? .null),
      ("conditions", Persona.json(node.conditions)),
      (
        "replies",
        .array(
          node.replies.map {
            .object([("text", .string($0.text)), ("signals", .array($0.signals.map { .string($0) }))])
          })
      ),
      ("step", node.step.map { .string($0.rawValue) } ?? .null), ("effect", .number(node.effect)),
      ("temptation", .bool(node.isTemptation)),
      (
        "samples",
        .array(node.samples.map { .object([("text", .string($0.text)), ("mustHit", .bool($0.mustHit))]) })
      ),
    ])
  }

  private static func json(_ conditions: [Condition]) -> JSON {
    .array(
      conditions.map { condition in
        .object([
          ("text", .string(condition.text)),
          (
            "alternatives",
            .array(
              condition.alternatives.map { alternative in
                switch alternative {
                case .moves(let moves): .object([("moves", .array(moves.map { .string($0.rawValue) }))])
                case .topic(let name): .object([("topic", .string(name))])
                case .step(let step): .object([("step", .string(step.rawValue))])
                case .openness(let range):
                  .object([("openness", .array([.number(range.lowerBound), .number(range.upperBound)]))])
                case .signal(let name): .object([("signal", .string(name))])
                }
              })
          ),
        ])
      })
  }
}
