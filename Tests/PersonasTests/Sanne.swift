import CoachingLanguage

@testable import Personas

/// A persona of five layers, as a trainer would write it.
enum Sanne {
  static let text = """
    # Sanne de Wit
    taal: nl
    rol: klantadviseur, vier jaar in dienst
    situatie: Sannes gesprekken duren langer dan vorig jaar. Jij bent haar teamleider en hebt haar gevraagd even te komen.
    doel: Doorvragen als iemand zegt dat het gewoon druk is.
    moeilijkheid: gemiddeld
    openheid: 3
    temperament: advies -2, reflectie +1 tot 6
    opening: Hoi. Je wilde me spreken?
    opening: Hé. Is het goed als ik mijn thee meeneem?

    ## woorden
    werkdruk: druk, drukte, te veel, deadline*, planning
    nachten: slaap*, wakker, moe, 's avonds, 's nachts, overdag
    grens: nee zeggen, nee wil*, ja gezegd, ja zei, ja zeg*, weiger*, grens, grenzen
    thuis: thuis, vroeger, ouders, moeder, vader

    ## druk
    als: vraag, over werkdruk
    - 't Is gewoon veel. Maar ja: wie niet?
    - Er ligt altijd wel iets. Team #3 is ook niet op sterkte.
    signaal nachten: Druk, ja. Overdag red ik me wel, hoor.
    stap: situatie
    bv: Waar loop je het meest tegenaan met de planning?
    niet: Je moet beter plannen.

    ### wat zou jij doen
    als: vraag of reflectie, over werkdruk
    verleiding: ja
    - Ik weet het ook niet meer. Wat zou jij doen?
    - Jij hebt dit toch ook gedaan? Hoe deed jij dat?

    #### teruggegeven
    als: vraag
    - Ik heb weleens gedacht: ik zeg gewoon dat het niet past. En dan doe ik het toch.
    - Eigenlijk weet ik wel wat ik zou willen. Ik doe het alleen niet.

    ### malen
    als: open vraag of reflectie, over nachten, signaal nachten, openheid 4+
    signaal grens: 's Avonds lig ik te malen. Dan denk ik: ik had geen ja moeten zeggen.
    - Ja, dat malen. Dan tel ik alles wat er nog ligt.
    stap: gevoel
    dan: openheid +2
    bv: Overdag, zeg je. En hoe is dat 's nachts?

    #### hoe lang al
    als: gesloten vraag, over nachten
    - Sinds het voorjaar. Zoiets.
    - Een paar keer per week, denk ik.

    #### ja gezegd
    als: open vraag, over grens, openheid 5+
    - Vorige week nog. Peter vroeg of ik zijn klachten erbij wilde nemen, en ik zei ja voor ik het wist.
    - Nou, met Peter dus. Ik hoorde mezelf ja zeggen.
    stap: gebeurtenis
    dan: openheid +1
    bv: Wat gebeurde er toen je ja zei, terwijl je nee wilde zeggen?

    ##### mijn aandeel
    als: vraag, stap rol
    - Ik vraag ook nooit hulp. Dat is mijn eigen schuld, hè.
    - Ik zeg het niet. Dus hoe kan iemand het weten.
    stap: rol

    ##### vroeger
    als: open vraag of reflectie, stap waarom of over thuis, openheid 6+
    signaal thuis: Zo ben ik. Zo waren wij thuis allemaal.
    - Dat zit er al vroeg in, denk ik.
    stap: waarom
    dan: openheid +1

    ###### kern: altijd sterk
    als: reflectie of stilte, openheid 7+
    - Bij ons thuis zei je geen nee. Ik ben bang dat ze zien dat ik het niet aankan.
    - Als ik nee zeg, zien ze dat ik het niet aankan. Daar ben ik zo bang voor.
    stap: waarom
    bv: Dus jij moest thuis altijd sterk zijn.

    ####### oplossing: één keer nee
    als: open vraag
    - Ik zou één keer nee willen zeggen. Tegen Peter. En dan kijken wat er gebeurt.
    - Misschien begin ik met één ding dat ik níet aanneem.
    stap: oplossing

    ######## check: bijna
    als: oplossingscheck
    - Niet helemaal, want ik moet het nog durven. Maar het is wel waar het om gaat.
    - Voor een deel. De rest is oefenen, denk ik.

    ######## afspraak: vrijdag
    als: vervolg
    - Vrijdag dan. Dan vertel ik je of ik het gedurfd heb.
    - Ja. Vrijdag, na de lunch.

    ## anders
    als: advies
    - Ja. Dat zal wel.
    - Hm. Dat zei mijn vorige teamleider ook.

    ## anders
    als: advies, openheid 7+
    - Dat heb ik geprobeerd. Twee dagen.
    - Het zit dieper dan een lijstje, geloof ik.
    """

  static let persona: Persona = {
    guard let persona = PersonaReader.read(text, path: "sanne.md").persona else { fatalError("Sanne can't be read") }
    return persona
  }()
}

/// An utterance coded by hand: each sentence with its move, and the rung a question opens.
func said(_ sentences: (text: String, move: Move)..., step: Step? = nil) -> CodedUtterance {
  var text = ""
  var coded: [CodedSentence] = []
  for sentence in sentences {
    if !text.isEmpty { text += " " }
    let start = text.unicodeScalars.count
    text += sentence.text
    let length = sentence.text.unicodeScalars.count
    coded.append(
      CodedSentence(
        text: sentence.text, range: start..<(start + length), move: sentence.move,
        step: sentence.move.isQuestion ? step : nil, rule: "by-hand", evidence: 0..<length))
  }
  return CodedUtterance(text: text, sentences: coded)
}

/// A coder that knows a few openings of sentences, for samples in tests; the real one is elsewhere.
func simpleCoder(_ line: String) -> CodedUtterance {
  func coded(_ text: String) -> (String, Move) {
    let start = text.lowercased()
    if start.isEmpty || start == "…" { return (text, .silence) }
    if ["dus", "so "].contains(where: start.hasPrefix) { return (text, .reflection) }
    if ["je moet", "misschien kun", "you should"].contains(where: start.hasPrefix) { return (text, .advice) }
    if ["als ik dit", "if i do"].contains(where: start.hasPrefix) { return (text, .solutionCheck) }
    if ["zullen we", "shall we"].contains(where: start.hasPrefix) { return (text, .followUp) }
    if ["wat", "hoe", "waar", "en hoe", "vertel", "what", "how", "tell"].contains(where: start.hasPrefix) {
      return (text, .openQuestion)
    }
    return (text, start.hasSuffix("?") ? .closedQuestion : .opinion)
  }
  var sentences: [(String, Move)] = []
  var current = ""
  for character in line {
    current.append(character)
    if character == "." || character == "?" || character == "!" {
      sentences.append(coded(String(current.drop { $0 == " " })))
      current = ""
    }
  }
  if !current.isEmpty || sentences.isEmpty { sentences.append(coded(String(current.drop { $0 == " " }))) }
  var text = ""
  var all: [CodedSentence] = []
  for (sentence, move) in sentences {
    if !text.isEmpty { text += " " }
    let start = text.unicodeScalars.count
    text += sentence
    all.append(
      CodedSentence(
        text: sentence, range: start..<text.unicodeScalars.count, move: move, rule: "by-hand", evidence: 0..<0))
  }
  return CodedUtterance(text: line, sentences: all)
}

/// A small persona around `body`, for a test of one rule.
func persona(_ body: String, openness: Int = 3, head: String = "") -> PersonaReading {
  PersonaReader.read(
    """
    # Proef
    taal: nl
    situatie: Een gesprek.
    opening: Hoi.
    openheid: \(openness)
    \(head)
    \(body)
    """, path: "proef.md")
}

/// What a persona answers to each utterance in turn.
func play(_ persona: Persona, seed: UInt64 = 1, _ lines: [CodedUtterance]) -> [Reply] {
  var state = persona.start(seed: seed)
  return lines.map { line in
    let reply = persona.reply(to: line, in: state)
    state = state.recording(reply)
    return reply
  }
}
