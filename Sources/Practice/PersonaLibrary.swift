import CoachingLanguage
public import Personas

/// The personas there are to talk with: those that come with the program, and the user's own.
public struct PersonaLibrary: Sendable {
  /// A persona that can be asked for by name.
  public struct Entry: Sendable {
    /// What it is started by: the name of its file, without `.md`.
    public var name: String
    public var persona: Persona
    public var origin: Origin
    /// Where its file is, from the root; `nil` for one that comes with the program.
    public var path: String?

    init(_ file: PersonaFile, _ persona: Persona) {
      name = Folding.fold(file.name)
      self.persona = persona
      origin = file.origin
      path = file.origin == .shipped ? nil : FileContents.absolute(file.path)
    }
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

  private let folder: DataFolder?

  /// - Parameter folder: Where the user's own personas are; `nil` for those of the program alone.
  public init(folder: DataFolder?) { self.folder = folder }

  /// All personas; the user's own stand last, and a file that can't be played is left out. Reads every file.
  public func all() -> [Entry] {
    PersonaFile.all(folder: folder).compactMap { file in
      guard let persona = try? file.read().persona else { return nil }
      return Entry(file, persona)
    }
  }

  /// The persona with this name, or in the file at this path; reads only that file where it is named as the file is.
  public func persona(_ name: String) throws(Failure) -> Entry {
    let folded = Folding.fold(name)
    let isFile = PersonaFile.all(folder: folder).contains { Folding.fold($0.name) == folded }
    if !isFile, !name.contains("/"), let entry = all().last(where: { Folding.fold($0.persona.firstName) == folded }) {
      return entry
    }
    let file: PersonaFile
    let reading: PersonaReading
    do throws(PersonaFile.Failure) {
      file = try PersonaFile.named(name, folder: folder)
      reading = try file.read()
    } catch {
      throw Failure(error)
    }
    guard let persona = reading.persona else { throw .faulty(path: file.path, findings: reading.findings) }
    return Entry(file, persona)
  }
}

extension PersonaLibrary.Failure {
  fileprivate init(_ failure: PersonaFile.Failure) {
    self =
      switch failure {
      case .unknown(let name, let names, let nearest): .unknown(name: name, names: names, nearest: nearest)
      case .unreadable(let path): .unreadable(path: path)
      }
  }
}
