/// A language the program can speak or hear, by its ISO 639-1 code.
public struct Language: RawRepresentable, Sendable, Hashable, Codable {
  public var rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public static let dutch = Language(rawValue: "nl")
  public static let english = Language(rawValue: "en")

  /// The languages that are built in, the one the product was made in first.
  public static let shipped: [Language] = [.dutch, .english]

  /// The shipped language a locale such as `nl_BE.UTF-8` asks for; `nil` where it asks for none of them.
  public init?(locale: String) {
    let code = locale.prefix { $0 != "_" && $0 != "-" && $0 != "." && $0 != "@" }.lowercased()
    guard let match = Language.shipped.first(where: { $0.rawValue == code }) else { return nil }
    self = match
  }
}
