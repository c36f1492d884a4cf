public import CoachingLanguage

/// What leaders read otherwise than the rules, in all of their saved conversations: for whoever maintains a language pack.
public struct DisagreementList: Sendable {
  /// In the order of the conversations, and in each of what was first read so.
  public var entries: [Entry] = []
  /// The files that could not be read.
  public var failures: [RecordedTalk.Failure] = []

  /// A sentence, what the rules heard and what the leader did.
  public struct Entry: Sendable, Equatable {
    public var text: String
    public var language: Language
    public var heard: Move
    /// The id of the rule that decided.
    public var rule: String
    public var said: Move
  }

  /// Reads every conversation in `folder`; none where there is no folder.
  public init(folder: DataFolder?) {
    for path in folder?.talkFiles ?? [] {
      do throws(RecordedTalk.Failure) {
        add(try RecordedTalk(path: path))
      } catch {
        // A program that was stopped before it wrote anything leaves an empty file, and nobody's reading is in it.
        if error.reason != .empty { failures.append(error) }
      }
    }
  }

  private mutating func add(_ talk: RecordedTalk) {
    // Whoever came back from it agrees.
    for disagreement in talk.disagreements where disagreement.said != disagreement.heard {
      entries.append(
        Entry(
          text: disagreement.text, language: talk.header.language, heard: disagreement.heard, rule: disagreement.rule,
          said: disagreement.said))
    }
  }
}

extension DisagreementList.Entry {
  /// Writes `{"text","language","heard","rule","said"}`: the moves by their names in the codebook.
  public func write(to json: inout JSONText) {
    json.object { json in
      json.key("text")
      json.value(text)
      json.key("language")
      json.value(language.rawValue)
      json.key("heard")
      json.value(heard.rawValue)
      json.key("rule")
      json.value(rule)
      json.key("said")
      json.value(said.rawValue)
    }
  }
}
