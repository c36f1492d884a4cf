public import CoachingLanguage
public import Personas

/// Going on with a conversation that was recorded before.
extension Practice {
  /// How the persona was found, compared with when the talk was recorded.
  public enum Change: Sendable, Equatable {
    /// It answers everything as it did.
    case none
    /// Its file has changed, and it answers everything as it did.
    case fileAlone
    /// It would answer otherwise in the turn with this number (1-based) of the talk, which goes on from the one before.
    case answers(turn: Int)
  }

  /// Why a talk can't be gone on with.
  public enum ResumeFailure: Error, Sendable, Equatable {
    /// The file is of another persona now, or of one that begins with other words.
    case otherPersona(was: String, now: String)
    case otherOpening
  }

  /// Goes on with `record` where its leader left it.
  ///
  /// Every turn is said again to the persona, as it was heard then. Where it would answer otherwise, the talk goes on from
  /// the last turn before that; nothing that was recorded is lost.
  public static func resume(
    _ record: RecordedTalk, persona: Persona, pack: LanguagePack, phrases: Phrasebook, at time: String
  ) throws(ResumeFailure) -> (practice: Practice, change: Change) {
    let header = record.header
    guard persona.name == header.persona, persona.language == header.language else {
      throw .otherPersona(was: header.persona, now: persona.name)
    }
    guard persona.opening(in: persona.start(seed: header.seed)) == header.opening else { throw .otherOpening }
    var practice = Practice(record, persona: persona, pack: pack, phrases: phrases)
    for attempt in record.tries {
      practice.states.append(
        practice.states[attempt.parent].flatMap { state in
          let reply = persona.reply(to: attempt.turn.leader, in: state)
          let isSame = reply.text == attempt.turn.answer && reply.opennessAfter == attempt.turn.facts.opennessAfter
          return isSame ? state.recording(reply) : nil
        })
    }
    practice.happen(.resume(when: time))
    let line = record.line(to: record.place)
    guard let first = line.firstIndex(where: { practice.states[$0.id] == nil }) else {
      let isSameFile = header.fingerprint.map { $0 == persona.fingerprint } ?? true
      return (practice, isSameFile ? .none : .fileAlone)
    }
    practice.happen(.jump(to: first == 0 ? 0 : line[first - 1].id))
    return (practice, .answers(turn: first + 1))
  }
}
