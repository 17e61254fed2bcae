import Exam
import Testing

@testable import Intake

/// A kind of mess, the files that have it, and what reading them must give.
struct Mess: CustomTestStringConvertible, Sendable {
  /// `key|name|class|room|seat`; the people of every fixture unless the mess is theirs.
  static let everybody = [
    "50001|Абрикосов Артём Павлович|5А|204|1А",
    "50002|Берёзкина Анна Романовна|5А|204|1Б",
    "50003|Вишневский Лев Антонович|5А|204|2А",
    "50030|Горошков Глеб Олегович|5Б|205|1А",
    "50031|Дынина Ева Денисовна|5Б|205|1Б",
  ]

  let title: String
  let files: [String]
  let people: [String]
  /// `severity kind place`, the file's name left out.
  let findings: [String]

  init(
    _ title: String, files: [String], people: [String] = everybody, findings: [String]
  ) {
    self.title = title
    self.files = files
    self.people = people
    self.findings = findings
  }

  var testDescription: String { title }

  func check() throws {
    for file in files {
      let result = try Fixture.list(file)
      #expect(result.participants.map(Self.line) == people, "\(file)")
      #expect(result.findings.map { Self.line($0, file) } == findings, "\(file)")
    }
  }

  private static func line(_ participant: Participant) -> String {
    [
      participant.key, participant.name ?? "-", participant.className?.rawValue ?? "-",
      participant.room.rawValue, participant.seat?.text ?? "-",
    ].joined(separator: "|")
  }

  private static func line(_ finding: Finding, _ file: String) -> String {
    let place = finding.place.ru.replacing(file, with: "").drop { ", ".contains($0) }
    return [finding.severity.rawValue, finding.kind.rawValue, String(place)].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
