import Exam
import Foundation
import QPDF
import Testing

@testable import Composition

/// What the proof of a finished job must catch.
@Suite struct JobProofTests {
  private static let content = "q /X Do Q 20 30 50 90 re f"

  private static func source(_ content: String = content) -> [UInt8] {
    SmallPDF.page(
      resources: "/XObject << /X 5 0 R >> /ExtGState << /G << /LW 2 >> >>", content: content,
      objects: [
        SmallPDF.stream(
          "0 0 9 9 re f",
          "/Type /XObject /Subtype /Form /BBox [0 0 40 40] /Resources << /ExtGState << /H 6 0 R >> >>"
        ),
        "<< /LW 7.25 /Note (a \\(b\\) 1 0 R) >>",
      ])
  }

  private func document(_ id: Int, _ bytes: [UInt8] = source()) throws -> PressDocument {
    PressDocument(try #require(PDFStructure(bytes, password: nil)), id: id)
  }

  private func graph(_ documents: [PressDocument], pages: [Int]) throws -> JobGraph {
    let sheets = try zip(documents, pages).map { document, number in
      let page = try #require(document.page(number))
      var sheet = Sheet(width: page.width, height: page.height)
      sheet.put(page)
      return sheet
    }
    return JobGraph(
      sheets: sheets,
      documents: Dictionary(documents.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one }))
  }

  private func replaced(_ old: String, _ new: String, in job: [UInt8]) throws -> [UInt8] {
    var data = Data(job)
    let range = try #require(data.range(of: Data(old.utf8)))
    data.replaceSubrange(range, with: Data(new.utf8))
    return Array(data)
  }

  @Test func aWholeJobPasses() throws {
    let source = try document(1)
    let graph = try graph([source, source], pages: [1, 1])
    try JobProof.check(JobWriter.write(graph), graph)
  }

  @Test(arguments: [
    ("50 90 re", "50 91 re"), ("/X Do", "/Y Do"), ("/LW 7.25", "/LW 7.26"), ("/LW 2", "/LW 3"),
    ("(a \\(b\\) 1 0 R)", "(a \\(b\\) 2 0 R)"), ("[ 0 0 200 300 ]", "[ 0 0 200 301 ]"),
    ("/TzP Do", "/TzQ Do"), ("/Subtype /Form", "/Subtype /Farm"), ("/Count 2", "/Count 1"),
    ("/LW 7.25", "/LV 7.25"), ("startxref", "startxrxf"),
  ])
  func aChangedByteIsCaught(_ old: String, _ new: String) throws {
    let source = try document(1)
    let graph = try graph([source, source], pages: [1, 1])
    let job = try replaced(old, new, in: try JobWriter.write(graph))
    #expect(throws: ProofFault.self) { try JobProof.check(job, graph) }
  }

  /// Every byte of every object in turn; only between lines it does not matter what blank stands.
  @Test func noChangedByteGoesUnnoticed() throws {
    let source = try document(1)
    let graph = try graph([source, source], pages: [1, 1])
    let job = try JobWriter.write(graph)
    let first = try #require(Data(job).range(of: Data("1 0 obj".utf8))).lowerBound
    let last = try #require(Data(job).range(of: Data("xref\n".utf8))).lowerBound
    let unnoticed = (first..<last).filter { place in
      var changed = job
      changed[place] ^= 1
      return (try? JobProof.check(changed, graph)) != nil
    }
    #expect(unnoticed.allSatisfy { job[$0] == UInt8(ascii: "\n") })
  }

  @Test func anotherPageIsCaught() throws {
    let (source, other) = (
      try document(1), try document(1, Self.source(Self.content + " 1 1 5 5 re f"))
    )
    let wanted = try graph([source], pages: [1])
    let job = try JobWriter.write(try graph([other], pages: [1]))
    #expect(throws: ProofFault.self) { try JobProof.check(job, wanted) }
  }

  @Test func aDoubledObjectIsCaught() throws {
    let (source, twin) = (try document(1), try document(2))
    let wanted = try graph([source, source], pages: [1, 1])
    let job = try JobWriter.write(try graph([source, twin], pages: [1, 1]))
    #expect(throws: ProofFault.doubled(.form(document: 1, page: 1))) {
      try JobProof.check(job, wanted)
    }
  }

  @Test func twoObjectsThatBecameOneAreCaught() throws {
    let (source, twin) = (try document(1), try document(2))
    let wanted = try graph([source, twin], pages: [1, 1])
    let job = try JobWriter.write(try graph([source, source], pages: [1, 1]))
    #expect(throws: ProofFault.self) { try JobProof.check(job, wanted) }
  }

  @Test func anObjectThatNothingLeadsToIsCaught() throws {
    let graph = try graph([try document(1)], pages: [1])
    let job = try JobWriter.write(graph)
    let text = String(decoding: job, as: UTF8.self)
    let size = try #require(text.firstMatch(of: /Size (\d+)/).flatMap { Int($0.1) })
    let last = try #require(text.firstMatch(of: /startxref\n(\d+)/).flatMap { Int($0.1) })
    let stray = "\(size) 0 obj\n<< >>\nendobj\n"
    let end =
      "xref\n\(size) 1\n\(String(format: "%010d", job.count)) 00000 n \n"
      + "trailer\n<< /Root 1 0 R /Size \(size + 1) /Prev \(last) >>\n"
      + "startxref\n\(job.count + stray.utf8.count)\n%%EOF\n"
    #expect(throws: ProofFault.stray(1)) {
      try JobProof.check(job + Array((stray + end).utf8), graph)
    }
  }

  @Test func blackStaysBlackAndStreamsStayTheirBytes() throws {
    let black = "0 0 0 1 k 20 30 50 90 re f % K stays K"
    let job = try Samples.job(of: SmallPDF.page(content: black))
    #expect(Data(job).range(of: Data(black.utf8)) != nil)
  }
}
