import CoachingLanguage
public import Personas

#if canImport(FoundationEssentials)
  private import FoundationEssentials
#else
  private import Foundation
#endif
#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#else
  private import Darwin
#endif

/// The file of a persona, whether it can be played or not: what its author works on.
public struct PersonaFile: Sendable, Equatable {
  /// How findings name it: as it was asked for, or where it stands.
  public var path: String
  /// What the persona is started by: the name of the file, without `.md`.
  public var name: String
  public var origin: PersonaLibrary.Origin

  /// There is no such file.
  public enum Failure: Error, Sendable, Equatable {
    /// No persona has that name; `names` are those there are, `nearest` the one that was probably meant.
    case unknown(name: String, names: [String], nearest: String?)
    /// There is nothing at the path, or it can't be read.
    case unreadable(path: String)
  }

  /// The file at `path`, which need not be there.
  public init(path: String) {
    self.path = path
    name = PersonaFile.name(of: path)
    origin = .own
  }

  private init(shipped path: String) {
    self.path = path
    name = PersonaFile.name(of: path)
    origin = .shipped
  }

  /// Every file there is: those that come with the program, then the user's own in `folder`, each by name.
  public static func all(folder: DataFolder?) -> [PersonaFile] {
    let shipped = EmbeddedFile.all(under: "Personas/").map(\.path).filter(isPersona).map { PersonaFile(shipped: $0) }
    guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder.personas) else {
      return shipped
    }
    return shipped + names.filter(isPersona).sorted().map { PersonaFile(path: folder.personas + "/" + $0) }
  }

  /// The file at the path `name`, or of the persona with that name; the user's own goes before one of the program's.
  public static func named(_ name: String, folder: DataFolder?) throws(Failure) -> PersonaFile {
    if !name.contains("/"), !name.hasSuffix(".md") {
      let all = all(folder: folder)
      let folded = Folding.fold(name)
      if let file = all.last(where: { Folding.fold($0.name) == folded }) { return file }
      guard FileManager.default.fileExists(atPath: name) else {
        let names = all.map(\.name)
        throw .unknown(name: name, names: names, nearest: EditDistance.nearest(to: folded, in: names))
      }
    }
    guard FileManager.default.fileExists(atPath: name) else { throw .unreadable(path: name) }
    return PersonaFile(path: name)
  }

  /// What stands in the file; throws where it can't be read, or is no longer there.
  public func read() throws(Failure) -> PersonaReading {
    if origin == .shipped {
      let file = EmbeddedFile.all(under: path).first
      return PersonaReader.read(file?.text ?? "", path: path)
    }
    guard let contents = FileContents(path: path, limit: PersonaReader.largestByteCount) else {
      throw .unreadable(path: path)
    }
    guard contents.isWhole else { return PersonaReading(tooLarge: contents.size, path: path) }
    return PersonaReader.read(bytes: contents.bytes, path: path)
  }

  /// The persona that `persona`, read from this file, names as its twin; `nil` where that one can't be read.
  public func twin(of persona: Persona) -> Persona? {
    guard let twin = persona.twin else { return nil }
    let names = twin.hasSuffix(".md") ? [twin] : [twin + ".md", twin]
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    for name in names {
      let file: PersonaFile =
        origin == .shipped
        ? PersonaFile(shipped: "Personas/" + name) : PersonaFile(path: name.hasPrefix("/") ? name : folder + name)
      if let found = try? file.read().draft { return found }
    }
    return nil
  }

  /// The files with example conversations beside this one: `sanne.gesprekken.md` and `sanne.talks.md`, where they are.
  public var talkFiles: [String] {
    guard origin == .own else { return [] }
    let stem = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
    return PersonaFile.talkSuffixes.map { stem + $0 }.filter { FileManager.default.fileExists(atPath: $0) }
  }

  private static let talkSuffixes = [".gesprekken.md", ".talks.md"]

  private static func isPersona(_ path: String) -> Bool {
    path.hasSuffix(".md") && !talkSuffixes.contains(where: path.hasSuffix)
  }

  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".md") ? String(file.dropLast(3)) : file
  }
}

/// The bytes of a file, as far as anybody wants them.
public struct FileContents: Sendable {
  public var bytes: [UInt8]
  /// How large the file is, in bytes; more than `bytes` has where it is larger than the limit.
  public var size: Int
  public var isWhole: Bool { size == bytes.count }

  /// Reads at most `limit` bytes and one; `nil` where there is nothing that can be read.
  ///
  /// Never waits for a pipe that nobody writes to, nor reads on for ever in a device.
  public init?(path: String, limit: Int) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT != S_IFDIR else { return nil }
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
    var bytes: [UInt8] = []
    if facts.st_mode & S_IFMT == S_IFREG, Int(facts.st_size) > limit {
      (self.bytes, size) = ([], Int(facts.st_size))
      return
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = readBytes(descriptor, &chunk)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    if bytes.count > limit {
      (self.bytes, size) = ([], bytes.count)
    } else {
      (self.bytes, size) = (bytes, bytes.count)
    }
  }
}

extension FileContents {
  /// `path` from the root, with links followed; `path` itself where there is no such file.
  static func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

private func readBytes(_ descriptor: Int32, _ chunk: inout [UInt8]) -> Int {
  chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
}
