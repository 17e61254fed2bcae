import Foundation

/// How this program starts itself once more.
enum OwnProgram {
  /// The program that runs now; the loader, where that was started by name.
  static let executable = "/proc/self/exe"

  /// The arguments that make it the render worker.
  static var workerArguments: [String] {
    loaderArguments(
      commandLine: FileManager.default.contents(atPath: "/proc/self/cmdline") ?? Data(),
      own: CommandLine.arguments.count) + ["__render-worker"]
  }

  /// What stands before the program's own arguments where its folder brings the loader along:
  /// `ld-linux-x86-64.so.2 --library-path lib lib/tirazh check`.
  static func loaderArguments(commandLine: Data, own: Int) -> [String] {
    let words = commandLine.split(separator: 0, omittingEmptySubsequences: false).dropLast()
    return words.dropFirst().prefix(max(0, words.count - own))
      .map { String(decoding: $0, as: UTF8.self) }
  }
}

extension OwnProgram {
  /// What makes the shell know the program by its name; nil where it does.
  static var alias: String? {
    guard path(of: "tirazh") == nil else { return nil }
    let file = URL(fileURLWithPath: CommandLine.arguments.first ?? "tirazh").standardizedFileURL
      .path
    // A flash drive keeps no right to be run: the launcher there is a script.
    let isRunnable = FileManager.default.isExecutableFile(atPath: file)
    return "alias tirazh=" + quoted(isRunnable ? quoted(file) : "sh " + quoted(file))
  }

  /// Where the shell finds a program.
  static func path(of program: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(program)" }.first(where: FileManager.default.isExecutableFile)
  }

  /// A path as a shell takes it for one word.
  static func quoted(_ path: String) -> String {
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "/._-+".contains($0) }
    return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }
}
