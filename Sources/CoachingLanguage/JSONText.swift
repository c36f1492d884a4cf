/// Writes JSON (RFC 8259) without a library: the program writes a few flat objects, a million times.
public struct JSONText: Sendable {
  /// What has been written so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  public init() {}

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Ends a line, for JSON Lines: what comes next is a value of its own.
  public mutating func newline() {
    bytes.append(0x0A)
    needsComma = false
  }

  public mutating func object(_ body: (inout JSONText) -> Void) { enclose("{", "}", body) }
  public mutating func array(_ body: (inout JSONText) -> Void) { enclose("[", "]", body) }

  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(0x22)
    bytes.append(0x3A)
    needsComma = false
  }

  public mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(0x3A)
    needsComma = false
  }

  public mutating func value(_ text: String) {
    separate()
    quote(text)
    needsComma = true
  }

  public mutating func value(_ number: Int) { literal(String(number)) }
  public mutating func value(_ flag: Bool) { literal(flag ? "true" : "false") }
  /// Three decimals, which is enough for a share; a number that is not finite has no JSON and becomes `null`.
  public mutating func value(_ number: Double) {
    guard number.isFinite, number.magnitude < 1e12 else { return null() }
    // Not `rounded()`, which would make every program that uses the library link the C library's mathematics.
    literal(String(Double(Int(number * 1000 + (number < 0 ? -0.5 : 0.5))) / 1000))
  }
  public mutating func null() { literal("null") }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
  }

  private mutating func enclose(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONText) -> Void) {
    separate()
    bytes.append(UInt8(ascii: open))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func quote(_ text: String) {
    bytes.append(0x22)
    var text = text
    text.withUTF8 { utf8 in
      var plain = 0
      for index in utf8.indices where JSONText.isSpecial(utf8[index]) {
        var byte = utf8[index]
        var last = index
        if byte == JSONText.highControl {
          // Of the scalars that begin so, U+0080...U+009F steer a terminal as escape sequences do.
          guard index + 1 < utf8.count, utf8[index + 1] < 0xA0 else { continue }
          last = index + 1
          byte = utf8[last]
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[plain..<index]))
        escape(byte)
        plain = last + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[plain...]))
    }
    bytes.append(0x22)
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == highControl
  }

  /// The first byte of U+0080...U+00BF in UTF-8.
  private static let highControl: UInt8 = 0xC2

  private mutating func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(JSONText.hex[Int(byte >> 4)])
      bytes.append(JSONText.hex[Int(byte & 15)])
    }
  }

  private static let hex = Array("0123456789abcdef".utf8)
}
