/// Takes bytes one at a time and gives scalars; whatever is not UTF-8 becomes U+FFFD.
struct UTF8Repair {
  private var pending: [UInt8] = []

  /// The scalars that are complete with this byte: none, one, or a U+FFFD and one.
  mutating func take(_ byte: UInt8) -> [Unicode.Scalar] {
    pending.append(byte)
    let length = Self.length(from: pending[0])
    if pending.count > 1, byte & 0xC0 != 0x80 {
      // The sequence broke off; this byte begins the next one.
      pending = []
      return ["\u{FFFD}"] + take(byte)
    }
    guard pending.count >= length else { return [] }
    defer { pending = [] }
    return Array(String(decoding: pending, as: UTF8.self).unicodeScalars)
  }

  mutating func reset() {
    pending = []
  }

  private static func length(from lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }
}
