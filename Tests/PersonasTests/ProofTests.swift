import CoachingLanguage
import Testing

@testable import Personas

@Suite struct ProofTests {
  @Test("Sanne is proven, without a search over all her states")
  func sanne() {
    let proof = Sanne.persona.prove()
    #expect(proof.findings == [])
    #expect(proof.isProven)
    #expect(proof.route.last?.node == "altijd sterk")
    #expect(proof.route.count == 5)
  }

  /// A core that takes an open question, then listening, with openness that must be earned.
  static let good = """
    ## woorden
    druk: druk
    nacht: nacht*
    ## boven
    als: open vraag, over druk
    - Een.
    ### midden
    als: luisteren of vraag, over nacht
    - Twee.
    dan: openheid +2
    #### kern: onder
    als: reflectie, openheid 7+
    - Kern.
    """

  @Test("A small persona that is earned is proven")
  func small() {
    let proof = persona(ProofTests.good).persona?.prove()
    #expect(proof?.findings.map(\.code) == [])
    #expect(proof?.isProven == true)
  }

  @Test(
    "Each way to spoil it is found, with the shortest conversation that shows it",
    arguments: [
      ("als: reflectie, openheid 7+", "als: reflectie of advies, openheid 4+", "", []),
      ("als: reflectie, openheid 7+", "als: open vraag, openheid 5+", "core-without-listening", [3]),
      ("als: open vraag, over druk", "als: vraag, over druk", "core-without-open-question", [3, 4, 5]),
      ("als: reflectie, openheid 7+", "als: reflectie, openheid 9+", "core-unreachable", [0]),
      ("als: reflectie, openheid 7+", "als: reflectie, signaal druk", "core-unreachable", [0]),
    ] as [(String, String, String, [Int])])
  func spoiled(old: String, new: String, code: String, lengths: [Int]) throws {
    let proof = try #require(persona(ProofTests.good.replacing(old, with: new)).persona?.prove())
    let finding = proof.findings.first { $0.code.rawValue == code }
    if code.isEmpty {
      #expect(proof.findings.map(\.code.rawValue).contains("core-without-listening"))
    } else {
      #expect(finding != nil, "\(proof.findings.map(\.code))")
      #expect(lengths.contains(finding?.conversation.count ?? -1), "\(finding?.conversation ?? [])")
    }
  }

  @Test("A core that telling alone can reach is found")
  func telling() throws {
    let proof = try #require(persona("## kern: a\nals: advies\n- Ja.").persona?.prove())
    #expect(
      Set(proof.findings.map(\.code)) == [.coreByTelling, .coreWithoutOpenQuestion, .coreWithoutListening, .farmed])
    #expect(proof.findings.allSatisfy { $0.conversation.count == 1 })
  }

  @Test("Openness that one line lifts as far as the core asks for is found")
  func farming() throws {
    let text = ProofTests.good.replacing("openheid 7+", with: "openheid 6+")
    let proof = try #require(persona(text).persona?.prove())
    #expect(proof.findings.map(\.code) == [.farmed])
  }

  @Test("A core that can be lost is found: a node in the way that never goes")
  func lost() throws {
    let text = """
      ## woorden
      druk: druk
      ## boven
      als: open vraag, over druk
      - Een.
      ### kern: onder
      als: reflectie
      - Kern.
      ## weg
      als: oordeel
      - Nou.
      ### dicht
      als: reflectie, openheid 0+
      - Laat maar.
      """
    let proof = try #require(persona(text).persona?.prove())
    let finding = try #require(proof.findings.first { $0.code == .coreLost })
    #expect(finding.conversation.map(\.node) == ["weg"])
  }

  @Test("A loss among sixty nodes is found without a search over all states")
  func lostAmongMany() throws {
    let text = sixtyNodes().replacing("als: reflectie of stilte, openheid 7+", with: "als: reflectie, openheid 7+")
    let big = try #require(persona(text).persona)
    let clock = ContinuousClock()
    var proof = Proof()
    let time = clock.measure { proof = big.prove() }
    print("sixty nodes with a loss: \(proof.statesSeen) states, \(time)")
    let finding = try #require(proof.findings.first { $0.code == .coreLost })
    #expect(finding.conversation.map(\.node) == ["a0", "b0", "c0", "d0"])
  }

  @Test("A node that another always beats is found, and which")
  func beaten() throws {
    let text =
      ProofTests.good + "\n## te laat\nals: reflectie, openheid 4-6\n- Nooit.\n"
      + "## eerder\nals: luisteren, openheid 6-, openheid 2+\n- Ja."
    let proof = try #require(persona(text).persona?.prove())
    let finding = try #require(proof.findings.first { $0.code == .alwaysBeaten })
    #expect(finding.facts["node"] == "te laat")
    #expect(finding.facts["other"] == "eerder")
  }

  @Test("The search chooses as the player does, over every state and utterance of a persona")
  func agreement() throws {
    let persona = Sanne.persona
    let game = try #require(Game(persona))
    let utterances = Alphabet(persona).utterances
    var search = Search(game, utterances, utterances.map(game.plan))
    search.run(limit: 300) { _ in false }
    let inner = persona.nodes.indices.filter { persona.index.isInner[$0] }
    for state in search.states {
      let said = Set(inner.filter { state.said & game.bits[$0] != 0 })
      let signals = Set(said.flatMap { persona.index.signals[$0] })
      for utterance in utterances {
        for openness in 0...10 {
          #expect(
            game.winner(game.plan(utterance), said: state.said, openness: Int8(openness))?.node
              == persona.index.winner(for: utterance.heard, openness: openness, said: said, signals: signals))
        }
      }
    }
  }

  @Test("A persona too large to search is never called proven, and says how far the search came")
  func tooLarge() throws {
    var text = ProofTests.good.replacing("als: open vraag, over druk", with: "als: vraag, over druk")
    text = text.replacing("als: reflectie, openheid 7+", with: "als: reflectie, openheid 7+, over einde")
    text += "\n## woorden\neinde: einde\n"
    for number in 0..<12 { text += "t\(number): woord\(number)\n" }
    for number in 0..<12 {
      text += "## n\(number)\nals: vraag, over t\(number)\n- Ja.\n"
      text += "### m\(number)\nals: reflectie, over t\(number)\n- Nee.\n"
    }
    text += "## dicht\nals: reflectie, over einde, openheid 0+, openheid 10-\n- Stop.\n"
    let proof = try #require(persona(text).persona?.prove(stateLimit: 500))
    #expect(!proof.isProven)
    #expect(proof.findings.contains { $0.code == .notProven && Int($0.facts["states"] ?? "") ?? 0 > 500 })
  }

  @Test("Sixty nodes in six branches of five layers are proven at once")
  func sixty() throws {
    let big = try #require(persona(sixtyNodes()).persona)
    let clock = ContinuousClock()
    var proof = Proof()
    let time = clock.measure { proof = big.prove() }
    print("sixty nodes: \(big.nodes.count) nodes, \(proof.statesSeen) states, \(time)")
    #expect(proof.findings.map(\.code) == [])
    #expect(proof.isProven)
  }
}

/// Six subjects with side branches and signals, one of which leads to the core.
func sixtyNodes() -> String {
  var text = "## woorden\n"
  for number in 0..<6 { text += "t\(number): woord\(number), ander\(number)\nu\(number): diep\(number)\n" }
  for number in 0..<6 {
    text += """
      ## a\(number)
      als: vraag, over t\(number)
      signaal u\(number): Er is meer, \(number).
      - Ja, \(number).
      ### b\(number)
      als: open vraag of reflectie, over u\(number), openheid 4+
      - Diep, \(number).
      dan: openheid +1
      #### c\(number)
      als: open vraag, stap gebeurtenis
      - Toen, \(number).
      - En toen, \(number).
      ##### d\(number)
      als: open vraag, stap rol
      - Ik, \(number).
      ###### e\(number)
      als: reflectie, openheid 5+
      - Gevoel, \(number).
      ##### f\(number)
      als: vraag, stap gevoel
      - Bang, \(number).
      ### g\(number)
      als: gesloten vraag, over t\(number)
      - Soms, \(number).
      ### h\(number)
      als: advies, over t\(number)
      - Tja, \(number).
      ### i\(number)
      als: luisteren, over t\(number)
      - Precies, \(number).

      """
  }
  text += """
    ### x
    als: open vraag, stap waarom, openheid 6+
    - Waarom.
    #### kern: k
    als: reflectie of stilte, openheid 7+
    - Kern.
    ##### oplossing: o
    als: open vraag, stap oplossing
    - Zo.
    """
  return text
}
