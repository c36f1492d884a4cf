internal import CEdit

/// What a front end must know of the terminal it writes to.
public enum Terminal {
  /// A window's extent, in character cells.
  public struct Size: Equatable, Sendable {
    public var columns: Int
    public var rows: Int

    public init(columns: Int, rows: Int) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// Whether a person may be at the other end; 0 is standard input, 1 standard output.
  public static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  /// The window behind a descriptor; 80 by 24 if there is none or it does not tell.
  public static func size(of descriptor: Int32 = 1) -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard cedit_window_size(descriptor, &columns, &rows) == 0 else { return Size(columns: 80, rows: 24) }
    return Size(columns: columns > 0 ? Int(columns) : 80, rows: rows > 0 ? Int(rows) : 24)
  }
}
