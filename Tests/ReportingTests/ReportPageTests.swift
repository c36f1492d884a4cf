import CoachingLanguage
import Evaluator
import Practice
import Reporting
import TestSupport
import Testing

@Suite("The report as a page")
struct ReportPageTests {
  @Test("It is a whole page in the language of its words, with nothing from elsewhere", arguments: Language.shipped)
  func whole(language: Language) throws {
    let html = report(wholeTalk, language).html
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
    #expect(try Markup(html).problems == [])
    for outside in ["<script", "http://", "https://", "src=", "@import", "url("] { #expect(!html.contains(outside)) }
    #expect(!html.contains("{name}") && !html.contains(">report.") && !html.contains(">measure."))
  }

  @Test("What people are called and say ends up as text")
  func hostile() throws {
    let evil = "</p><script>alert(\"x\")</script> & \u{1B}[31m'rood' \u{202E}om"
    var talk = wholeTalk
    talk.name = "<img src=x onerror=alert(1)>"
    talk.opening = evil
    talk.turns[0] = turn(
      said(.openQuestion, evil), answer: evil, facts: facts(4, signals: [.init(topic: evil, words: evil)]))
    talk.turns[3].answer = evil
    let html = report(talk).html
    #expect(try Markup(html).problems == [])
    #expect(!html.contains("<script") && !html.contains("<img"))
    #expect(html.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; [31m&#39;rood&#39;"))
    #expect(!html.contains("\u{1B}") && !html.contains("\u{202E}"))
  }

  @Test("A talk in another language than the page is read aloud in its own")
  func languages() {
    let other = report(wholeTalk, .english).html
    #expect(
      other.contains(
        "<span class=\"said tell\" lang=\"nl\">Bel hem eens.</span> <span class=\"tag tell\">advice</span>"))
    #expect(other.contains("<span lang=\"nl\">Wat zou jij doen?</span>"))
    #expect(other.contains("<blockquote lang=\"nl\">"))
    let same = report(wholeTalk).html
    #expect(same.components("lang=").count == 2)
  }

  @Test("Each sentence has what it does beside it in words, and each turn how open the other was")
  func conversation() {
    let html = report(wholeTalk).html
    #expect(html.contains("<span class=\"said tell\">Bel hem eens.</span> <span class=\"tag tell\">advies</span>"))
    #expect(html.contains("<span class=\"tag ask\">open vraag, waarom</span>"))
    #expect(html.contains("openheid 3 ▼") && html.contains("openheid 6 ▲"))
  }

  @Test("The picture has a name and a description in words")
  func picture() {
    let html = report(wholeTalk).html
    #expect(html.contains("role=\"img\" aria-labelledby=\"picture-title picture-text\""))
    #expect(html.contains("<desc id=\"picture-text\">Hoe open Sanne was, van 0 tot 10: 4, 4, 3, 6, 8, 8, 8.</desc>"))
  }

  @Test("What is to be typed is broken between words alone, and no two parts of the page have one name")
  func parts() {
    let html = report(wholeTalk).html
    #expect(
      html.contains("<code><span>doorvraag</span> <span>practise</span> <span>--focus</span> <span>check</span></code>")
    )
    let regions = html.components("role=\"region\"").count - 1
    #expect(regions == 0 && html.contains("role=\"group\" tabindex=\"0\""))
  }

  @Test(
    "The longer a talk, the smaller its print, until no print that can be read gets it on two sheets",
    arguments: [(6, ""), (40, " class=\"small"), (50, " class=\"small"), (200, "")])
  func print(count: Int, kind: String) {
    let answer =
      "Ja. Het begint met een lijstje, en aan het eind van de dag is er nog niets van af, en dan ga ik maar naar huis."
    let turns = (0..<count).map { _ in turn(said(.openQuestion, "Wat gebeurde er toen?", step: .event), answer: answer)
    }
    let html = report(Talk(language: .dutch, name: "Sanne", turns: turns)).html
    #expect(html.contains("<html lang=\"nl\"\(kind)"))
    #expect(html.contains("<html lang=\"nl\">") == kind.isEmpty)
  }

  @Test("Talks of nothing, of one turn and of many are valid pages too", arguments: [0, 1, 2, 60])
  func sizes(count: Int) throws {
    let many = (0..<count).map { _ in turn(said(.openQuestion, "En toen?"), said(.reflection, "Ja."), facts: facts(5)) }
    #expect(try Markup(report(Talk(language: .dutch, turns: many)).html).problems == [])
  }
}

@Suite("The colours of the page")
struct ColourTests {
  /// The colours that text has, and those that lie under text.
  private static let texts = ["ink", "soft", "accent", "ask", "listen", "tell", "arrange", "other"]
  private static let grounds = ["paper", "card", "ask-bg", "listen-bg", "tell-bg", "arrange-bg", "other-bg"]

  private func style() throws -> String { try #require(EmbeddedFile.all(under: "style/report.css").first).text }

  /// The named colours of each scheme: light, dark, and on paper what differs from light.
  private func schemes() throws -> [[String: String]] {
    let blocks = try style().components(":root {").dropFirst().map { $0.prefix { $0 != "}" } }
    let named = blocks.map { block in
      let pairs = block.components("--").dropFirst().compactMap { part -> (String, String)? in
        let sides = part.components(": ")
        guard sides.count == 2, let end = sides[1].firstIndex(of: ";") else { return nil }
        return (String(sides[0]), String(sides[1][..<end]))
      }
      return Dictionary(uniqueKeysWithValues: pairs)
    }
    try #require(named.count == 3)
    return [named[0], named[1], named[0].merging(named[2]) { $1 }]
  }

  @Test("Every text is told from every ground by at least 4.5 to 1, light, dark and printed (WCAG 2.2, 1.4.3)")
  func contrast() throws {
    for scheme in try schemes() {
      for text in Self.texts {
        for ground in Self.grounds {
          let ratio = contrast(try colour(text, scheme), try colour(ground, scheme))
          #expect(ratio >= 4.5, "\(text) on \(ground): \(ratio)")
        }
      }
    }
  }

  @Test("Black on white is 21 to 1, and a colour on itself 1 to 1")
  func scale() {
    #expect(contrast([0, 0, 0], [255, 255, 255]) == 21)
    #expect(contrast([10, 90, 107], [10, 90, 107]) == 1)
  }

  @Test("No colour is used that has no name, so that none escapes this test")
  func named() throws {
    let rules = try style().split(separator: "\n").filter {
      !$0.contains("--paper:") && !$0.contains("--ask:") && !$0.contains("--ask-bg:")
    }
    for rule in rules where !rule.hasPrefix("/*") && !rule.hasPrefix("   against") {
      for mark in ["#", "rgb", "hsl"] { #expect(!rule.contains(mark), "\(rule)") }
    }
    for part in try style().components("var(--").dropFirst() {
      let name = part.prefix { $0 != ")" }
      #expect((Self.texts + Self.grounds + ["line"]).contains(String(name)))
    }
  }

  private func colour(_ name: String, _ scheme: [String: String]) throws -> [Double] {
    let digits = Array(try #require(scheme[name], "\(name)").dropFirst())
    try #require(digits.count == 6)
    return try stride(from: 0, to: 6, by: 2).map { Double(try #require(Int(String(digits[$0..<$0 + 2]), radix: 16))) }
  }

  private func contrast(_ one: [Double], _ other: [Double]) -> Double {
    let lights = [luminance(one), luminance(other)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  /// Relative luminance (WCAG 2.2): 0 for black, 1 for white.
  private func luminance(_ colour: [Double]) -> Double {
    let parts = colour.map { value -> Double in
      let share = value / 255
      return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// To the power of 2.4: the fifth root of the twelfth power, by Newton's method.
  private func power(_ base: Double) -> Double {
    let wanted = (0..<12).reduce(1.0) { product, _ in product * base }
    var root = 1.0
    for _ in 0..<200 { root -= (root * root * root * root * root - wanted) / (5 * root * root * root * root) }
    return root
  }
}

extension String {
  func components(_ separator: String) -> [Substring] { split(separator: separator, omittingEmptySubsequences: false) }
}

extension Substring {
  func components(_ separator: String) -> [Substring] { split(separator: separator, omittingEmptySubsequences: false) }
}
