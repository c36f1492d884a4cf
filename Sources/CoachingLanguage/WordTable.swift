/// Looks words up by their folded bytes: which symbols a word stands for.
///
/// Hashes are FNV-1a of 64 bits, computed byte by byte, so that one pass over a word asks for the word and all its
/// beginnings. Where a hash stands and its upper half tell it from all others; the whole of it would make the table twice
/// as large.
struct WordTable: Sendable {
  private struct Slot {
    var upper: UInt32
    /// -1 where the slot is free.
    var value: Int32
  }

  private var slots: [Slot] = []
  private var mask = 0
  /// A bit for every key there is, by some of its own bits: most that is looked up is not there, and this fits the nearest cache.
  private var filter: [UInt64] = []
  private var filterShift: UInt64 = 0

  @inline(__always) private func bit(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> filterShift)
  }

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  static let prime: UInt64 = 0x100_0000_01B3
  @inline(__always) static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* prime
  }

  static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    var hash = seed
    for byte in word { hash = step(hash, byte) }
    return hash
  }

  init(_ entries: [UInt64: Int32]) {
    var size = 16
    while size < entries.count * 2 { size *= 2 }
    slots = Array(repeating: Slot(upper: 0, value: -1), count: size)
    mask = size - 1
    let filterBits = max(6, min(18, (size * 2).trailingZeroBitCount))
    filterShift = UInt64(64 - filterBits)
    filter = Array(repeating: 0, count: 1 << (filterBits - 6))
    for (key, value) in entries {
      var place = Int(truncatingIfNeeded: key) & mask
      while slots[place].value >= 0 { place = (place + 1) & mask }
      slots[place] = Slot(upper: UInt32(truncatingIfNeeded: key >> 32), value: value)
      filter[bit(of: key) >> 6] |= 1 << UInt64(bit(of: key) & 63)
    }
  }

  /// The value for a hash; -1 where there is none.
  @inline(__always) subscript(hash: UInt64) -> Int32 {
    let bit = bit(of: hash)
    let isKnown = filter.withUnsafeBufferPointer { $0[bit >> 6] & (1 << UInt64(bit & 63)) != 0 }
    guard isKnown else { return -1 }
    return slots.withUnsafeBufferPointer { slots in
      var place = Int(truncatingIfNeeded: hash) & mask
      while slots[place].value >= 0 {
        if slots[place].upper == UInt32(truncatingIfNeeded: hash >> 32) { return slots[place].value }
        place = (place + 1) & mask
      }
      return -1
    }
  }
}
