/// Reads `hint: heb je al = leading-question 41, advice -12` from bytes.
enum HintLine {
  struct Problem: Error {
    var message: String
  }

  private static let key = Array("hint:".utf8)

  static func isOne(_ line: UnsafeBufferPointer<UInt8>) -> Bool { line.starts(with: key) }

  static func read(
    _ line: UnsafeBufferPointer<UInt8>
  ) -> Result<(hint: Hint, weights: [HintTable.Weight]), Problem> {
    guard let equals = line.lastIndex(of: UInt8(ascii: "=")) else {
      return .failure(Problem(message: "a hint wants the form 'word = move 10'"))
    }
    guard let hint = Hint(line[key.count..<equals]) else {
      let written = trim(Substring(decoding: line[key.count..<equals], as: UTF8.self))
      let message = "'\(written)' is not up to three words, or the first \(Hint.beginningLength) letters with '*'"
      return .failure(Problem(message: message))
    }
    var weights: [HintTable.Weight] = []
    for part in line[(equals + 1)...].split(separator: UInt8(ascii: ",")) {
      switch weight(part) {
      case .success(let weight): weights.append(weight)
      case .failure(let problem): return .failure(problem)
      }
    }
    return .success((hint, weights))
  }

  private static func weight(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Result<HintTable.Weight, Problem> {
    let words = part.split { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
    let most = HintTable.heaviest
    guard words.count == 2, let tenths = number(words[1]), abs(tenths) <= most else {
      let written = trim(Substring(decoding: part, as: UTF8.self))
      return .failure(Problem(message: "'\(written)' wants the form 'move 10', the number -\(most) to \(most)"))
    }
    let target = targets[WordTable.hash(words[0])]
    guard target >= 0 else {
      let name = String(decoding: words[0], as: UTF8.self)
      return .failure(Problem(message: "there is no move or step '\(name)'"))
    }
    return .success(.init(target: Int(target), tenths: tenths))
  }

  private static func number(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    let digits = isNegative ? bytes.dropFirst() : bytes
    guard (1...4).contains(digits.count) else { return nil }
    var number = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      number = number * 10 + Int(digit) - 0x30
    }
    return isNegative ? -number : number
  }

  /// What a hint may count for, by name.
  private static let targets = WordTable(
    Dictionary(
      uniqueKeysWithValues: (0..<HintTable.targetCount).map {
        (WordTable.hash(HintTable.name(of: $0).utf8), Int32($0))
      }))
}
