/// The shapes of words that say something of what they are, such as `ge*d` or `*ing`: where a word itself is too rare to know.
struct WordShapes: Sendable {
  private struct Shape: Sendable {
    var start: [UInt8]
    var end: [UInt8]
    var key: UInt64
  }

  private let shapes: [Shape]
  private static let other = WordTable.hash("*".utf8)

  /// - Parameter written: The shapes, the first that fits a word being its shape; each has one `*`.
  init(_ written: [String]) {
    shapes = written.compactMap { text in
      let parts = text.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      return Shape(start: Array(parts[0].utf8), end: Array(parts[1].utf8), key: WordTable.hash(text.utf8))
    }
  }

  /// What a hint looks up the shape of a word by; that of `*` where none fits. At least two letters stand for the `*`.
  func shape(of word: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    for shape in shapes where word.count >= shape.start.count + shape.end.count + 2 {
      if word.starts(with: shape.start), word.suffix(shape.end.count).elementsEqual(shape.end) { return shape.key }
    }
    return WordShapes.other
  }
}
