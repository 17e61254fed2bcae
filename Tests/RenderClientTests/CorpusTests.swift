import Exam
import Foundation
import RenderClient
import Testing

/// Strange PDFs of a folder that the environment names; there is none by default.
private let corpus = ProcessInfo.processInfo.environment["TIRAZH_CORPUS"]
  .map { URL(fileURLWithPath: $0, isDirectory: true) }

private let answers: Set = [
  "pdf.damaged", "pdf.encrypted", "pdf.no-pages", "pdf.no-page", "pdf.cannot-draw",
  "pdf.page-too-large", "worker.died", "worker.too-slow",
]

@Suite struct CorpusTests {
  /// No file is begun after so many seconds.
  private static let seconds = 20.0

  @Test(.enabled(if: corpus != nil, "TIRAZH_CORPUS names no folder of PDFs"))
  func everyFileIsReadOrRefusedByName() async throws {
    let folder = try #require(corpus)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".pdf") }.sorted()
    let began = Date()
    var read = 0
    for name in Self.spread(names) where -began.timeIntervalSinceNow < Self.seconds {
      read += try await Self.isRead(folder.appendingPathComponent(name)) ? 1 : 0
    }
    #expect(read > 0)
  }

  /// The files in an order of which any beginning is a fair sample.
  private static func spread(_ names: [String]) -> [String] {
    (0..<7).flatMap { first in
      stride(from: first, to: names.count, by: 7).map { names[$0] }
    }
  }

  private static func isRead(_ file: URL) async throws -> Bool {
    let client = RenderClient(
      executable: try program(), arguments: ["__render-worker"], limit: 5)
    let bytes = Array(try Data(contentsOf: file))
    do {
      let pages = try await client.open(sha256: "file", bytes: bytes, password: nil)
      let facts = try await client.facts(sha256: "file", marks: .none)
      #expect(facts.map(\.page) == Array(1...pages), "\(file.lastPathComponent)")
    } catch let trouble as Trouble {
      #expect(answers.contains(trouble.kind), "\(file.lastPathComponent): \(trouble)")
      await client.close()
      return false
    }
    await client.close()
    return true
  }
}
