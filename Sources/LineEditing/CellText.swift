/// Text as libedit can edit it: one scalar for everything a person sees as one character.
///
/// libedit moves, deletes and measures by scalar. An e with a separate accent, a flag or a family would be cut in pieces,
/// and a mark of no width puts its cursor off by one. So such a character gets a stand-in: a scalar of the right width
/// that nobody types, which `display` turns back on its way to the screen and `text` turns back when the line is done.
struct CellText {
  typealias Cell = Unicode.Scalar

  private var standIns: [String: Cell] = [:]
  private var originals: [Cell: String] = [:]
  private var narrow = CellText.narrowRange.makeIterator()
  private var wide = CellText.wideRange.makeIterator()

  // Both are assigned, so that every libc calls them printable, and of the width we need. Whoever does type one gets a
  // stand-in for it, so no text is impossible.
  /// Egyptian hieroglyphs, one column.
  private static let narrowRange: Range<UInt32> = 0x13000..<0x1342F
  /// The far end of CJK extension B, two columns.
  private static let wideRange: Range<UInt32> = 0x2A000..<0x2A400

  /// The cells of a text, without its control characters.
  mutating func cells(of text: String) -> [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(text.utf8.count)
    for character in text {
      let scalars = character.unicodeScalars
      if scalars.count == 1, let only = scalars.first, !Self.needsStandIn(only) {
        if only.properties.generalCategory != .control { cells.append(only) }
      } else {
        cells += self.cells(ofCluster: character)
      }
    }
    return cells
  }

  private mutating func cells(ofCluster cluster: Character) -> [Cell] {
    if let composed = Self.composed(cluster) { return [composed] }
    let width = Self.displayed(cluster).unicodeScalars.reduce(0) { $0 + Terminal.columns(of: $1) }
    if width <= 2 { return [standIn(for: cluster, wide: width == 2)] }
    // Wider than any stand-in, as some Indic syllables are: each base gets its own marks.
    var groups: [[Cell]] = []
    for scalar in cluster.unicodeScalars where scalar.properties.generalCategory != .control {
      if Terminal.columns(of: scalar) > 0 || groups.isEmpty { groups.append([]) }
      groups[groups.count - 1].append(scalar)
    }
    return groups.map { group in
      guard group.count > 1 || Self.needsStandIn(group[0]) else { return group[0] }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: group)
      return standIn(for: Character(String(text)), wide: Terminal.columns(of: group[0]) == 2)
    }
  }

  /// The stand-in of a character; its first scalar when more than a thousand others came before it.
  private mutating func standIn(for cluster: Character, wide isWide: Bool) -> Cell {
    let text = String(cluster)
    if let known = standIns[text] { return known }
    guard let value = isWide ? wide.next() : narrow.next(), let cell = Cell(value) else {
      return text.unicodeScalars.first ?? "\u{FFFD}"
    }
    standIns[text] = cell
    originals[cell] = text
    return cell
  }

  /// What the cells stand for.
  func text(of cells: some Sequence<Cell>) -> String {
    var text = String.UnicodeScalarView()
    for cell in cells {
      if let original = originals[cell] {
        text.append(contentsOf: original.unicodeScalars)
      } else {
        text.append(cell)
      }
    }
    return String(text)
  }

  /// What to send to the screen for a cell: takes exactly the columns of the cell on every terminal.
  func display(of cell: Cell) -> String {
    if let original = originals[cell]?.first { return Self.displayed(original) }
    // A control character, put in the line by Ctrl-V.
    if cell.value < 0x20 || cell.value == 0x7F { return "^" + String(Cell(UInt8(cell.value) ^ 0x40)) }
    return String(Character(cell))
  }

  /// The columns that `display(of:)` takes.
  static func width(of cell: Cell) -> Int {
    cell.value < 0x20 || cell.value == 0x7F ? 2 : Terminal.columns(of: cell)
  }

  /// How a character is shown while it is edited.
  ///
  /// Terminals disagree on how wide joined emoji and skin tones are, but not on their first emoji, so that stands for all.
  private static func displayed(_ character: Character) -> String {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return "" }
    if Terminal.columns(of: first) == 0 { return "\u{25CC}" + String(character) }
    let isJoined = scalars.contains { $0 == "\u{200D}" || $0 == "\u{FE0F}" || $0.properties.isEmojiModifier }
    return isJoined && scalars.count > 1 ? String(Character(first)) : String(character)
  }

  /// Whether a scalar by itself already needs a stand-in.
  static func needsStandIn(_ scalar: Cell) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    return narrowRange.contains(scalar.value) || wideRange.contains(scalar.value) || Terminal.columns(of: scalar) == 0
  }

  /// The single scalar that is the same character: "é" for e and an accent.
  ///
  /// Comparing strings is comparing by canonical equivalence; the blocks are those of the Latin alphabet with accents.
  static func composed(_ cluster: Character) -> Cell? {
    guard let first = cluster.unicodeScalars.first, first.properties.isAlphabetic, first.value < 0x250 else {
      return nil
    }
    for block: ClosedRange<UInt32> in [0xC0...0x24F, 0x1E00...0x1EFF] {
      for value in block {
        if let scalar = Cell(value), Character(scalar) == cluster { return scalar }
      }
    }
    return nil
  }
}
