import CoachingLanguage
import Testing

@testable import Personas

@Suite struct ShowTests {
  @Test("The tree shows layers, conditions, signals, effects and temptations")
  func tree() {
    let text = Sanne.persona.treeText()
    #expect(
      text.hasPrefix(
        """
        Sanne de Wit  (3)
        └─ druk  [vraag, over werkdruk  ~ nachten]
           ├─ wat zou jij doen ?  [vraag of reflectie, over werkdruk]
           │  └─ teruggegeven  [vraag]
           └─ malen  [open vraag of reflectie, over nachten, signaal nachten, openheid 4+  ~ grens  (+2)]
        """))
    #expect(text.contains("kern: altijd sterk"))
  }

  @Test("Mermaid and Graphviz name every node once, with quotes made harmless")
  func charts() throws {
    let quoted = try #require(persona("## een \"a\" <b>\nals: vraag\n- Ja.").persona)
    #expect(quoted.mermaid().contains("n0[\"een #quot;a#quot; #lt;b#gt;<br/>vraag\"]"))
    #expect(quoted.dot().contains("n0 [label=\"een \\\"a\\\" <b>\\nvraag\"]"))
    #expect(Sanne.persona.mermaid().components(of: "-->") == 12)
    #expect(Sanne.persona.dot().components(of: "->") == 12)
  }

  @Test("The picture has a box for every node, none over another, and no bare sign of markup")
  func picture() throws {
    let svg = Sanne.persona.svg()
    #expect(svg.components(of: "<rect x=") == 13)
    let corners = svg.split(separator: "<rect x=").dropFirst().map { $0.prefix { $0 != "w" } }
    #expect(Set(corners).count == 13)
    let odd = try #require(persona("## a & b <c>\nals: vraag\n- \"Ja\" & nee.").persona).svg()
    #expect(odd.contains("a &amp; b &lt;c&gt;"))
    #expect(!odd.contains("& "))
  }

  @Test("The export names conditions by their stable words")
  func export() {
    let json = Sanne.persona.json()
    #expect(json.hasPrefix("{\n  \"version\": 1,\n  \"name\": \"Sanne de Wit\""))
    #expect(json.contains("\"parent\": \"malen\""))
    #expect(json.contains("\"open-question\""))
  }
}

@Suite struct PlayTests {
  @Test("The good asker reaches the core, the others do not")
  func leaders() {
    var shares: [SimulatedLeader: Double] = [:]
    for leader in SimulatedLeader.allCases {
      let result = Sanne.persona.play(leader, runs: 100)
      shares[leader] = result.reachedShare
      print(leader, result.reachedShare, result.medianTurns ?? 0, result.stuckAt.first ?? ("", 0), result.fallbackShare)
    }
    #expect(shares[.asksWell]! > 0.5)
    #expect(shares[.advises]! == 0 && shares[.interrogates]! == 0 && shares[.reassures]! == 0)
    #expect(shares[.isSilent]! == 0)
  }

  @Test("The same seed gives the same talks")
  func seeded() {
    let first = Sanne.persona.play(.wanders, runs: 20, seed: 5)
    let second = Sanne.persona.play(.wanders, runs: 20, seed: 5)
    #expect(first.fallbackShare == second.fallbackShare)
    #expect(first.stuckAt.map(\.node) == second.stuckAt.map(\.node))
  }

  @Test("No talk of one seed is a talk of another")
  func seedsApart() {
    let seeds = (UInt64(0)...20).flatMap { seed in (0..<1000).map { Persona.seed(ofRun: $0, from: seed) } }
    #expect(Set(seeds).count == 21 * 1000)
  }
}

extension String {
  /// How often `part` stands in the text.
  func components(of part: String) -> Int { ranges(of: part).count }
}
