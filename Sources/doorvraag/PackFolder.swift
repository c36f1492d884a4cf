import ArgumentParser
import CoachingLanguage

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A language pack in a folder, so that one can be changed, or made, without building anything.
enum PackFolder {
  /// Reads the `.pack` files of `folder`, in the order of their names.
  static func read(_ folder: String, language: Language) throws -> LanguagePack {
    let all = try? FileManager.default.contentsOfDirectory(atPath: folder)
    let names = (all ?? []).filter { $0.hasSuffix(".pack") }.sorted()
    guard !names.isEmpty else { throw InputFault(message: Interface.phrases("classify.no-pack", ["path": folder])) }
    let files = try names.map { name in
      let path = folder + "/" + name
      guard let data = FileManager.default.contents(atPath: path) else {
        throw InputFault(message: Interface.phrases("error.unreadable", ["path": path]))
      }
      return (name: name, text: String(decoding: data, as: UTF8.self))
    }
    return LanguagePack(language: language, files: files)
  }
}
