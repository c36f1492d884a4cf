import CoachingLanguage
import Evaluator
import Testing

@Suite("Feedback on a line")
struct FeedbackTests {
  private static let dutch = FeedbackGiver(phrases: Phrasebook(.dutch), pack: pack)

  private func feedback(_ sentences: CodedSentence..., after talk: Talk = talk()) -> Feedback {
    let text = sentences.map(\.text).joined(separator: " ")
    return Self.dutch.feedback(on: CodedUtterance(text: text, sentences: sentences), after: talk)
  }

  @Test("Every move gets a line in both languages, with all its places filled", arguments: Move.allCases)
  func everyMove(move: Move) {
    for language in Language.shipped {
      let giver = FeedbackGiver(phrases: Phrasebook(language), pack: pack)
      for step in [nil, Step.feeling] {
        let line = CodedUtterance(text: "een zin", sentences: [said(move, step: move.isQuestion ? step : nil)])
        for lines in [talk(), talk(turn(said(.openQuestion)))].map({ giver.feedback(on: line, after: $0).lines }) {
          #expect((1...Feedback.mostLines).contains(lines.count))
          #expect(lines.allSatisfy { !$0.text.contains("{") && !$0.text.contains("say.") && !$0.text.isEmpty })
        }
      }
    }
  }

  @Test(
    "Whoever advises or judges gets their words quoted and a question to ask instead",
    arguments: [
      Move.advice, .leadingQuestion, .instruction, .takeover, .judgement,
    ])
  func instead(move: Move) {
    let lines = feedback(said(move, "Je moet eerder bellen.")).lines
    #expect(lines[0].kind == .point)
    #expect(lines[0].text.contains("„Je moet eerder bellen”"))
    #expect(lines[1].kind == .instead)
    #expect(lines[1].text.contains("?"))
  }

  @Test("The question goes after the last signal first")
  func signal() {
    let signals = [Talk.Facts.Signal(topic: "nacht", words: "Overdag red ik me wel.")]
    let before = talk(turn(said(.openQuestion), facts: facts(signals: signals)))
    #expect(feedback(said(.advice), after: before).lines[1].text.contains("‘Overdag red ik me wel’"))
  }

  @Test("Without a signal it is about what the leader spoke of, on the ladder's next step")
  func subject() {
    let before = talk(turn(said(.openQuestion, step: .situation)), turn(said(.openQuestion, step: .event)))
    let line = feedback(said(.advice, "Neem een vroegere pauze."), after: before).lines[1].text
    #expect(line.contains("'vroegere'"))
    #expect(line.contains("gedaan") || line.contains("aandeel"))
  }

  @Test("Asking and listening get credit, and nothing to ask instead")
  func credit() {
    let before = talk(turn(said(.openQuestion, step: .role)))
    for move in [Move.openQuestion, .reflection, .affirmation, .permission, .solutionCheck, .silence] {
      #expect(feedback(said(move), after: before).lines.map(\.kind) == [.credit])
    }
  }

  @Test("Credit varies from turn to turn")
  func variety() {
    let first = feedback(said(.openQuestion)).lines[0].text
    let second = feedback(said(.openQuestion), after: talk(turn(said(.openQuestion)))).lines[0].text
    #expect(first != second)
  }

  @Test("Three questions in one turn are told, with their number; two are not")
  func stacked() {
    let three = feedback(said(.openQuestion), said(.closedQuestion), said(.openQuestion))
    #expect(three.lines.contains { $0.kind == .note && $0.text.contains("3 vragen") })
    #expect(!feedback(said(.openQuestion), said(.openQuestion)).lines.contains { $0.text.contains("2 vragen") })
  }

  @Test("Each of several advices gets a question of its own, and stacked questions are told beside them")
  func severalAdvices() {
    let lines = feedback(
      said(.leadingQuestion, "Heb je hem gebeld?"), said(.leadingQuestion, "Of gemaild misschien?"), said(.openQuestion)
    ).lines
    #expect(lines.count == 3)
    #expect(lines[1].text.contains("„Of gemaild misschien?”"))
    #expect(lines[1].text.split(separator: "?").count >= 3)
    #expect(lines[2].text.contains("3 vragen"))
  }

  @Test("A why before there is trust is told, and no longer once something was given back")
  func earlyWhy() {
    let why = said(.openQuestion, step: .why)
    #expect(feedback(why).lines.count == 2)
    #expect(feedback(why, after: talk(turn(said(.reflection)))).lines.count == 1)
  }

  @Test("With a persona, trust is its openness")
  func trust() {
    let why = said(.openQuestion, step: .why)
    #expect(feedback(why, after: talk(turn(said(.reflection), facts: facts(openness: 3)))).lines.count == 2)
    #expect(feedback(why, after: talk(turn(said(.openQuestion), facts: facts(openness: 6)))).lines.count == 1)
  }

  @Test("A solution before role or feeling were touched is told")
  func earlySolution() {
    let solution = said(.openQuestion, step: .solution)
    #expect(feedback(solution).lines.count == 2)
    #expect(feedback(solution, after: talk(turn(said(.openQuestion, step: .role)))).lines.count == 1)
  }

  @Test("Where the rules doubt between telling and asking, feedback asks")
  func unsure() {
    let line = feedback(said(.advice, "Misschien een lijstje?", isSure: false, or: .closedQuestion)).lines[0]
    #expect(line.kind == .note)
    #expect(line.text.contains("een advies") && line.text.contains("een gesloten vraag"))
  }

  @Test("A long sentence is quoted in part")
  func longQuote() {
    let long = "Als ik jou was zou ik er eerst eens rustig over nadenken voordat je er nog een keer met hem over begint"
    let line = feedback(said(.advice, long)).lines[0].text
    #expect(line.contains("…"))
    #expect(line.count < long.count + 60)
  }
}
