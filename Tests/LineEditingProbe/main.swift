import LineEditing

// Reads lines and says what it read: through libedit in a terminal, else plainly.
//
// Options: --history FILE, --limit N, --prompt TEXT ("\n" and "\e" are understood).

var options: [String: String] = [:]
var arguments = CommandLine.arguments.dropFirst()
while let name = arguments.popFirst() { options[name] = arguments.popFirst() ?? "" }

/// Text in which everything but printable ASCII can be seen.
func shown(_ text: String) -> String {
  let isPlain = text.unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 0x20 }
  return isPlain
    ? "[\(text)]" : "[\(text)] " + text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
}

if Terminal.isTerminal(0), Terminal.isTerminal(1) {
  let editor = LineEditor(
    program: "probe", historyFile: options["--history"], historyLimit: options["--limit"].flatMap { Int($0) } ?? 1000)
  let words = ["/hulp", "/help", "/kaart ", "/kaart Sanne de Wit", "/kaart Sandra", "Sanne de Wit", "Zoë"]
  editor.completions = { typed in words.filter { $0.lowercased().hasPrefix(typed.lowercased()) } }
  let prompt = (options["--prompt"] ?? "> ").split(separator: "\\n", omittingEmptySubsequences: false)
    .joined(separator: "\n").split(separator: "\\e", omittingEmptySubsequences: false).joined(separator: "\u{1B}")
  var isRunning = true
  while isRunning {
    switch editor.read(prompt: prompt) {
    case .line(let line):
      print(shown(line))
      if !editor.addToHistory(line) { print("history not saved") }
    case .interrupted: print("interrupted")
    case .end: isRunning = false
    }
  }
  print("end")
} else {
  for line in PlainLines() { print(line.utf8.count > 200 ? "\(line.utf8.count) bytes" : shown(line)) }
  print("end")
}
