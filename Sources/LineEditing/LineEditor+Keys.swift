internal import CEdit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Key codes of our own: C1 controls, which no keyboard sends, so that every key a person has stays theirs.
enum InnerKey {
  static let join: Unicode.Scalar = "\u{80}"
}

extension LineEditor {
  /// Binds keys as a person expects them today, then lets `~/.editrc` change that.
  func bindKeys() {
    cedit_set_emacs(handle)
    Self.addCommand(handle, "doorvraag-complete", "Complete the text before the cursor") { handle, _ in
      UInt8(editor(of: handle)?.complete() ?? CC_ERROR)
    }
    Self.addCommand(handle, "doorvraag-clear", "Clear the screen") { handle, _ in
      editor(of: handle)?.clearScreen()
      return UInt8(CC_REFRESH)
    }
    Self.addCommand(handle, "doorvraag-join", "Join a mark to the character before the cursor") { handle, _ in
      UInt8(editor(of: handle)?.joinCharacter() ?? CC_ERROR)
    }
    Self.addCommand(handle, "doorvraag-nothing", "Do nothing") { _, _ in UInt8(CC_NORM) }
    bindCommonKeys()
    bindEmacsKeys()
    obeyEditrc()
    // "bind -v" in the file put back all of libedit's own keys. No sequences now: in vi, ESC must be ESC.
    if cedit_is_vi(handle) != 0 { bindCommonKeys() }
    bind("\\200", "doorvraag-join")
  }

  private func bindCommonKeys() {
    bind("^I", "doorvraag-complete")
    bind("^R", "em-inc-search-prev")
    bind("^L", "doorvraag-clear")
    // libedit takes these for Alt with a letter unless the locale calls them printable.
    for code in 0xA0...0xFF { bind("\\" + String(code, radix: 8), "ed-insert") }
  }

  private func bindEmacsKeys() {
    let keys = [
      ("^S", "em-inc-search-next"), ("^W", "ed-delete-prev-word"),
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
    for number in [2, 5, 6] + Array(11...24) { bind("\\e[\(number)~", "doorvraag-nothing") }
    for code in ["OP", "OQ", "OR", "OS", "[Z"] { bind("\\e" + code, "doorvraag-nothing") }
  }

  /// Does what `$EDITRC` or `~/.editrc` says.
  ///
  /// Not by `el_source`: that one crashes on a line with an odd quote, and stops at the first mistake.
  private func obeyEditrc() {
    let path =
      getenv("EDITRC").map { String(cString: $0) } ?? getenv("HOME").map { String(cString: $0) + "/.editrc" }
    guard let path, let descriptor = openPlainFile(path) else { return }
    defer { close(descriptor) }
    for line in PlainLines(descriptor: descriptor) {
      let words = line.drop { $0 == " " || $0 == "\t" }
      guard !words.isEmpty, !words.hasPrefix("#"), let tokenizer = tok_winit(nil) else { continue }
      defer { tok_wend(tokenizer) }
      var count: Int32 = 0
      var arguments: UnsafeMutablePointer<UnsafePointer<wchar_t>?>?
      let result = WideBuffer.with(Array(words.unicodeScalars)) { tok_wstr(tokenizer, $0, &count, &arguments) }
      if result == 0, count > 0 { el_wparse(handle, count, arguments) }
    }
  }

  private func bind(_ key: String, _ command: String) {
    WideBuffer.with(Array(key.unicodeScalars)) { key in
      WideBuffer.with(Array(command.unicodeScalars)) { command in cedit_bind(handle, key, command) }
    }
  }

  private static func addCommand(
    _ handle: OpaquePointer, _ name: String, _ help: String, _ function: cedit_key_function
  ) {
    // libedit keeps both for as long as the editor lives, and never frees them: a few short strings a program.
    func kept(_ text: String) -> UnsafeMutablePointer<wchar_t>? {
      WideBuffer.with(Array(text.unicodeScalars)) { wcsdup($0) }
    }
    cedit_add_function(handle, kept(name), kept(help), function)
  }
}
