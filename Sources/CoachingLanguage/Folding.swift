/// How words are compared: without case, accents or typographic apostrophes, the way people type.
///
/// `É` folds to `e`, `’` to `'`, `ß` to `ss`; every other scalar to its lower case.
public enum Folding {
  /// `text` as it is compared.
  public static func fold(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the folded form of one scalar, in UTF-8.
  static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    let value = scalar.value
    if value < 0x80 {
      bytes.append(value >= 0x41 && value <= 0x5A ? UInt8(value) + 0x20 : UInt8(value))
    } else if let plain = latin(value) {
      bytes.append(contentsOf: plain.utf8)
    } else if isCombiningMark(value) {
      return
    } else if isApostrophe(value) {
      bytes.append(0x27)
    } else {
      bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }

  /// Accents that stand as scalars of their own, as some systems paste them.
  static func isCombiningMark(_ value: UInt32) -> Bool { value >= 0x300 && value <= 0x36F }

  static func isApostrophe(_ value: UInt32) -> Bool {
    switch value {
    case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x2BC: true
    default: false
    }
  }

  /// Letters of Latin-1 and Latin Extended-A without their accents.
  private static func latin(_ value: UInt32) -> String? {
    guard value >= 0xC0, value <= 0x17F else { return nil }
    return switch value {
    case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105: "a"
    case 0xC6, 0xE6: "ae"
    case 0xC7, 0xE7, 0x106...0x10D: "c"
    case 0xD0, 0xF0, 0x10E...0x111: "d"
    case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: "e"
    case 0x11C...0x123: "g"
    case 0x124...0x127: "h"
    case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: "i"
    case 0x132, 0x133: "ij"
    case 0x134, 0x135: "j"
    case 0x136...0x138: "k"
    case 0x139...0x142: "l"
    case 0xD1, 0xF1, 0x143...0x14B: "n"
    case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151: "o"
    case 0x152, 0x153: "oe"
    case 0x154...0x159: "r"
    case 0xDF: "ss"
    case 0x15A...0x161, 0x17F: "s"
    case 0x162...0x167: "t"
    case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: "u"
    case 0x174, 0x175: "w"
    case 0xDD, 0xFD, 0xFF, 0x176...0x178: "y"
    case 0x179...0x17E: "z"
    default: nil
    }
  }
}
