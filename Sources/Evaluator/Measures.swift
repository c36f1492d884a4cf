public import CoachingLanguage

/// What can be counted in a talk.
///
/// Shares are `nil` where there is nothing to divide by. A share can be gamed through its denominator, so show its count
/// beside it.
public struct Measures: Sendable, Equatable {
  /// How many sentences made each move.
  public var counts: [Move: Int] = [:]
  /// How much of what the leader did was telling: tell / (tell + questions + reflections), `0...1`.
  ///
  /// The measure that tells good talks from bad best: AUC 0.93 over 133 real sessions (computed on AnnoMI, Wu et al.,
  /// Future Internet 2023, 15(3), 110).
  public var tellShare: Double?
  /// How much of the questioning was open: open / (open + closed), `0...1`.
  ///
  /// 0.5 is fair, 0.7 good (MITI 3.1.1). On real sessions it did not tell good from bad by itself (AUC 0.50).
  public var openShare: Double?
  /// Reflections for each question, open or closed, `0...`.
  ///
  /// 1 is fair, 2 is good (MITI 4.2); AUC 0.84 on real sessions.
  public var reflectionsPerQuestion: Double?
  /// Words of the leader, and of the other. No rule on talking time is supported by research, so there is no threshold.
  public var leaderWords = 0
  public var otherWords = 0
  /// Turns with three questions or more.
  public var stackedTurns: [Int] = []
  /// The first turn in which the leader advised, 1-based.
  public var firstAdvice: Int?
  /// The words of the other that the leader used again, folded, each once.
  public var reusedWords: [String] = []
  /// Turns in which what lies on the table was checked against the other's situation, 1-based.
  public var solutionChecks: [Int] = []
  /// Turns in which a next step or moment was set, 1-based.
  public var followUps: [Int] = []

  public init() {}

  /// Counts a talk. `pack` is that of the talk's language.
  public init(of talk: Talk, pack: LanguagePack) {
    for (turn, sentence) in talk.sentences {
      counts[sentence.move, default: 0] += 1
      if sentence.move.isAdvising, firstAdvice == nil { firstAdvice = turn }
      if sentence.move == .solutionCheck, solutionChecks.last != turn { solutionChecks.append(turn) }
      if sentence.move == .followUp, followUps.last != turn { followUps.append(turn) }
    }
    let questions = count(.openQuestion) + count(.closedQuestion)
    tellShare = share(count(.tell), of: count(.tell) + questions + count(.reflection))
    openShare = share(count(.openQuestion), of: questions)
    reflectionsPerQuestion = share(count(.reflection), of: questions)
    var reused: Set<String> = []
    var heard = Set(pack.contentWords(in: talk.opening).map(\.folded))
    otherWords = pack.wordCount(of: talk.opening)
    for (index, turn) in talk.turns.enumerated() {
      if turn.leader.questionCount >= 3 { stackedTurns.append(index + 1) }
      leaderWords += pack.wordCount(of: turn.leader.text)
      for word in pack.contentWords(in: turn.leader.text)
      where heard.contains(word.folded) && !talk.language.isCommon(word.folded) {
        if reused.insert(word.folded).inserted { reusedWords.append(word.folded) }
      }
      otherWords += pack.wordCount(of: turn.answer)
      heard.formUnion(pack.contentWords(in: turn.answer).map(\.folded))
    }
  }

  /// How many sentences made `move`.
  public func count(_ move: Move) -> Int { counts[move] ?? 0 }

  /// How many sentences took `stance`.
  public func count(_ stance: Stance) -> Int { counts.reduce(0) { $0 + ($1.key.stance == stance ? $1.value : 0) } }

  /// How many sentences advised.
  public var advising: Int { counts.reduce(0) { $0 + ($1.key.isAdvising ? $1.value : 0) } }

  private func share(_ part: Int, of whole: Int) -> Double? { whole == 0 ? nil : Double(part) / Double(whole) }
}

extension CodedUtterance {
  /// How many questions are in the turn, those that carry their own answer included.
  public var questionCount: Int {
    sentences.count { $0.stance == .ask || $0.move == .leadingQuestion }
  }
}
