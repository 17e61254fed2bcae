import Foundation
import Testing

/// A program at a terminal of its own, as a person sits at it.
struct Terminal {
  /// How a conversation ended.
  struct Talk {
    let status: Int32
    /// Everything that stood on the screen.
    let screen: String
  }

  /// Runs the program; each answer is typed when the screen ends with `prompt` once more.
  static func run(
    _ arguments: [String], answers: [String], prompt: String
  ) throws -> Talk {
    let master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    #expect(master >= 0)
    defer { close(master) }
    let slave = try unlocked(master)
    // Kept open so that reading goes on until the program has ended.
    let kept = unsafe open(slave, O_RDWR | O_NOCTTY | O_CLOEXEC)
    defer { close(kept) }
    let pid = try spawn(Program.executable().path, arguments, on: slave)
    return try talk(pid, master, answers: answers, prompt: prompt)
  }

  /// The name of the terminal behind `master`: what `unlockpt` and `ptsname` do.
  private static func unlocked(_ master: Int32) throws -> String {
    var number: Int32 = 0
    let unlock: UInt = 0x4004_5431
    let getNumber: UInt = 0x8004_5430
    let isUnlocked = unsafe ioctl(master, unlock, &number) == 0
    let isNamed = unsafe ioctl(master, getNumber, &number) == 0
    try #require(isUnlocked && isNamed)
    return "/dev/pts/\(number)"
  }

  private static func talk(
    _ pid: pid_t, _ master: Int32, answers: [String], prompt: String
  ) throws -> Talk {
    var screen: [UInt8] = []
    var left = answers[...]
    var status: Int32 = 0
    var seen = 0
    let deadline = ContinuousClock.now + .seconds(120)
    while true {
      if ContinuousClock.now > deadline { kill(pid, SIGKILL) }
      let ended = unsafe waitpid(pid, &status, WNOHANG) == pid
      screen += try available(master)
      let text = String(decoding: screen, as: UTF8.self)
      let asked = text.components(separatedBy: prompt).count - 1
      if asked > seen, text.hasSuffix(": "), let answer = left.popFirst() {
        seen = asked
        FileHandle(fileDescriptor: master, closeOnDealloc: false).write(Data(answer.utf8))
      }
      guard !ended else { break }
    }
    let code = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
    return Talk(status: code, screen: String(decoding: screen, as: UTF8.self))
  }

  /// What the terminal shows within a moment.
  private static func available(_ master: Int32) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    var poll = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    while unsafe Glibc.poll(&poll, 1, 50) > 0, poll.revents & Int16(POLLIN) != 0 {
      let count = unsafe read(master, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    return bytes
  }

  /// `POSIX_SPAWN_SETSID`.
  private static let sessionOfItsOwn: Int16 = 0x80

  /// A session of its own, whose terminal is the first one it opens.
  private static func spawn(
    _ program: String, _ arguments: [String], on slave: String
  ) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in 0...2 {
      unsafe posix_spawn_file_actions_addopen(&actions, descriptor, slave, O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawnattr_setflags(&attributes, sessionOfItsOwn)
    var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var pid: pid_t = 0
    let code = unsafe posix_spawn(&pid, program, &actions, &attributes, &words, environ)
    guard code == 0 else { throw POSIXError(.init(rawValue: code) ?? .EIO) }
    return pid
  }
}
