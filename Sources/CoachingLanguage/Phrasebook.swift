/// The words the program itself speaks in one language: interface, feedback, findings.
///
/// Read from files of lines `key: text`. A key that stands there more than once has variants; a line that begins with
/// `| ` goes on where the one before it stopped, on a new line; `{name}` is a place to fill; a line that begins with `#`
/// is a note.
public struct Phrasebook: Sendable {
  public let language: Language
  private var phrases: [String: [String]] = [:]

  /// The phrases built in for `language`; English where it has none.
  public init(_ language: Language) {
    let files = EmbeddedFile.all(under: language.rawValue + "/").filter { !$0.path.hasSuffix(".pack") }
    self.init(language: files.isEmpty ? .english : language, texts: files.map(\.text))
    if files.isEmpty { self = Phrasebook(.english) }
  }

  /// The phrases in `texts`.
  public init(language: Language, texts: [String]) {
    self.language = language
    for text in texts { read(text) }
  }

  private mutating func read(_ text: String) {
    var last: String?
    for line in text.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("#") { continue }
      if line.hasPrefix("|"), let last {
        let more = line.dropFirst().drop { $0 == " " }
        let index = phrases[last, default: [""]].count - 1
        phrases[last]?[index] += "\n" + more
      } else if let colon = line.firstIndex(of: ":") {
        let key = String(line[..<colon])
        phrases[key, default: []].append(String(line[line.index(after: colon)...].drop { $0 == " " }))
        last = key
      }
    }
  }

  /// Every key there is a phrase for.
  public var keys: Set<String> { Set(phrases.keys) }

  /// All variants of a phrase, in the order they were written; empty where there is none.
  public func variants(_ key: String) -> [String] { phrases[key] ?? [] }

  /// The first variant of a phrase with its places filled; the key itself where there is none, which is a mistake of ours
  /// that a test looks for.
  public func callAsFunction(_ key: String, _ places: [String: String] = [:]) -> String {
    Phrasebook.fill(phrases[key]?.first ?? key, places)
  }

  /// `phrase` with each `{name}` replaced by what `places` has for it; a name that is not there stays.
  public static func fill(_ phrase: String, _ places: [String: String]) -> String {
    guard phrase.contains("{") else { return phrase }
    var result = ""
    var rest = phrase[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      result += rest[..<open]
      result += places[name] ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
