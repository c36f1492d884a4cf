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

  /// The most hints of a sentence that count, and the most that one may weigh: one fits 8 bits, and what they come to 16.
  static let most = 160
  static let heaviest = 127

  /// The weights of one hint, two targets in a lane: a table of tens of thousands must fit a near cache.
  struct Row: Sendable {
    private var lanes = SIMD16<Int16>()

    subscript(target: Int) -> Int {
      get { Int(Int8(truncatingIfNeeded: target & 1 == 0 ? lanes[target >> 1] : lanes[target >> 1] &>> 8)) }
      set {
        let low = Int16(UInt8(bitPattern: Int8(clamping: target & 1 == 0 ? newValue : self[target & ~1])))
        let high = Int16(Int8(clamping: target & 1 == 0 ? self[target | 1] : newValue)) &<< 8
        lanes[target >> 1] = high | low
      }
    }

    /// Adds the weights to those of the even targets and of the odd.
    @inline(__always)
    func add(to even: inout SIMD16<Int16>, _ odd: inout SIMD16<Int16>) {
      even &+= (lanes &<< 8) &>> 8
      odd &+= lanes &>> 8
    }
  }

  private var places = WordTable([:])
  private var rows: [Row] = []

  init() {}

  init(_ hints: [HintLine]) {
    var keys: [UInt64: Int32] = [:]
    keys.reserveCapacity(hints.count)
    rows.reserveCapacity(hints.count)
    for line in hints {
      var row = Row()
      for weight in line.weights { row[weight.target] = weight.tenths }
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
    fileprivate var even = SIMD16<Int16>()
    fileprivate var odd = SIMD16<Int16>()
    /// In tenths of a rule's weight.
    subscript(target: Int) -> Int { Int(target & 1 == 0 ? even[target >> 1] : odd[target >> 1]) }
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
    var hasWords = false
    sum.hits = Array(unsafeUninitializedCapacity: HintTable.most) { hits, count in
      var seen = SIMD8<UInt64>()
      sentence.forEachHint(lexicon, after: previous) { asked in
        let hint = places[asked.hint.key]
        guard hint >= 0, count < HintTable.most else { return }
        if asked.isOfWords { hasWords = true }
        // A word that comes twice counts once. A few bits tell of nearly every hint that it was not there yet.
        let bit = UInt64(1) << UInt64(hint & 63)
        let place = Int(hint >> 6) & 7
        if seen[place] & bit != 0, hits[..<count].contains(where: { $0.hint == hint }) { return }
        seen[place] |= bit
        hits[count] = Hit(hint: hint, place: Int16(asked.place), length: Int16(asked.length))
        count += 1
      }
    }
    sum.hasWords = hasWords
    // Only now, so that the rows are fetched side by side and not one after the other.
    rows.withUnsafeBufferPointer { rows in
      var even = SIMD16<Int16>()
      var odd = SIMD16<Int16>()
      for hit in sum.hits { rows[Int(hit.hint)].add(to: &even, &odd) }
      (sum.even, sum.odd) = (even, odd)
    }
    return sum
  }

  /// The places of the words that speak most for a move; empty where nothing does, or the sentence as a whole.
  func strongest(for move: Move, in sum: Sum) -> Range<Int> {
    var most = 0
    var found = 0..<0
    for hit in sum.hits {
      let tenths = rows[Int(hit.hint)][move.number]
      if tenths > most { (most, found) = (tenths, Int(hit.place)..<Int(hit.place) + Int(hit.length)) }
    }
    return found
  }
}
