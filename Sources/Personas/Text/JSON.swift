/// A value to write as JSON (RFC 8259); members keep the order they were given in.
indirect enum JSON: Sendable {
  case string(String)
  case number(Int)
  case bool(Bool)
  case null
  case array([JSON])
  case object([(String, JSON)])

  /// Indented by two spaces, with an end of line behind the last.
  var text: String {
    var text = ""
    write(to: &text, indent: 0)
    return text + "\n"
  }

  private func write(to text: inout String, indent: Int) {
    switch self {
    case .string(let string): JSON.write(string, to: &text)
    case .number(let number): text += String(number)
    case .bool(let bool): text += bool ? "true" : "false"
    case .null: text += "null"
    case .array(let values):
      JSON.write(values, "[", "]", to: &text, indent) { value, text in value.write(to: &text, indent: indent + 2) }
    case .object(let members):
      JSON.write(members, "{", "}", to: &text, indent) { member, text in
        JSON.write(member.0, to: &text)
        text += ": "
        member.1.write(to: &text, indent: indent + 2)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], _ open: String, _ close: String, to text: inout String, _ indent: Int,
    _ write: (Item, inout String) -> Void
  ) {
    text += open
    for (number, item) in items.enumerated() {
      text += (number == 0 ? "\n" : ",\n") + String(repeating: " ", count: indent + 2)
      write(item, &text)
    }
    if !items.isEmpty { text += "\n" + String(repeating: " ", count: indent) }
    text += close
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
