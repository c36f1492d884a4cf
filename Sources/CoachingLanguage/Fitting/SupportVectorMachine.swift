/// A line between two kinds of examples, drawn so that few lie on the wrong side and it leans on no feature too much.
///
/// L2-regularised, squared hinge loss, fitted by dual coordinate descent: Hsieh, Chang, Lin, Keerthi and Sundararajan, *A Dual
/// Coordinate Descent Method for Large-scale Linear SVM*, ICML 2008.
struct SupportVectorMachine {
  /// By feature, how much it speaks for the positive examples.
  private(set) var weights: [Double]

  /// How much an example on the wrong side costs, against leaning on features.
  static let cost = 0.1
  static let rounds = 60
  private static let tolerance = 0.01

  /// - Parameters:
  ///   - rows: The features of each example, each once.
  ///   - isPositive: By example, which kind it is.
  ///   - weights: By example, how much it counts, 0...1.
  init(rows: [[Int32]], isPositive: [Bool], weights exampleWeights: [Double], featureCount: Int) {
    weights = Array(repeating: 0, count: featureCount)
    guard isPositive.contains(true) else { return }
    var alphas = Array(repeating: 0.0, count: rows.count)
    var order = Array(rows.indices)
    var numbers = SplitMix64(seed: 1)
    weights.withUnsafeMutableBufferPointer { weights in
      for _ in 0..<SupportVectorMachine.rounds {
        for last in stride(from: order.count - 1, to: 0, by: -1) {
          order.swapAt(last, Int(numbers.next() % UInt64(last + 1)))
        }
        var furthest = 0.0
        for example in order where exampleWeights[example] > 0 {
          let sign = isPositive[example] ? 1.0 : -1.0
          let softness = 0.5 / (SupportVectorMachine.cost * exampleWeights[example])
          var score = 0.0
          for feature in rows[example] { score += weights[Int(feature)] }
          let gradient = sign * score - 1 + alphas[example] * softness
          let projected = alphas[example] == 0 ? min(gradient, 0) : gradient
          furthest = max(furthest, abs(projected))
          guard projected != 0 else { continue }
          let before = alphas[example]
          alphas[example] = max(before - gradient / (Double(rows[example].count) + softness), 0)
          let change = (alphas[example] - before) * sign
          for feature in rows[example] { weights[Int(feature)] += change }
        }
        if furthest < SupportVectorMachine.tolerance { break }
      }
    }
  }
}
