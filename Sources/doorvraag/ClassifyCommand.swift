import ArgumentParser
import CoachingLanguage

struct ClassifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify",
    abstract: "Say what each line on standard input does: one JSON object a line, in the same order.")

  @Option(help: "The language of the lines: nl or en.")
  var language: String

  func run() throws {
    guard let pack = LanguagePack.shipped(Language(rawValue: language)) else {
      throw ValidationError("no language pack for '\(language)'; there are: nl, en")
    }
    let classifier = Classifier(pack)
    var json = JSONText()
    while let line = readLine() {
      classifier.code(line).write(to: &json)
      print(json.text)
      json.removeAll()
    }
  }
}
