import Foundation

/// A copy of the example that a test may spoil.
struct Sandbox {
  /// The folder of everything.
  let folder: URL
  /// The exam's folder.
  var exam: URL { folder.appendingPathComponent("exam") }
  /// The folder printed into.
  var out: URL { folder.appendingPathComponent("out") }

  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The example itself.
  static let example = root.appendingPathComponent("examples/vpr-math-5")

  /// Copies the example.
  init() throws {
    folder = try Self.folder()
    try FileManager.default.copyItem(
      at: Self.example,
      to: folder.appendingPathComponent("exam"))
  }

  /// Leaves six participants in room 205, so that proving a pack is quick.
  func shrink() throws {
    let rows = (1...6).map { "5000\($0);5А;205;\(($0 + 1) / 2)\($0 % 2 == 1 ? "А" : "Б")" }
    let list = (["Код участника;Класс;Кабинет;Место"] + rows).joined(separator: "\n")
    try Data(list.utf8).write(to: exam.appendingPathComponent("список.csv"))
    try describe { $0.replacingOccurrences(of: "список.xlsx", with: "список.csv") }
  }

  /// Seats participants by number in rooms, some more apart.
  func seat(_ rooms: [String: ClosedRange<Int>], and others: [Int: String] = [:]) throws {
    let rows =
      rooms.sorted { $0.key < $1.key }.flatMap { room, numbers in
        numbers.map { "5000\($0);5А;\(room);\($0)А" }
      } + others.sorted { $0.key < $1.key }.map { "5000\($0);5А;\($1);\($0)А" }
    let list = (["Код участника;Класс;Кабинет;Место"] + rows).joined(separator: "\n")
    try Data(list.utf8).write(to: exam.appendingPathComponent("список.csv"))
    try describe { $0.replacingOccurrences(of: "список.xlsx", with: "список.csv") }
  }

  /// An empty folder of its own.
  static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tirazh-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    return folder
  }

  /// A file of `Tests/Fixtures`.
  static func fixture(_ path: String) -> URL {
    root.appendingPathComponent("Tests/Fixtures").appendingPathComponent(path)
  }

  /// Runs the program on the copy.
  func tirazh(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Run {
    try Program.run(options: ["-C", exam.path], arguments, environment: environment)
  }

  /// Starts the program on the copy.
  func start(_ arguments: String..., environment: [String: String]) throws -> Program.Running {
    try Program.Running(
      Program.executable(), Array(arguments.prefix(1)) + ["-C", exam.path] + arguments.dropFirst(),
      environment: environment)
  }

  /// Puts a fixture in the place of a file of the exam.
  func replace(_ name: String, with fixture: String) throws {
    let file = exam.appendingPathComponent(name)
    try? FileManager.default.removeItem(at: file)
    try FileManager.default.copyItem(at: Self.fixture(fixture), to: file)
  }

  /// Changes the text of exam.yaml.
  func describe(_ change: (String) -> String) throws {
    let file = exam.appendingPathComponent("exam.yaml")
    try Data(change(String(contentsOf: file, encoding: .utf8)).utf8).write(to: file)
  }

  /// What `status --json` says.
  func statusJSON() throws -> StatusJSON {
    try JSONDecoder().decode(
      StatusJSON.self, from: Data(tirazh("status", "--json").output.utf8))
  }

  /// The state of each room's pack, as `status --json` gives it.
  func states() throws -> [String: String] {
    Dictionary(try statusJSON().packs.map { ($0.room, $0.state) }, uniquingKeysWith: { $1 })
  }

  /// Takes everything away.
  func remove() { try? FileManager.default.removeItem(at: folder) }
}

extension Program {
  /// Runs a subcommand with options that follow its name.
  static func run(
    options: [String], _ arguments: [String], environment: [String: String]
  ) throws -> Run {
    try run(Array(arguments.prefix(1)) + options + arguments.dropFirst(), environment: environment)
  }
}
