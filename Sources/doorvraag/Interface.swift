import CoachingLanguage

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The language the program speaks outside a conversation; inside one it is the persona's.
enum Interface {
  static let environment = ProcessInfo.processInfo.environment

  /// `--language`, then `LC_ALL`, `LC_MESSAGES` and `LANG`, the first that is set; else English.
  static let language: Language = {
    if let asked = option(named: "--language"), let language = Language(locale: asked) { return language }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale.flatMap { Language(locale: $0) } ?? .english
  }()

  /// The words for `language`.
  static let phrases = Phrasebook(language)

  /// The time, in UTC, ISO 8601.
  static var now: String { Date().formatted(.iso8601) }

  /// The time, in seconds since 1970.
  static var seconds: Int { Int(Date().timeIntervalSince1970) }

  /// Looked up before the command line is parsed, because help and its errors are in that language too.
  private static func option(named name: String) -> String? {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument == name { return index + 1 < arguments.count ? arguments[index + 1] : nil }
      if argument.hasPrefix(name + "=") { return String(argument.dropFirst(name.count + 1)) }
    }
    return nil
  }
}
