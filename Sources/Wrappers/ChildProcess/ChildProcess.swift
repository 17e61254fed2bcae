public import Foundation

/// A failure of the operating system, with the call that failed.
public struct SystemError: Error, Hashable, Sendable {
  /// The C function.
  public let call: String
  /// `errno`, or what the function returned instead.
  public let code: Int32

  init(_ call: String, _ code: Int32 = errno) {
    self.call = call
    self.code = code
  }

  /// Whether a deadline passed.
  public var isTimeout: Bool { code == ETIMEDOUT }
}

/// A child process with pipes on its standard input and output; its standard error is ours.
///
/// The child starts with no signal blocked or ignored, whatever the calling thread has blocked, and
/// inherits no other descriptor. Use it from one thread at a time.
@safe public final class ChildProcess {
  /// The child's process id.
  public let pid: pid_t
  private let input: Int32
  private let output: Int32
  private var isReaped = false

  /// Starts a program.
  public init(executable: String, arguments: [String]) throws {
    let (childInput, input) = try Self.pipe()
    defer { close(childInput) }
    do {
      let (output, childOutput) = try Self.pipe()
      defer { close(childOutput) }
      do {
        pid = try Self.spawn(
          executable, [executable] + arguments, standardInput: childInput,
          standardOutput: childOutput)
      } catch {
        close(output)
        throw error
      }
      self.output = output
    } catch {
      close(input)
      throw error
    }
    self.input = input
    // A child that reads nothing must not hold us up for ever.
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
    // A child that is gone must be an error of write, not the end of us.
    signal(SIGPIPE, SIG_IGN)
  }

  deinit {
    close(input)
    close(output)
    if !isReaped {
      _ = Foundation.kill(pid, SIGKILL)
      _ = Self.reap(pid)
    }
  }

  /// Writes all the bytes, unless `deadline` comes first.
  public func write(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) throws {
    var offset = 0
    while offset < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Foundation.write(
          input, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
      }
      if count >= 0 {
        offset += count
      } else if errno == EAGAIN {
        try wait(for: POLLOUT, on: input, until: deadline)
      } else if errno != EINTR {
        throw SystemError("write")
      }
    }
  }

  /// Reads exactly `count` bytes, unless `deadline` comes first.
  ///
  /// - Throws: `SystemError`, with code 0 where the child ended before.
  public func read(exactly count: Int, until deadline: ContinuousClock.Instant) throws -> [UInt8] {
    try unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = 0
      while filled < count {
        try wait(for: POLLIN, on: output, until: deadline)
        let got = unsafe Foundation.read(
          output, buffer.baseAddress?.advanced(by: filled), count - filled)
        if got < 0 {
          if errno == EINTR { continue }
          throw SystemError("read")
        }
        if got == 0 { throw SystemError("read", 0) }
        filled += got
      }
    }
  }

  private func wait(
    for events: Int32, on pipe: Int32, until deadline: ContinuousClock.Instant
  ) throws {
    var descriptor = pollfd(fd: pipe, events: Int16(events), revents: 0)
    while true {
      let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
      let ready = unsafe poll(&descriptor, 1, Int32(min(max(left.rounded(.up), 0), 3_600_000)))
      if ready > 0 { return }
      if ready == 0 && left <= 0 { throw SystemError("poll", ETIMEDOUT) }
      if ready < 0 && errno != EINTR { throw SystemError("poll") }
    }
  }

  /// Kills the child at once.
  public func kill() { _ = Foundation.kill(pid, SIGKILL) }

  /// Closes the child's input, which ends a well-behaved child, and waits for it.
  ///
  /// - Returns: The status as `waitpid` gives it.
  public func finish() -> Int32 {
    guard !isReaped else { return 0 }
    shutdown()
    isReaped = true
    return Self.reap(pid)
  }

  private func shutdown() {
    // dup2 of /dev/null closes the pipe but keeps the number ours until deinit.
    let null = unsafe open("/dev/null", O_WRONLY | O_CLOEXEC)
    dup2(null, input)
    close(null)
  }

  private static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard unsafe Foundation.pipe(&ends) == 0 else { throw SystemError("pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func reap(_ pid: pid_t) -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    return status
  }

  private static func spawn(
    _ executable: String, _ arguments: [String], standardInput: Int32, standardOutput: Int32
  ) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, standardInput, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, standardOutput, 1)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    unsafe sigemptyset(&none)
    var all = sigset_t()
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var strings = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe strings.forEach { unsafe free($0) } }
    var pid: pid_t = 0
    let code = unsafe posix_spawn(
      &pid, executable, &actions, &attributes, &strings, environ)
    guard code == 0 else { throw SystemError("posix_spawn", code) }
    return pid
  }
}
