/// How far the headings of a branch stand too deep, so that one mistake is said once.
///
/// Below a heading that skips a level, the headings are mostly right among themselves: one `#` is missing above, or the
/// whole branch has one too many. They are read as if the first were mended.
struct HeadingShift {
  private struct Branch {
    /// The depth at which the first heading is written, 1 for `##`.
    var written: Int
    /// How many levels too deep.
    var extra: Int
    /// Which finding says so, and how many headings below the first it speaks for.
    var finding: Int
    var below = 0
  }

  private var branches: [Branch] = []

  /// The depth that is meant by a heading written at `written`; ends the branches it does not belong to.
  mutating func depth(of written: Int) -> Int {
    while let last = branches.last, written < last.written { branches.removeLast() }
    return written - branches.reduce(0) { $0 + $1.extra }
  }

  /// The finding of the branch the last heading belongs to, and how many headings below the first it now speaks for.
  mutating func count() -> (finding: Int, below: Int)? {
    guard !branches.isEmpty else { return nil }
    branches[branches.count - 1].below += 1
    return branches.last.map { ($0.finding, $0.below) }
  }

  /// Begins a branch with a heading that stands `extra` levels too deep.
  mutating func begin(written: Int, extra: Int, finding: Int) {
    branches.append(Branch(written: written, extra: extra, finding: finding))
  }
}
