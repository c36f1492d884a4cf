import CoachingLanguage
import Evaluator

/// A sentence coded by hand.
func said(_ move: Move, _ text: String = "een zin", step: Step? = nil, isSure: Bool = true, or other: Move? = nil)
  -> CodedSentence
{
  let length = text.unicodeScalars.count
  return CodedSentence(
    text: text, range: 0..<length, move: move, step: step, isSure: isSure, rule: "by-hand", evidence: 0..<length,
    readings: other.map { [.init(move: $0, rule: "by-hand")] } ?? [])
}

/// A turn of these sentences, and what came back.
func turn(_ sentences: CodedSentence..., answer: String = "Ja.", facts: Talk.Facts? = nil) -> Talk.Turn {
  Talk.Turn(
    leader: CodedUtterance(text: sentences.map(\.text).joined(separator: " "), sentences: sentences), answer: answer,
    facts: facts)
}

func talk(_ turns: Talk.Turn..., opening: String = "") -> Talk {
  Talk(language: .dutch, name: "Sanne", opening: opening, turns: turns)
}

func facts(
  openness: Int = 3, step: Step? = nil, isCore: Bool = false, signals: [Talk.Facts.Signal] = [],
  isSolution: Bool = false
) -> Talk.Facts {
  Talk.Facts(
    opennessBefore: openness, opennessAfter: openness, step: step, isCore: isCore, signals: signals,
    isSolution: isSolution)
}

/// Knows which words carry no subject, and no rules.
let pack = LanguagePack(language: .dutch, files: [("t.pack", "list stopword: over, vandaag, zijn, maar")])
