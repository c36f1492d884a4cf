import CoachingLanguage

/// A talk that was really held, as somebody wrote it down: lines of `Name: what was said`.
///
/// A line without a name goes on with the one above it; several lines of one speaker in a row are one turn. What programs
/// that write talks down put around it is read over: times (`[00:12:03]`, `Name (0:12):`), list and bold marks, the lines
/// between subtitles, and WebVTT's `<v Name>`.
public struct WrittenTalk: Sendable, Equatable {
  /// Who spoke, in the order of their first line.
  public private(set) var speakers: [String] = []
  /// What was said, turn by turn: never two in a row of the same speaker.
  public private(set) var turns: [Turn] = []

  public struct Turn: Sendable, Equatable {
    public var speaker: String
    /// Several lines of the speaker stand below each other.
    public var text: String
  }

  /// Why a text is no talk.
  public enum Failure: Error, Sendable, Equatable {
    /// No line says who speaks.
    case noSpeakers
    /// Nobody has a leader's name; say who it is.
    case leaderUnknown(speakers: [String])
    /// Nobody has the name that was given; `nearest` is the one that was probably meant.
    case noSuchLeader(name: String, speakers: [String], nearest: String?)
  }

  /// Reads a text; throws where no line says who speaks.
  ///
  /// - Parameter leader: The name of the leader, where it is known: such a speaker is one also where they speak once.
  public init(_ text: String, leader: String? = nil) throws(Failure) {
    let lines = text.split(whereSeparator: \.isNewline).map { WrittenLine($0) }
    let names = WrittenTalk.names(in: lines, leader: leader)
    guard !names.isEmpty else { throw .noSpeakers }
    let isSubtitled = lines.contains { $0.kind == .time }
    for line in lines {
      switch line.kind {
      case .empty, .time: continue
      case .number where isSubtitled: continue
      case .spoken(let name, let said):
        // A colon in the middle of what somebody says is no new speaker.
        if let shown = names[Folding.fold(name)] { add(shown, said, isNewLine: true) } else { goOn(with: line.text) }
      case .text, .number: goOn(with: line.text)
      }
    }
    turns.removeAll { $0.text.isEmpty }
    var seen: Set<String> = []
    speakers = turns.map(\.speaker).filter { seen.insert($0).inserted }
    guard !turns.isEmpty else { throw .noSpeakers }
  }

  private mutating func add(_ speaker: String, _ text: String, isNewLine: Bool) {
    guard let last = turns.indices.last, turns[last].speaker == speaker else {
      return turns.append(Turn(speaker: speaker, text: text))
    }
    turns[last].text += turns[last].text.isEmpty || text.isEmpty ? text : (isNewLine ? "\n" : " ") + text
  }

  private mutating func goOn(with text: String) {
    // What stands above the first speaker is a title.
    guard let last = turns.last else { return }
    add(last.speaker, text, isNewLine: false)
  }

  /// The names that are speakers, by their folded form.
  ///
  /// Those that stand before a line twice or more, or are what speakers are called; all of them where that leaves fewer
  /// than two, because a talk may be of one line each.
  private static func names(in lines: [WrittenLine], leader: String?) -> [String: String] {
    var counts: [(name: String, count: Int)] = []
    var places: [String: Int] = [:]
    for line in lines {
      guard case .spoken(let name, _) = line.kind else { continue }
      let folded = Folding.fold(name)
      if let place = places[folded] {
        counts[place].count += 1
      } else {
        places[folded] = counts.count
        counts.append((name, 1))
      }
    }
    let asked = leader.map { Folding.fold($0) }
    let sure = counts.filter { name, count in
      count > 1 || Folding.fold(name) == asked || SpeakerNames.isKnown(name)
    }
    let chosen = sure.count >= 2 ? sure : counts
    return Dictionary(chosen.map { (Folding.fold($0.name), $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: As a talk

  /// Who the leader is: the speaker with that name, or the one who is called what leaders are called.
  public func leader(named name: String?) throws(Failure) -> String {
    if let name {
      let wanted = Folding.fold(name)
      if let found = speakers.first(where: { Folding.fold($0) == wanted }) { return found }
      // "Sanne" for "Sanne de Wit", where that is nobody else.
      let begun = speakers.filter { Folding.fold($0).hasPrefix(wanted + " ") }
      if begun.count == 1 { return begun[0] }
      throw .noSuchLeader(name: name, speakers: speakers, nearest: EditDistance.nearest(to: wanted, in: speakers))
    }
    guard let leader = SpeakerNames.leader(among: speakers) else { throw .leaderUnknown(speakers: speakers) }
    return leader
  }

  /// The talk as the evaluator sees it. Whoever is not the leader is the other.
  public func talk(leader: String, language: Language, _ classifier: Classifier) -> Talk {
    var talk = Talk(language: language, name: otherName(than: leader))
    for turn in turns {
      if turn.speaker == leader {
        let text = SpeakerNames.isSilence(turn.text) ? "…" : turn.text
        if let last = talk.turns.indices.last, talk.turns[last].answer.isEmpty {
          // Somebody without words stood between them.
          talk.turns[last].leader = classifier.code(talk.turns[last].leader.text + "\n" + text)
        } else {
          talk.turns.append(.init(leader: classifier.code(text)))
        }
      } else if let last = talk.turns.indices.last {
        talk.turns[last].answer += (talk.turns[last].answer.isEmpty ? "" : "\n") + turn.text
      } else {
        talk.opening += (talk.opening.isEmpty ? "" : "\n") + turn.text
      }
    }
    return talk
  }

  /// The first name of whoever else spoke most; `nil` where that is no name, such as `Employee`.
  private func otherName(than leader: String) -> String? {
    var lengths: [String: Int] = [:]
    for turn in turns where turn.speaker != leader { lengths[turn.speaker, default: 0] += turn.text.utf8.count }
    guard let name = speakers.max(by: { lengths[$0] ?? 0 < lengths[$1] ?? 0 }), name != leader,
      !SpeakerNames.isGeneral(name)
    else { return nil }
    return name.split(separator: " ").first.map(String.init)
  }
}
