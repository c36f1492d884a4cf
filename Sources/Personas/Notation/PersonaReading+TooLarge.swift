extension PersonaReader {
  /// Larger files are not read.
  public static var largestByteCount: Int { SourceText.largestByteCount }
}

extension PersonaReading {
  /// What there is to say of a file that nobody need read to see that it is no persona.
  ///
  /// - Parameter byteCount: The size of the file.
  public init(tooLarge byteCount: Int, path: String) {
    let megabytes = String((byteCount + 999_999) / 1_000_000)
    let finding = Finding(path: path, line: 1, code: .tooLarge, facts: ["size": megabytes])
    self.init(draft: nil, findings: [finding])
  }
}
