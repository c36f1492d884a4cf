import CoachingLanguage

/// Everything there is to say about a persona file at once.
public struct PersonaCheck: Sendable {
  /// In the order of the lines; those of the proof stand with the node they are about.
  public var findings: [Finding]
  /// `nil` where the file has errors that keep it from being played, or where no proof was asked for.
  public var proof: Proof?

  /// Whether there is nothing to report but, perhaps, warnings.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

extension PersonaReading {
  /// Checks what was read: the lines, the words, the sample sentences, the twin and the proof.
  ///
  /// - Parameters:
  ///   - twin: The same persona in another language, to compare with.
  ///   - isProving: Whether to prove it as well, which takes longest.
  ///   - stateLimit: The most states the proof looks at.
  ///   - code: What codes a sentence of the leader, for the samples.
  public func check(
    twin: Persona? = nil, isProving: Bool = true, stateLimit: Int = 15_000, code: (String) -> CodedUtterance
  ) -> PersonaCheck {
    guard let draft else { return PersonaCheck(findings: findings, proof: nil) }
    var all = findings
    all += draft.findingsOnReplies() + draft.findingsOnTopics() + draft.findingsOnConditions() + draft.findingsOnParts()
    all += draft.findings(on: draft.talks, in: draft.source.path)
    if let twin { all += draft.findings(comparedWith: twin) }
    var proof: Proof?
    if let persona {
      all += persona.findingsOnSamples(code: code)
      if isProving {
        let made = persona.prove(stateLimit: stateLimit)
        all += made.findings
        proof = made
      }
    }
    let sorted = all.enumerated().sorted {
      ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
    }
    return PersonaCheck(findings: sorted.map(\.element), proof: proof)
  }
}

extension Persona {
  /// A finding at a place of this persona's file.
  func finding(_ code: Finding.Code, at place: Place, _ facts: [String: String]) -> Finding {
    Finding(
      path: source.path, line: max(1, place.line), column: place.column, width: place.width, code: code, facts: facts)
  }
}
