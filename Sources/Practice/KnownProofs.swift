public import Personas

/// Which personas were proven before, by what stands in their files: a proof takes longer than one waits for a list.
///
/// Kept in the user's cache folder (XDG Base Directory Specification 0.8), and good for one build of the program only,
/// because another may judge otherwise. What can't be read there is proven anew, what can't be written is forgotten.
public struct KnownProofs: Sendable {
  private let folder: String
  private let program: String
  private let before: [String: Bool]
  private var asked: [String: Bool] = [:]

  /// - Parameters:
  ///   - environment: Names the cache folder; `nil` comes back where it names none.
  ///   - program: Tells this build of the program from every other, on one line.
  public init?(environment: [String: String], program: String) {
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") {
      folder = cache + "/doorvraag"
    } else if let home = environment["HOME"], !home.isEmpty {
      folder = home + "/.cache/doorvraag"
    } else {
      return nil
    }
    self.program = program
    let contents = FileContents(path: folder + "/proofs", limit: KnownProofs.largestByteCount)
    let lines = String(decoding: contents?.bytes ?? [], as: UTF8.self).split(separator: "\n")
    var before: [String: Bool] = [:]
    if let first = lines.first, first == program {
      for line in lines.dropFirst() {
        let words = line.split(separator: " ")
        if words.count == 2 { before[String(words[0])] = words[1] == KnownProofs.proven }
      }
    }
    self.before = before
  }

  private static let proven = "proven"
  private static let largestByteCount = 1_000_000

  /// Whether everything holds of `persona`; proves it only where that is not known yet.
  public mutating func isProven(_ persona: Persona) -> Bool {
    let fingerprint = persona.fingerprint
    let isProven = before[fingerprint] ?? asked[fingerprint] ?? persona.prove().isProven
    asked[fingerprint] = isProven
    return isProven
  }

  /// Keeps what was asked for; what nobody asked for any more goes.
  public func save() {
    guard asked != before, DataFolder.make(folder) else { return }
    let lines = asked.sorted { $0.key < $1.key }.map { $0.key + " " + ($0.value ? KnownProofs.proven : "not") }
    try? WholeFile.write(([program] + lines).map { $0 + "\n" }.joined(), to: folder + "/proofs")
  }
}
