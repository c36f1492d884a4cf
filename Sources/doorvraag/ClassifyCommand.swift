import ArgumentParser
import CoachingLanguage
import LineEditing
import Practice

struct ClassifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify", abstract: Interface.phrases("classify.about"))

  @Option(help: .init(Interface.phrases("classify.language.help")))
  var language: String?

  @Option(help: .init(Interface.phrases("classify.pack.help"), valueName: "folder"))
  var pack: String?

  @Flag(help: .init(Interface.phrases("classify.votes.help")))
  var votes = false

  @Flag(help: .init(Interface.phrases("classify.heard.help")))
  var heard = false

  @Flag(help: .init(Interface.phrases("classify.check.help")))
  var check = false

  @Flag(help: .init(Interface.phrases("classify.fit.help")))
  var fit = false

  @Flag(help: .init(Interface.phrases("classify.from-transcripts.help")))
  var fromTranscripts = false

  func validate() throws {
    if language == nil, !fromTranscripts { throw ValidationError(Interface.phrases("classify.language.missing")) }
  }

  func run() throws {
    if fromTranscripts { return try list(DisagreementList(folder: DataFolder(environment: Interface.environment))) }
    let pack = try readPack()
    if check { return try check(pack) }
    if fit { return fit(pack) }
    if votes { return show(votesOf: Classifier(pack)) }
    let classifier = Classifier(pack)
    if heard { return show(wordsHeardBy: classifier) }
    var json = JSONText()
    for line in PlainLines() {
      classifier.code(line).write(to: &json)
      json.newline()
      if json.bytes.count > 1 << 16 { flush(&json) }
    }
    flush(&json)
  }

  private func readPack() throws -> LanguagePack {
    let language = Language(rawValue: language ?? "")
    if let folder = pack { return try PackFolder.read(folder, language: language) }
    guard let pack = LanguagePack.shipped(language) else {
      throw ValidationError(Interface.phrases("classify.unknown", ["name": language.rawValue]))
    }
    return pack
  }

  /// Counts hints over labelled rows on standard input, and writes their table. A fourth cell is how much a row counts.
  private func fit(_ pack: LanguagePack) {
    var fitter = HintFitter(pack)
    var passedOver = 0
    for line in PlainLines() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard let utterance = LabelledUtterance(row: cells.prefix(3).joined(separator: "\t")) else { continue }
      let weight = cells.count > 3 ? Double(cells[3]) ?? 1 : 1
      if !fitter.add(utterance, weight: min(max(weight, 0), 1)) { passedOver += 1 }
    }
    Console.write(fitter.table(), to: 1)
    if passedOver > 0 {
      Console.complain(Interface.phrases("classify.fit.passed-over", ["count": String(passedOver)]))
    }
  }

  /// What leaders read otherwise, a JSON object a line; a file that can't be read is named, and the others are listed.
  private func list(_ disagreements: DisagreementList) throws {
    var json = JSONText()
    for failure in disagreements.failures { Console.complain(failure.message(Interface.phrases)) }
    for entry in disagreements.entries where language == nil || entry.language.rawValue == language {
      entry.write(to: &json)
      json.newline()
    }
    flush(&json)
    if !disagreements.failures.isEmpty { throw ExitCode(1) }
  }

  private func flush(_ json: inout JSONText) {
    json.bytes.withUnsafeBufferPointer { Console.write($0, to: 1) }
    json.removeAll()
  }

  private func check(_ pack: LanguagePack) throws {
    let failures = pack.failedExamples()
    for problem in pack.problems { Console.write("\(problem)\n", to: 1) }
    for failure in failures { Console.write("\(failure)\n", to: 1) }
    Console.write(
      "\(pack.rules.count) rules, \(pack.problems.count) problems, \(failures.count) examples that fail\n", to: 1)
    if !pack.problems.isEmpty || !failures.isEmpty { throw ExitCode(1) }
  }

  /// One line for each sentence: its words as they are heard, with `|` after the lead-in.
  private func show(wordsHeardBy classifier: Classifier) {
    for line in PlainLines() {
      for words in classifier.heardWords(line) { Console.write(words.joined(separator: " ") + "\n", to: 1) }
    }
  }

  /// One line for each sentence, between tabs: text, move, step, and `rule:what it counts for:weight` for every rule.
  private func show(votesOf classifier: Classifier) {
    for line in PlainLines() {
      let coded = classifier.code(line)
      for (sentence, votes) in zip(coded.sentences, classifier.votes(on: coded)) {
        let counted = votes.map { rule, weight in
          "\(rule.id):\(rule.move?.rawValue ?? rule.step?.rawValue ?? ""):\(weight)"
        }
        let cells = [sentence.text, sentence.move.rawValue, sentence.step?.rawValue ?? "-"] + counted
        Console.write(cells.joined(separator: "\t") + "\n", to: 1)
      }
    }
  }
}
