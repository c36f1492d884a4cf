/// As much of HTML as is needed to see that a page is well formed: tags that close in order, ids that are there once and
/// are there where they are named, no bare ampersands or angle brackets.
public struct Markup {
  public private(set) var problems: [String] = []
  private var ids: [String] = []
  private var named: [String] = []

  private static let void: Set<String> = ["meta", "br", "hr", "img", "link", "input"]

  public init(_ html: String) throws {
    var open: [String] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      check(text: rest[..<start])
      rest = rest[start...]
      guard let end = rest.firstIndex(of: ">") else {
        problems.append("an open tag at the end")
        return
      }
      let tag = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("!") { continue }
      let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
      if tag.hasPrefix("/") {
        if open.popLast() != name { problems.append("</\(name)> closes what is not open") }
        continue
      }
      read(attributesOf: tag)
      if tag.hasSuffix("/") || Markup.void.contains(name) { continue }
      if name == "style" {
        guard let close = rest.firstRange(of: "</style>") else {
          problems.append("a style without an end")
          return
        }
        rest = rest[close.upperBound...]
        continue
      }
      open.append(name)
    }
    check(text: rest)
    if !open.isEmpty { problems.append("not closed: \(open)") }
    if Set(ids).count != ids.count { problems.append("an id twice: \(ids)") }
    for name in named where !ids.contains(name) { problems.append("there is no id '\(name)'") }
  }

  private mutating func check(text: Substring) {
    for part in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      let entity = part.prefix { $0 != ";" }
      if !["amp", "lt", "gt", "quot", "#39"].contains(entity) {
        problems.append("a bare ampersand before '\(part.prefix(10))'")
      }
    }
    if text.contains(">") { problems.append("a bare '>' in '\(text.prefix(20))'") }
  }

  private mutating func read(attributesOf tag: Substring) {
    let pieces = tag.split(separator: "\"", omittingEmptySubsequences: false)
    if pieces.count % 2 == 0 { problems.append("an open quotation mark in <\(tag)>") }
    for index in stride(from: 0, to: pieces.count - 1, by: 2) {
      check(text: pieces[index + 1])
      let name = pieces[index].split(separator: " ").last ?? ""
      if name == "id=" { ids.append(String(pieces[index + 1])) }
      if name == "aria-labelledby=" { named += pieces[index + 1].split(separator: " ").map(String.init) }
      if name == "href=" { named.append(String(pieces[index + 1].dropFirst())) }
    }
  }
}
