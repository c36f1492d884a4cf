import Evaluator

/// What to type in a shell to go on with a conversation, or to have one like it again.
struct CommandLines {
  /// The persona as it was asked for.
  var name: String
  /// The file the conversation is kept in, where that is not the newest of the data folder.
  var transcript: String?

  var resume: String { "doorvraag practise --resume" + (transcript.map { " " + CommandLines.quoted($0) } ?? "") }

  func practise(_ focus: Focus) -> String {
    "doorvraag practise \(CommandLines.quoted(name)) --focus \(focus.rawValue)"
  }

  /// `text` as a shell takes it for one word.
  static func quoted(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "-_./~+,:@".contains($0) }
    return isPlain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
