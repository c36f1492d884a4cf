/// Phrases in lists: a trie over symbols of single words.
struct PhraseTable: Sendable {
  struct Node: Sendable {
    /// The symbols a next word may satisfy, and where that leads.
    var next: [(symbol: Int, node: Int)] = []
    /// The lists a phrase that ends here is in.
    var lists: [Int] = []
  }

  var nodes: [Node] = [Node()]
  /// By symbol, the node a phrase that begins with it leads to; -1 where none does.
  var starts: [Int32] = []
  /// The symbols that phrases begin with, as bits.
  var startBits: [UInt64] = []

  mutating func insert(_ symbols: [Int], list: Int) {
    var node = 0
    for symbol in symbols {
      if let next = nodes[node].next.first(where: { $0.symbol == symbol }) {
        node = next.node
      } else {
        nodes.append(Node())
        nodes[node].next.append((symbol, nodes.count - 1))
        node = nodes.count - 1
      }
    }
    nodes[node].lists.append(list)
  }
}
