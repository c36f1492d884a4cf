internal import CEdit

/// A zero-terminated wide string that C may keep, and the way in and out of one.
final class WideBuffer {
  private(set) var pointer: UnsafeMutablePointer<wchar_t>

  init() {
    pointer = .allocate(capacity: 1)
    pointer.initialize(to: 0)
  }

  deinit {
    pointer.deallocate()
  }

  func set(_ characters: [wchar_t]) {
    pointer.deallocate()
    pointer = .allocate(capacity: characters.count + 1)
    pointer.initialize(from: characters, count: characters.count)
    (pointer + characters.count).initialize(to: 0)
  }

  static func with<Result>(_ cells: [Unicode.Scalar], _ body: (UnsafePointer<wchar_t>) -> Result) -> Result {
    let characters = cells.map { wchar_t(truncatingIfNeeded: $0.value) } + [0]
    return characters.withUnsafeBufferPointer { body($0.baseAddress!) }
  }

  static func scalars(_ start: UnsafePointer<wchar_t>, count: Int) -> [Unicode.Scalar] {
    UnsafeBufferPointer(start: start, count: count).map { Unicode.Scalar(UInt32(truncatingIfNeeded: $0)) ?? "\u{FFFD}" }
  }
}
