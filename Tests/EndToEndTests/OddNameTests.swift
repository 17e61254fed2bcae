import Foundation
import Testing

/// A name that no font can write keeps nobody else's papers back.
@Suite struct OddNameTests {
  @Test func onlyThatNameIsSaid() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let rows = ["ФИО;Код;Класс;Кабинет", "Чижов Илья;50001;5А;205", "李 明;50002;5А;205"]
    try Data(rows.joined(separator: "\n").utf8)
      .write(to: sandbox.exam.appendingPathComponent("список.csv"))
    try sandbox.describe { $0.replacingOccurrences(of: "список.xlsx", with: "список.csv") }
    let check = try sandbox.tirazh("check", "-v")
    let words = check.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("список.csv, строка 3, столбец A: знаков имени (U+674E"), "\(words)")
    #expect(!check.text.contains("李"))
    let out = sandbox.folder.appendingPathComponent("papers")
    let papers = try sandbox.tirazh("papers", "все", "--out", out.path)
    #expect(papers.status == 0, "\(papers.text)")
    #expect(papers.output.contains("впишите от руки: 50002."), "\(papers.text)")
    #expect(try !FileManager.default.contentsOfDirectory(atPath: out.path).isEmpty)
  }
}
