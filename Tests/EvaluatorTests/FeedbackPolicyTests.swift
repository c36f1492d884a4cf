import CoachingLanguage
import Evaluator
import Testing

@Suite("When feedback is said")
struct FeedbackPolicyTests {
  /// How much is said of each line and of the one that would come next, as the leader makes these moves one after the other.
  private func volumes(_ moves: [Move]) -> [FeedbackPolicy.Volume] {
    (0...moves.count).map { count in
      var talk = talk()
      talk.turns = moves.prefix(count).map { turn(said($0)) }
      return FeedbackPolicy.fade.volume(after: talk)
    }
  }

  @Test("Fading begins with everything, goes on with what went wrong, and falls silent as the leader asks more")
  func fades() {
    let asking = Array(repeating: Move.openQuestion, count: 12)
    let expected: [FeedbackPolicy.Volume] =
      Array(repeating: .full, count: 4) + Array(repeating: .points, count: 4) + Array(repeating: .silent, count: 5)
    #expect(volumes(asking) == expected)
  }

  @Test("Who never asks hears it all along", arguments: [Move.advice, .opinion, .closedQuestion, .silence, .structure])
  func neverAsks(move: Move) {
    #expect(volumes(Array(repeating: move, count: 20)).allSatisfy { $0 == .full })
  }

  @Test("In the silence the first slip is the leader's own to notice; after it, the next is told again")
  func slips() {
    let said = volumes(Array(repeating: .reflection, count: 20) + [.advice, .advice, .openQuestion])
    #expect(said.suffix(4) == [.silent, .points, .full, .points])
  }

  @Test("A turn that asks and advises is a turn that advises")
  func mixed() {
    let mixed = turn(said(.openQuestion), said(.leadingQuestion))
    var talk = talk(turn(said(.openQuestion)), turn(said(.reflection)), turn(said(.openQuestion)), mixed)
    #expect(FeedbackPolicy.practice(in: talk) == 0)
    talk.turns.removeLast()
    #expect(FeedbackPolicy.practice(in: talk) == 3)
  }

  @Test("What went wrong is said with what could be asked instead, and nothing else")
  func points() {
    let feedback = Feedback(lines: [
      .init(kind: .credit, text: "a"), .init(kind: .point, text: "b"), .init(kind: .instead, text: "c"),
      .init(kind: .note, text: "d"),
    ])
    #expect(FeedbackPolicy.Volume.points.heard(of: feedback).lines.map(\.text) == ["b", "c"])
    #expect(FeedbackPolicy.Volume.silent.heard(of: feedback).lines.isEmpty)
    #expect(FeedbackPolicy.Volume.full.heard(of: feedback) == feedback)
  }
}

@Suite("Practising one thing")
struct FocusTests {
  private func feedback(_ focus: Focus, _ sentence: CodedSentence, after talk: Talk) -> [Feedback.Line] {
    let giver = FeedbackGiver(phrases: Phrasebook(.dutch), pack: pack, focus: focus)
    return giver.feedback(on: CodedUtterance(text: sentence.text, sentences: [sentence]), after: talk).lines
  }

  private let why = turn(said(.openQuestion, step: .why), facts: facts(step: .why, isCore: true))
  private let solution = turn(said(.openQuestion, step: .solution), facts: facts(isSolution: true))
  private let stacked = turn(said(.openQuestion), said(.openQuestion))
  private let slip = turn(
    said(.openQuestion), facts: facts(signals: [.init(topic: "nacht", words: "Overdag red ik me wel.")]))
  private let event = turn(said(.openQuestion, step: .event))
  private let feeling = turn(said(.openQuestion, step: .feeling))

  /// For each focus: a talk in which it is time for it, and a sentence that does it.
  private var moments: [(focus: Focus, talk: Talk, sentence: CodedSentence)] {
    [
      (.askFirst, talk(), said(.openQuestion)),
      (.oneQuestion, talk(stacked), said(.openQuestion)),
      (.giveBack, talk(event, event), said(.reflection)),
      (.feeling, talk(event), said(.openQuestion, step: .feeling)),
      (.pickUp, talk(slip), said(.reflection)),
      (.why, talk(event, feeling), said(.openQuestion, step: .why)),
      (.understand, talk(why), said(.reflection)),
      (.check, talk(why, solution), said(.solutionCheck)),
      (.followUp, talk(why, solution), said(.followUp)),
    ]
  }

  @Test("Every one is told when it is done, and asked for when it is time and it was not")
  func all() {
    #expect(moments.map(\.focus) == Focus.allCases)
    for (focus, talk, sentence) in moments {
      #expect(feedback(focus, sentence, after: talk).map(\.kind) == [.credit])
      #expect(focus.isDue(after: talk), "\(focus)")
      let other = feedback(focus, said(.information), after: talk)
      #expect(other.map(\.kind) == [.note])
      #expect(!other[0].text.contains("{") && !other[0].text.contains("focus."))
      #expect(focus.doneTurns(in: talk).isEmpty || focus == .askFirst)
      var done = talk
      done.turns.append(turn(sentence))
      #expect(focus.doneTurns(in: done).last == done.turns.count)
    }
  }

  @Test("Where it is not time for it, nothing is said of it")
  func notDue() {
    // Asking first, and one question at a time, can be done from the first line on.
    for focus in Focus.allCases where ![.askFirst, .oneQuestion].contains(focus) {
      #expect(!focus.isDue(after: talk()))
      #expect(feedback(focus, said(.openQuestion, step: .situation), after: talk()).isEmpty)
    }
  }

  @Test("Once it was done it is no longer asked for, but for giving back, which is never done with")
  func once() {
    #expect(!Focus.feeling.isDue(after: talk(event, feeling)))
    #expect(!Focus.understand.isDue(after: talk(why, turn(said(.reflection)))))
    #expect(!Focus.check.isDue(after: talk(solution, turn(said(.solutionCheck)))))
    #expect(Focus.giveBack.isDue(after: talk(turn(said(.reflection)), event, event)))
  }

  @Test("Advice is still told, with a question for what is practised")
  func advice() {
    let lines = feedback(.feeling, said(.advice, "Neem een vroegere pauze."), after: talk(event))
    #expect(lines.map(\.kind) == [.note, .point, .instead])
    #expect(lines[2].text.contains("Hoe is dat voor jou, 'vroegere'?") || lines[2].text.contains("doet het met je"))
  }

  @Test("What the review advises can be practised, but for what is no skill")
  func nextTime() {
    let known = Review.NextTime.allCases.filter { Focus($0) != nil }
    #expect(known.map(\.rawValue) == Focus.allCases.map(\.rawValue))
    #expect(Focus(.begin) == nil)
    #expect(Focus(.again) == nil)
  }
}
