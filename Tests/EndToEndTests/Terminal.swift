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
    let (master, slave, kept) = try made()
    defer { close(master) }
    defer { close(kept) }
    let pid = try spawn(Program.executable().path, arguments, on: slave)
    return try talk(pid, master, answers: answers, prompt: prompt)
  }

  /// A terminal: its far side, its name, and its near side, kept open so that reading goes on until the
  /// program has ended.
  fileprivate static func made() throws -> (master: Int32, name: String, kept: Int32) {
    let master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    #expect(master >= 0)
    let slave = try unlocked(master)
    return (master, slave, unsafe open(slave, O_RDWR | O_NOCTTY | O_CLOEXEC))
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
  fileprivate static func available(_ master: Int32) throws -> [UInt8] {
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
  fileprivate static func spawn(
    _ program: String, _ arguments: [String], on slave: String,
    environment: [String: String] = [:]
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
    let settings = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    var variables = unsafe settings.map { unsafe strdup("\($0)=\($1)") } + [nil]
    defer { unsafe variables.forEach { unsafe free($0) } }
    var pid: pid_t = 0
    let code = unsafe posix_spawn(&pid, program, &actions, &attributes, &words, &variables)
    guard code == 0 else { throw POSIXError(.init(rawValue: code) ?? .EIO) }
    return pid
  }
}

/// A program at a terminal of 80 columns that redraws what it shows.
final class TerminalSession {
  private let master: Int32
  private let kept: Int32
  private let pid: pid_t
  private var status: Int32?
  /// What stands on the screen, scrolled lines among it.
  private(set) var screen = TerminalScreen()

  /// Starts the program.
  init(_ arguments: [String], environment: [String: String]) throws {
    let (master, name, kept) = try Terminal.made()
    (self.master, self.kept) = (master, kept)
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(master, UInt(TIOCSWINSZ), &size)
    pid = try Terminal.spawn(
      Program.executable().path, arguments, on: name,
      environment: environment.merging(["TERM": "xterm"]) { $1 })
  }

  deinit {
    if status == nil {
      kill(pid, SIGKILL)
      var ended: Int32 = 0
      _ = unsafe waitpid(pid, &ended, 0)
    }
    close(master)
    close(kept)
  }

  /// Types.
  func type(_ text: String) {
    FileHandle(fileDescriptor: master, closeOnDealloc: false).write(Data(text.utf8))
  }

  /// Waits until the screen shows something.
  func shows(_ text: String) throws {
    for _ in 0..<1200 where !hasEnded() && !screen.text.contains(text) {
      screen.take(try Terminal.available(master))
    }
    try #require(screen.text.contains(text), "\(screen.text)")
  }

  /// Waits for the program's end.
  func end() throws -> Int32 {
    try patiently {
      screen.take(try Terminal.available(master))
      return hasEnded()
    }
    screen.take(try Terminal.available(master))
    return status ?? -1
  }

  /// Whether the terminal shows what is typed, and hands it over by lines: as every program found it.
  var isAsBefore: Bool {
    var mode = termios()
    guard unsafe tcgetattr(kept, &mode) == 0 else { return false }
    let usual = tcflag_t(ECHO | ICANON | ISIG)
    return mode.c_lflag & usual == usual
  }

  private func hasEnded() -> Bool {
    guard status == nil else { return true }
    var code: Int32 = 0
    guard unsafe waitpid(pid, &code, WNOHANG) == pid else { return false }
    status = code & 0x7f == 0 ? (code >> 8) & 0xff : 128 + (code & 0x7f)
    return true
  }
}

/// As much of a terminal as is needed to see what stands on it in the end.
struct TerminalScreen {
  private var lines: [[Character]] = [[]]
  private var row = 0
  private var column = 0
  private var pending: [UInt8] = []

  /// The lines, without trailing blanks.
  var text: String {
    lines.map { line in
      String(String(line).reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  /// Writes what a program sends.
  mutating func take(_ bytes: [UInt8]) {
    pending += bytes
    guard let text = String(validating: pending, as: UTF8.self) else { return }
    pending = []
    var rest = Substring(text)
    while let first = rest.first {
      if let found = rest.prefixMatch(of: /\u{1B}\[(\d*)([A-Za-z])/) {
        control(found.2, Int(found.1) ?? 0)
        rest = rest[found.range.upperBound...]
      } else if let title = rest.prefixMatch(of: /\u{1B}\][^\u{7}]*\u{7}/) {
        rest = rest[title.range.upperBound...]
      } else {
        put(first)
        rest = rest.dropFirst()
      }
    }
  }

  private mutating func control(_ name: Substring, _ number: Int) {
    switch name {
    case "A": row = max(0, row - max(1, number))
    case "K": lines[row] = []
    case "J":
      lines = Array(lines.prefix(row + 1))
      lines[row] = Array(lines[row].prefix(column))
    default: Issue.record("a terminal is not told \(name)")
    }
  }

  private mutating func put(_ character: Character) {
    switch character {
    case "\u{7}": break
    case "\r": column = 0
    case "\n", "\r\n":
      (row, column) = (row + 1, 0)
      if row == lines.count { lines.append([]) }
    default:
      while lines[row].count <= column { lines[row].append(" ") }
      lines[row][column] = character
      column += 1
    }
  }
}
