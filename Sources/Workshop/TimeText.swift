#if canImport(FoundationEssentials)
  private import FoundationEssentials
#else
  private import Foundation
#endif

/// Points in time, as seconds since 1970 and as files have them.
public enum TimeText {
  /// In UTC, ISO 8601.
  public static func text(_ seconds: Int) -> String {
    Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
  }

  /// `nil` for a text that is no time.
  public static func seconds(_ text: String) -> Int? {
    guard let date = try? Date(text, strategy: .iso8601) else { return nil }
    let seconds = date.timeIntervalSince1970
    return seconds.magnitude < 1e11 ? Int(seconds) : nil
  }
}
