import CoachingLanguage
import Personas
import Practice

/// Puts a number in the place of everybody's name, wherever it stands.
///
/// A name that the persona has too is left: it is the persona who is meant in a talk. One that is a word of every day, such as Wil, is
/// taken for a name only where it stands as one.
struct NameCleaner: Sendable {
  private var names: [Name] = []
  private var count = 0
  private let language: Language
  private let label: @Sendable (Int) -> String

  private struct Name: Sendable {
    var letters: [Character]
    var label: String
    /// Whether it may be no name at all.
    var isWord: Bool
  }

  /// - Parameter label: What is put in the place of the name that has this place.
  init(_ names: [String], besides persona: Persona, label: @escaping @Sendable (Int) -> String) {
    self.label = label
    language = persona.language
    for name in names { add(name, besides: persona) }
  }

  init(_ names: [String], persona: String, language: Language, label: @escaping @Sendable (Int) -> String) {
    self.label = label
    self.language = language
    for name in names { add(name, besides: persona) }
  }

  mutating func add(_ name: String, besides persona: Persona) { add(name, besides: persona.name) }

  private mutating func add(_ name: String, besides persona: String) {
    defer { count += 1 }
    let others = Set(([persona] + persona.split(separator: " ").prefix(1).map(String.init)).map { Folding.fold($0) })
    // The first name alone is what people are called.
    let first = name.split(separator: " ").first.map(String.init) ?? name
    for form in Set([name, first]) where form.contains(where: { $0.isLetter || $0.isNumber || !$0.isASCII }) {
      let folded = Folding.fold(form)
      guard !folded.isEmpty, !others.contains(folded), Int(folded) == nil else { continue }
      names.append(Name(letters: Array(folded), label: label(count), isWord: language.isCommon(folded)))
    }
    // The whole name goes before a part of it.
    names.sort { $0.letters.count > $1.letters.count }
  }

  /// A piece of a text, in its characters, and what comes in its place.
  private struct Change {
    var characters: Range<Int>
    var label: String
  }

  private func changes(in characters: [Character]) -> [Change] {
    let folded = characters.map { Array(Folding.fold(String($0))) }
    var changes: [Change] = []
    var index = 0
    while index < characters.count {
      if index == 0 || !NameCleaner.isPart(characters[index - 1]) || !NameCleaner.isPart(characters[index]),
        let (name, end) = name(at: index, characters, folded)
      {
        changes.append(Change(characters: index..<end, label: name.label))
        index = end
      } else {
        index += 1
      }
    }
    return changes
  }

  private func name(at start: Int, _ characters: [Character], _ folded: [[Character]]) -> (Name, Int)? {
    for name in names {
      var index = start
      var matched = 0
      while index < characters.count, matched < name.letters.count,
        name.letters[matched...].starts(with: folded[index])
      {
        matched += folded[index].count
        index += 1
      }
      guard matched == name.letters.count else { continue }
      // "Annas" is what is Anna's; the s stays.
      let next = index < characters.count && characters[index] == "s" ? index + 1 : index
      guard next >= characters.count || !NameCleaner.isPart(characters[next]) else { continue }
      if name.isWord, !NameCleaner.isName(start, index, characters) { continue }
      return (name, index)
    }
    return nil
  }

  private static func isPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  /// Whether a word stands as a name: with a capital where none is due, or before a comma.
  private static func isName(_ start: Int, _ end: Int, _ characters: [Character]) -> Bool {
    guard characters[start].isUppercase else { return false }
    if end < characters.count, ",:!?".contains(characters[end]) { return true }
    let before = characters[..<start].last { !$0.isWhitespace }
    return before.map { !".!?…:„“\"‘'".contains($0) } ?? false
  }

  // MARK: What is cleaned

  func cleaned(_ text: String) -> String {
    guard !names.isEmpty else { return text }
    return replaced(text).text
  }

  /// The text without names, and for each of its scalars where it stands now; one more for the end.
  private func replaced(_ text: String) -> (text: String, places: [Int]) {
    let characters = Array(text)
    var result = String.UnicodeScalarView()
    var places: [Int] = []
    var index = 0
    func put(_ upTo: Int) {
      for character in characters[index..<upTo] {
        for scalar in character.unicodeScalars {
          places.append(result.count)
          result.append(scalar)
        }
      }
    }
    for change in changes(in: characters) {
      put(change.characters.lowerBound)
      let start = result.count
      result.append(contentsOf: change.label.unicodeScalars)
      let length = characters[change.characters].reduce(0) { $0 + $1.unicodeScalars.count }
      // A place inside a name is now behind what came for it, and its beginning before it.
      places += [start] + Array(repeating: result.count, count: max(0, length - 1))
      index = change.characters.upperBound
    }
    put(characters.count)
    return (String(result), places + [result.count])
  }

  func cleaned(_ utterance: CodedUtterance) -> CodedUtterance {
    let (text, places) = replaced(utterance.text)
    guard text != utterance.text else { return utterance }
    let scalars = Array(text.unicodeScalars)
    func moved(_ range: Range<Int>) -> Range<Int> {
      let limits = 0..<(places.count - 1)
      return places[range.clamped(to: limits).lowerBound]..<places[range.clamped(to: limits).upperBound]
    }
    var cleaned = utterance
    cleaned.text = text
    for index in cleaned.sentences.indices {
      let sentence = utterance.sentences[index]
      let range = moved(sentence.range)
      let start = sentence.range.lowerBound
      let evidence = moved((sentence.evidence.lowerBound + start)..<(sentence.evidence.upperBound + start))
      cleaned.sentences[index].range = range
      cleaned.sentences[index].text = NameCleaner.text(scalars[range])
      cleaned.sentences[index].evidence =
        max(0, evidence.lowerBound - range.lowerBound)..<max(0, evidence.upperBound - range.lowerBound)
    }
    return cleaned
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Of what a persona says nothing is changed: its own people are of its own world.
  func cleaned(_ turn: Turn) -> Turn {
    var turn = turn
    turn.leader = cleaned(turn.leader)
    for index in turn.feedback.lines.indices {
      turn.feedback.lines[index].text = cleaned(turn.feedback.lines[index].text)
    }
    return turn
  }
}
