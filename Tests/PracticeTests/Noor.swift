import CoachingLanguage
import Personas
import Practice
import Testing

/// A small persona, so that these tests depend on no shipped one.
let noor = """
  # Noor Bakker
  taal: nl
  situatie: Een gesprek.
  opening: Hoi.
  opening: Hallo.
  openheid: 4

  ## woorden
  werk: werk*, rooster
  nacht: nacht*, slaap*

  ## begin
  als: vraag, over werk
  stap: situatie
  signaal nacht: Druk. Ik slaap er slecht van.
  - Gewoon druk.

  ### kern: nacht
  als: vraag of reflectie, over nacht
  stap: waarom
  - Ik ben bang dat het misgaat.
  - Dat het misgaat, daar ben ik bang voor.
  """

/// What is known of Dutch; read once, because that takes longer than most tests.
let dutch = LanguagePack.shipped(.dutch)!

func persona(_ text: String = noor) throws -> Persona {
  try #require(PersonaReader.read(text, path: "noor.md").persona)
}

func practice(seed: UInt64 = 1, setting: Practice.Setting = .init(name: "noor", started: "2026-03-01T09:30:00Z")) throws
  -> Practice
{
  Practice(persona: try persona(), pack: dutch, phrases: Phrasebook(.dutch), seed: seed, setting: setting)
}

let lines = ["Hoe gaat het op je werk?", "Je moet gewoon eerder naar bed.", "", "Hoe slaap je dan?"]
