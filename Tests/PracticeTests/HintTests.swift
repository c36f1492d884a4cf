import CoachingLanguage
import Evaluator
import Personas
import Practice
import Testing

@Suite("Hints")
struct HintTests {
  /// The text of the next hint; empty where there is none.
  private func hint(_ talk: inout Practice) -> String { talk.hint()?.text ?? "" }

  @Test("First a nudge, then the kind of sentence, then an example, then no more; a new turn begins anew")
  func levels() throws {
    var talk = try practice()
    let levels = (1...4).map { _ in talk.hint()?.level }
    #expect(levels == [1, 2, 3, nil])
    _ = talk.say(lines[0])
    let next = talk.hint()
    #expect(next?.level == 1)
    _ = talk.undo(1)
    let past = talk.hint()
    #expect(past == nil, "those of the opening were given")
    #expect(talk.record.hints.count == 4)
  }

  @Test("The nudge quotes words with something under them, until they are gone into")
  func signal() throws {
    var talk = try practice()
    _ = talk.say(lines[0])
    let nudge = hint(&talk)
    #expect(nudge.contains("‘Ik slaap er slecht van’"))
    _ = talk.say(lines[3])
    let next = hint(&talk)
    #expect(!next.contains("‘"))
  }

  @Test("After the core the hint is to give it back, and then whose solution it is")
  func core() throws {
    var talk = try practice()
    _ = talk.say(lines[0])
    _ = talk.say(lines[3])
    let understand = hint(&talk)
    #expect(understand.contains("gehoord hebt"))
    _ = talk.say("Je bent bang dat het misgaat.")
    #expect(talk.review.why.understood == 3)
    let solution = hint(&talk)
    #expect(solution.contains("Wie is er nu aan zet?"))
  }

  @Test("A sample that is the same as an example is passed over")
  func sample() throws {
    let phrases = Phrasebook(.dutch)
    let examples = phrases.variants("hint.begin.example")
    let said = examples.map { String($0.dropFirst().dropLast()) }
    func last(_ text: String) throws -> String {
      var talk = Practice(persona: try persona(text), pack: dutch, phrases: phrases, seed: 1)
      return try #require((1...3).compactMap { _ in talk.hint() }.last).text
    }
    #expect(try last(noor) == examples[0])
    let one = noor.replacing("- Gewoon druk.", with: "- Gewoon druk.\nbv: \(said[0])")
    #expect(try last(one) == examples[1])
    let both = one.replacing("bv: ", with: "bv: \(said[1])\nbv: ")
    #expect(try last(both).hasPrefix("‘"), "what was said is all that is left to say")
  }

  /// Sentences of at least three words, folded, between spaces.
  private static func sentences(_ text: String) -> [String] {
    text.split { ".!?…".contains($0) }.map { " " + words(String($0)) + " " }.filter {
      $0.split(separator: " ").count >= 3
    }
  }

  private static func words(_ text: String) -> String {
    Folding.fold(text).split { !$0.isLetter && !$0.isNumber && $0 != "'" }.joined(separator: " ")
  }

  @Test(
    "No hint is a sample of the persona's file, nor an answer that is still to come",
    arguments: PersonaLibrary(folder: nil).all().map(\.name))
  func secrets(name: String) throws {
    let persona = try PersonaLibrary(folder: nil).persona(name).persona
    let pack = try #require(LanguagePack.shipped(persona.language))
    let samples = persona.nodes.flatMap(\.samples).map(\.text)
    let forbidden = Set((samples + persona.nodes.flatMap(\.replies).map(\.text)).flatMap(Self.sentences))
    for seed in 0..<2 as Range<UInt64> {
      var talk = Practice(persona: persona, pack: pack, phrases: Phrasebook(persona.language), seed: seed)
      // Samples from all over the file lead through it, each time by another way.
      let lines = samples.indices.filter { $0 % 5 == Int(seed) }.prefix(25).map { samples[$0] }
      var said = " " + Self.words(talk.opening) + " "
      for line in [""] + lines {
        while let hint = talk.hint() {
          let words = " " + Self.words(hint.text) + " "
          let found = forbidden.first { words.contains($0) && !said.contains($0) }
          #expect(found == nil, "'\(hint.text)' gives '\(found ?? "")' away")
          #expect(!hint.text.contains("{"))
          if hint.level < 3 { #expect(!hint.text.hasSuffix("’ …"), "an echo is no nudge") }
        }
        said += Self.words(talk.say(line).answer) + " "
      }
    }
  }

  @Test("Every subject has all three in both languages", arguments: Language.shipped)
  func phrases(language: Language) {
    let phrases = Phrasebook(language)
    let subjects = Set(
      phrases.keys.filter { $0.hasPrefix("hint.") }.compactMap { $0.split(separator: ".").dropFirst().first }
    )
    .subtracting(["label", "none", "echo"])
    #expect(subjects.count == 15)
    for subject in subjects {
      for part in ["nudge", "kind", "example"] { #expect(phrases.keys.contains("hint.\(subject).\(part)")) }
    }
  }
}
