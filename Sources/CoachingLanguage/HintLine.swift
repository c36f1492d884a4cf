/// Reads `hint: heb je al = leading-question 41, advice -12` from bytes.
///
/// There are tens of thousands of these lines, and the program reads them each time it starts, so they are read byte by byte,
/// in one pass.
struct HintLine {
  var hint: Hint
  var weights: [HintTable.Weight]

  struct Problem: Error {
    var message: String
  }

  private static let key: StaticString = "hint:"

  /// Whether the line is one of these.
  static func isOne(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.count >= key.utf8CodeUnitCount else { return false }
    var place = 0
    while place < key.utf8CodeUnitCount {
      if line[place] != key.utf8Start[place] { return false }
      place += 1
    }
    return true
  }

  /// Reads a line that is one.
  static func read(_ line: UnsafeBufferPointer<UInt8>) -> Result<HintLine, Problem> {
    var run = Run(line: line, place: key.utf8CodeUnitCount)
    do throws(Problem) {
      return .success(HintLine(hint: try run.hint(), weights: try run.weights()))
    } catch {
      return .failure(error)
    }
  }

  /// One pass over one line.
  private struct Run {
    let line: UnsafeBufferPointer<UInt8>
    var place: Int

    private var isAtEnd: Bool { place >= line.count }

    /// The next word's hash and where it stands; words end at white space, `=` and `,`.
    private mutating func word() -> (hash: UInt64, range: Range<Int>) {
      while place < line.count, line[place] <= 0x20 { place += 1 }
      let start = place
      var hash = WordTable.seed
      while place < line.count {
        let byte = line[place]
        if byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ",") { break }
        hash = (hash ^ UInt64(byte)) &* WordTable.prime
        place += 1
      }
      return (hash, start..<place)
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
      while place < line.count, line[place] <= 0x20 { place += 1 }
      guard place < line.count, line[place] == byte else { return false }
      place += 1
      return true
    }

    mutating func hint() throws(Problem) -> Hint {
      var reader = Hint.Reader()
      while !skip(UInt8(ascii: "=")) {
        let word = word()
        guard !word.range.isEmpty else { throw Problem(message: "a hint wants the form 'word = move 10'") }
        reader.take(word.hash, line[word.range.lowerBound], line[word.range.upperBound - 1], length: word.range.count)
        if reader.needsBytes {
          reader.takeBeginning(WordTable.hash(UnsafeBufferPointer(rebasing: line[word.range].dropLast())))
        }
      }
      guard let hint = reader.hint else {
        let message = "a hint is up to three words, or the first \(Hint.beginningLength) letters of one with '*'"
        throw Problem(message: message)
      }
      return hint
    }

    mutating func weights() throws(Problem) -> [HintTable.Weight] {
      var weights: [HintTable.Weight] = []
      repeat {
        let name = word()
        guard let tenths = number(word().range), abs(tenths) <= HintTable.heaviest else {
          let most = HintTable.heaviest
          throw Problem(message: "'\(text(name.range))' wants the form 'move 10', the number -\(most) to \(most)")
        }
        let target = HintLine.targets[name.hash]
        guard target >= 0 else { throw Problem(message: "there is no move or step '\(text(name.range))'") }
        weights.append(.init(target: Int(target), tenths: tenths))
      } while skip(UInt8(ascii: ","))
      let rest = word()
      guard rest.range.isEmpty, isAtEnd else {
        throw Problem(message: "a comma is missing before '\(text(rest.range))'")
      }
      return weights
    }

    private func number(_ range: Range<Int>) -> Int? {
      var place = range.lowerBound
      let isNegative = place < range.upperBound && line[place] == UInt8(ascii: "-")
      if isNegative { place += 1 }
      guard (1...4).contains(range.upperBound - place) else { return nil }
      var number = 0
      while place < range.upperBound {
        let digit = line[place]
        guard digit >= 0x30, digit <= 0x39 else { return nil }
        number = number * 10 + Int(digit) - 0x30
        place += 1
      }
      return isNegative ? -number : number
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: line[range], as: UTF8.self) }
  }

  /// What a hint may count for, by name.
  private static let targets = WordTable(
    Dictionary(
      uniqueKeysWithValues: (0..<HintTable.targetCount).map {
        (WordTable.hash(HintTable.name(of: $0).utf8), Int32($0))
      }))
}
