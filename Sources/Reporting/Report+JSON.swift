public import CoachingLanguage
import Evaluator
import Practice

/// A review as JSON, for other programs.
///
/// Version 1, in `version`; keys are only ever added within a version. A share is `0...1` with three decimals, and
/// `null` where there is nothing to divide by; a turn is 1-based, and 0 for what the other said first.
///
/// | key | says |
/// |---|---|
/// | `version` | 1 |
/// | `file` | where the talk was read from; `null` for none |
/// | `language` | `nl` or `en` |
/// | `name` | what the other is called; `null` where that is not known |
/// | `played` | whether a persona answered; else signals, the why, temptations and the solution are judged from words |
/// | `turns` | how many turns the leader had |
/// | `tell_share` | telling / (telling + questions + reflections) |
/// | `open_share` | open questions / questions |
/// | `reflections_per_question` | reflections / questions |
/// | `counts` | sentences by move: all moves of the codebook |
/// | `stances` | sentences by stance: `ask`, `listen`, `tell`, `arrange`, `other` |
/// | `ladder` | for each step `asked` and `reached`: the first turn, or `null` |
/// | `why` | `reached`, whether the other said why; `turn`, in which turn; `understood`, whether the leader gave it back; `understood_turn`; `certain` |
/// | `solution_check` | whether the solution was checked |
/// | `solution` | `owner`: `other`, `shared`, `leader` or `nobody`; `turn`; `words` |
/// | `follow_up` | `what`, `who` (`leader`, `other`, `both`) and `when`, each `null` where it is not there; `turn`; `agreed` |
/// | `signals` | `picked_up` and `missed`, counts; `all`: `turn`, `words`, `kind`, `picked_up` (a turn or `null`), `certain` |
/// | `temptations` | `resisted` and `given_in`, counts; `all`: `turn`, `words`, `resisted`, `certain` |
/// | `stacked_questions` | turns with three questions or more; which, in `stacked_turns` |
/// | `first_advice` | the first turn that advised, or `null` |
/// | `words` | `leader` and `other`, counts; `reused`, words of the other that the leader used again |
/// | `openness` | `start`, and `turns`: 0...10 after each; `certain`, false for an estimate from the number of words |
/// | `moments` | `best_question`, `turning_point`, `missed_signal`: `turn` and `words`, or `null` |
/// | `next_time` | the one thing to try, such as `give-back` |
/// | `hints` | hints that were given; `null` for a talk without a persona |
/// | `corrected` | sentences that count as the leader reads them |
/// | `self_assessment` | `went`, and `asked` of ten; `null` where the leader did not say |
/// | `conversation` | by turn: `leader`, coded as `doorvraag classify` does, and `answer`; left out on one line a file |
extension Report {
  /// The version of the keys.
  static let jsonVersion = 1

  /// The review as one JSON object, and a new line.
  public func json(withConversation: Bool = true) -> String {
    var json = JSONText()
    write(to: &json, withConversation: withConversation)
    json.newline()
    return json.text
  }

  /// Writes the review as one JSON object.
  public func write(to json: inout JSONText, withConversation: Bool) {
    let measures = review.measures
    json.object { json in
      json.write("version", Report.jsonVersion)
      json.write("file", source.isEmpty ? nil : source)
      json.write("language", review.talk.language.rawValue)
      json.write("name", review.talk.name)
      json.write("played", review.talk.isPlayed)
      json.write("turns", review.talk.turns.count)
      json.write("tell_share", measures.tellShare)
      json.write("open_share", measures.openShare)
      json.write("reflections_per_question", measures.reflectionsPerQuestion)
      json.key("counts")
      json.object { json in
        for move in Move.allCases { json.write(move.rawValue, measures.count(move)) }
      }
      json.key("stances")
      json.object { json in
        for stance in Stance.allCases { json.write(stance.rawValue, measures.count(stance)) }
      }
      writeLadder(to: &json)
      writeOutcome(to: &json)
      writeHeard(to: &json)
      json.write("stacked_questions", measures.stackedTurns.count)
      json.write("stacked_turns", measures.stackedTurns)
      json.write("first_advice", measures.firstAdvice)
      json.key("words")
      json.object { json in
        json.write("leader", measures.leaderWords)
        json.write("other", measures.otherWords)
        json.key("reused")
        json.array { json in
          for word in measures.reusedWords { json.value(word) }
        }
      }
      writeCourse(to: &json)
      json.write("next_time", review.nextTime.rawValue)
      json.write("hints", record?.hints.count)
      json.write("corrected", review.correctedCount)
      json.key("self_assessment")
      if let own = record?.selfAssessment {
        json.object { json in
          json.write("went", own.went)
          json.write("asked", own.asked)
        }
      } else {
        json.null()
      }
      if withConversation { writeConversation(to: &json) }
    }
  }

  private func writeLadder(to json: inout JSONText) {
    json.key("ladder")
    json.object { json in
      for step in Step.allCases {
        json.key(step.rawValue)
        json.object { json in
          json.write("asked", review.ladder.asked[step])
          json.write("reached", review.ladder.reached[step])
        }
      }
    }
    json.key("why")
    json.object { json in
      json.write("reached", review.why.reached != nil)
      json.write("turn", review.why.reached)
      json.write("understood", review.why.understood != nil)
      json.write("understood_turn", review.why.understood)
      json.write("certain", review.why.isCertain)
    }
  }

  private func writeOutcome(to json: inout JSONText) {
    json.write("solution_check", !review.measures.solutionChecks.isEmpty)
    json.key("solution")
    json.object { json in
      json.write("owner", review.solution.owner.rawValue)
      json.write("turn", review.solution.turn)
      json.write("words", review.solution.turn == nil ? nil : review.solution.words)
      json.write("certain", review.solution.isCertain)
    }
    json.key("follow_up")
    json.object { json in
      json.write("what", review.agreement?.what)
      json.write("who", review.agreement?.who?.rawValue)
      json.write("when", review.agreement?.when)
      json.write("turn", review.agreement?.turn)
      json.write("agreed", review.agreement?.isAgreed ?? false)
    }
  }

  private func writeHeard(to json: inout JSONText) {
    json.key("signals")
    json.object { json in
      json.write("picked_up", review.signals.count { $0.pickedUp != nil })
      json.write("missed", review.signals.count { $0.pickedUp == nil })
      json.key("all")
      json.array { json in
        for signal in review.signals {
          json.object { json in
            json.write("turn", signal.turn)
            json.write("words", signal.words)
            json.write("kind", signal.kind.rawValue)
            json.write("picked_up", signal.pickedUp)
            json.write("certain", signal.isCertain)
          }
        }
      }
    }
    json.key("temptations")
    json.object { json in
      json.write("resisted", review.temptations.count { $0.isResisted })
      json.write("given_in", review.temptations.count { !$0.isResisted })
      json.key("all")
      json.array { json in
        for temptation in review.temptations {
          json.object { json in
            json.write("turn", temptation.turn)
            json.write("words", temptation.words)
            json.write("resisted", temptation.isResisted)
            json.write("certain", temptation.isCertain)
          }
        }
      }
    }
  }

  private func writeCourse(to json: inout JSONText) {
    json.key("openness")
    json.object { json in
      json.write("start", review.curve.start)
      json.write("turns", review.curve.values)
      json.write("certain", review.curve.isCertain)
    }
    json.key("moments")
    json.object { json in
      let moments = review.moments
      json.writeMoment("best_question", moments.bestQuestion.map { ($0.turn, $0.sentence.text) })
      json.writeMoment("turning_point", moments.turningPoint.map { ($0.turn, $0.sentence.text) })
      json.writeMoment("missed_signal", moments.missed.map { ($0.turn, $0.words) })
    }
  }

  private func writeConversation(to json: inout JSONText) {
    json.write("opening", review.talk.opening)
    json.key("conversation")
    json.array { json in
      for turn in review.talk.turns {
        json.object { json in
          json.key("leader")
          turn.leader.write(to: &json)
          json.write("answer", turn.answer)
        }
      }
    }
  }
}

extension JSONText {
  mutating func write(_ key: String, _ value: Int?) {
    self.key(key)
    if let value { self.value(value) } else { null() }
  }

  mutating func write(_ key: String, _ value: Double?) {
    self.key(key)
    if let value { self.value(value) } else { null() }
  }

  mutating func write(_ key: String, _ value: String?) {
    self.key(key)
    if let value { self.value(value) } else { null() }
  }

  mutating func write(_ key: String, _ value: Bool) {
    self.key(key)
    self.value(value)
  }

  mutating func write(_ key: String, _ values: [Int]) {
    self.key(key)
    array { json in
      for value in values { json.value(value) }
    }
  }

  mutating func writeMoment(_ key: String, _ moment: (turn: Int, words: String)?) {
    self.key(key)
    guard let moment else { return null() }
    object { json in
      json.write("turn", moment.turn)
      json.write("words", moment.words)
    }
  }
}
