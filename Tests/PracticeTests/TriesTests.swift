import CoachingLanguage
import Evaluator
import Practice
import Testing

@Suite("Second tries")
struct TriesTests {
  @Test("After going back, the talk is as if the later lines were never said, and they are all kept")
  func undo() throws {
    var talk = try practice()
    let first = talk.say(lines[0])
    _ = talk.say(lines[1])
    _ = talk.say(lines[2])
    let result1 = talk.undo(2)
    #expect(result1 == 2)
    #expect(talk.talk.turns.count == 1)
    #expect(talk.openness == first.facts.opennessAfter)
    #expect(talk.lastAnswer == first.answer)

    var straight = try practice()
    _ = straight.say(lines[0])
    #expect(talk.say(lines[3]).answer == straight.say(lines[3]).answer)
    #expect(talk.talk == straight.talk)
    #expect(talk.record.tries.map(\.turn.leader.text) == lines)
  }

  @Test("Going back further than the talk is long goes to the opening; going back nothing changes nothing")
  func undoMore() throws {
    var talk = try practice()
    let result2 = talk.undo(1)
    #expect(result2 == 0)
    _ = talk.say(lines[0])
    let result3 = talk.undo(0)
    #expect(result3 == 0)
    let result4 = talk.undo(-3)
    #expect(result4 == 0)
    let result5 = talk.undo(99)
    #expect(result5 == 1)
    #expect(talk.talk.turns.isEmpty)
    #expect(talk.lastAnswer == talk.opening)
  }

  @Test("The talk goes on from any turn that was ever said")
  func jump() throws {
    var talk = try practice()
    _ = talk.say(lines[0])
    let advised = talk.say(lines[1])
    _ = talk.undo(1)
    _ = talk.say(lines[3])
    let result6 = talk.jump(to: 2)
    #expect(result6)
    #expect(talk.lastAnswer == advised.answer)
    #expect(talk.talk.turns.map(\.leader.text) == [lines[0], lines[1]])
    let result7 = talk.jump(to: 4)
    #expect(!result7)
    let result8 = talk.jump(to: -1)
    #expect(!result8)
    let result9 = talk.jump(to: 0)
    #expect(result9)
    #expect(talk.talk.turns.isEmpty)
  }

  @Test("What a line would bring is what it brings, and looking changes nothing but that it is kept")
  func whatIf() throws {
    var talk = try practice()
    _ = talk.say(lines[0])
    let before = talk.talk
    let looked = talk.lookAt([lines[3], lines[1]])
    #expect(talk.talk == before)
    #expect(talk.record.tries.count == 1)
    #expect(talk.record.whatIfs.map(\.line) == [lines[3], lines[1]])
    let result10 = talk.say(lines[3])
    #expect(result10 == looked[0])
    _ = talk.undo(1)
    let result11 = talk.say(lines[1])
    #expect(result11 == looked[1])
  }

  @Test("Looking ahead tells everything there is to tell of a line, also where one thing is practised")
  func whatIfFocused() throws {
    let focused = try practice(setting: .init(focus: .understand))
    let line = "Komt wel goed."
    #expect(focused.preview(line) == (try practice()).preview(line))
    #expect(!focused.preview(line).feedback.lines.isEmpty)
  }

  @Test("Every event that happens is to be written, once, and a reader makes the same of them")
  func events() throws {
    var talk = try practice()
    _ = talk.say(lines[0])
    _ = talk.lookAt([lines[1]])
    _ = talk.hint()
    _ = talk.say(lines[1])
    _ = talk.undo(1)
    _ = talk.say(lines[3])
    let result12 = talk.disagree(turn: 2, sentence: 0, said: .closedQuestion)
    #expect(result12)
    _ = talk.jump(to: 2)
    talk.assess(.init(went: "Ging wel.", asked: 6))
    talk.end(at: "2026-03-01T09:40:00Z")
    let events = talk.takeEvents()
    let result13 = talk.takeEvents()
    #expect(result13.isEmpty)
    var record = RecordedTalk(header: talk.record.header)
    for event in events {
      let isPossible = record.take(event)
      #expect(isPossible)
    }
    #expect(record == talk.record)
  }

  @Test("A sentence the leader reads otherwise counts so, in the talk and on the ladder; the answer stays")
  func disagree() throws {
    var talk = try practice()
    let turn = talk.say("Hoe voelde je je daarbij?")
    #expect(talk.ladder.asked[.feeling] == 1)
    let result14 = talk.disagree(turn: 1, sentence: 0, said: .advice)
    #expect(result14)
    #expect(talk.review.measures.count(.advice) == 1)
    #expect(talk.review.measures.count(.openQuestion) == 0)
    #expect(talk.ladder.asked[.feeling] == nil)
    #expect(talk.record.correctedCount == 1)
    #expect(talk.lastAnswer == turn.answer)
    let result15 = talk.disagree(turn: 1, sentence: 0, said: .openQuestion)
    #expect(result15)
    #expect(talk.record.correctedCount == 0)
    let result16 = talk.disagree(turn: 1, sentence: 1, said: .advice)
    #expect(!result16)
    let result17 = talk.disagree(turn: 0, sentence: 0, said: .advice)
    #expect(!result17)
  }
}

@Suite("When the feedback is said")
struct PolicyTests {
  private func talk(_ policy: FeedbackPolicy) throws -> Practice { try practice(setting: .init(policy: policy)) }

  @Test(
    "The feedback is made and kept under every policy, and the conversation is the same",
    arguments: FeedbackPolicy.allCases)
  func kept(policy: FeedbackPolicy) throws {
    var one = try talk(policy)
    var other = try talk(.live)
    for line in lines {
      let (turn, same) = (one.say(line), other.say(line))
      #expect(turn == same)
    }
    #expect(one.review == other.review)
  }

  @Test("Live says all of it; end and off say none", arguments: [FeedbackPolicy.live, .end, .off])
  func said(policy: FeedbackPolicy) throws {
    var talk = try talk(policy)
    for line in lines {
      let turn = talk.say(line)
      #expect(talk.feedbackToShow(on: turn).lines == (policy == .live ? turn.feedback.lines : []))
    }
    #expect(talk.record.tries.allSatisfy { $0.isFeedbackShown == (policy == .live) })
  }
}
