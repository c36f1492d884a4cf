extension Finding {
  /// The kind of a finding. The raw value is stable: it is printed, documented, and can be searched for.
  public enum Code: String, Sendable, CaseIterable {
    // The file as a whole.
    case emptyFile = "empty-file"
    case notText = "not-text"
    case notUTF8 = "not-utf8"
    case tooLarge = "too-large"
    case tooManyNodes = "too-many-nodes"
    case tooManyFindings = "too-many-findings"
    case controlCharacter = "control-character"
    // Lines and headings.
    case noTitle = "no-title"
    case secondTitle = "second-title"
    case skippedLevel = "skipped-level"
    case headingWithoutName = "heading-without-name"
    case nestedSection = "nested-section"
    case duplicateName = "duplicate-name"
    case strayLine = "stray-line"
    // Keys and values.
    case unknownKey = "unknown-key"
    case misplacedKey = "misplaced-key"
    case repeatedKey = "repeated-key"
    case missingKey = "missing-key"
    case emptyValue = "empty-value"
    case unknownLanguage = "unknown-language"
    case unknownDifficulty = "unknown-difficulty"
    case badTemperament = "bad-temperament"
    case badOpenness = "bad-openness"
    case badEffect = "bad-effect"
    case badYesNo = "bad-yes-no"
    case unknownStep = "unknown-step"
    // Conditions and topics.
    case unknownCondition = "unknown-condition"
    case unknownTopic = "unknown-topic"
    case unusedTopic = "unused-topic"
    case signalNeverGiven = "signal-never-given"
    case andIsAComma = "and-is-a-comma"
    case duplicateTopic = "duplicate-topic"
    case badTopicName = "bad-topic-name"
    case badWord = "bad-word"
    case mixedSignals = "mixed-signals"
    case noCondition = "no-condition"
    case noReply = "no-reply"

    public var severity: Severity {
      switch self {
      case .unusedTopic: .warning
      default: .error
      }
    }
  }
}
