internal import CEdit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// What libedit calls. C knows no closures, so each finds its editor through the client data.

private func editor(of handle: OpaquePointer?) -> LineEditor? {
  guard let handle else { return nil }
  return cedit_client(handle)?.assumingMemoryBound(to: WeakEditor.self).pointee.editor
}

let prompt: cedit_prompt_function = { editor(of: $0)?.promptBuffer.pointer }

let readKey: cedit_read_function = { handle, key in
  guard let scalar = editor(of: handle)?.nextKey() else { return 0 }
  key?.pointee = wchar_t(truncatingIfNeeded: scalar.value)
  return 1
}

/// Puts what libedit sends on the screen, with the characters that stand-ins stand for.
let writeToScreen: cedit_write_function = { client, bytes, count in
  guard let editor = client?.assumingMemoryBound(to: WeakEditor.self).pointee.editor, let bytes else { return 0 }
  let chunk = UnsafeRawBufferPointer(start: bytes, count: Int(count))
  var output: [UInt8] = []
  output.reserveCapacity(chunk.count)
  for byte in chunk {
    for scalar in editor.screenRepair.take(byte) {
      if scalar.isASCII { output.append(UInt8(scalar.value)) } else { output += editor.text.display(of: scalar).utf8 }
    }
  }
  var rest = output[...]
  while !rest.isEmpty {
    let written = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    if written < 0, errno == EINTR || errno == EAGAIN { continue }
    guard written > 0 else { return 0 }
    rest = rest.dropFirst(written)
  }
  return count
}

// MARK: Keys

/// Key codes of our own: C1 controls, which no keyboard sends, so that every key a person has stays theirs.
enum InnerKey {
  static let join: Unicode.Scalar = "\u{80}"
  static let list: Unicode.Scalar = "\u{81}"
}

extension LineEditor {
  /// Binds keys as a person expects them today, then lets `~/.editrc` change that.
  func bindKeys() {
    cedit_set_emacs(handle)
    Self.addCommand(handle, "doorvraag-complete", "Complete the text before the cursor") { handle, _ in
      UInt8(editor(of: handle)?.complete() ?? CC_ERROR)
    }
    Self.addCommand(handle, "doorvraag-list", "List what the text may become") { handle, _ in
      UInt8(editor(of: handle)?.listCandidates() ?? CC_ERROR)
    }
    Self.addCommand(handle, "doorvraag-join", "Join a mark to the character before the cursor") { handle, _ in
      UInt8(editor(of: handle)?.joinCharacter() ?? CC_ERROR)
    }
    Self.addCommand(handle, "doorvraag-nothing", "Do nothing") { _, _ in UInt8(CC_NORM) }
    bindUsualKeys()
    el_source(handle, nil)
    // "bind -v" in the file puts back all of libedit's own keys, and those have no completion.
    if cedit_is_vi(handle) != 0 { bindUsualKeys() }
    bind("\\200", "doorvraag-join")
    bind("\\201", "doorvraag-list")
  }

  private func bindUsualKeys() {
    let keys = [
      ("^I", "doorvraag-complete"), ("^R", "em-inc-search-prev"), ("^S", "em-inc-search-next"),
      ("^W", "ed-delete-prev-word"),
      // Home, End, Delete as the various terminals send them.
      ("\\e[1~", "ed-move-to-beg"), ("\\e[7~", "ed-move-to-beg"), ("\\e[H", "ed-move-to-beg"),
      ("\\eOH", "ed-move-to-beg"), ("\\e[4~", "ed-move-to-end"), ("\\e[8~", "ed-move-to-end"),
      ("\\e[F", "ed-move-to-end"), ("\\eOF", "ed-move-to-end"), ("\\e[3~", "ed-delete-next-char"),
      // With Ctrl or Alt, the arrows go by word.
      ("\\e[1;5C", "em-next-word"), ("\\e[1;3C", "em-next-word"), ("\\e[5C", "em-next-word"),
      ("\\e[1;5D", "ed-prev-word"), ("\\e[1;3D", "ed-prev-word"), ("\\e[5D", "ed-prev-word"),
      ("\\e[3;5~", "em-delete-next-word"),
    ]
    for (key, command) in keys { bind(key, command) }
    // Keys that mean nothing here would leave a piece of their code in the line.
    let unused =
      ["2", "5", "6"] + (11...24).map(String.init)
    for number in unused { bind("\\e[\(number)~", "doorvraag-nothing") }
    for letter in ["P", "Q", "R", "S"] { bind("\\eO\(letter)", "doorvraag-nothing") }
    bind("\\e[Z", "doorvraag-nothing")
    // libedit takes these for Alt with a letter unless the locale calls them printable.
    for code in 0xA0...0xFF { bind("\\" + String(code, radix: 8), "ed-insert") }
  }

  private func bind(_ key: String, _ command: String) {
    WideBuffer.with(Array(key.unicodeScalars)) { key in
      WideBuffer.with(Array(command.unicodeScalars)) { command in cedit_bind(handle, key, command) }
    }
  }

  private static func addCommand(
    _ handle: OpaquePointer, _ name: String, _ help: String, _ function: cedit_key_function
  ) {
    // libedit keeps both for as long as the editor lives, and never frees them; four short strings a program.
    func kept(_ text: String) -> UnsafeMutablePointer<wchar_t>? {
      WideBuffer.with(Array(text.unicodeScalars)) { wcsdup($0) }
    }
    cedit_add_function(handle, kept(name), kept(help), function)
  }
}

// MARK: Reading keys

extension LineEditor {
  /// The next key for libedit; `nil` at the end of the input.
  func nextKey() -> Unicode.Scalar? {
    // Enter ends every mode of libedit there is, if need be after a few: searching, quoting, waiting for an argument.
    if isInterrupted { return "\n" }
    while true {
      switch keyboard.next() {
      case .end:
        return nil
      case .signal(SIGINT):
        keyboard.discard()
        isInterrupted = true
        return "\n"
      case .signal(let number):
        respond(to: number)
      case .scalar(let scalar):
        if let key = key(for: scalar) { return key }
      }
    }
  }

  private func key(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isASCII { return scalar }
    if scalar.properties.generalCategory == .control { return nil }
    var single = text
    let cells = single.cells(of: String(Character(scalar)))
    let before = text.text(of: beforeCursor.suffix(1))
    if cells == [scalar], before.isEmpty || (before + String(Character(scalar))).count > 1 { return scalar }
    joining = scalar
    return InnerKey.join
  }

  /// Adds `joining` to the character before the cursor, or after it if they do not make one.
  func joinCharacter() -> Int32 {
    guard let scalar = joining else { return CC_ERROR }
    joining = nil
    let last = beforeCursor.suffix(1)
    let cells = text.cells(of: text.text(of: last) + String(Character(scalar)))
    if !last.isEmpty { el_deletestr(handle, 1) }
    WideBuffer.with(cells) { _ = el_winsertstr(handle, $0) }
    return CC_REFRESH
  }

  /// The cells from the start of the line to the cursor.
  var beforeCursor: [Unicode.Scalar] {
    guard let line = el_wline(handle), let start = line.pointee.buffer, let cursor = line.pointee.cursor else {
      return []
    }
    return WideBuffer.scalars(start, count: cursor - start)
  }
}

// MARK: Signals

extension LineEditor {
  private func respond(to number: Int32) {
    switch number {
    case SIGWINCH:
      redrawAfterResize()
    case SIGCONT:
      // Whoever stopped us left the terminal as they like it, and libedit believes it is still as it likes it.
      cedit_prepare_terminal(handle, 0)
      cedit_prepare_terminal(handle, 1)
      show("\r")
      cedit_refresh(handle)
    default:
      letThrough(number)
    }
  }

  /// Lets a signal have its usual effect with the terminal in its usual state, and goes on if we are still there.
  private func letThrough(_ number: Int32) {
    cedit_prepare_terminal(handle, 0)
    show("\r\n")
    caughtSignals[number]?.release()
    raise(number)
    caughtSignals[number] = SignalRelay.catch(number)
    // Among these is the SIGCONT that woke us; it has been dealt with below.
    _ = SignalRelay.take()
    cedit_prepare_terminal(handle, 1)
    el_resize(handle)
    cedit_refresh(handle)
  }

  /// Draws prompt and line again where they began.
  ///
  /// Most terminals wrap their lines anew when their width changes, and keep the cursor with its character.
  private func redrawAfterResize() {
    let size = Terminal.size(of: STDIN_FILENO)
    let rows = min(cursorRow(columns: size.columns), size.rows - 1)
    let isPlain = getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
    show(isPlain ? "\r\n" : "\r" + (rows > 0 ? "\u{1B}[\(rows)A" : "") + "\u{1B}[J")
    el_resize(handle)
    cedit_refresh(handle)
  }
}
