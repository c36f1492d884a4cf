import CoachingLanguage
import Evaluator
import Practice
import Reporting

/// A sentence coded by hand.
func said(_ move: Move, _ text: String, step: Step? = nil) -> CodedSentence {
  let length = text.unicodeScalars.count
  return CodedSentence(text: text, range: 0..<length, move: move, step: step, rule: "by-hand", evidence: 0..<length)
}

/// A turn of these sentences, and what came back.
func turn(_ sentences: CodedSentence..., answer: String = "Ja.", facts: Talk.Facts? = nil) -> Talk.Turn {
  Talk.Turn(
    leader: CodedUtterance(text: sentences.map(\.text).joined(separator: " "), sentences: sentences), answer: answer,
    facts: facts)
}

func facts(
  _ openness: Int, step: Step? = nil, isCore: Bool = false, signals: [Talk.Facts.Signal] = [],
  followed: [String] = [], isTemptation: Bool = false, isSolution: Bool = false, isAgreement: Bool = false
) -> Talk.Facts {
  Talk.Facts(
    opennessBefore: openness, opennessAfter: openness, step: step, isCore: isCore, signals: signals,
    followed: followed, isTemptation: isTemptation, isSolution: isSolution, isAgreement: isAgreement)
}

/// A talk with a persona in which all there is to review happens.
let wholeTalk = Talk(
  language: .dutch, name: "Sanne", opening: "Hoi. Je wilde me spreken?",
  turns: [
    turn(
      said(.openQuestion, "Wat speelt er?", step: .situation), answer: "Overdag red ik me wel.",
      facts: facts(4, step: .situation, signals: [.init(topic: "nacht", words: "Overdag red ik me wel.")])),
    turn(
      said(.advice, "Bel hem eens."), answer: "Wat zou jij doen?",
      facts: facts(3, signals: [.init(topic: "werk", words: "Bij ons zeg je geen nee.")], isTemptation: true)),
    turn(
      said(.openQuestion, "En hoe is dat voor je, 's nachts?", step: .feeling), answer: "Ik lig te malen.",
      facts: facts(6, step: .feeling, followed: ["nacht"])),
    turn(
      said(.openQuestion, "Wat maakt dat je zo maalt?", step: .why),
      answer: "Ik ben bang dat ze zien dat ik het niet aankan.",
      facts: facts(8, step: .why, isCore: true)),
    turn(said(.reflection, "Je houdt je sterk, ook voor ons."), answer: "Ja.", facts: facts(8)),
    turn(
      said(.followUp, "Zullen we vrijdag om tien uur kijken hoe het ging?"), answer: "Goed. Ik vraag Fatma eerst.",
      facts: facts(8, isSolution: true, isAgreement: true)),
  ])

func report(_ talk: Talk, _ language: Language = .dutch, record: RecordedTalk? = nil) -> Report {
  // Both packs are part of the program.
  let pack = LanguagePack.shipped(talk.language)!
  return Report(Review(of: talk, pack: pack), record: record, phrases: Phrasebook(language))
}
