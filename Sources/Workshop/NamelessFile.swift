public import Practice

#if canImport(FoundationEssentials)
  private import FoundationEssentials
#else
  private import Foundation
#endif

/// A workshop's file with a number in the place of everybody's name.
public enum NamelessFile {
  /// The bytes of such a file without names; throws where they are no workshop.
  ///
  /// What a line was heard as stays as it was. A line that can't be read is left out: it may hold a name.
  ///
  /// - Parameter label: What somebody is called who has this place.
  public static func bytes(
    of bytes: [UInt8], label: @escaping @Sendable (Int) -> String
  ) throws(RecordedTalk.Failure) -> [UInt8] {
    let recorded = try RecordedWorkshop(bytes: bytes)
    let names = recorded.room?.names ?? []
    let header = recorded.talk.header
    let cleaner = NameCleaner(names, persona: header.persona, language: header.language, label: label)
    let decoder = JSONDecoder()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var result: [UInt8] = []
    func put(_ line: some Encodable) {
      guard let bytes = try? encoder.encode(line) else { return }
      result += bytes
      result.append(0x0A)
    }
    put(header)
    for line in bytes.split(separator: 0x0A).dropFirst() {
      let data = Data(line)
      if let kind = try? decoder.decode(WorkshopFile.Line.Kind.self, from: data), kind.event == "workshop" {
        guard let line = try? decoder.decode(WorkshopFile.Line.self, from: data) else { continue }
        put(WorkshopFile.Line(when: line.when, event: cleaner.cleaned(line.event)))
      } else if let event = try? decoder.decode(Transcript.Event.self, from: data) {
        if case .unknown = event { continue }
        put(cleaner.cleaned(event))
      }
    }
    return result
  }
}

extension NameCleaner {
  fileprivate func cleaned(_ event: WorkshopRecord.Event) -> WorkshopRecord.Event {
    switch event {
    case .begin(let setup):
      var setup = setup.withoutNames
      setup.aim = cleaned(setup.aim)
      return .begin(setup)
    case .name: return .name("")
    case .proposal(var proposal):
      proposal.line = cleaned(proposal.line)
      return .proposal(proposal)
    case .tried(let id, let turn): return .tried(id, cleaned(turn))
    case .question(let text): return .question(text.map(cleaned))
    case .note(let at, let text): return .note(at: at, cleaned(text))
    case .answer(let part, let text): return .answer(part, cleaned(text))
    case .resume, .speaker, .clock, .withdrawal, .hands, .said, .moved, .feedback, .openness, .focus, .tasks, .part,
      .card, .tally,
      .end:
      return event
    }
  }

  fileprivate func cleaned(_ event: Transcript.Event) -> Transcript.Event {
    switch event {
    case .turn(var attempt):
      attempt.turn = cleaned(attempt.turn)
      return .turn(attempt)
    case .whatIf(var whatIf):
      whatIf.line = cleaned(whatIf.line)
      return .whatIf(whatIf)
    case .hint(var hint):
      hint.text = cleaned(hint.text)
      return .hint(hint)
    case .disagreement(var disagreement):
      disagreement.text = cleaned(disagreement.text)
      return .disagreement(disagreement)
    case .selfAssessment(var assessment):
      assessment.went = cleaned(assessment.went)
      return .selfAssessment(assessment)
    case .undo, .jump, .resume, .end, .unknown: return event
    }
  }
}
