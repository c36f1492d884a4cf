#if canImport(Darwin)
  import Darwin

  private let newSession = Int32(POSIX_SPAWN_SETSID)
#else
  import Synchronization

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #endif

  /// Held while a descriptor exists that a child would inherit, and while a child is started.
  ///
  /// Swift cannot see `pipe2`, which would make this needless; on macOS POSIX_SPAWN_CLOEXEC_DEFAULT does.
  private let spawning = Mutex(())

  /// POSIX_SPAWN_SETSID of <spawn.h>, which shows it to GNU programs only.
  private let newSession: Int32 = 0x80
#endif

/// Starting and ending a child process, with nothing of ours left open in it.
struct Child {
  let id: pid_t

  /// What the descriptors 0, 1 and 2 of the child are.
  enum Streams {
    case pipes(input: Int32, output: Int32, error: Int32)
    /// The path of a terminal, which becomes the controlling one of a new session.
    case terminal(String)
  }

  init(_ program: String, _ arguments: [String], environment: [String: String], streams: Streams) throws {
    // A child that ends early must not end the tests.
    signal(SIGPIPE, SIG_IGN)
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }

    // Whoever started the tests may have ignored or blocked signals, and a child would inherit that.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for number in [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE, SIGTSTP, SIGCONT, SIGWINCH, SIGTTIN, SIGTTOU, SIGCHLD] {
      sigaddset(&signals, number)
    }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var flags = Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    #if canImport(Darwin)
      flags |= Int32(POSIX_SPAWN_CLOEXEC_DEFAULT)
    #endif
    switch streams {
    case .pipes(let input, let output, let error):
      posix_spawn_file_actions_adddup2(&actions, input, 0)
      posix_spawn_file_actions_adddup2(&actions, output, 1)
      posix_spawn_file_actions_adddup2(&actions, error, 2)
    case .terminal(let path):
      // The first terminal that a session leader opens becomes the one that its Ctrl-C comes from.
      flags |= newSession
      posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    }
    posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags))

    var argv = ([program] + arguments).map { strdup($0) } + [nil]
    var envp = Self.environment(adding: environment).map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var id: pid_t = 0
    let result = exclusively { posix_spawn(&id, program, &actions, &attributes, &argv, &envp) }
    guard result == 0 else { throw TestSupportError("cannot start \(program): \(lastError(result))") }
    self.id = id
  }

  /// Only what a program needs to start, so that nobody's locale, terminal or home folder changes a test.
  private static func environment(adding given: [String: String]) -> [String: String] {
    var environment: [String: String] = [:]
    for name in ["PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FRAMEWORK_PATH", "TMPDIR", "LLVM_PROFILE_FILE"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return environment.merging(given) { $1 }
  }

  /// How a process ended: its exit code, or 128 and the number of the signal that ended it.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    return Self.code(status)
  }

  /// As `wait()`; `nil` while it still runs.
  func poll() -> Int32? {
    var status: Int32 = 0
    return waitpid(id, &status, WNOHANG) == id ? Self.code(status) : nil
  }

  private static func code(_ status: Int32) -> Int32 {
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}

/// Both ends of a pipe that no child inherits unless it is given to it.
func makePipe() throws -> (read: Int32, write: Int32) {
  var ends: [Int32] = [-1, -1]
  let result = exclusively {
    let result = pipe(&ends)
    for end in ends where result == 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return result
  }
  guard result == 0 else { throw TestSupportError("no pipe: \(lastError())") }
  return (ends[0], ends[1])
}

/// The message of the error a system call just gave.
func lastError(_ number: Int32 = errno) -> String {
  strerror(number).map { String(cString: $0) } ?? "error \(number)"
}

private func exclusively<Result>(_ body: () -> Result) -> Result {
  #if canImport(Darwin)
    body()
  #else
    spawning.withLock { _ in body() }
  #endif
}
