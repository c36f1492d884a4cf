import CoachingLanguage
import Evaluator

/// A picture of the talk: a line for how open the other was, and under it what the leader did in each turn.
extension Report {
  private static let left = 34
  private static let top = 16
  private static let height = 130
  private static let box = 17
  private static let mostBoxes = 4

  /// The picture with its legend. What it shows is told in words too: in its description, and turn by turn below it.
  var pictureHTML: String {
    let scale = Report.capitalised(say(review.curve.isCertain ? "review.turns.openness" : "review.turns.estimate"))
    let stances = Stance.allCases.filter { stance in review.measures.count(stance) > 0 }
    let legend = stances.map { stance in
      "<span><b class=\"\(stance.rawValue)\">\(HTML.escaped(say("letter." + stance.rawValue)))</b>"
        + "\(HTML.escaped(say("stance." + stance.rawValue)))</span>"
    }
    return """
      <figure>
      <div class="scroll" role="group" tabindex="0" aria-labelledby="picture">
      \(pictureSVG)
      </div>
      <figcaption><span>\(HTML.escaped(scale))</span>\(legend.joined())</figcaption>
      </figure>
      """
  }

  private var pictureSVG: String {
    let turns = review.talk.turns
    let step = max(24, min(60, 660 / max(1, turns.count)))
    let width = max(320, Report.left + step * (turns.count + 1))
    let rows = min(Report.mostBoxes, turns.map(\.leader.sentences.count).max() ?? 1)
    let below = Report.top + Report.height + 14
    let whole = below + rows * (Report.box + 3) + 18
    var svg = "<svg viewBox=\"0 0 \(width) \(whole)\" width=\"\(width)\" height=\"\(whole)\" role=\"img\""
    svg += " aria-labelledby=\"picture-title picture-text\">\n"
    svg += "<title id=\"picture-title\">\(HTML.escaped(title))</title>\n"
    svg += "<desc id=\"picture-text\">\(HTML.escaped(pictureText))</desc>\n"
    for value in [0, 5, 10] {
      let y = Report.y(value)
      svg += "<line class=\"grid\" x1=\"\(Report.left)\" y1=\"\(y)\" x2=\"\(width)\" y2=\"\(y)\"/>"
      svg += "<text class=\"axis\" x=\"\(Report.left - 8)\" y=\"\(y + 4)\" text-anchor=\"end\">\(value)</text>\n"
    }
    // A talk that was estimated has no value before the leader's first line but for what the other said first.
    let values = [review.curve.start] + review.curve.values
    let points = values.enumerated().map { index, value in "\(Report.left + step * index),\(Report.y(value))" }
    let end = Report.left + step * (values.count - 1)
    let floor = Report.y(0)
    svg +=
      "<polygon class=\"area\" points=\"\(points.joined(separator: " ")) \(end),\(floor) \(Report.left),\(floor)\"/>\n"
    svg += "<polyline class=\"line\" points=\"\(points.joined(separator: " "))\"/>\n"
    for (index, turn) in turns.enumerated() {
      let x = Report.left + step * (index + 1)
      svg += dot(index, x: x) + boxes(turn.leader, x: x, from: below)
      // Every turn has a number where there is room for it.
      if turns.count <= 40 || (index + 1) % 5 == 0 {
        svg += "<text class=\"axis\" x=\"\(x)\" y=\"\(whole - 4)\" text-anchor=\"middle\">\(index + 1)</text>\n"
      }
    }
    return svg + "</svg>"
  }

  private func dot(_ index: Int, x: Int) -> String {
    let y = Report.y(review.curve.values[index])
    guard review.why.reached == index + 1 else { return "<circle class=\"dot\" cx=\"\(x)\" cy=\"\(y)\" r=\"3.5\"/>" }
    let label = HTML.escaped(say("report.core"))
    // Above the point, or below where that would leave the picture.
    let place = y < Report.top + 16 ? y + 22 : y - 11
    return "<circle class=\"core\" cx=\"\(x)\" cy=\"\(y)\" r=\"6\"/>"
      + "<text class=\"label\" x=\"\(x)\" y=\"\(place)\" text-anchor=\"middle\">\(label)</text>"
  }

  /// A box with a letter for each sentence; of more than four the last is for the rest.
  private func boxes(_ leader: CodedUtterance, x: Int, from top: Int) -> String {
    var svg = ""
    let box = Report.box
    for (row, sentence) in leader.sentences.prefix(Report.mostBoxes).enumerated() {
      let isRest = row == Report.mostBoxes - 1 && leader.sentences.count > Report.mostBoxes
      let stance = isRest ? Stance.other : sentence.stance
      let letter = isRest ? "+" : say("letter." + stance.rawValue)
      let y = top + row * (box + 3)
      svg +=
        "<rect class=\"\(stance.rawValue)\" x=\"\(x - box / 2)\" y=\"\(y)\" width=\"\(box)\" height=\"\(box)\" rx=\"3\"/>"
      svg += "<text class=\"move \(stance.rawValue)\" x=\"\(x)\" y=\"\(y + 13)\">\(HTML.escaped(letter))</text>"
    }
    return svg + "\n"
  }

  private static func y(_ value: Int) -> Int { top + height - height * value / 10 }

  /// What the picture shows, for who can't see it.
  private var pictureText: String {
    let scale = Report.capitalised(say(review.curve.isCertain ? "review.turns.openness" : "review.turns.estimate"))
    let values = review.curve.values.map(String.init).joined(separator: ", ")
    return "\(scale): \(review.curve.start), \(values)."
  }
}
