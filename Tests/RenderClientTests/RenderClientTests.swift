import Exam
import Foundation
import RenderClient
import Testing

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent()

/// The program itself, built beside the tests.
func program() throws -> String {
  let folder = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  let beside = URL(
    fileURLWithPath: CommandLine.arguments.first { $0.contains(".xctest") } ?? folder)
  let places = [beside.deletingLastPathComponent(), URL(fileURLWithPath: folder)]
  return try #require(
    places.map { $0.appendingPathComponent("tirazh").path }
      .first { FileManager.default.isExecutableFile(atPath: $0) })
}

private func worker() throws -> RenderClient {
  RenderClient(executable: try program(), arguments: ["__render-worker"], limit: 20)
}

private func fixture(_ name: String) throws -> [UInt8] {
  Array(try Data(contentsOf: root.appendingPathComponent("Fixtures/pdf/\(name)")))
}

@Test func aWorkerThatDiesIsATrouble() async throws {
  let client = RenderClient(executable: "/bin/false", arguments: [], limit: 10)
  let trouble = await #expect(throws: Trouble.self) {
    try await client.open(sha256: "a", bytes: [1, 2, 3], password: nil)
  }
  #expect(trouble?.kind == "worker.died")
}

@Test(arguments: [("damaged.pdf", "pdf.damaged"), ("encrypted.pdf", "pdf.encrypted")])
func aPDFThatCannotBeOpenedIsATrouble(name: String, kind: String) async throws {
  let client = try worker()
  let bytes = try fixture(name)
  let trouble = await #expect(throws: Trouble.self) {
    try await client.open(sha256: name, bytes: bytes, password: nil)
  }
  #expect(trouble?.kind == kind)
  let good = try fixture("a5.pdf")
  #expect(try await client.open(sha256: "good", bytes: good, password: nil) >= 1)
  await client.close()
}

/// A worker behind a shell script that leaves its process id in a file.
private func findableWorker(in folder: URL) throws -> (RenderClient, pid: () throws -> pid_t) {
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let file = folder.appendingPathComponent("pid").path
  let client = RenderClient(
    executable: "/bin/sh",
    arguments: ["-c", "echo $$ > \(file); exec \(try program()) __render-worker"], limit: 20)
  return (
    client,
    { try #require(pid_t(try String(contentsOfFile: file, encoding: .utf8).dropLast())) }
  )
}

@Test func aWorkerThatWasKilledIsReplacedByOneThatKnowsAsMuch() async throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  defer { try? FileManager.default.removeItem(at: folder) }
  let (client, pid) = try findableWorker(in: folder)
  let pages = try await client.open(sha256: "a5", bytes: fixture("a5.pdf"), password: nil)
  kill(try pid(), SIGKILL)
  let trouble = await #expect(throws: Trouble.self) { try await client.measure() }
  #expect(trouble?.kind == "worker.died")
  let facts = try await client.facts(sha256: "a5", marks: .none)
  #expect(facts.count == pages)
  await client.close()
}

@Test func aWorkerThatWasKilledOnceIsAskedAgain() async throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  defer { try? FileManager.default.removeItem(at: folder) }
  let (client, pid) = try findableWorker(in: folder)
  let pages = try await client.open(sha256: "a5", bytes: fixture("a5.pdf"), password: nil)
  kill(try pid(), SIGKILL)
  #expect(try await client.facts(sha256: "a5", marks: .none).count == pages)
  await client.close()
}

/// A PDF whose second page draws a form that draws the next one twice, and so on, forty deep.
private var stallingPDF: [UInt8] {
  let depth = 40
  func form(_ number: Int) -> String {
    let content = number < depth ? "/X Do /X Do" : "0 0 1 1 re f"
    let next = number < depth ? "/XObject << /X \(number + 6) 0 R >>" : ""
    return "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << \(next) >> "
      + "/Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
  }
  let objects =
    [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 200 300] >>",
      "<< /Type /Page /Parent 2 0 R >>",
      "<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /XObject << /X 6 0 R >> >> >>",
      "<< /Length 5 >>\nstream\n/X Do\nendstream",
    ] + (1...depth).map(form)
  let body = zip(1..., objects).map { "\($0) 0 obj\n\($1)\nendobj\n" }.joined()
  return Array(
    "%PDF-1.7\n\(body)trailer\n<< /Root 1 0 R /Size \(objects.count + 1) >>\n%%EOF\n".utf8)
}

@Test func aPDFThatStallsTwiceIsRefusedByItsPage() async throws {
  let client = RenderClient(
    executable: try program(), arguments: ["__render-worker"], limit: 3)
  #expect(try await client.open(sha256: "s", bytes: stallingPDF, password: nil) == 2)
  let trouble = await #expect(throws: Trouble.self) {
    try await client.facts(sha256: "s", marks: .none)
  }
  #expect(trouble?.kind == "worker.too-slow")
  #expect(trouble?.message.ru.hasPrefix("Страницу 2 ") == true, "\(trouble?.message.ru ?? "")")
  // It is not told to the next worker.
  let good = try fixture("a5.pdf")
  #expect(try await client.open(sha256: "good", bytes: good, password: nil) >= 1)
  await client.close()
}

@Test func theWorkerIsHeldByTheKernel() async throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  defer { try? FileManager.default.removeItem(at: folder) }
  let (client, pid) = try findableWorker(in: folder)
  let isolation = try await client.isolation()
  let status = try String(contentsOfFile: "/proc/\(try pid())/status", encoding: .utf8)
  #expect(isolation.isFiltered == status.contains("Seccomp:\t2"))
  #expect(status.contains("NoNewPrivs:\t1"))
  await client.close()
}

@Test func aPDFThatKillsTheWorkerWhenToldAgainIsNamedAndNotToldAgain() async throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  defer { try? FileManager.default.removeItem(at: folder) }
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  // The second worker hears no more than the greeting and a part of the first document.
  let script = """
    cd '\(folder.path)'; echo >> starts; n=$(wc -l < starts)
    if [ $n = 2 ]; then dd bs=1 count=300 2>/dev/null | '\(try program())' __render-worker
    else echo $$ > pid; exec '\(try program())' __render-worker; fi
    """
  let client = RenderClient(executable: "/bin/sh", arguments: ["-c", script], limit: 20)
  let good = try fixture("a5.pdf")
  _ = try await client.open(sha256: "first", bytes: good, password: nil)
  let pid = try String(contentsOf: folder.appendingPathComponent("pid"), encoding: .utf8)
  kill(try #require(pid_t(pid.dropLast())), SIGKILL)
  _ = await #expect(throws: Trouble.self) { try await client.measure() }
  let trouble = await #expect(throws: Trouble.self) {
    try await client.open(sha256: "second", bytes: good, password: nil)
  }
  #expect(trouble?.kind == "worker.died")
  #expect(trouble?.place.en == "first")
  #expect(try await client.open(sha256: "second", bytes: good, password: nil) >= 1)
  let gone = await #expect(throws: Trouble.self) {
    try await client.facts(sha256: "first", marks: .none)
  }
  #expect(gone?.kind != "worker.died")
  await client.close()
}

@Test func aWorkerThatNeverAnswersIsEndedAtTheLimit() async throws {
  let client = RenderClient(executable: "/bin/sleep", arguments: ["1000"], limit: 1)
  // Far more than a pipe holds: the limit covers the writing too.
  let bytes = [UInt8](repeating: 0, count: 1 << 20)
  let trouble = await #expect(throws: Trouble.self) {
    try await client.open(sha256: "a", bytes: bytes, password: nil)
  }
  #expect(trouble?.kind == "worker.too-slow")
}

@Test func theWorkerMayWriteNoFileAndLeaveNoCore() async throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  defer { try? FileManager.default.removeItem(at: folder) }
  let (client, pid) = try findableWorker(in: folder)
  _ = try await client.open(sha256: "a5", bytes: fixture("a5.pdf"), password: nil)
  let limits = try String(contentsOfFile: "/proc/\(try pid())/limits", encoding: .utf8)
    .split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
  #expect(limits.contains("Max file size 0 0 bytes"))
  #expect(limits.contains("Max core file size 0 0 bytes"))
  #expect(limits.contains { $0.hasPrefix("Max address space 4294967296 ") })
  await client.close()
}
