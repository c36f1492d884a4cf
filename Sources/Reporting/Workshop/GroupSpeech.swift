import CoachingLanguage
import Evaluator
import Practice
import Workshop

/// What several screens and pages say of a group and its lines.
protocol GroupSpeech {
  var phrases: Phrasebook { get }
  /// What the other is called.
  var name: String { get }
}

extension GroupSpeech {
  /// A phrase with its places filled, the other's name among them.
  func say(_ key: String, _ places: [String: String] = [:]) -> String {
    phrases(key, places.merging(["name": name, "Name": Report.capitalised(name)]) { given, _ in given })
  }

  /// What somebody is called: by name, or by number where they go without one.
  func called(_ room: WorkshopRecord, _ place: Int) -> String {
    let number = ["number": String(place + 1)]
    guard room.names.indices.contains(place) else { return say("workshop.speaker", number) }
    let name = HarmlessText.of(room.names[place])
    return name.isEmpty ? say("workshop.participant", number) : name
  }

  /// "vraagt 7 · luistert 2 · zegt 1", and "open 6 · dicht 4"; what nobody was asked is left out.
  func texts(for hands: Hands?) -> [String] {
    guard let hands else { return [] }
    var texts: [String] = []
    if hands.forMoves > 0 {
      let counts = ["ask": String(hands.ask), "listen": String(hands.listen), "tell": String(hands.tell)]
      texts.append(say("workshop.hands.moves", counts))
    }
    if hands.forWays > 0 {
      texts.append(say("workshop.hands.ways", ["open": String(hands.open), "close": String(hands.close)]))
    }
    return texts
  }

  /// "Hoe het verder kon na ‘…’".
  func forkTitle(_ fork: Fork) -> String {
    say("workshop.fork", ["words": Quote.shortened(Report.joined(fork.answer))])
  }

  /// A line as it is shown: silence has no words of its own.
  func spoken(_ line: String) -> String { line.isEmpty ? say("workshop.silence") : line }

  /// What a line turned out to do, with how many of the hands said so where anybody was asked.
  ///
  /// - Parameter isShort: Whether it has to stand on one line with others.
  func came(_ outcome: Outcome, _ hands: Hands?, isShort: Bool) -> [String] {
    func share(_ text: String, _ hits: Int, of all: Int) -> String {
      guard all > 0 else { return text }
      return say(
        isShort ? "workshop.share.short" : "workshop.share",
        ["text": text.hasSuffix(".") ? String(text.dropLast()) : text, "hits": String(hits), "all": String(all)])
    }
    let moves = share(
      isShort ? say("workshop.short." + outcome.stance.rawValue) : did(outcome), hands?.count(outcome.stance) ?? 0,
      of: hands?.forMoves ?? 0)
    let way = outcome.change > 0 ? "open" : outcome.change < 0 ? "close" : "same"
    let ways = share(
      isShort ? say("workshop.short." + way) : change(outcome),
      outcome.change > 0 ? hands?.open ?? 0 : hands?.close ?? 0, of: outcome.change == 0 ? 0 : hands?.forWays ?? 0)
    return [moves, ways]
  }

  /// What a room is told of a line, with the mark before it: what the group did, never what somebody did.
  func remarks(on turn: Turn) -> [(first: String, text: String)] {
    let leading = turn.leader.leading
    let told = turn.feedback.lines
    var remarks = [remark(on: leading, told.first?.kind ?? .note)]
    // What was said of the line itself speaks to one leader; a better question and what goes for the whole turn do not.
    remarks += told.dropFirst().filter { [.instead, .note].contains($0.kind) }.map { ("\($0.kind.mark) ", $0.text) }
    return remarks
  }

  private func remark(on sentence: CodedSentence, _ kind: Feedback.Kind) -> (first: String, text: String) {
    if !sentence.isSure, sentence.stance == .tell,
      let other = sentence.readings.first(where: { $0.move.stance != .tell })
    {
      let moves = ["move": say("move." + sentence.move.rawValue), "other": say("move." + other.move.rawValue)]
      return ("\(Feedback.Kind.note.mark) ", say("workshop.says.unsure", moves))
    }
    let key = "workshop.says." + sentence.move.rawValue
    let withStep = sentence.step.map { key + "." + $0.rawValue }
    let chosen = withStep.flatMap { phrases.variants($0).isEmpty ? nil : $0 } ?? key
    return ("\(kind.mark) ", say(chosen))
  }

  /// What a line turned out to do: "vraagt: een open vraag".
  func did(_ outcome: Outcome) -> String {
    say("workshop.did." + outcome.stance.rawValue, ["move": say("move." + outcome.move.rawValue)])
  }

  /// Whether it opened the other: "Noor gaat hier verder van open."
  func change(_ outcome: Outcome) -> String {
    say(outcome.change > 0 ? "what-if.opener" : outcome.change < 0 ? "what-if.closer" : "what-if.same")
  }
}
