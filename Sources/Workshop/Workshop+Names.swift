import CoachingLanguage
import Practice

/// Who is meant by what a facilitator types.
extension Workshop {
  /// Who is named before the colon of a line, and the line itself; `unknown` where that is nobody here.
  func proposer(of typed: String) -> (by: Int?, line: String, unknown: String?) {
    let typed = WorkshopSetup.trimmed(typed)
    guard let colon = typed.firstIndex(of: ":") else { return (nil, typed, nil) }
    let name = WorkshopSetup.trimmed(typed[..<colon])
    let line = WorkshopSetup.trimmed(typed[typed.index(after: colon)...])
    if name.isEmpty { return (nil, line, nil) }
    if let place = place(of: name) { return (place, line, nil) }
    return line.isEmpty || !looksLikeName(name) ? (nil, typed, nil) : (nil, line, name)
  }

  /// The place of whoever is called so: by name, by first name where only one has it, or by number.
  ///
  /// What is no letter or number, such as a picture, need not be typed.
  public func place(of name: String) -> Int? {
    let wanted = Folding.fold(WorkshopSetup.trimmed(name))
    guard !wanted.isEmpty else { return nil }
    if let number = Int(wanted), room.names.indices.contains(number - 1) { return number - 1 }
    if let place = called.firstIndex(where: { Folding.fold($0) == wanted }) { return place }
    let plain = Workshop.plain(wanted)
    guard !plain.isEmpty else { return nil }
    for isMeant in [{ $0 == plain }, { $0.hasPrefix(plain + " ") }] as [(String) -> Bool] {
      let places = called.indices.filter { isMeant(Workshop.plain(Folding.fold(called[$0]))) }
      if let place = places.first { return places.count == 1 ? place : nil }
    }
    return nil
  }

  /// The words of a name without anything that is no letter or number.
  private static func plain(_ name: String) -> String {
    name.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  /// Whether words before a colon are a name rather than the beginning of a line: each with a capital, or one of the small words
  /// in names; and neither a word of every day nor the name of the other.
  private func looksLikeName(_ text: String) -> Bool {
    let words = text.split(separator: " ").map(String.init)
    let language = practice.persona.language
    let other = Folding.fold(practice.persona.name).split(separator: " ").map(String.init)
    guard text.count <= WorkshopSetup.longestName, let first = words.first, first.contains(where: \.isLetter),
      !language.isCommon(Folding.fold(first)), other.first != Folding.fold(first)
    else { return false }
    return words.allSatisfy { word in
      if Workshop.particles.contains(Folding.fold(word)) { return word != first }
      guard let letter = word.first(where: { $0.isLetter || $0.isNumber }) else { return true }
      return letter.isUppercase && word.allSatisfy { $0.isLetter || !$0.isASCII || "-'.".contains($0) }
    }
  }

  /// Words in names that are written without a capital.
  private static let particles: Set<String> = [
    "van", "de", "der", "den", "het", "'t", "te", "ten", "ter", "von", "da", "di", "del", "la", "le", "el", "al", "bin",
    "of",
  ]
}
