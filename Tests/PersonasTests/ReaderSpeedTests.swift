import Testing

@testable import Personas

@Suite(.serialized) struct ReaderSpeedTests {
  @Test("Reading takes time in proportion to the file")
  func linear() {
    let clock = ContinuousClock()
    func time(_ count: Int) -> Duration {
      var text = "# Groot\ntaal: nl\nsituatie: Veel.\nopening: Hoi.\nopenheid: 3\n## woorden\n"
      for number in 0..<1000 { text += "t\(number): woord\(number)\n" }
      for number in 0..<count {
        text += "## n\(number)\nals: open vraag, over t\(number % 1000), openheid 4+\n- Ja.\n- Nee.\n"
      }
      return clock.measure { _ = PersonaReader.read(text) }
    }
    let small = time(2500)
    let large = time(10_000)
    print("2,500 nodes: \(small), 10,000 nodes: \(large)")
    #expect(large < small * 10)
  }
}
