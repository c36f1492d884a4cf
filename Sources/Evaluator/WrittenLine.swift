/// One line of a talk that was written down.
struct WrittenLine {
  enum Kind: Equatable {
    case empty
    /// The times of a subtitle, or its heading.
    case time
    /// Nothing but digits: the number of a subtitle, or a line of somebody who names a number.
    case number
    /// A name and what was said; the name may turn out to be none.
    case spoken(name: String, text: String)
    case text
  }

  var kind: Kind
  /// The line without the times and marks around it.
  var text: String

  init(_ line: Substring) { (kind, text) = WrittenLine.read(WrittenLine.trimmed(line)) }

  private static func read(_ line: Substring) -> (Kind, String) {
    if line.isEmpty { return (.empty, "") }
    if line.contains("-->") || line.hasPrefix("WEBVTT") { return (.time, "") }
    if line.allSatisfy(\.isNumber) { return (.number, String(line)) }
    if let (name, said) = voice(line) { return (.spoken(name: name, text: said), String(line)) }
    let bare = withoutMarks(withoutTime(withoutMarks(line)))
    if bare.isEmpty { return (.time, "") }
    if let (name, said) = named(bare) { return (.spoken(name: name, text: said), String(bare)) }
    // A time without brackets may be one that somebody names: "10:30 was het".
    return (.text, String("[(".contains(line.first ?? " ") ? withoutTime(line) : line))
  }

  private static let longestName = 40

  /// `<v Sanne>Hoi.</v>`
  private static func voice(_ line: Substring) -> (String, String)? {
    guard line.hasPrefix("<v "), let close = line.firstIndex(of: ">") else { return nil }
    let name = trimmed(line[line.index(line.startIndex, offsetBy: 3)..<close])
    var said = line[line.index(after: close)...]
    if said.hasSuffix("</v>") { said = said.dropLast(4) }
    return isName(name) ? (String(name), String(trimmed(said))) : nil
  }

  /// `Sanne: Hoi.`, `Sanne (0:12): Hoi.`, and `Sanne 0:12` with nothing behind it.
  private static func named(_ line: Substring) -> (String, String)? {
    var index = line.startIndex
    var steps = 0
    while index < line.endIndex, steps <= longestName + 12 {
      let character = line[index]
      if character == "(" || character == "[" {
        guard let close = line[index...].firstIndex(where: { $0 == ")" || $0 == "]" }) else { return nil }
        index = close
      } else if character == ":" || character == "：" {
        let next = line.index(after: index)
        let isTime =
          index > line.startIndex && line[line.index(before: index)].isNumber && next < line.endIndex
          && line[next].isNumber
        if !isTime { return split(line, at: index) }
      }
      index = line.index(after: index)
      steps += 1
    }
    // A name with a time, and what is said below it.
    guard index == line.endIndex, let space = line.lastIndex(of: " "),
      isTime(line[line.index(after: space)...]), isName(trimmed(line[..<space]))
    else { return nil }
    return (String(trimmed(line[..<space])), "")
  }

  private static func split(_ line: Substring, at colon: Substring.Index) -> (String, String)? {
    var name = withoutMarks(line[..<colon])
    if let bracket = name.firstIndex(where: { $0 == "(" || $0 == "[" }) { name = name[..<bracket] }
    if let space = name.lastIndex(of: " "), isTime(name[name.index(after: space)...]) { name = name[..<space] }
    name = withoutMarks(trimmed(name))
    var said = trimmed(line[line.index(after: colon)...])
    // The end of `**Sanne:**`.
    if said.hasPrefix("**") || said.hasPrefix("__") { said = trimmed(said.dropFirst(2)) }
    guard isName(name), !said.hasPrefix("//") else { return nil }
    return (String(name), String(said))
  }

  private static func isName(_ name: Substring) -> Bool {
    guard let first = name.first, first.isLetter, name.count <= longestName else { return false }
    if name.contains(where: { ".?!,;\"“”„<>{}=".contains($0) && $0 != "." }) { return false }
    // "Dhr. Bakker" is a name, "Nou ja. Kijk" is not: at most one dot, after a short word.
    if let dot = name.firstIndex(of: "."), name.distance(from: name.startIndex, to: dot) > 5 { return false }
    return name.split(separator: " ").count <= 4
  }

  /// `0:12`, `00:12:03`, `00:12:03.250`, brackets and all.
  private static func isTime(_ text: Substring) -> Bool {
    let bare = text.filter { !"[]()".contains($0) }
    return bare.contains(":") && bare.first?.isNumber ?? false
      && bare.allSatisfy { $0.isNumber || $0 == ":" || $0 == "." || $0 == "," }
  }

  private static func withoutTime(_ line: Substring) -> Substring {
    let first = line.prefix { $0 != " " && $0 != "\t" }
    guard isTime(first) else { return line }
    return trimmed(line.dropFirst(first.count).drop { " \t-–—|".contains($0) })
  }

  /// Without the marks of lists, quotations and bold print around it.
  private static func withoutMarks(_ line: Substring) -> Substring {
    var line = trimmed(line)
    while let first = line.first, "*_>-–—•#".contains(first) { line = trimmed(line.dropFirst()) }
    while let last = line.last, "*_".contains(last) { line = trimmed(line.dropLast()) }
    return line
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace || first == "\u{FEFF}" { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
