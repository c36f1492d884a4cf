import ArgumentParser
import CoachingLanguage

struct ClassifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify",
    abstract: "Say what each line on standard input does: one JSON object a line, in the same order.")

  @Option(help: "The language of the lines: nl or en.")
  var language: String

  @Option(help: ArgumentHelp("A folder with a language pack of your own.", valueName: "folder"))
  var pack: String?

  @Flag(help: "Show the rules that counted for each sentence, with their weights, instead of JSON.")
  var votes = false

  @Flag(help: "Check the pack instead: what can't be read in it, and the examples that fail.")
  var check = false

  func run() throws {
    let language = Language(rawValue: language)
    let pack = try self.pack.map { try readPack(in: $0, language: language) } ?? LanguagePack.shipped(language)
    guard let pack else { throw ValidationError("no language pack for '\(language.rawValue)'; there are: nl, en") }
    if check {
      for problem in pack.problems { print(problem) }
      let failures = pack.failedExamples()
      for failure in failures { print(failure) }
      print("\(pack.rules.count) rules, \(pack.problems.count) problems, \(failures.count) examples that fail")
      throw pack.problems.isEmpty && failures.isEmpty ? ExitCode.success : ExitCode(1)
    }
    let classifier = Classifier(pack)
    var json = JSONText()
    while let line = readLine() {
      if votes {
        let coded = classifier.code(line)
        for (sentence, votes) in zip(coded.sentences, classifier.votes(line)) {
          print("\(sentence.text)\t\(sentence.move.rawValue)\t\(sentence.step?.rawValue ?? "-")", terminator: "")
          for vote in votes {
            print(
              "\t\(vote.rule.id):\(vote.rule.move?.rawValue ?? vote.rule.step?.rawValue ?? ""):\(vote.weight)",
              terminator: "")
          }
          print()
        }
      } else {
        classifier.code(line).write(to: &json)
        print(json.text)
        json.removeAll()
      }
    }
  }
}
