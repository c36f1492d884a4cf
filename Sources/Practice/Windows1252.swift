/// The bytes in which plain text was long saved on Windows, and now and then still is.
///
/// As in Latin-1 a byte is the character with its number, but for those from 0x80 to 0x9F, which are given here (WHATWG
/// Encoding Standard, index windows-1252).
enum Windows1252 {
  static func text(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes { scalars.append(special(byte) ?? Unicode.Scalar(byte)) }
    return String(scalars)
  }

  private static let specials = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  private static func special(_ byte: UInt8) -> Unicode.Scalar? {
    (0x80...0x9F).contains(byte) ? specials[Int(byte) - 0x80] : nil
  }
}
