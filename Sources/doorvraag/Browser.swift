#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Opens a file in the program its owner reads pages with.
enum Browser {
  /// Whether something was started that opens it: `$BROWSER`, else what the system has for it.
  static func open(_ path: String) -> Bool {
    #if canImport(Darwin)
      let system = "open"
    #else
      let system = "xdg-open"
    #endif
    let chosen = Interface.environment["BROWSER"].flatMap { $0.split(separator: ":").first.map(String.init) }
    return [chosen, system].compactMap { $0 }.contains { start($0, path) }
  }

  /// Starts a program with one argument and waits for it; whether it was there and did well.
  private static func start(_ program: String, _ argument: String) -> Bool {
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(argument), nil]
    defer {
      for argument in arguments { free(argument) }
    }
    var child: pid_t = 0
    guard posix_spawnp(&child, program, nil, nil, &arguments, environ) == 0 else { return false }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    return status == 0
  }
}
