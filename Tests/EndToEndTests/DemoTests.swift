import Foundation
import Testing

/// `demo`: the first success, with nothing but the program.
@Suite struct DemoTests {
  @Test func anInventedExamIsPrintedIntoFiles() throws {
    let folder = try Sandbox.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try demo(folder)
    #expect(run.status == 0, "\(run.text)")
    let exam = folder.appendingPathComponent("Пример ВПР")
    let packs = try files(exam.appendingPathComponent("печать")).filter { $0.hasSuffix(".pdf") }
    #expect(packs.count == 3)
    for pack in packs { #expect(run.output.contains("  \(pack)\n"), "\(run.output)") }
    let status = try Program.run(["status", "-C", exam.path])
    #expect(status.status == 0, "\(status.text)")
  }

  @Test func theFilesAreThoseOfTheExample() throws {
    let folder = try Sandbox.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try demo(folder)
    let exam = folder.appendingPathComponent("Пример ВПР")
    for name in try files(Sandbox.example) where name != "sources" && name != "exam.yaml" {
      #expect(
        FileManager.default.contentsEqual(
          atPath: exam.appendingPathComponent(name).path,
          andPath: Sandbox.example.appendingPathComponent(name).path), "\(name)")
    }
  }

  @Test func anEarlierExampleIsLeftAlone() throws {
    let folder = try Sandbox.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let kept = folder.appendingPathComponent("Пример ВПР")
    try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: false)
    #expect(try demo(folder).status == 0)
    #expect(try files(kept) == [])
    #expect(try files(folder) == ["Пример ВПР", "Пример ВПР 2"])
  }

  @Test func aFolderThatCannotBeMadeIsNamed() throws {
    let run = try Program.run(["demo", "/proc/здесь"])
    #expect(run.status == 3, "\(run.text)")
    #expect(run.errors.contains("/proc/здесь") && run.errors.contains("tirazh demo ~/Тираж"))
  }

  @Test(
    "the folder is shown only when that is asked for, and where it can be",
    arguments: [([], ":9", false), (["--open"], ":9", true), (["--open"], "", false)]
      as [([String], String, Bool)])
  func theFolderIsShown(options: [String], display: String, isShown: Bool) throws {
    let folder = try Sandbox.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let shown = folder.appendingPathComponent("shown")
    let opener = folder.appendingPathComponent("xdg-open")
    try Data("#!/bin/sh\nprintf %s \"$1\" >'\(shown.path)'\n".utf8).write(to: opener)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: opener.path)
    let path = folder.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    let run = try Program.run(
      ["demo", folder.path] + options,
      environment: [
        "CUPS_SERVER": "/nonexistent", "PATH": path, "DISPLAY": display, "WAYLAND_DISPLAY": "",
      ])
    #expect(run.status == 0, "\(run.text)")
    let told = try? String(contentsOf: shown, encoding: .utf8)
    #expect(told == (isShown ? folder.path + "/Пример ВПР/печать" : nil))
    #expect(run.errors.contains("Показать папку нечем") == (!options.isEmpty && !isShown))
  }

  @Test func theExampleIsServed() throws {
    let folder = try Sandbox.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let console = try ServedConsole(
      ["demo", folder.path, "--serve"], environment: ["CUPS_SERVER": "/nonexistent"])
    defer { #expect(console.end() == 0) }
    #expect(try Visitor(console).get("/").text.contains("Математика"))
  }

  @Test func theVersionNamesTheLibraries() throws {
    let run = try Program.run(["--version"])
    #expect(run.status == 0)
    #expect(
      run.output.contains(/^tirazh \d+\.\d+\.\d+/)
        && run.output.contains(/poppler \d.*cairo \d.*qpdf \d.*cups \d/), "\(run.output)")
  }

  private func demo(_ folder: URL) throws -> Program.Run {
    try Program.run(["demo", folder.path], environment: ["CUPS_SERVER": "/nonexistent"])
  }

  private func files(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}
