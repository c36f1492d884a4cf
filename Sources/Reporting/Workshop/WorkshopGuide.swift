public import CoachingLanguage

/// The guide for facilitators, a page at a time.
public struct WorkshopGuide: Sendable {
  private let phrases: Phrasebook

  public init(_ phrases: Phrasebook) { self.phrases = phrases }

  /// The pages, in the order they are needed.
  public enum Page: String, CaseIterable, Sendable {
    case prepare, contract
    case short = "45"
    case long = "90"
    case advice, review, questions
  }

  /// What a page is asked for by, that of the language of the phrases first.
  private func names(of page: Page) -> [String] {
    phrases("guide.\(page.rawValue).names").split(separator: " ").map(String.init)
  }

  public enum Answer: Equatable, Sendable {
    case page(Page)
    /// There is no such page; the one that was probably meant.
    case unknown(nearest: String?)
  }

  /// Finds a page by its name in either language.
  public func look(up name: String) -> Answer {
    let wanted = Folding.fold(name)
    if let page = Page.allCases.first(where: { names(of: $0).map { Folding.fold($0) }.contains(wanted) }) {
      return .page(page)
    }
    return .unknown(nearest: EditDistance.nearest(to: wanted, in: Page.allCases.flatMap { names(of: $0) }))
  }

  /// What there is to say of a name that is no page's.
  public func message(forUnknown name: String, nearest: String?) -> String {
    let all = Page.allCases.compactMap { names(of: $0).first }.joined(separator: ", ")
    return phrases(
      nearest == nil ? "guide.unknown" : "guide.nearest", ["name": name, "nearest": nearest ?? "", "names": all])
  }

  /// A page; a paragraph that begins with a few words and two spaces has them as its head.
  public func panel(_ page: Page) -> PanelScreen {
    let paragraphs = phrases.variants("guide." + page.rawValue).map { text -> (first: String, text: String) in
      guard let gap = text.firstRange(of: "  ") else { return ("", text) }
      return (text[..<gap.lowerBound] + "  ", String(text[gap.upperBound...]))
    }
    return PanelScreen(title: phrases("guide.\(page.rawValue).title"), paragraphs: paragraphs.spaced)
  }

  /// What pages there are.
  ///
  /// - Parameter command: How a page is asked for in a workshop.
  public func overview(command: String) -> PanelScreen {
    let pages = Page.allCases.map { page in
      (first: (names(of: page).first ?? page.rawValue) + "  ", text: phrases("guide.\(page.rawValue).title"))
    }
    let how = [(first: "", text: ""), (first: "", text: phrases("guide.how", ["guide": command]))]
    return PanelScreen(title: phrases("guide.title"), paragraphs: pages + how)
  }
}

extension [(first: String, text: String)] {
  /// With air between paragraphs, but for what is listed.
  fileprivate var spaced: [(first: String, text: String)] {
    var result: [(first: String, text: String)] = []
    for (index, paragraph) in enumerated() {
      let isListed = paragraph.first.hasPrefix("•") || paragraph.first.contains(":  ")
      if index > 0, !isListed || self[index - 1].first.isEmpty { result.append(("", "")) }
      result.append(paragraph)
    }
    return result
  }
}
