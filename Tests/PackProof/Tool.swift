import Foundation

/// Runs a program of the system and waits for it.
enum Tool {
  /// A program that could not be run or that failed.
  struct Failure: Error, CustomStringConvertible {
    let program: String
    let status: Int32
    let output: String
    var description: String { "\(program) ended with \(status): \(output.suffix(500))" }
  }

  /// What a program wrote to standard output.
  ///
  /// `accepted`: The exit statuses that are no failure.
  static func run(
    _ program: String, _ arguments: [String], accepting accepted: Set<Int32> = [0]
  ) throws -> String {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("packproof-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    let status = try spawn(program, arguments, output: file.path)
    let output = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    guard accepted.contains(status) else {
      throw Failure(program: program, status: status, output: output)
    }
    return output
  }

  private static func spawn(
    _ program: String, _ arguments: [String], output: String
  ) throws -> Int32 {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var strings = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe strings.forEach { unsafe free($0) } }
    var pid: pid_t = 0
    let code = unsafe posix_spawnp(&pid, program, &actions, nil, &strings, environ)
    guard code == 0 else { throw Failure(program: program, status: code, output: "not started") }
    var status: Int32 = 0
    while unsafe waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
  }
}
