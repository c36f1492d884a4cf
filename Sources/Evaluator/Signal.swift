import CoachingLanguage

/// Something in an answer that pointed at more: picked up by the leader, or left lying.
public struct Signal: Sendable, Equatable {
  /// The turn whose answer gave it, 1-based; 0 for the opening.
  public var turn: Int
  /// The words, as the other said them.
  public var words: String
  /// The subject it points at, for a persona's signal; a word that came back, for a repetition.
  public var topic: String?
  public var kind: Kind
  /// The turn in which the leader asked on about it or gave it back; `nil` where it was left lying.
  public var pickedUp: Int?

  public enum Kind: String, Sendable, CaseIterable {
    /// The persona's file says it is one.
    case persona
    /// Heard in the words: a guess.
    case feeling, strain, hesitation
    case playingDown = "playing-down"
    /// A word the other came back to again and again: a guess.
    case repetition
  }

  /// Whether it is known to be one, and not guessed from words.
  public var isCertain: Bool { kind == .persona }

  /// The signals of a talk, in the order they were given.
  static func all(in heard: HeardTalk) -> [Signal] {
    let found = heard.isPlayed ? fromPersona(heard.talk) : fromWords(heard)
    return found.sorted { $0.turn < $1.turn }
  }

  /// One for each subject: given the first time, picked up the first time the leader's line was about it.
  private static func fromPersona(_ talk: Talk) -> [Signal] {
    var signals: [Signal] = []
    var places: [String: Int] = [:]
    for (index, turn) in talk.turns.enumerated() {
      guard let facts = turn.facts else { continue }
      for topic in turn.pickedUp {
        if let place = places[topic], signals[place].pickedUp == nil { signals[place].pickedUp = index + 1 }
      }
      // With nothing said after it, there was no chance to pick it up; so the last answer is left out.
      guard index + 1 < talk.turns.count else { break }
      for signal in facts.signals {
        if let place = places[signal.topic] {
          // What was said last is what the leader could still have asked about.
          if signals[place].pickedUp == nil { (signals[place].turn, signals[place].words) = (index + 1, signal.words) }
        } else {
          places[signal.topic] = signals.count
          signals.append(Signal(turn: index + 1, words: signal.words, topic: signal.topic, kind: .persona))
        }
      }
    }
    return signals
  }

  // MARK: From words

  /// The strongest cue of each answer, and words that keep coming back.
  private static func fromWords(_ heard: HeardTalk) -> [Signal] {
    var signals: [Signal] = []
    for turn in heard.cues.indices.dropLast() {
      guard let cue = heard.cues[turn].filter(\.isSignal).max(by: { $0.weight < $1.weight }),
        let kind = Kind(rawValue: cue.kind)
      else { continue }
      var signal = Signal(turn: turn, words: cue.sentence, kind: kind)
      signal.pickedUp = pickUp(of: cue.sentence, after: turn, heard)
      signals.append(signal)
    }
    return signals + repetitions(heard, besides: Set(signals.map(\.turn)))
  }

  /// The turn in which the leader took up `sentence`: at once, by asking on or giving back; later, in its own words.
  private static func pickUp(of sentence: String, after turn: Int, _ heard: HeardTalk) -> Int? {
    let words = heard.subjects(of: sentence)
    for index in turn..<min(turn + 4, heard.talk.turns.count) {
      let helpful = heard.talk.turns[index].leader.sentences.filter { $0.isAskingOn }
      let isAtOnce = index == turn && helpful.contains { $0.move != .closedQuestion }
      let isInWords = helpful.contains { !heard.subjects(of: $0.text).isDisjoint(with: words) }
      if isInWords || (isAtOnce && !heard.talk.turns[index].leader.leading.move.isAdvising) { return index + 1 }
    }
    return nil
  }

  /// How many answers a word must stand in to count as one the other came back to.
  private static let often = 3

  private static func repetitions(_ heard: HeardTalk, besides known: Set<Int>) -> [Signal] {
    var places: [String: [Int]] = [:]
    for turn in heard.cues.indices {
      for word in heard.subjects(of: heard.answer(turn)) where word.count >= 5 {
        places[word, default: []].append(turn)
      }
    }
    var used: [String: Int] = [:]
    for (index, turn) in heard.talk.turns.enumerated() {
      for sentence in turn.leader.sentences where sentence.isAskingOn {
        for word in heard.subjects(of: sentence.text) where used[word] == nil { used[word] = index + 1 }
      }
    }
    // Two at the most: the words that came back most often, of equals the first in the alphabet.
    let repeated = places.filter { $0.value.count >= often }.sorted {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }
    return repeated.prefix(2).compactMap { word, turns in
      let turn = turns[often - 1]
      guard !known.contains(turn), turn < heard.talk.turns.count else { return nil }
      return Signal(
        turn: turn, words: sentence(with: word, in: turn, heard), topic: word, kind: .repetition,
        pickedUp: used[word])
    }
  }

  private static func sentence(with word: String, in turn: Int, _ heard: HeardTalk) -> String {
    let sentences = heard.sentences(of: heard.answer(turn))
    return sentences.first { heard.subjects(of: $0).contains(word) } ?? heard.answer(turn)
  }
}

extension Talk.Turn {
  /// Subjects of earlier signals that the leader asked on about or gave back; whoever advises on one closes it.
  ///
  /// Empty for a talk that was held without a persona.
  public var pickedUp: [String] {
    guard let facts, !leader.leading.move.isAdvising, leader.sentences.contains(where: \.isAskingOn) else { return [] }
    return facts.followed
  }
}

extension CodedSentence {
  /// Whether it gives the other room to say more: a question or a reflection.
  var isAskingOn: Bool { move.isQuestion || move == .reflection }
}
