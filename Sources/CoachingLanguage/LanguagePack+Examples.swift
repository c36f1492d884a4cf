extension LanguagePack {
  /// An example that is not heard as its rule says.
  public struct FailedExample: Sendable, CustomStringConvertible {
    public var rule: Rule
    public var example: String
    /// What happened instead, for whoever maintains the pack.
    public var reason: String

    public var description: String { "\(rule.place): rule '\(rule.id)': '\(example)' \(reason)" }
  }

  /// The examples of all rules that fail.
  ///
  /// A `yes` must be seen by its rule in one of its sentences, and that sentence must get the rule's move, or its step; a
  /// `no` must not be seen by it.
  public func failedExamples() -> [FailedExample] {
    let classifier = Classifier(self)
    var failures: [FailedExample] = []
    for rule in rules {
      for example in rule.examples {
        let coded = classifier.code(example)
        let seen = classifier.votes(on: coded).map { votes in votes.contains { $0.rule.id == rule.id } }
        guard let first = seen.firstIndex(of: true) else {
          failures.append(.init(rule: rule, example: example, reason: "is not seen by it"))
          continue
        }
        let sentence = coded.sentences[first]
        if let move = rule.move, sentence.move != move {
          failures.append(
            .init(rule: rule, example: example, reason: "is heard as \(sentence.move.rawValue), by '\(sentence.rule)'"))
        } else if let step = rule.step, sentence.step != step {
          failures.append(
            .init(rule: rule, example: example, reason: "gets the step \(sentence.step?.rawValue ?? "none")"))
        }
      }
      for example in rule.counterexamples {
        if classifier.votes(on: classifier.code(example)).contains(where: { votes in
          votes.contains { $0.rule.id == rule.id }
        }) {
          failures.append(.init(rule: rule, example: example, reason: "is seen by it, and should not be"))
        }
      }
    }
    return failures
  }
}
