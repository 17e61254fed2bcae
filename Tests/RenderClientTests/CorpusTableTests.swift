import Exam
import Foundation
import LayoutFiles
import Planning
import RenderClient
import RenderProtocol
import Testing

/// How each PDF of a folder would be printed, as a table, and whether MuPDF sees the same page on paper.
///
/// Only for `make corpus`, which names the folder.
@Suite struct CorpusTableTests {
  private static let folder = ProcessInfo.processInfo.environment["TIRAZH_CORPUS_TABLE"]
    .map { URL(fileURLWithPath: $0, isDirectory: true) }

  /// What became of a file.
  private enum Class: Hashable {
    case asIs, drawn(NotAsIs), raster(NotAsIs), refused(String)

    var name: String {
      switch self {
      case .asIs: "as it is"
      case .drawn(let reason): "drawn: \(reason.rawValue)"
      case .raster(let reason): "picture: \(reason.rawValue)"
      case .refused(let kind): "refused: \(kind)"
      }
    }

    init(_ ways: [PrintWay]) {
      let reasons = ways.compactMap { way -> Class? in
        switch way {
        case .asIs: nil
        case .drawn(let reason): .drawn(reason)
        case .raster(let reason): .raster(reason)
        }
      }
      self =
        reasons.first { if case .raster = $0 { true } else { false } } ?? reasons.first ?? .asIs
    }
  }

  @Test(.enabled(if: folder != nil, "TIRAZH_CORPUS_TABLE names no folder"))
  func everyFileHasItsWay() async throws {
    let folder = try #require(Self.folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.lowercased().hasSuffix(".pdf") }.sorted()
    try #require(!names.isEmpty, "no PDF in \(folder.path)")
    var classes: [Class: Int] = [:]
    var seen: [String: Int] = [:]
    for name in names {
      let (kind, difference) = try await Self.look(folder.appendingPathComponent(name))
      let witness = difference.map(Self.words) ?? "—"
      print("\(name.padding(toLength: 52, withPad: " ", startingAt: 0))", kind.name, "·", witness)
      classes[kind, default: 0] += 1
      if difference != nil {
        seen["\(kind == .asIs ? "as it is" : "others"): \(witness)", default: 0] += 1
      }
    }
    print("\nHow \(names.count) files are printed (by their least faithful page):")
    for (kind, count) in classes.sorted(by: { $0.value > $1.value }) {
      print(" ", count, kind.name, "(\((count * 100 + names.count / 2) / names.count) %)")
    }
    print("The first page on paper, drawn by MuPDF, beside the original:")
    for (words, count) in seen.sorted(by: { $0.key < $1.key }) { print(" ", count, words) }
  }

  private static func words(_ share: Double) -> String {
    share == 0 ? "identical" : share <= 0.001 ? "≤ 0.1 %" : share <= 0.01 ? "≤ 1 %" : "> 1 %"
  }

  private static func look(_ file: URL) async throws -> (Class, Double?) {
    let client = RenderClient(executable: try program(), arguments: ["__render-worker"], limit: 20)
    defer { Task { await client.close() } }
    let bytes = Array(try Data(contentsOf: file))
    do {
      try await client.layout(name: "plain", files: LayoutFiles.builtIn["plain"] ?? [:])
      let pages = try await client.open(sha256: "file", bytes: bytes, password: nil)
      let ways = try await client.facts(sha256: "file", marks: .none).map(\.way)
      try await client.use(plan: plan(pages))
      let recipe = JobRecipe(
        revision: 1, attempt: 1, items: [JobItem(item: .copy(1), pages: [1])])
      let job = try await client.compose(pack: PackID(number: 1), recipe: recipe)
      return (Class(ways), difference(bytes, job.pdf))
    } catch let trouble as Trouble {
      return (.refused(trouble.kind), nil)
    }
  }

  /// One copy of all pages, without marks.
  private static func plan(_ pages: Int) throws -> Plan {
    let (work, material) = (WorkID(rawValue: "w"), MaterialID(rawValue: "m"))
    let booklet = Booklet(
      id: BookletID(rawValue: "B01"), work: work, variant: nil, pages: pages,
      source: (1...pages).map { SourcePage(material: material, file: "file", page: $0) })
    let copy = PackCopy(id: .copy(1), serial: "1", of: booklet)
    let pack = Pack(
      id: PackID(number: 1), room: RoomName(rawValue: "1"), part: 1, participants: 0,
      sheets: pages, papers: [], copies: [copy], order: [copy.id])
    return Plan(
      exam: PlanExam(id: try #require(ExamID(rawValue: "CORPUS")), title: ""), works: [],
      sides: .one, marks: .none,
      documents: [
        PlanDocument(work: work, material: material, file: "file", container: nil, sha256: "file")
      ], booklets: [booklet], packs: [pack])
  }

  /// The share of dots of the first page that MuPDF draws otherwise; nil where it draws none.
  private static func difference(_ source: [UInt8], _ job: [UInt8]) -> Double? {
    guard let one = drawn(source), let other = drawn(job) else { return nil }
    guard one.count == other.count else { return 1 }
    let different = zip(one, other).count { $0 != $1 }
    return Double(different) / Double(one.count)
  }

  private static func drawn(_ pdf: [UInt8]) -> [UInt8]? {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("tirazh-corpus-\(UUID().uuidString).pdf")
    defer { try? FileManager.default.removeItem(at: file) }
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "timeout", "20", "mutool", "draw", "-q", "-r", "50", "-F", "pgm", "-o", "-",
      file.path, "1",
    ]
    (process.standardOutput, process.standardError) = (pipe, FileHandle.nullDevice)
    guard (try? Data(pdf).write(to: file)) != nil, (try? process.run()) != nil else { return nil }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return output.isEmpty ? nil : Array(output)
  }
}
