import Foundation
import Testing

/// Codes of a school outlive one exam.
@Suite struct CodesEndToEndTests {
  @Test func aCodeGivenOnceIsTheSameInTheNextExam() throws {
    let first = try Sandbox()
    defer { first.remove() }
    try first.school(["Чижов Илья;5А;204", "Аистова Анна;5А;204"])
    #expect(try first.tirazh("plan", "--freeze").status == 0)
    #expect(try first.codes() == ["50002", "50001"])
    let next = try Sandbox()
    defer { next.remove() }
    try next.school(
      ["Щеглов Пётр;5А;204", "Аистова Анна;5А;204"], codes: "['\(first.exam.path)', rule]")
    #expect(try next.codes() == ["50003", "50001"])
    #expect(try next.tirazh("plan", "--freeze").status == 0)

    // Who was not in the second exam comes back in the third, to the same code.
    let third = try Sandbox()
    defer { third.remove() }
    try third.school(
      ["Дятлов Олег;5А;204", "Чижов Илья;5А;204"], codes: "['\(next.exam.path)', rule]")
    #expect(try third.codes() == ["50004", "50002"])
    let check = try third.tirazh("check")
    #expect(check.output.contains("Коды назначены по правилу"), "\(check.text)")
    #expect(!check.output.contains("кодов в списке нет"))
  }
}

extension Sandbox {
  /// A list without codes, which are given by rule.
  fileprivate func school(_ rows: [String], codes: String = "rule") throws {
    let list = (["ФИО;Класс;Кабинет"] + rows).joined(separator: "\n")
    try Data(list.utf8).write(to: exam.appendingPathComponent("список.csv"))
    try describe {
      $0.replacingOccurrences(of: "список.xlsx", with: "список.csv") + "\ncodes: \(codes)\n"
    }
  }

  /// The codes of the first pack, in order.
  fileprivate func codes() throws -> [String?] {
    try planJSON().packs[0].copies.filter { !$0.spare }.map(\.code)
  }
}
