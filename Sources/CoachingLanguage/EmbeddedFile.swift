private import LanguageData

/// A file of text that is part of the program, so that it runs from anywhere.
public struct EmbeddedFile: Sendable {
  /// Where it stands, such as `nl/interface.txt` or `Personas/sanne.md`.
  public var path: String
  public var text: String

  /// The files whose path begins with `prefix`, in the order they were listed.
  public static func all(under prefix: String) -> [EmbeddedFile] {
    var count = 0
    guard let files = embedded_files(&count) else { return [] }
    return UnsafeBufferPointer(start: files, count: count).compactMap { file in
      let path = String(cString: file.path)
      guard path.hasPrefix(prefix) else { return nil }
      let bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
      return EmbeddedFile(path: path, text: String(decoding: bytes, as: UTF8.self))
    }
  }
}
