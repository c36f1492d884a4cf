/// How much words, and rows of them, speak for or against a move or a step.
///
/// Rules know constructions; hints know that `scheelt` is said in advice more often than anywhere else. A hint counts once a
/// sentence, in tenths of a rule's weight, and may count against.
struct HintTable: Sendable {
  /// What a hint counts for.
  struct Weight: Sendable, Equatable {
    /// A move by its number, or a step by its rung after all moves; last comes that a question has no step.
    var target: Int
    /// In tenths of a rule's weight.
    var tenths: Int
  }

  static let targetCount = Move.allCases.count + Step.allCases.count + 1
  /// The target for an open question without a step.
  static let noStep = targetCount - 1

  static func target(_ step: Step) -> Int { Move.allCases.count + step.rung }

  /// What a target is called in a pack.
  static func name(of target: Int) -> String {
    if target < Move.allCases.count { return Move.allCases[target].rawValue }
    return target == noStep ? "no-step" : Step.allCases[target - Move.allCases.count].rawValue
  }

  /// The most hints of a sentence that count, and the most that one may weigh: what they come to fits 16 bits.
  static let most = 160
  static let heaviest = 200

  /// The weights of one hint, by target.
  typealias Row = SIMD32<Int16>

  private var places = WordTable([:])
  private var rows: [Row] = []

  init() {}

  init(_ hints: [HintLine]) {
    var keys: [UInt64: Int32] = [:]
    keys.reserveCapacity(hints.count)
    rows.reserveCapacity(hints.count)
    for line in hints {
      var row = Row()
      for weight in line.weights { row[weight.target] = Int16(weight.tenths) }
      keys[line.hint.key] = Int32(rows.count)
      rows.append(row)
    }
    places = WordTable(keys)
  }

  var isEmpty: Bool { rows.isEmpty }

  /// A hint that is in a sentence, and the places of its words; none for what holds of all of it.
  struct Hit {
    var hint: Int32
    var place: Int16
    var length: Int16
  }

  /// What all hints in a sentence come to.
  struct Sum {
    /// By target, in tenths of a rule's weight.
    var tenths = Row()
    var hits: [Hit] = []
    /// Whether a word spoke, and not only its shape or the sentence as a whole.
    var hasWords = false
  }

  /// Adds up the hints in a sentence, each counted once.
  ///
  /// - Parameter previous: What the sentence before was heard as; `nil` where there is none.
  func sum(in sentence: HeardSentence, _ lexicon: Lexicon, after previous: Move?) -> Sum {
    var sum = Sum()
    guard !isEmpty else { return sum }
    sum.hits.reserveCapacity(sentence.words.count * 6 + 4)
    var seen = SIMD8<UInt64>()
    rows.withUnsafeBufferPointer { rows in
      sentence.forEachHint(lexicon, after: previous) { asked in
        let hint = places[asked.hint.key]
        guard hint >= 0, sum.hits.count < HintTable.most else { return }
        if asked.isOfWords { sum.hasWords = true }
        // A word that comes twice counts once. A few bits tell of nearly every hint that it was not there yet.
        let bit = UInt64(1) << UInt64(hint & 63)
        let place = Int(hint >> 6) & 7
        if seen[place] & bit != 0, sum.hits.contains(where: { $0.hint == hint }) { return }
        seen[place] |= bit
        sum.hits.append(Hit(hint: hint, place: Int16(asked.place), length: Int16(asked.length)))
        sum.tenths &+= rows[Int(hint)]
      }
    }
    return sum
  }

  /// The hint in a sentence that speaks most for a move, by the places of its words and its weight in tenths.
  func strongest(for move: Move, in sum: Sum) -> (tenths: Int, found: Range<Int>) {
    var best = (tenths: 0, found: 0..<0)
    for hit in sum.hits {
      let tenths = Int(rows[Int(hit.hint)][move.number])
      if tenths > best.tenths { best = (tenths, Int(hit.place)..<Int(hit.place) + Int(hit.length)) }
    }
    return best
  }
}
