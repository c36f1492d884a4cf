/// Looks words up by their folded bytes: which symbols a word stands for.
///
/// Two tables of hashes, one for whole words and one for beginnings, and a list of endings. Hashes are FNV-1a of 64 bits,
/// computed byte by byte, so that one pass over a word asks for the word and all its beginnings.
struct WordTable: Sendable {
  private var keys: [UInt64] = []
  private var values: [Int32] = []
  private var mask = 0

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  @inline(__always) static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    var hash = seed
    for byte in word { hash = step(hash, byte) }
    return hash
  }

  init(_ entries: [UInt64: Int32]) {
    var size = 16
    while size < entries.count * 3 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: -1, count: size)
    mask = size - 1
    for (key, value) in entries {
      var slot = Int(truncatingIfNeeded: key) & mask
      while values[slot] >= 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      values[slot] = value
    }
  }

  /// The value for a hash; -1 where there is none.
  @inline(__always) subscript(hash: UInt64) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while values[slot] >= 0 {
      if keys[slot] == hash { return values[slot] }
      slot = (slot + 1) & mask
    }
    return -1
  }
}
