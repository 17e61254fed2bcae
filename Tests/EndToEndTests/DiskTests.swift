import Foundation
import Testing

/// What the program and its worker write, as the kernel sees it.
@Suite struct DiskTests {
  /// Some containers forbid to trace; the test then says that it was skipped.
  private static let mayTrace: Bool = {
    let strace = URL(fileURLWithPath: "/usr/bin/strace")
    return (try? Program.run(strace, ["-f", "-o", "/dev/null", "/bin/true"]))?.status == 0
  }()

  @Test(.enabled(if: mayTrace, "this machine does not let programs be traced"))
  func noExamPageTouchesTheDiskButInTheFolderThatWasNamed() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    let log = sandbox.folder.appendingPathComponent("trace")
    let run = try Program.run(
      URL(fileURLWithPath: "/usr/bin/strace"),
      [
        "-f", "-qq", "-e",
        "trace=open,openat,creat,memfd_create,rename,renameat,renameat2,link,linkat",
        "-o", log.path, Program.executable().path, "print", "-C", sandbox.exam.path, "--to",
        sandbox.out.path,
      ])
    #expect(run.status == 0, "\(run.text)")
    let written = try Self.written(String(contentsOf: log, encoding: .utf8))
    #expect(written.contains { $0.hasPrefix(sandbox.out.path + "/") }, "\(written)")
    let own = sandbox.exam.appendingPathComponent(".tirazh").path
    let strangers = written.filter { path in
      !path.hasPrefix(sandbox.out.path + "/") && !path.hasPrefix(own + "/") && path != "/dev/null"
        // Fonts are looked up in a cache that fontconfig keeps.
        && !path.contains("/fontconfig/")
    }
    #expect(strangers == [])
    for file in try FileManager.default.contentsOfDirectory(atPath: own) {
      let content = try Data(contentsOf: URL(fileURLWithPath: own).appendingPathComponent(file))
      #expect(content.range(of: Data("%PDF".utf8)) == nil, "\(file)")
    }
  }

  /// The paths that were opened for writing, made, or renamed to.
  private static func written(_ log: String) -> [String] {
    log.split(separator: "\n").filter { line in
      !line.contains("= -1 ")
        && ["O_WRONLY", "O_RDWR", "O_CREAT", "creat(", "memfd_create(", "rename", "link"]
          .contains { line.contains($0) }
    }.compactMap { line in
      line.matches(of: /"([^"]*)"/).last.map { String($0.output.1) }
    }
  }
}
