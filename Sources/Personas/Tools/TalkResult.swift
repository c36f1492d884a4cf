import CoachingLanguage

/// What came of an example conversation.
public struct TalkResult: Sendable {
  public var talk: ExampleTalk
  /// The reply to each turn.
  public var replies: [Reply]
  public var failures: [Failure]
  public var reachedCore: Bool

  public var passes: Bool { failures.isEmpty }

  /// An expectation that was not met.
  public struct Failure: Sendable, Equatable {
    /// What was looked at.
    public var subject: Subject
    public var expected: String
    public var found: String
    /// 1-based.
    public var line: Int
    /// The place of the turn in the talk, 0-based; `nil` for the talk as a whole.
    public var turn: Int?
    /// Why another answered than was expected; only for a node, and only where both are known.
    public var reason: Reason?

    public enum Subject: String, Sendable { case node, openness, reply, core }

    public struct Reason: Sendable, Equatable {
      /// What was heard, in the words of the notation, in brackets.
      public var heard: String
      /// The node that was expected, with what kept it from answering; where a fallback was expected, the node that
      /// answered instead.
      public var candidate: Explanation.Candidate
    }
  }
}

extension Persona {
  /// Plays an example conversation and compares it with what is expected.
  ///
  /// Always with the same seed, so that a reply expected word for word stays the same.
  public func test(_ talk: ExampleTalk, code: (String) -> CodedUtterance) -> TalkResult {
    var state = start(seed: 0)
    var result = TalkResult(talk: talk, replies: [], failures: [], reachedCore: false)
    for (number, turn) in talk.turns.enumerated() {
      let before = state
      let utterance = code(turn.line)
      let reply = reply(to: utterance, in: before)
      state = before.recording(reply)
      result.replies.append(reply)
      if reply.isCore { result.reachedCore = true }
      func compare(
        _ subject: TalkResult.Failure.Subject, _ expected: String, _ found: String, _ isMet: Bool, _ line: Int
      ) {
        guard !isMet else { return }
        result.failures.append(.init(subject: subject, expected: expected, found: found, line: line, turn: number))
      }
      if let node = turn.node {
        let isMet = Folding.name(node) == Folding.name(reply.node ?? "")
        compare(.node, expectation(node), expectation(reply.node ?? ""), isMet, turn.expectationLine)
        if !isMet { result.failures[result.failures.count - 1].reason = reason(node, utterance, in: before) }
      }
      if let openness = turn.openness {
        let expected = openness.count == 1 ? "\(openness.lowerBound)" : "\(openness.lowerBound)-\(openness.upperBound)"
        let isMet = openness.contains(reply.opennessAfter)
        compare(.openness, expected, String(reply.opennessAfter), isMet, turn.expectationLine)
      }
      if let expected = turn.reply { compare(.reply, expected, reply.text, expected == reply.text, turn.replyLine) }
    }
    if let reachesCore = talk.reachesCore, reachesCore != result.reachedCore {
      result.failures.append(
        .init(
          subject: .core, expected: yesOrNo(reachesCore), found: yesOrNo(result.reachedCore), line: talk.coreLine,
          turn: nil))
    }
    return result
  }

  /// Why `node` did not answer; `nil` where the persona has no such node.
  private func reason(
    _ node: String, _ utterance: CodedUtterance, in state: PersonaState
  ) -> TalkResult.Failure.Reason? {
    let heard = Heard(utterance, topics: Set(index.topics.hits(in: utterance.text).map(\.topic)))
    let why = explain(utterance, in: state)
    var candidate = why.winner
    if !node.isEmpty {
      let place = nodes.firstIndex { Folding.name($0.name) == Folding.name(node) }
      guard let place else { return nil }
      candidate = considered(place, heard, openness: why.opennessHeard, in: state).candidate
    }
    return .init(heard: description(of: heard), candidate: candidate)
  }

  private func expectation(_ node: String) -> String {
    node.isEmpty ? (language == .dutch ? "anders" : "otherwise") : node
  }

  private func yesOrNo(_ value: Bool) -> String {
    language == .dutch ? (value ? "ja" : "nee") : (value ? "yes" : "no")
  }

  /// The lines of a file of conversations, with every expectation made as it is now.
  ///
  /// Only lines with an expectation change, and a turn without one gets one; what was asked of a reply word for word
  /// stays asked word for word.
  public func blessed(_ lines: [String], _ results: [TalkResult]) -> [String] {
    var replaced: [Int: String] = [:]
    var added: [Int: String] = [:]
    for result in results {
      for (turn, reply) in zip(result.talk.turns, result.replies) {
        let openness = (language == .dutch ? "openheid " : "openness ") + String(reply.opennessAfter)
        let hasOpenness = turn.openness != nil || turn.expectationLine == 0
        let line = "= " + expectation(reply.node ?? "") + (hasOpenness ? ", " + openness : "")
        if turn.expectationLine > 0 { replaced[turn.expectationLine] = line } else { added[turn.place.line] = line }
        if turn.replyLine > 0 { replaced[turn.replyLine] = "\"" + reply.text + "\"" }
      }
      if result.talk.coreLine > 0 {
        let key = language == .dutch ? "kern: " : "core: "
        replaced[result.talk.coreLine] = key + yesOrNo(result.reachedCore)
      }
    }
    // A line whose expectation is met stays as the author wrote it.
    let failed = Set(results.flatMap(\.failures).map(\.line))
    var all: [String] = []
    for (place, line) in lines.enumerated() {
      all.append(failed.contains(place + 1) ? replaced[place + 1] ?? line : line)
      if let more = added[place + 1] { all.append(more) }
    }
    return all
  }

  /// Nodes, and reply variants of nodes, that no conversation came to.
  public func missing(in results: [TalkResult]) -> (nodes: [Node], replies: [ReplyLine]) {
    let said = Set(results.flatMap(\.replies).compactMap(\.node))
    let texts = Set(results.flatMap(\.replies).map(\.text))
    return (
      nodes.filter { !said.contains($0.name) },
      nodes.flatMap(\.replies).filter { !texts.contains($0.text) }
    )
  }
}
