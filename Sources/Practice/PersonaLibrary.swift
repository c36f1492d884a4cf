import CoachingLanguage
public import Personas

#if canImport(FoundationEssentials)
  private import FoundationEssentials
#else
  private import Foundation
#endif

/// The personas there are to talk with: those that come with the program, and the user's own.
public struct PersonaLibrary: Sendable {
  /// A persona that can be asked for by name.
  public struct Entry: Sendable {
    /// What it is started by: the name of its file, without `.md`.
    public var name: String
    public var persona: Persona
    public var origin: Origin
  }

  public enum Origin: String, Sendable { case shipped, own }

  /// Why there is no persona to talk with.
  public enum Failure: Error, Sendable {
    /// No persona has that name; `names` are those there are, `nearest` the one that was probably meant.
    case unknown(name: String, names: [String], nearest: String?)
    /// There is a file, and it can't be read.
    case unreadable(path: String)
    /// The file was read, and is not a persona that can be played.
    case faulty(path: String, findings: [Finding])
  }

  public let entries: [Entry]

  /// All personas; the user's own, in `folder`, stand last, and a file that can't be played is left out.
  public init(folder: DataFolder?) {
    var entries: [Entry] = EmbeddedFile.all(under: "Personas/").compactMap { file in
      guard let persona = PersonaReader.read(file.text, path: file.path).persona else { return nil }
      return Entry(name: PersonaLibrary.name(of: file.path), persona: persona, origin: .shipped)
    }
    if let folder, let files = try? FileManager.default.contentsOfDirectory(atPath: folder.personas) {
      for file in files.sorted() where file.hasSuffix(".md") {
        let path = folder.personas + "/" + file
        guard let data = FileManager.default.contents(atPath: path) else { continue }
        guard let persona = PersonaReader.read(bytes: [UInt8](data), path: path).persona else { continue }
        entries.append(Entry(name: PersonaLibrary.name(of: path), persona: persona, origin: .own))
      }
    }
    self.entries = entries
  }

  /// The persona with this name, or in the file at this path.
  public func persona(_ name: String) throws(Failure) -> Entry {
    let folded = Folding.fold(name)
    if let entry = entries.last(where: { $0.name == folded || Folding.fold($0.persona.firstName) == folded }) {
      return entry
    }
    let isPath = name.contains("/") || name.hasSuffix(".md")
    guard isPath || FileManager.default.fileExists(atPath: name) else {
      throw .unknown(name: name, names: entries.map(\.name), nearest: nearest(to: folded))
    }
    guard FileManager.default.fileExists(atPath: name) else {
      throw .unknown(name: name, names: entries.map(\.name), nearest: nil)
    }
    guard let data = FileManager.default.contents(atPath: name) else { throw .unreadable(path: name) }
    let reading = PersonaReader.read(bytes: [UInt8](data), path: name)
    guard let persona = reading.persona else { throw .faulty(path: name, findings: reading.findings) }
    return Entry(name: PersonaLibrary.name(of: name), persona: persona, origin: .own)
  }

  private func nearest(to name: String) -> String? { EditDistance.nearest(to: name, in: entries.map(\.name)) }

  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return Folding.fold(file.hasSuffix(".md") ? String(file.dropLast(3)) : file)
  }
}
