import CoachingLanguage
import Evaluator
import Reporting
import Testing

@Suite("The review as text")
struct ReviewTextTests {
  private func lines(_ report: Report, width: Int = 100, isASCII: Bool = false) -> [String] {
    var layout = Layout(width: width) { $0.count }
    if isASCII { layout.spelling = PlainMarks.spell }
    return ReviewText(phrases: report.phrases, layout: layout).lines(for: report).map(\.text)
  }

  private func text(_ talk: Talk, _ language: Language = .dutch) -> String {
    // As one line: where lines are broken is told elsewhere.
    lines(report(talk, language), width: .max).joined(separator: "\n")
  }

  @Test("It says whether the core was reached and given back, and quotes it")
  func verdict() {
    let text = text(wholeTalk)
    #expect(text.contains("In beurt 4 vertelde Sanne waar het om gaat, en in beurt 5 gaf jij het terug."))
    #expect(text.contains("„Ik ben bang dat ze zien dat ik het niet aankan.”"))
  }

  @Test("Each measure stands with its count, and the threshold with its source where there is one")
  func measures() {
    let text = text(wholeTalk)
    #expect(text.contains("Zeg-aandeel: 20% (1 van de 5 zinnen"))
    #expect(text.contains("Open vragen: 100% (3 van de 3 vragen). Redelijk vanaf 50%, goed vanaf 70% (MITI 3.1.1)."))
    #expect(
      text.contains(
        "Teruggeven: 0,3 per vraag (reflecties: 1, vragen: 3). Redelijk vanaf 1 per vraag, goed vanaf 2 (MITI 4.2)."))
    #expect(text.contains("Signalen: 1 van de 2 opgepakt. Blijven liggen: ‘Bij ons zeg je geen nee’."))
    #expect(text.contains("Verleiding tot advies: 1 van de 1 keer weerstaan."))
    #expect(text.contains("Eerste advies: in beurt 2, vóór de kern (beurt 4): „Bel hem eens”"))
    #expect(text.contains("Van wie de oplossing werd: van Sanne (beurt 6)"))
    #expect(text.contains("Oplossing gecheckt: nee."))
    #expect(text.contains("Wie: jullie samen. Wanneer: vrijdag om tien uur."))
  }

  @Test("A signal is picked up by asking on or giving back, and not by advice about it")
  func advisedOn() {
    var talk = wholeTalk
    #expect(text(talk).contains("Signalen: 1 van de 2 opgepakt."))
    talk.turns[2].leader = turn(said(.advice, "Ga 's nachts eens wandelen.")).leader
    #expect(text(talk).contains("Signalen: 0 van de 2 opgepakt."))
    talk.turns[2].leader = turn(said(.reflection, "'s Nachts dus niet.")).leader
    #expect(text(talk).contains("Signalen: 1 van de 2 opgepakt."))
  }

  @Test("Of many signals that were left lying three are quoted, and the others counted")
  func manyMissed() {
    var talk = wholeTalk
    for (place, topic) in ["een", "twee", "drie", "vier"].enumerated() {
      talk.turns[place].facts?.signals = [.init(topic: topic, words: "Dat was \(topic).")]
    }
    let text = text(talk)
    #expect(text.contains("Blijven liggen: ‘Dat was een’, ‘Dat was twee’, ‘Dat was drie’, en nog 1."))
  }

  @Test("Every turn has a line with letters for what was done, and the openness under it as a bar and a number")
  func turns() {
    let lines = lines(report(wholeTalk))
    #expect(lines.contains("  1  V  ■■■■□□□□□□  4  Wat speelt er?"))
    #expect(lines.contains("  2  Z  ■■■□□□□□□□  3  Bel hem eens."))
    #expect(lines.contains("  5  L  ■■■■■■■■□□  8  Je houdt je sterk, ook voor ons."))
  }

  @Test("Three moments are quoted; the missed signal with a question that would have followed it up")
  func moments() {
    let text = text(wholeTalk)
    #expect(text.contains("Beste vraag, beurt 4: „Wat maakt dat je zo maalt?”"))
    #expect(text.contains("Hier ging het open, beurt 3: „En hoe is dat voor je, 's nachts?”"))
    #expect(text.contains("van 3 naar 6."))
    #expect(text.contains("Gemist signaal, beurt 2: Sanne zei: „Bij ons zeg je geen nee.”"))
    #expect(text.contains("→ Je had kunnen vragen: „") && text.contains("‘Bij ons zeg je geen nee’"))
  }

  @Test("One thing for next time, and how to practise just that")
  func nextTime() {
    let text = text(wholeTalk)
    #expect(
      text.contains("Voor de volgende keer: vraag aan het eind: „Als we dit doen, is het dan voor jou opgelost?”"))
    #expect(text.contains("Oefen precies dit: doorvraag practise --focus check"))
  }

  @Test("A talk that was really held is told to be judged from words")
  func guessed() {
    var talk = wholeTalk
    for index in talk.turns.indices { talk.turns[index].facts = nil }
    let text = text(talk)
    #expect(text.contains("Dit gesprek is echt gevoerd."))
    #expect(text.contains("Waarschijnlijk, want uit de woorden afgeleid: in beurt 4"))
    #expect(text.contains("hoeveel Sanne vertelde"))
    #expect(!text.contains("hoe open Sanne was"))
  }

  @Test("Nothing is wider than the window, and in ASCII there are no other marks", arguments: [20, 40, 60, 80, 200])
  func widths(width: Int) {
    for isASCII in [false, true] {
      let lines = lines(report(wholeTalk), width: width, isASCII: isASCII)
      for line in lines { #expect(line.count <= width, "'\(line)'") }
      let marks = lines.joined().unicodeScalars.filter { $0.value >= 0x80 && !$0.properties.isAlphabetic }
      #expect(marks.isEmpty == isASCII)
    }
  }

  @Test("A talk in which nothing was said has a review without a hole in it", arguments: Language.shipped)
  func empty(language: Language) {
    for talk in [
      Talk(language: language), wholeTalk, Talk(language: .dutch, turns: [turn(said(.silence, ""), answer: "")]),
    ] {
      let text = text(talk, language)
      #expect(!text.contains("{"))
      for key in ["review.", "next.", "measure.", "moment.", "letter.", "who."] {
        #expect(!text.split(whereSeparator: { " \n".contains($0) }).contains { $0.hasPrefix(key) }, "\(key)")
      }
    }
  }
}
