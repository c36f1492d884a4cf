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
    case joinedLine = "joined-line"
    case nearlyReserved = "nearly-reserved"
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
    case repliesApart = "replies-apart"
    case badExpectation = "bad-expectation"
    case unknownHeading = "unknown-heading"
    // What the author should look at again.
    case noCore = "no-core"
    case partOutOfPlace = "part-out-of-place"
    case temptationUnanswered = "temptation-unanswered"
    case oneVariant = "one-variant"
    case sameVariant = "same-variant"
    case longReply = "long-reply"
    case sharedWord = "shared-word"
    case sameConditions = "same-conditions"
    case signalLeadsNowhere = "signal-leads-nowhere"
    case coreLeaks = "core-leaks"
    case sampleElsewhere = "sample-elsewhere"
    case sampleNowhere = "sample-nowhere"
    case counterSampleHits = "counter-sample-hits"
    case twinDiffers = "twin-differs"
    // What was to be proven.
    case neverSaid = "never-said"
    case alwaysBeaten = "always-beaten"
    case coreUnreachable = "core-unreachable"
    case coreLost = "core-lost"
    case coreByTelling = "core-by-telling"
    case coreWithoutOpenQuestion = "core-without-open-question"
    case coreWithoutListening = "core-without-listening"
    case farmed
    case notProven = "not-proven"

    public var severity: Severity {
      switch self {
      case .temptationUnanswered, .joinedLine, .nearlyReserved, .unusedTopic, .oneVariant, .sameVariant, .longReply,
        .sharedWord, .sameConditions, .signalLeadsNowhere,
        .coreLeaks, .twinDiffers, .unknownHeading, .repliesApart, .notProven:
        .warning
      default: .error
      }
    }
  }
}
