/// How much single words, and pairs of them, speak for or against a move or a step.
///
/// Rules know constructions; hints know that `scheelt` is said in advice more often than anywhere else. A hint counts once a
/// sentence, in tenths of a rule's weight, and may count against.
struct HintTable: Sendable {
  /// What a hint counts for.
  struct Weight: Sendable, Equatable {
    /// A move by its number, or a step by its rung after all moves.
    var target: Int16
    /// In tenths of a rule's weight.
    var tenths: Int16

    init(target: Int, tenths: Int) {
      self.target = Int16(target)
      self.tenths = Int16(tenths)
    }
  }

  static let targetCount = Move.allCases.count + Step.allCases.count

  private var places = WordTable([:])
  /// Where the weights of each hint end; they begin where those of the hint before it end.
  private var ends: [Int32] = []
  private var weights: [Weight] = []

  init() {}

  /// - Parameter hints: What is looked for, as written (see ``PackReader``), and what it counts for.
  init(_ hints: [(pattern: String, weights: [Weight])]) {
    var keys: [UInt64: Int32] = [:]
    for (pattern, weights) in hints {
      keys[HintTable.key(of: pattern)] = Int32(ends.count)
      self.weights += weights
      ends.append(Int32(self.weights.count))
    }
    places = WordTable(keys)
  }

  var isEmpty: Bool { ends.isEmpty }

  /// What a hint is looked up by: its words, and whether it stands at the beginning or is the beginning of a word.
  enum Key {
    static let pair: UInt64 = 0x9E37_79B9_7F4A_7C15
    static let start: UInt64 = 0xD1B5_4A32_D192_ED03
    static let beginning: UInt64 = 0x8CB9_2BA7_2F3D_8DD7
    static let question: UInt64 = 0x2545_F491_4F6C_DD1D
    static let statement: UInt64 = 0x5851_F42D_4C95_7F2D
    static let always: UInt64 = 0x1405_7B7E_F767_814F

    @inline(__always) static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { (first &* pair) ^ second }
  }

  /// How many letters of a word's beginning are looked up.
  static let beginningLength = 5

  private static func key(of pattern: String) -> UInt64 {
    switch pattern {
    case "?": return Key.question
    case "!?": return Key.statement
    case "_": return Key.always
    default: break
    }
    if pattern.hasSuffix("*") { return WordTable.hash(pattern.utf8.dropLast()) ^ Key.beginning }
    let isStart = pattern.hasPrefix("^ ")
    let words = pattern.split(separator: " ").filter { $0 != "^" }.map { WordTable.hash($0.utf8) }
    let key = words.count > 1 ? Key.pair(words[0], words[1]) : words[0]
    return isStart ? key ^ Key.start : key
  }

  /// What all hints in a sentence come to.
  struct Sum {
    /// By target, in tenths of a rule's weight.
    var tenths = Array(repeating: 0, count: HintTable.targetCount)
    /// By target, the strongest hint that speaks for it and the places of its words.
    var strongest = Array(repeating: (tenths: 0, found: 0..<0), count: HintTable.targetCount)
    /// Whether a word spoke, and not only the question mark or what holds of every sentence.
    var hasWords = false
  }

  /// Adds up the hints in a sentence, each counted once.
  func sum(in sentence: HeardSentence) -> Sum {
    var sum = Sum()
    guard !isEmpty else { return sum }
    var found = self.found(in: sentence)
    // A word that comes twice counts once.
    found.sort { ($0.hint, $0.place) < ($1.hint, $1.place) }
    weights.withUnsafeBufferPointer { weights in
      ends.withUnsafeBufferPointer { ends in
        sum.tenths.withUnsafeMutableBufferPointer { tenths in
          sum.strongest.withUnsafeMutableBufferPointer { strongest in
            var last: Int32 = -1
            for hit in found where hit.hint != last {
              last = hit.hint
              let hint = Int(hit.hint)
              for index in (hint == 0 ? 0 : Int(ends[hint - 1]))..<Int(ends[hint]) {
                let target = Int(weights[index].target)
                let weight = Int(weights[index].tenths)
                tenths[target] += weight
                if weight > strongest[target].tenths {
                  strongest[target] = (weight, Int(hit.place)..<Int(hit.place) + Int(hit.length))
                }
              }
            }
          }
        }
      }
    }
    sum.hasWords = found.contains { $0.length > 0 }
    return sum
  }

  /// A hint that is in a sentence, the place of its first word and how many words it has; none for what holds of all of it.
  private struct Hit {
    var hint: Int32
    var place: Int16
    var length: Int16
  }

  private func found(in sentence: HeardSentence) -> [Hit] {
    let words = sentence.words
    var hits: [Hit] = []
    hits.reserveCapacity(words.count * 3 + 4)
    func look(_ key: UInt64, _ place: Int, _ length: Int16) {
      let hint = places[key]
      if hint >= 0 { hits.append(Hit(hint: hint, place: Int16(place), length: length)) }
    }
    look(Key.always, 0, 0)
    look(sentence.hasQuestionMark ? Key.question : Key.statement, 0, 0)
    for place in words.indices {
      look(words[place].whole, place, 1)
      if words[place].beginning != 0 { look(words[place].beginning ^ Key.beginning, place, 1) }
      if place + 1 < words.count { look(Key.pair(words[place].whole, words[place + 1].whole), place, 2) }
    }
    let first = sentence.leadIn < words.count ? sentence.leadIn : 0
    guard first < words.count else { return hits }
    look(words[first].whole ^ Key.start, first, 1)
    if first + 1 < words.count { look(Key.pair(words[first].whole, words[first + 1].whole) ^ Key.start, first, 2) }
    return hits
  }
}
