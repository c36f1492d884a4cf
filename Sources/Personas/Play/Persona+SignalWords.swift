extension Persona {
  /// The part of a line that gives `topic` away, short enough to be given back.
  ///
  /// The last sentence of the line in which one of the topic's own words stands, and of that the clause where it is long;
  /// where none of them stands in the line, its last sentence.
  func signalWords(in line: String, topic: String) -> String {
    let sentences = Persona.pieces(of: line, endingIn: [".", "!", "?", "…"])
    guard let number = topics.firstIndex(where: { $0.name == topic }) else { return sentences.last ?? line }
    func isAbout(_ text: String) -> Bool { index.topics.hits(in: text).contains { $0.topic == number } }
    let sentence = sentences.last(where: isAbout) ?? sentences.last ?? line
    guard sentence.count > 60 else { return sentence }
    let clauses = Persona.pieces(of: sentence, endingIn: [",", ";", ":", "–"])
    return clauses.last { $0.count > 8 && isAbout($0) } ?? sentence
  }

  /// The pieces of `text` between these signs, without white space around them.
  private static func pieces(of text: String, endingIn signs: Set<Character>) -> [String] {
    text.split(whereSeparator: signs.contains).map { piece in
      var piece = piece.drop(while: \.isWhitespace)
      while piece.last?.isWhitespace == true { piece.removeLast() }
      return String(piece)
    }.filter { !$0.isEmpty }
  }
}
