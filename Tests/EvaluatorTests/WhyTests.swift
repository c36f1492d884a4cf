import CoachingLanguage
import Evaluator
import Testing

@Suite("The core of a talk that was really held is judged from words")
struct WhyTests {
  private let stake = "Ik ben bang dat ze zien dat ik het eigenlijk niet aankan."
  private let because = "Omdat het op dinsdag altijd zo druk is bij ons op de afdeling."

  private func why(_ turns: Talk.Turn...) -> Why { Why(of: Talk(language: .dutch, turns: turns), pack: pack) }

  @Test("The answer to a question after the why is taken for it, where it says something")
  func asked() {
    let why = why(
      turn(said(.openQuestion, step: .feeling)), turn(said(.openQuestion, step: .why)),
      turn(said(.openQuestion, step: .why), answer: "Het was een heel gedoe met die lijsten, elke week weer."))
    #expect(why.reached == 3)
    #expect(!why.isCertain)
  }

  @Test("Of several answers the one in which most is heard")
  func strongest() {
    #expect(
      why(
        turn(said(.openQuestion, step: .why), answer: because), turn(said(.openQuestion, step: .why), answer: stake)
      ).reached == 2)
  }

  @Test("What is at stake counts without a why where the leader gave something back or asked for the feeling")
  func invited() {
    #expect(why(turn(said(.reflection), answer: stake)).reached == 1)
    #expect(why(turn(said(.openQuestion, step: .feeling), answer: stake)).reached == 1)
    #expect(why(turn(said(.closedQuestion), answer: stake)).reached == nil)
  }

  @Test("A mere because is no core where it was not asked for")
  func because_() { #expect(why(turn(said(.reflection), answer: because)).reached == nil) }

  @Test("Given back at once in any words, or later in the other's own")
  func understood() {
    let core = turn(said(.openQuestion, step: .why), answer: stake)
    let other = turn(said(.openQuestion))
    #expect(why(core, turn(said(.reflection, "Je houdt je sterk."))).understood == 2)
    #expect(why(core, other, other, turn(said(.reflection, "Je houdt je sterk."))).understood == nil)
    #expect(why(core, other, other, turn(said(.reflection, "Dat je het niet aankan."))).understood == 4)
  }
}
