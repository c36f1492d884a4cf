import CoachingLanguage

/// What an employee hears in an utterance: moves, rungs of the ladder, topics.
struct Heard: Sendable, Equatable {
  /// The move the employee reacts to first.
  var leading: Move
  /// Every move heard, the leading one included.
  var moveList: [Move]
  /// The same as bits; see ``MoveBits``.
  var moves: UInt32
  /// Bit n for rung n.
  var steps: UInt8
  /// Places in ``Persona/topics``.
  var topics: Set<Int>

  init(leading: Move, moves list: [Move], steps: UInt8 = 0, topics: Set<Int> = []) {
    self.leading = leading
    moveList = list
    moves = MoveBits.of(list)
    self.steps = steps
    self.topics = topics
  }

  /// What is heard in `utterance`.
  ///
  /// The leading move; and, unless that one advises or judges, every move of the other sentences that asks or listens.
  /// So "Dus je was bang. Hoe was dat?" is heard as a reflection and as an open question, while advice drowns out
  /// whatever stands around it. Topics are heard in every sentence.
  init(_ utterance: CodedUtterance, topics: Set<Int>) {
    let leading = utterance.leading
    var list = [leading.move]
    var steps: UInt8 = 0
    if let step = leading.step { steps |= 1 << UInt8(step.rung) }
    if !leading.move.isAdvising, leading.move != .judgement {
      for sentence in utterance.sentences where sentence.stance == .ask || sentence.stance == .listen {
        if !list.contains(sentence.move) { list.append(sentence.move) }
        if let step = sentence.step { steps |= 1 << UInt8(step.rung) }
      }
    }
    self.init(leading: leading.move, moves: list, steps: steps, topics: topics)
  }
}
