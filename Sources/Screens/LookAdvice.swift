import Exam
import Operations
import Planning

/// What to do about pages that a person has to look at: which preview to open, and how to say that they
/// are right.
struct LookAdvice {
  let prepared: PreparedExam
  let language: Language

  /// A line for each room's preview with the numbers of the findings it shows.
  var lines: [String] {
    let numbered = prepared.findings.enumerated().filter {
      $0.element.severity == .stop && $0.element.pages?.isEmpty == false
    }
    var rooms: [(room: String, numbers: [Int])] = []
    for (index, finding) in numbered where finding.kind != .materialAnswersAside {
      let room = room(of: finding) ?? ""
      if let known = rooms.firstIndex(where: { $0.room == room }) {
        rooms[known].numbers.append(index + 1)
      } else {
        rooms.append((room, [index + 1]))
      }
    }
    return rooms.map(line)
      + numbered.filter { $0.element.kind == .materialAnswersAside }.map { aside($0.offset + 1) }
  }

  /// Of a file that is in no preview.
  private func aside(_ number: Int) -> String {
    language == .ru
      ? "Если в файле ответы (остановка \(number)):  tirazh accept \(number) --reason \"ответы\""
      : "If the file holds answers (stop \(number)):  tirazh accept \(number) --reason \"answers\""
  }

  private func line(_ room: String, _ numbers: [Int]) -> String {
    let list = numbers.map { "\($0)" }.joined(separator: ", ")
    let argument = room.isEmpty ? "" : "\(room) "
    let all = numbers.map { "\($0)" }.joined(separator: " ")
    return language == .ru
      ? "Посмотрите страницы (остановки \(list)):  tirazh preview \(argument)--out ПАПКА\n"
        + "Если всё верно:  tirazh accept \(all) --reason \"проверено\""
      : "Look at the pages (stops \(list)):  tirazh preview \(argument)--out DIR\n"
        + "If they are right:  tirazh accept \(all) --reason \"looked at\""
  }

  /// A room whose pack has one of the pages.
  private func room(of finding: Finding) -> String? {
    guard case .work(let work) = finding.scope else { return nil }
    let plan = prepared.plan
    let wanted = Set(
      (finding.pages ?? []).flatMap { page in
        plan.documents.filter { $0.sha256 == page.sha256 && $0.work == work }.map {
          "\($0.file)#\(page.page)"
        }
      })
    return plan.packs.first { pack in
      pack.copies.contains { copy in
        copy.work == work
          && plan.source(of: copy).contains { wanted.contains("\($0.file)#\($0.page)") }
      }
    }?.argument
  }
}
