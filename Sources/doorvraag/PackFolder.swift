import ArgumentParser
import CoachingLanguage
import FoundationEssentials

/// Reads a language pack from the `.pack` files in a folder, so that one can be changed, or made, without building anything.
func readPack(in folder: String, language: Language) throws -> LanguagePack {
  let names: [String]
  do {
    names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".pack") }.sorted()
  } catch {
    throw ValidationError("can't read the folder '\(folder)'")
  }
  guard !names.isEmpty else { throw ValidationError("there are no .pack files in '\(folder)'") }
  let files = try names.map { name in
    guard let data = FileManager.default.contents(atPath: folder + "/" + name) else {
      throw ValidationError("can't read '\(folder)/\(name)'")
    }
    return (name: name, text: String(decoding: data, as: UTF8.self))
  }
  return LanguagePack(language: language, files: files)
}
