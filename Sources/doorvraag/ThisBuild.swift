#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The program that is running, told from every other build of it.
enum ThisBuild {
  /// The size and the time of its file; `nil` where that can't be found.
  static var stamp: String? {
    var facts = stat()
    #if canImport(Darwin)
      var size = UInt32(PATH_MAX)
      var path = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&path, &size) == 0, stat(path, &facts) == 0 else { return nil }
      let time = facts.st_mtimespec
    #else
      guard stat("/proc/self/exe", &facts) == 0 else { return nil }
      let time = facts.st_mtim
    #endif
    return "\(facts.st_size) \(time.tv_sec) \(time.tv_nsec)"
  }
}
