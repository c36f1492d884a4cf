/// How long a group has been practising. What time it is, it is told.
///
/// Times are seconds since 1970.
public struct WorkshopClock: Sendable, Equatable {
  /// For how long it is set, in minutes.
  public var minutes: Int
  /// Since when it runs; `nil` while it stands still.
  public private(set) var runningSince: Int?
  /// How many seconds it ran before that.
  private var before = 0

  public init(minutes: Int) { self.minutes = minutes }

  public var isRunning: Bool { runningSince != nil }

  /// For how many seconds it has run at `now`.
  public func elapsed(at now: Int) -> Int { before + (runningSince.map { max(0, now - $0) } ?? 0) }

  /// How many minutes are left at `now`, a part of one counted as one; 0 where the time is over.
  public func minutesLeft(at now: Int) -> Int { max(0, (minutes * 60 - elapsed(at: now) + 59) / 60) }

  public mutating func start(at now: Int) {
    if runningSince == nil { runningSince = now }
  }

  public mutating func pause(at now: Int) {
    before = elapsed(at: now)
    runningSince = nil
  }
}
