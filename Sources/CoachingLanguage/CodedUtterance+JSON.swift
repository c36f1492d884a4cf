extension CodedUtterance {
  /// Writes the utterance as one JSON object.
  ///
  /// `{"text","move","sentences":[{"text","move","stance","step","sure","rule","evidence":[start,end]}]}`: `move` is the
  /// leading one; `evidence` counts Unicode scalars of the sentence's own `text`, end-exclusive.
  public func write(to json: inout JSONText) {
    json.object { json in
      json.key("text")
      json.value(text)
      json.key("move")
      json.value(leading.move.rawValue)
      json.key("sentences")
      json.array { json in
        for sentence in sentences { sentence.write(to: &json) }
      }
    }
  }
}

extension CodedSentence {
  func write(to json: inout JSONText) {
    json.object { json in
      json.key("text")
      json.value(text)
      json.key("move")
      json.value(move.rawValue)
      json.key("stance")
      json.value(stance.rawValue)
      json.key("step")
      if let step { json.value(step.rawValue) } else { json.null() }
      json.key("sure")
      json.value(isSure)
      json.key("rule")
      json.value(rule)
      json.key("evidence")
      json.array { json in
        json.value(evidence.lowerBound)
        json.value(evidence.upperBound)
      }
    }
  }
}
