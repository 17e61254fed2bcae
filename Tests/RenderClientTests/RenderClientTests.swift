import Exam
import Foundation
import RenderClient
import Testing

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent()

/// The program itself, built beside the tests.
private func worker() throws -> RenderClient {
  let folder = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  let beside = URL(
    fileURLWithPath: CommandLine.arguments.first { $0.contains(".xctest") } ?? folder)
  let places = [beside.deletingLastPathComponent(), URL(fileURLWithPath: folder)]
  let found = places.map { $0.appendingPathComponent("tirazh").path }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
  return try RenderClient(
    executable: try #require(found), arguments: ["__render-worker"], limit: 20)
}

private func fixture(_ name: String) throws -> [UInt8] {
  Array(try Data(contentsOf: root.appendingPathComponent("Fixtures/pdf/\(name)")))
}

@Test func aWorkerThatDiesIsATrouble() async throws {
  let client = try RenderClient(executable: "/bin/false", arguments: [], limit: 10)
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
