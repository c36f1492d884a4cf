extension Screen {
  /// Tells text from controls and escape sequences, one scalar at a time.
  struct Parser: Sendable {
    enum Event {
      case nothing
      case text(Unicode.Scalar)
      case control(Unicode.Scalar)
      case escape(Unicode.Scalar)
      case sequence([Int], Unicode.Scalar)
    }

    private enum State: Sendable { case ground, escape, charset, sequence, command, commandEscape }

    private var state = State.ground
    private var parameters = ""

    mutating func receive(_ scalar: Unicode.Scalar) -> Event {
      switch state {
      case .ground:
        if scalar == "\u{1B}" { state = .escape } else { return scalar.value < 0x20 ? .control(scalar) : text(scalar) }
      case .escape:
        return afterEscape(scalar)
      case .charset:
        state = .ground
      case .sequence:
        guard (0x40...0x7E).contains(scalar.value) else {
          // A control inside a sequence counts as if it stood before it.
          if scalar.value < 0x20 { return .control(scalar) }
          parameters.unicodeScalars.append(scalar)
          return .nothing
        }
        state = .ground
        // Private modes, such as ESC [ ? 25 h, change nothing that can be read.
        guard parameters.first.map({ $0.isNumber || $0 == ";" }) ?? true else { return .nothing }
        return .sequence(
          parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }, scalar)
      case .command:
        if scalar == "\u{7}" { state = .ground } else if scalar == "\u{1B}" { state = .commandEscape }
      case .commandEscape:
        state = .ground
      }
      return .nothing
    }

    private func text(_ scalar: Unicode.Scalar) -> Event {
      (0x7F..<0xA0).contains(scalar.value) ? .nothing : .text(scalar)
    }

    private mutating func afterEscape(_ scalar: Unicode.Scalar) -> Event {
      switch scalar {
      case "[":
        state = .sequence
        parameters = ""
      case "]", "P", "_", "^": state = .command
      case "(", ")", "*", "+", "#", " ": state = .charset
      default:
        state = .ground
        return .escape(scalar)
      }
      return .nothing
    }
  }
}
