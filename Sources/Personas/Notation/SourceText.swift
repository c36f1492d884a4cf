/// A persona file as lines of clean text: whatever a word processor or a stranger put in it, nothing odd gets past here.
///
/// Ends of line may be LF, CRLF or CR; a byte order mark, no-break spaces, tabs and invisible signs are understood.
/// Control characters and escape sequences are found and left out.
struct SourceText: Sendable {
  /// One line without its end; white space at the front is kept, so that an index is a column.
  struct Line: Sendable {
    /// 1-based.
    var number: Int
    var scalars: [Unicode.Scalar]
  }

  /// Larger files are not read: a persona of 10,000 nodes is 3 MB.
  static let largestByteCount = 8_000_000

  var lines: [Line] = []
  var findings: [Finding] = []
  /// Whether the file is not one of text at all, so that nothing else need be said of it.
  var isUnreadable: Bool { findings.contains { $0.code != .controlCharacter } }

  init(bytes: UnsafeBufferPointer<UInt8>, path: String) {
    func finding(_ code: Finding.Code, line: Int = 1, column: Int = 1, facts: [String: String] = [:]) -> Finding {
      Finding(path: path, line: line, column: column, code: code, facts: facts)
    }
    guard bytes.count <= SourceText.largestByteCount else {
      let megabytes = String(bytes.count / 1_000_000)
      findings = [finding(.tooLarge, facts: ["size": megabytes])]
      return
    }
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    if rest.starts(with: [0xFF, 0xFE]) || rest.starts(with: [0xFE, 0xFF]) {
      findings = [finding(.notUTF8)]
      return
    }
    if rest.contains(0) {
      let line = 1 + rest.prefix { $0 != 0 }.count { $0 == 0x0A }
      findings = [finding(.notText, line: line)]
      return
    }

    var decoder = UTF8()
    var iterator = rest.makeIterator()
    var current: [Unicode.Scalar] = []
    var number = 1
    var endedWithReturn = false
    var isBlank = true
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .emptyInput: break decoding
      case .error:
        findings.append(finding(.notUTF8, line: number, column: current.count + 1))
        return
      case .scalarValue(let scalar):
        if scalar == "\n", endedWithReturn {
          endedWithReturn = false
          continue
        }
        endedWithReturn = scalar == "\r"
        if scalar == "\n" || scalar == "\r" {
          lines.append(Line(number: number, scalars: current))
          current.removeAll(keepingCapacity: true)
          number += 1
          continue
        }
        switch SourceText.treatment(of: scalar) {
        case .keep:
          current.append(scalar)
          isBlank = false
        case .space: current.append(" ")
        case .drop: break
        case .report:
          let name = "U+" + SourceText.hexadecimal(scalar.value)
          findings.append(finding(.controlCharacter, line: number, column: current.count + 1, facts: ["name": name]))
        }
      }
    }
    if !current.isEmpty { lines.append(Line(number: number, scalars: current)) }
    if isBlank, findings.isEmpty { findings.append(finding(.emptyFile)) }
  }

  private enum Treatment { case keep, space, drop, report }

  private static func treatment(of scalar: Unicode.Scalar) -> Treatment {
    switch scalar.value {
    case 0x09, 0x20: return .space
    case 0x21...0x7E: return .keep
    case 0...0x1F, 0x7F...0x9F: return .report
    case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return .space
    case 0xAD, 0x200B, 0x2060, 0xFEFF: return .drop
    // Joiners, which emoji are made of.
    case 0x200C, 0x200D: return .keep
    case 0xA1...0x24F: return .keep
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse: return .report
      default: return .keep
      }
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}

/// A stretch of one line that knows where it stands.
struct Span: Sendable {
  var line: Int
  var scalars: ArraySlice<Unicode.Scalar>

  /// 1-based.
  var column: Int { scalars.startIndex + 1 }
  var isEmpty: Bool { scalars.isEmpty }
  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
  /// The text made comparable; see ``Folding/name(_:)-swift.type.method``.
  var name: String { Folding.name(scalars) }
  var place: Place { Place(line: line, column: column, width: max(1, scalars.count)) }

  func trimmed() -> Span {
    var slice = scalars
    while let first = slice.first, first == " " { slice = slice.dropFirst() }
    while let last = slice.last, last == " " { slice = slice.dropLast() }
    return Span(line: line, scalars: slice)
  }

  func dropping(_ count: Int) -> Span { Span(line: line, scalars: scalars.dropFirst(count)) }

  /// The parts between separators, trimmed.
  func split(at separator: Unicode.Scalar) -> [Span] {
    scalars.split(separator: separator, omittingEmptySubsequences: false).map {
      Span(line: line, scalars: $0).trimmed()
    }
  }

  /// The words between spaces.
  var words: [Span] { scalars.split(separator: " ").map { Span(line: line, scalars: $0) } }

  /// The parts between any of `separators` standing as words of their own.
  func split(atWords separators: Set<String>) -> [Span] {
    var parts: [Span] = []
    var start = scalars.startIndex
    for word in words where separators.contains(word.name) {
      parts.append(Span(line: line, scalars: scalars[start..<word.scalars.startIndex]).trimmed())
      start = word.scalars.endIndex
    }
    parts.append(Span(line: line, scalars: scalars[start...]).trimmed())
    return parts
  }
}

/// Where something stands in a persona file.
public struct Place: Sendable, Hashable {
  /// 1-based; 0 for what stands in no file.
  public var line: Int
  /// 1-based, in Unicode scalars.
  public var column: Int
  /// In Unicode scalars, at least 1.
  public var width: Int

  public init(line: Int, column: Int = 1, width: Int = 1) {
    self.line = line
    self.column = column
    self.width = width
  }
}
