import Foundation
import Testing

/// The built program, run as a user runs it.
struct Program {
  /// How a run ended.
  struct Run {
    let status: Int32
    let output: String
    let errors: String
    var text: String { output + errors }
  }

  /// The program beside the test bundle.
  static func executable() throws -> URL {
    let starts = CommandLine.arguments.map { URL(fileURLWithPath: $0) } + [Bundle.main.bundleURL]
    for start in starts {
      var folder = start
      for _ in 0..<4 {
        folder.deleteLastPathComponent()
        let file = folder.appendingPathComponent("tirazh")
        var isFolder: ObjCBool = false
        let exists = unsafe FileManager.default.fileExists(
          atPath: file.path, isDirectory: &isFolder)
        if exists, !isFolder.boolValue,
          FileManager.default.isExecutableFile(atPath: file.path)
        {
          return file
        }
      }
    }
    throw NotBuilt()
  }

  /// The program does not lie beside the tests.
  struct NotBuilt: Error {}

  /// Runs a command line with these additions to the environment.
  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Run {
    try run(executable(), arguments, environment: environment)
  }

  /// Runs any program.
  static func run(
    _ executable: URL, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Run {
    try Running(executable, arguments, environment: environment).end()
  }

  /// A program under way.
  struct Running {
    /// Its process id.
    let pid: pid_t
    private let folder: URL
    private var output: URL { folder.appendingPathComponent("out") }
    private var errors: URL { folder.appendingPathComponent("err") }

    /// Starts a program.
    init(
      _ executable: URL, _ arguments: [String], environment: [String: String], input: String = ""
    ) throws {
      folder = try Sandbox.folder()
      let answers = folder.appendingPathComponent("in")
      try Data(input.utf8).write(to: answers)
      pid = try Program.spawn(
        executable.path, arguments, environment, input: answers.path,
        output: folder.appendingPathComponent("out").path,
        errors: folder.appendingPathComponent("err").path)
    }

    /// What it has said so far on standard error.
    func errorsSoFar() throws -> String { try String(contentsOf: errors, encoding: .utf8) }

    /// Waits for its end.
    func end() throws -> Run {
      defer { try? FileManager.default.removeItem(at: folder) }
      var status: Int32 = 0
      while unsafe waitpid(pid, &status, 0) < 0 && errno == EINTR {}
      return try Run(
        status: status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f),
        output: String(contentsOf: output, encoding: .utf8),
        errors: String(contentsOf: errors, encoding: .utf8))
    }
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ environment: [String: String], input: String,
    output: String,
    errors: String
  ) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
    let merged = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var variables = unsafe merged.map { unsafe strdup("\($0)=\($1)") } + [nil]
    defer { unsafe variables.forEach { unsafe free($0) } }
    var pid: pid_t = 0
    let code = unsafe posix_spawnp(&pid, program, &actions, nil, &words, &variables)
    guard code == 0 else { throw POSIXError(.init(rawValue: code) ?? .EIO) }
    return pid
  }
}
