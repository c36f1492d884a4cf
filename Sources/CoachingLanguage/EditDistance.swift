/// The nearest of a few known names, for "did you mean".
public enum EditDistance {
  /// The candidate that differs least from `typed`; `nil` where none is near enough to be what was meant.
  ///
  /// Near enough is one slip in every three letters, at least one; two neighbouring letters swapped count as one slip.
  public static func nearest(to typed: String, in candidates: some Sequence<String>) -> String? {
    let letters = Array(Folding.fold(typed).unicodeScalars.prefix(64))
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let other = Array(Folding.fold(candidate).unicodeScalars.prefix(64))
      let allowed = max(1, max(letters.count, other.count) / 3)
      guard abs(letters.count - other.count) <= allowed else { continue }
      let distance = between(letters, other)
      if distance <= allowed, distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.name
  }

  private static func between(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in first.indices {
      var current = [row + 1]
      current.reserveCapacity(second.count + 1)
      for column in second.indices {
        let change = last[column] + (first[row] == second[column] ? 0 : 1)
        var distance = min(change, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          distance = min(distance, beforeLast[column - 1] + 1)
        }
        current.append(distance)
      }
      beforeLast = last
      last = current
    }
    return last[second.count]
  }
}
