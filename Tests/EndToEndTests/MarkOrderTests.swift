import Exam
import PackProof
import Testing

/// The order of marks, without any file.
struct MarkOrderTests {
  private let marks: [Mark]

  init() throws {
    let exam = try #require(ExamID(rawValue: "7F3A2C"))
    marks = (1...4).flatMap { copy in
      (1...3).map { page in
        Mark(
          exam: exam, revision: 1, pack: PackID(number: 1), item: .copy(copy), page: page, of: 3,
          attempt: 1)
      }
    }
  }

  @Test func sameMarksAreNoProblem() {
    #expect(MarkOrder.compare(expected: marks, found: marks).isEmpty)
  }

  @Test func missingPageIsNamed() {
    var found: [Mark?] = marks
    found.remove(at: 4)
    #expect(
      MarkOrder.compare(expected: marks, found: found)
        == [.pageCount(expected: 12, found: 11), .missing(mark: marks[4])])
  }

  @Test func doubledCopyIsNamed() {
    let found = marks.prefix(6) + marks[3..<6] + marks.dropFirst(6)
    #expect(
      MarkOrder.compare(expected: marks, found: Array(found)) == [
        .pageCount(expected: 12, found: 15), .doubled(page: 7, mark: marks[3]),
        .doubled(page: 8, mark: marks[4]), .doubled(page: 9, mark: marks[5]),
      ])
  }

  @Test func swappedPagesAreNamed() {
    var found = marks
    found.swapAt(1, 2)
    #expect(
      MarkOrder.compare(expected: marks, found: found) == [
        .outOfOrder(page: 2, mark: marks[2]), .outOfOrder(page: 3, mark: marks[1]),
      ])
  }

  @Test func everyFieldOfAMarkCounts() throws {
    let exam = try #require(ExamID(rawValue: "AAAAAA"))
    let changes: [(inout Mark) -> Void] = [
      { $0.exam = exam }, { $0.revision = 2 }, { $0.pack = PackID(number: 2) },
      { $0.item = .copy(99) }, { $0.page = 9 }, { $0.of = 4 }, { $0.attempt = 2 },
    ]
    for change in changes {
      var found = marks
      change(&found[5])
      #expect(
        MarkOrder.compare(expected: marks, found: found)
          == [.foreignMark(page: 6, mark: found[5]), .missing(mark: marks[5])])
    }
  }

  @Test func unreadableMarkIsNamed() {
    var found: [Mark?] = marks
    found[0] = nil
    #expect(
      MarkOrder.compare(expected: marks, found: found)
        == [.noMark(page: 1), .missing(mark: marks[0])])
  }
}
