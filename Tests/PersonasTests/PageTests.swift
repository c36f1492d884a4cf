import CoachingLanguage
import Testing

@testable import Personas

@Suite struct PageTests {
  /// Codes that can't be shown in a few lines of text.
  static let withoutExample: Set<Finding.Code> = [
    .notText, .notUTF8, .tooLarge, .tooManyNodes, .tooManyFindings, .twinDiffers, .notProven,
  ]

  @Test("Every code has a page in both languages", arguments: Language.shipped)
  func pages(language: Language) throws {
    for code in Finding.Code.allCases {
      let page = try #require(code.page(in: language), "no page on \(code.rawValue)")
      #expect(!page.text.isEmpty)
      let hasExamples = page.bad != nil && page.good != nil
      #expect(hasExamples != PageTests.withoutExample.contains(code), "\(code.rawValue)")
      #expect(page.text(Phrasebook(language)).hasPrefix("[\(code.rawValue)]"))
    }
  }

  @Test(
    "The bad example has the finding, the good one has not",
    arguments: Finding.Code.allCases.filter { !withoutExample.contains($0) })
  func examples(code: Finding.Code) throws {
    for language in Language.shipped {
      let page = try #require(code.page(in: language))
      let bad = codes(of: page.bad ?? "", language)
      let good = codes(of: page.good ?? "", language)
      #expect(bad.contains(code), "\(language.rawValue) \(code.rawValue): bad has \(bad)")
      #expect(!good.contains(code), "\(language.rawValue) \(code.rawValue): good has \(good)")
      #expect(good.isSubset(of: [.noCore, .missingKey, .oneVariant, .farmed]), "\(language.rawValue) \(good)")
    }
  }

  private func codes(of example: String, _ language: Language) -> Set<Finding.Code> {
    let isWhole = ["# Sanne", "taal:", "language:"].contains(where: example.hasPrefix)
    let head =
      language == .dutch
      ? "# Sanne\ntaal: nl\nsituatie: Een gesprek.\nopening: Hoi.\nopenheid: 3\n"
      : "# Sanne\nlanguage: en\nsituation: A talk.\nopening: Hi.\nopenness: 3\n"
    let text = example.hasPrefix("(") ? "" : isWhole ? example : head + example
    return Set(PersonaReader.read(text).check(code: simpleCoder).findings.map(\.code))
  }
}
