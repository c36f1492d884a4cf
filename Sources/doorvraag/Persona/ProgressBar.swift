import LineEditing

/// How far something is that takes a while, on standard error and only where a person sees it.
struct ProgressBar {
  private let label: String
  private let isShown: Bool
  private var last = -1

  init(_ label: String) {
    self.label = label
    isShown = Terminal.isTerminal(2) && (Interface.environment["TERM"] ?? "dumb") != "dumb"
  }

  /// Shows that `done` of `total` is done, where that looks different from before.
  mutating func show(_ done: Int, of total: Int) {
    guard isShown, total > 0 else { return }
    let percent = done * 100 / total
    guard percent != last else { return }
    last = percent
    let room = min(30, Terminal.size(of: 2).columns - Terminal.columns(of: label) - 10)
    var bar = ""
    if room >= 5 {
      let full = room * percent / 100
      bar = "[" + String(repeating: "#", count: full) + String(repeating: "·", count: room - full) + "] "
    }
    Console.write("\r\(label) \(bar)\(percent)%\u{1B}[K", to: 2)
  }

  /// Takes the bar off the screen.
  mutating func clear() {
    guard isShown, last >= 0 else { return }
    last = -1
    Console.write("\r\u{1B}[K", to: 2)
  }
}
