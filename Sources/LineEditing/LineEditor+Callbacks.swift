internal import CEdit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// What libedit calls. C knows no closures, so each finds its editor through the client data.

func editor(of handle: OpaquePointer?) -> LineEditor? {
  guard let handle else { return nil }
  return cedit_client(handle)?.assumingMemoryBound(to: WeakEditor.self).pointee.editor
}

let prompt: cedit_prompt_function = { editor(of: $0)?.promptBuffer.pointer }

let readKey: cedit_read_function = { handle, key in
  guard let scalar = editor(of: handle)?.nextKey() else { return 0 }
  key?.pointee = wchar_t(truncatingIfNeeded: scalar.value)
  return 1
}

/// Where libedit draws: on the screen if it is one we cannot draw on ourselves, else nowhere.
let writeToScreen: cedit_write_function = { client, bytes, count in
  guard let editor = client?.assumingMemoryBound(to: WeakEditor.self).pointee.editor, let bytes else { return 0 }
  editor.receiveDrawing(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
  return count
}

// MARK: Reading keys

extension LineEditor {
  /// The next key for libedit; `nil` at the end of the input.
  func nextKey() -> Unicode.Scalar? {
    // Enter ends every mode of libedit there is, if need be after a few: searching, quoting, waiting for an argument.
    if isInterrupted { return "\n" }
    while true {
      var event = keyboard.next(within: 0)
      if event == nil {
        // Nobody sees what is drawn between two keys of a paste, and it takes much longer than the paste.
        draw()
        event = whileWaiting == nil ? keyboard.next(within: -1) : nextWhileAsking()
      }
      switch event {
      case nil, .end:
        return nil
      case .signal(SIGINT):
        keyboard.discard()
        draw()
        isInterrupted = true
        return "\n"
      case .signal(let number):
        respond(to: number)
      case .scalar(let scalar):
        if let key = key(for: scalar) { return key }
      }
    }
  }

  /// The next event; until it comes, what there is to tell is put above the line.
  private func nextWhileAsking() -> Keyboard.Event? {
    while let ask = whileWaiting {
      if let event = keyboard.next(within: LineEditor.waitingPeriod) { return event }
      let told = ask()
      if !told.isEmpty { interrupt(with: told) }
    }
    return keyboard.next(within: -1)
  }

  private func key(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isASCII { return scalar }
    if scalar.properties.generalCategory == .control { return nil }
    let before = cellBeforeCursor.map { text.text(of: [$0]) } ?? ""
    let isJoined = !before.isEmpty && (before + String(Character(scalar))).count == 1
    if !isJoined, !CellText.needsStandIn(scalar) { return scalar }
    joining = scalar
    return InnerKey.join
  }

  /// Adds `joining` to the character before the cursor, or after it if they do not make one.
  func joinCharacter() -> Int32 {
    guard let scalar = joining else { return CC_ERROR }
    joining = nil
    let before = cellBeforeCursor
    let cells = text.cells(of: text.text(of: before.map { [$0] } ?? []) + String(Character(scalar)))
    if before != nil { el_deletestr(handle, 1) }
    WideBuffer.with(cells) { _ = el_winsertstr(handle, $0) }
    return CC_REFRESH
  }

  /// The line as it is now, the pattern of a search included, and how many of its cells are before the cursor.
  var line: (cells: [Unicode.Scalar], cursor: Int) {
    guard let line = el_wline(handle)?.pointee else { return ([], 0) }
    return (WideBuffer.scalars(line.buffer, count: line.lastchar - line.buffer), line.cursor - line.buffer)
  }

  private var cellBeforeCursor: Unicode.Scalar? {
    guard let line = el_wline(handle)?.pointee, line.cursor > line.buffer else { return nil }
    return Unicode.Scalar(UInt32(truncatingIfNeeded: line.cursor[-1]))
  }
}

// MARK: Signals

extension LineEditor {
  private func respond(to number: Int32) {
    switch number {
    case SIGWINCH:
      el_resize(handle)
      followResize()
    case SIGCONT:
      // Whoever stopped us left the terminal as they like it, and libedit believes it is still as it likes it.
      cedit_prepare_terminal(handle, 0)
      cedit_prepare_terminal(handle, 1)
      startDrawing()
    default:
      letThrough(number)
    }
  }

  /// Lets a signal have its usual effect with the terminal in its usual state, and goes on if we are still there.
  private func letThrough(_ number: Int32) {
    leaveDrawing()
    cedit_prepare_terminal(handle, 0)
    // What stood before is Swift's own handler in the case of SIGQUIT, and that one begins a debugging session.
    if number == SIGQUIT { signal(number, SIG_DFL) } else { caughtSignals[number]?.release() }
    raise(number)
    caughtSignals[number] = SignalRelay.catch(number)
    // Among these is the SIGCONT that woke us; it is dealt with here.
    _ = SignalRelay.take()
    cedit_prepare_terminal(handle, 1)
    el_resize(handle)
    startDrawing()
  }
}
