import CoachingLanguage

extension Persona {
  /// Words in two topics, topics nobody uses, and signals that are never given or lead nowhere.
  func findingsOnTopics() -> [Finding] {
    var findings: [Finding] = []
    var owners: [String: (topic: String, line: Int)] = [:]
    for topic in topics {
      for (word, place) in zip(topic.words, topic.wordPlaces) {
        let folded = TopicMatcher.folded(word)
        if let owner = owners[folded] {
          let facts = ["word": word, "topic": owner.topic, "line": String(owner.line)]
          findings.append(finding(.sharedWord, at: place, facts))
        } else {
          owners[folded] = (topic.name, place.line)
        }
      }
    }

    let alternatives = (nodes.flatMap(\.conditions) + fallbacks.flatMap(\.conditions)).map {
      (place: $0.place, all: $0.alternatives)
    }
    var spokenOf: Set<String> = []
    var awaited: [String: Place] = [:]
    for condition in alternatives {
      for alternative in condition.all {
        switch alternative {
        case .topic(let name): spokenOf.insert(name)
        case .signal(let name): if awaited[name] == nil { awaited[name] = condition.place }
        default: break
        }
      }
    }
    let given = Set(nodes.flatMap(\.replies).flatMap(\.signals))
    for topic in topics where !spokenOf.contains(topic.name) {
      let isSignal = given.contains(topic.name)
      findings.append(finding(isSignal ? .signalLeadsNowhere : .unusedTopic, at: topic.place, ["topic": topic.name]))
    }
    for (name, place) in awaited where !given.contains(name) {
      findings.append(finding(.signalNeverGiven, at: place, ["topic": name]))
    }
    return findings
  }

  /// Nodes side by side, and fallbacks, that ask for the very same.
  func findingsOnConditions() -> [Finding] {
    var findings: [Finding] = []
    var first: [String: (name: String, line: Int)] = [:]
    for node in nodes where !node.conditions.isEmpty {
      compare(node.name, node.conditions, under: node.parent ?? -1, at: node.place)
    }
    for fallback in fallbacks {
      compare(language == .dutch ? "anders" : "otherwise", fallback.conditions, under: -2, at: fallback.place)
    }
    return findings

    func compare(_ name: String, _ conditions: [Condition], under parent: Int, at place: Place) {
      let key = "\(parent) " + conditions.map { Persona.key($0) }.sorted().joined(separator: " & ")
      if let other = first[key] {
        let facts = ["node": name, "other": other.name, "line": String(other.line)]
        findings.append(finding(.sameConditions, at: place, facts))
      } else {
        first[key] = (name, place.line)
      }
    }
  }

  /// What follows the core must lie under it, and a temptation must have something for who resists it.
  func findingsOnParts() -> [Finding] {
    var findings: [Finding] = []
    for (place, node) in nodes.enumerated() {
      if node.isTemptation, index.end[place] == place + 1 {
        findings.append(finding(.temptationUnanswered, at: node.place, ["node": node.name]))
      }
      let wanted: Node.Part
      switch node.part {
      case .layer, .core: continue
      case .solution: wanted = .core
      case .check, .agreement: wanted = .solution
      }
      var above = node.parent
      while let next = above, nodes[next].part != wanted { above = nodes[next].parent }
      guard above == nil else { continue }
      var facts = ["node": node.name, "wanted": Keywords.name(of: wanted, in: language) ?? ""]
      if let nearest = nodes[..<place].lastIndex(where: { $0.part == wanted }) {
        // The first heading that is no deeper ends what lies under the wanted one; that may be the slip.
        let ending = nodes.indices.first { $0 > nearest && nodes[$0].depth <= nodes[nearest].depth } ?? place
        facts["line"] = String(nodes[ending].place.line)
        facts["other"] = nodes[ending].name
        facts["above"] = String(nodes[nearest].place.line)
      }
      findings.append(finding(.partOutOfPlace, at: node.place, facts))
    }
    return findings
  }

  /// The same for two conditions that hold in the same cases, however they are written.
  static func key(_ condition: Condition) -> String {
    var moves: Set<String> = []
    var others: Set<String> = []
    for alternative in condition.alternatives {
      switch alternative {
      case .moves(let all): moves.formUnion(all.map(\.rawValue))
      case .topic(let name): others.insert("topic \(name)")
      case .step(let step): others.insert("step \(step.rawValue)")
      case .openness(let range): others.insert("openness \(range.lowerBound)-\(range.upperBound)")
      case .signal(let name): others.insert("signal \(name)")
      }
    }
    return (moves.sorted() + others.sorted()).joined(separator: "|")
  }
}
