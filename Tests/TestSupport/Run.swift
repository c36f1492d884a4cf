#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a program left behind.
public struct RunResult: Equatable, Sendable {
  public var stdout: String
  public var stderr: String
  /// 128 and the number of the signal, if one ended it.
  public var exitCode: Int32
}

/// Runs a program with its streams as pipes, and waits for it to end.
///
/// The program sees `PATH`, `TMPDIR` and what is given here, nothing else of our environment; not even `HOME`. Output that is
/// not UTF-8 is repaired.
public func run(
  _ program: String, _ arguments: [String] = [], input: String = "", environment: [String: String] = [:]
) throws -> RunResult {
  try run(program, arguments, inputBytes: Array(input.utf8), environment: environment)
}

/// As `run(_:_:input:environment:)`, with any bytes as input.
public func run(
  _ program: String, _ arguments: [String] = [], inputBytes: [UInt8], environment: [String: String] = [:]
) throws -> RunResult {
  let input = try makePipe()
  let output = try makePipe()
  let error = try makePipe()
  let child = Result {
    try Child(
      program, arguments, environment: environment,
      streams: .pipes(input: input.read, output: output.write, error: error.write))
  }
  for end in [input.read, output.write, error.write] { close(end) }
  // All three at once: a program that writes while it still has to read would otherwise wait for us, and we for it.
  var pump = Pump(input: input.write, unsent: inputBytes[...], outputs: [output.read, error.read])
  defer { pump.close() }
  let started = try child.get()
  pump.run()
  let code = started.wait()
  return RunResult(
    stdout: String(decoding: pump.received[0], as: UTF8.self),
    stderr: String(decoding: pump.received[1], as: UTF8.self),
    exitCode: code)
}

private struct Pump {
  var input: Int32
  var unsent: ArraySlice<UInt8>
  var outputs: [Int32]
  var received: [[UInt8]] = [[], []]

  mutating func run() {
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
    if unsent.isEmpty { closeInput() }
    while input >= 0 || outputs.contains(where: { $0 >= 0 }) {
      // A negative descriptor is left out by `poll`.
      var waiting = [
        pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: outputs[0], events: Int16(POLLIN), revents: 0),
        pollfd(fd: outputs[1], events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&waiting, 3, -1) >= 0 || errno == EINTR else { return }
      if waiting[0].revents != 0 { send() }
      for index in 0...1 where waiting[index + 1].revents != 0 { receive(index) }
    }
  }

  private mutating func send() {
    let count = unsent.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
    if count > 0 { unsent = unsent.dropFirst(count) }
    let isBroken = count < 0 && errno != EAGAIN && errno != EINTR
    if unsent.isEmpty || isBroken { closeInput() }
  }

  private mutating func receive(_ index: Int) {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = chunk.withUnsafeMutableBytes { read(outputs[index], $0.baseAddress, $0.count) }
    if count > 0 { received[index] += chunk[..<count] }
    if count == 0 || (count < 0 && errno != EINTR) {
      _ = closeDescriptor(outputs[index])
      outputs[index] = -1
    }
  }

  private mutating func closeInput() {
    _ = closeDescriptor(input)
    input = -1
  }

  mutating func close() {
    for descriptor in [input] + outputs where descriptor >= 0 { _ = closeDescriptor(descriptor) }
  }
}

private func closeDescriptor(_ descriptor: Int32) -> Int32 {
  close(descriptor)
}
