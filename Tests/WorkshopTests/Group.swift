import CoachingLanguage
import Personas
import Practice
import TestSupport
import Testing
import Workshop

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What is known of Dutch; read once, because that takes longer than most tests.
let dutch = LanguagePack.shipped(.dutch)!
let phrases = Phrasebook(.dutch)

/// Half past nine in the morning of 1 March 2026, in UTC.
let start = 1_772_357_400

let ask = "Hoe gaat het op je werk?"
let tell = "Je moet gewoon eerder naar bed."
let deeper = "Hoe slaap je dan?"

func persona(_ text: String = noor) throws -> Persona {
  try #require(PersonaReader.read(text, path: "noor.md").persona)
}

func label(_ place: Int) -> String { "deelnemer \(place + 1)" }

func practice(_ text: String = noor) throws -> Practice {
  Practice(
    persona: try persona(text), pack: dutch, phrases: phrases, seed: 1,
    setting: .init(name: "noor", started: "2026-03-01T09:30:00Z"))
}

func workshop(
  _ setup: WorkshopSetup = .init(names: ["Anna", "Bram", "Carla"], turns: 2), persona: String = noor
) throws -> Workshop {
  Workshop(try practice(persona), setup, at: start, label: label)
}

/// The bytes of the file of what happened so far.
func bytes(_ workshop: inout Workshop, header: Bool = true) throws -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  var bytes: [UInt8] = []
  if header { bytes += try encoder.encode(workshop.practice.record.header) + [0x0A] }
  for line in workshop.takeLines() { bytes += try encoder.encode(line) + [0x0A] }
  return bytes
}
