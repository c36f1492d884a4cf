#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The path of a program of this package, built beside the tests that are running.
///
/// - Throws: `TestSupportError` if it was not built; name it in the dependencies of the test target.
public func builtProduct(_ name: String) throws -> String {
  var folder = testBinary()
  // On macOS the tests are in a bundle, three folders below the products.
  while let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
    folder = String(folder[..<slash])
    let path = folder + "/" + name
    var facts = stat()
    if stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0 { return path }
  }
  throw TestSupportError("no program '\(name)' was built beside \(testBinary())")
}

/// The file this code was loaded from.
private func testBinary() -> String {
  #if canImport(Darwin)
    var info = Dl_info()
    if dladdr(#dsohandle, &info) != 0, let name = info.dli_fname { return String(cString: name) }
  #else
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { readlink("/proc/self/exe", $0.baseAddress!, $0.count) }
    if count > 0 { return String(decoding: buffer[..<count], as: UTF8.self) }
  #endif
  return CommandLine.arguments[0]
}

/// Something that made a test impossible.
public struct TestSupportError: Error, CustomStringConvertible {
  public let description: String

  public init(_ description: String) {
    self.description = description
  }
}
