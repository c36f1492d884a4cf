import CoachingLanguage
import Evaluator
import Testing

@Suite("What is counted")
struct MeasuresTests {
  private func measures(_ turns: Talk.Turn..., opening: String = "") -> Measures {
    Measures(of: Talk(language: .dutch, opening: opening, turns: turns), pack: pack)
  }

  @Test("The tell share is telling over telling, questions and reflections; the rest does not count")
  func tellShare() {
    let measures = measures(
      turn(said(.openQuestion)), turn(said(.reflection), said(.affirmation)), turn(said(.advice)),
      turn(said(.closedQuestion)), turn(said(.permission), said(.followUp), said(.structure), said(.acknowledgement)))
    #expect(measures.tellShare == 0.25)
  }

  @Test("Shares of nothing are nothing, not zero")
  func nothing() {
    let measures = measures(turn(said(.acknowledgement)))
    #expect(measures.tellShare == nil)
    #expect(measures.openShare == nil)
    #expect(measures.reflectionsPerQuestion == nil)
  }

  @Test("Open share and reflections per question")
  func questions() {
    let measures = measures(
      turn(said(.openQuestion), said(.openQuestion), said(.openQuestion), said(.closedQuestion)),
      turn(said(.reflection), said(.reflection)))
    #expect(measures.openShare == 0.75)
    #expect(measures.reflectionsPerQuestion == 0.5)
  }

  @Test("The first advice is the first of any kind of advising", arguments: Move.allCases.filter(\.isAdvising))
  func firstAdvice(move: Move) {
    #expect(measures(turn(said(.judgement)), turn(said(move)), turn(said(.advice))).firstAdvice == 2)
  }

  @Test("Three questions in one turn are stacked, two are not; a leading question counts as one")
  func stacked() {
    let measures = measures(
      turn(said(.openQuestion), said(.closedQuestion)),
      turn(said(.openQuestion), said(.leadingQuestion), said(.closedQuestion)))
    #expect(measures.stackedTurns == [2])
  }

  @Test("Words of the other that the leader uses again are counted once each, not those that carry no subject")
  func reused() {
    let measures = measures(
      turn(said(.reflection, "Maar het rooster, zeg je."), answer: "De klachten zijn erger."),
      turn(said(.openQuestion, "Welke klachten, over het rooster?")), opening: "Het rooster over vandaag.")
    #expect(measures.reusedWords == ["rooster", "klachten"])
  }

  @Test("Words are counted on both sides, the opening included")
  func words() {
    let measures = measures(turn(said(.openQuestion, "Hoe gaat het?"), answer: "Wel goed."), opening: "Hoi daar.")
    #expect(measures.leaderWords == 3)
    #expect(measures.otherWords == 4)
  }
}

@Suite("The ladder and the core")
struct LadderTests {
  @Test("A step is asked in the first turn that asks for it, and reached in the first answer that comes to it")
  func steps() {
    let ladder = Ladder(
      of: talk(
        turn(said(.openQuestion, step: .event), facts: facts(step: .situation)),
        turn(said(.openQuestion, step: .event), facts: facts(step: .event))))
    #expect(ladder.asked == [.event: 1])
    #expect(ladder.reached == [.situation: 1, .event: 2])
    #expect(ladder.next == .role)
  }

  @Test("The core is reached where the persona says it, and understood where it is given back after that")
  func core() {
    let why = Why(
      of: talk(
        turn(said(.reflection), facts: facts()), turn(said(.openQuestion), facts: facts(isCore: true)),
        turn(said(.openQuestion), facts: facts()), turn(said(.reflection), facts: facts())))
    #expect(why.reached == 2)
    #expect(why.understood == 4)
  }

  @Test("Asking why does not reach the core of a persona that does not answer it")
  func notReached() {
    #expect(Why(of: talk(turn(said(.openQuestion, step: .why), facts: facts()))).reached == nil)
  }
}

@Suite("One thing for next time")
struct NextTimeTests {
  private func next(_ turns: Talk.Turn...) -> Review.NextTime {
    Review(of: Talk(language: .dutch, turns: turns), pack: pack).nextTime
  }

  private let feeling = turn(said(.openQuestion, step: .feeling), said(.reflection), facts: facts())
  private let core = turn(said(.openQuestion, step: .why), said(.reflection), facts: facts(isCore: true))

  @Test("The first thing that is missing is the one")
  func order() {
    #expect(next() == .begin)
    #expect(next(turn(said(.silence))) == .begin)
    #expect(next(turn(said(.advice)), turn(said(.openQuestion))) == .askFirst)
    #expect(next(turn(said(.openQuestion)), turn(said(.closedQuestion))) == .giveBack)
    #expect(next(turn(said(.openQuestion), said(.reflection))) == .feeling)
    #expect(next(feeling) == .why)
    #expect(next(feeling, core) == .understand)
    #expect(next(feeling, core, turn(said(.reflection), facts: facts())) == .check)
    #expect(next(feeling, core, turn(said(.reflection)), turn(said(.solutionCheck))) == .followUp)
    #expect(next(feeling, core, turn(said(.reflection)), turn(said(.solutionCheck)), turn(said(.followUp))) == .again)
  }
}
