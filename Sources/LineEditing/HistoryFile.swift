#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Earlier lines on disk, oldest first: UTF-8, one a line, readable by its owner alone.
///
/// Each line is added by reading the file again and replacing it whole. So a crash leaves the old file or the new one, and
/// two conversations at once keep each other's lines.
struct HistoryFile {
  let path: String
  /// How many lines are kept at most.
  let limit: Int

  /// Bytes read from the end of the file: bounds what a damaged or foreign file can cost.
  private static let byteLimit = 1 << 20
  /// Bytes in a line that is worth keeping.
  private static let lineLimit = 10_000

  /// The lines kept; none if the file is missing or is not a plain file.
  func load() -> [String] {
    guard let descriptor = openPlainFile(path) else { return [] }
    defer { close(descriptor) }
    let size = lseek(descriptor, 0, SEEK_END)
    let start = max(0, size - off_t(Self.byteLimit))
    lseek(descriptor, start, SEEK_SET)
    let isCut = start > 0
    let lines = PlainLines(descriptor: descriptor).dropFirst(isCut ? 1 : 0).map(Self.cleaned)
    return lines.filter { !$0.isEmpty && $0.utf8.count <= Self.lineLimit }.suffix(limit)
  }

  /// Adds a line at the end, dropping the oldest past the limit; false if the file could not be written.
  func append(_ line: String) -> Bool {
    let line = Self.cleaned(line)
    guard !line.isEmpty, line.utf8.count <= Self.lineLimit else { return true }
    var lines = load()
    if lines.last == line { return true }
    lines.append(line)
    return replace(with: lines.suffix(limit))
  }

  /// A line as the file can hold it: without line ends and other control characters, which a damaged file may contain.
  static func cleaned(_ line: String) -> String {
    guard line.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return line }
    var kept = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      if scalar.properties.generalCategory != .control {
        kept.append(scalar)
      } else if scalar == "\n" || scalar == "\t" {
        kept.append(" ")
      }
    }
    return String(kept)
  }

  private func replace(with lines: some Sequence<String>) -> Bool {
    let target = resolved()
    var facts = stat()
    // Never put a plain file in the place of something else, such as /dev/null.
    if lstat(target, &facts) == 0, facts.st_mode & S_IFMT != S_IFREG { return false }
    makeFolder(of: target)
    let temporary = "\(target).\(getpid())"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    // No fsync: it would cost more than the last line is worth.
    let isWritten = Self.write(lines.map { $0 + "\n" }.joined(), to: descriptor)
    guard close(descriptor) == 0, isWritten, rename(temporary, target) == 0 else {
      unlink(temporary)
      return false
    }
    return true
  }

  /// The file itself where the path is a link to it, so that the link stays.
  private func resolved() -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private func makeFolder(of target: String) {
    for (index, character) in zip(target.indices, target) where character == "/" && index != target.startIndex {
      mkdir(String(target[..<index]), 0o700)
    }
  }

  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
          Musl.write(descriptor, buffer.baseAddress, buffer.count)
        #else
          Darwin.write(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      bytes = bytes.dropFirst(count)
    }
    return true
  }
}

/// Opens a file to read; `nil` if it is missing or anything but a plain file.
func openPlainFile(_ path: String) -> Int32? {
  // Without O_NONBLOCK, opening a named pipe would wait for ever.
  let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  var facts = stat()
  if fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG { return descriptor }
  close(descriptor)
  return nil
}
