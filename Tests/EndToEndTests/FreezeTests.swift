import Foundation
import Testing

/// What a change of the folder may do to a plan that is frozen.
@Suite struct FreezeTests {
  @Test func aPackThatIsPrintedKeepsItsFiles() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 0)
    try sandbox.resave("variant-2.pdf", "B")
    try sandbox.acceptAlarm()
    let run = try sandbox.tirazh("plan", "--freeze")
    #expect(run.status == 3)
    #expect(run.text.contains("другое содержимое файла variant-2.pdf"), "\(run.text)")
    let reprint = try sandbox.tirazh(
      "reprint", "205", "205-02", "--reason", "брак", "--to", sandbox.out.path)
    #expect(reprint.status == 3, "\(reprint.text)")
  }

  @Test(arguments: [
    ("layout: vpr", "layout: plain", "другой макет"),
    ("spares: {perVariant: 1}", "spares: {perVariant: 2}", "другие экземпляры"),
    ("spares: {", "marks: none\nspares: {", "другие метки"),
  ])
  func aPackThatIsPrintedKeepsItsPapers(_ old: String, new: String, words: String) throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 0)
    try sandbox.describe { $0.replacingOccurrences(of: old, with: new) }
    let run = try sandbox.tirazh("plan", "--freeze")
    #expect(run.status == 3)
    #expect(run.text.contains(words), "\(run.text)")
  }

  @Test func aCorrectedNameIsTakenWithoutANewPlan() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    func list(_ name: String) throws {
      let text = "Код участника;ФИО;Класс;Кабинет;Место\n50001;\(name);5А;205;1А\n"
      try Data(text.utf8).write(to: sandbox.exam.appendingPathComponent("список.csv"))
    }
    try list("Ковалева Анна Петровна")
    try sandbox.describe { $0.replacingOccurrences(of: "список.xlsx", with: "список.csv") }
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 0)
    try list("Коваленко Анна Петровна")
    #expect(try sandbox.tirazh("plan").output.contains("Список изменился"))
    #expect(try sandbox.tirazh("plan", "--freeze").status == 0)
    #expect(try !sandbox.tirazh("plan").output.contains("Список изменился"))
    #expect(try sandbox.planJSON().revision == 1)
    let named = try sandbox.tirazh(
      "reprint", "205", "--reason", "просила Коваленко", "--yes", "--to", sandbox.out.path)
    #expect(named.status == 2 && named.text.contains("названа фамилия"), "\(named.text)")
  }

  @Test func noPlanIsFrozenWhileAPrintRuns() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    #expect(try sandbox.tirazh("plan", "--freeze").status == 0)
    let lock = sandbox.exam.appendingPathComponent(".tirazh/print.lock")
    let file = try FileHandle(forUpdating: lock)
    #expect(flock(file.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
    let run = try sandbox.tirazh("plan", "--freeze")
    #expect(run.status == 3 && run.text.contains("уже печатает"), "\(run.text)")
    // Other tests' children may have inherited the descriptor: closing it would not free the lock.
    #expect(flock(file.fileDescriptor, LOCK_UN) == 0)
    try file.close()
    #expect(try sandbox.tirazh("plan", "--freeze").status == 0)
  }

  /// Two rooms that write works of their own; the second room's comes from another file.
  private func twoWorks(_ file: String, from fixture: URL) throws -> Sandbox {
    let sandbox = try Sandbox()
    let list = "Код участника;Класс;Кабинет;Место\n50001;5А;204;1А\n50002;5Б;205;1А\n"
    try Data(list.utf8).write(to: sandbox.exam.appendingPathComponent("список.csv"))
    try FileManager.default.copyItem(at: fixture, to: sandbox.exam.appendingPathComponent(file))
    try sandbox.describe {
      $0.replacingOccurrences(of: "список.xlsx", with: "список.csv")
        .replacingOccurrences(of: "classes: [5А, 5Б]", with: "classes: [5А]")
        .replacingOccurrences(
          of: "# Резервные",
          with: """
              - id: other
                subject: Математика
                grade: 5
                classes: [5Б]
                materials:
                  - {id: other, give: participant, file: \(file)}
            # Резервные
            """)
    }
    return sandbox
  }

  @Test func aBrokenPDFStopsItsOwnWorkOnly() throws {
    let sandbox = try twoWorks(
      "other.zip", from: Sandbox.fixture("archives/one-damaged.zip"))
    defer { sandbox.remove() }
    let run = try sandbox.tirazh("print", "--to", sandbox.out.path)
    #expect(run.status == 4, "\(run.text)")
    #expect(sandbox.printed().count == 1)
  }

  @Test func aChangedFileKeepsOnlyRoomsOfItsWorkFromBeingPrinted() throws {
    let sandbox = try twoWorks(
      "other.pdf", from: Sandbox.example.appendingPathComponent("variant-1.pdf"))
    defer { sandbox.remove() }
    #expect(try sandbox.tirazh("plan", "--freeze").status == 0)
    try sandbox.resave("other.pdf", "B")
    let refused = try sandbox.tirazh("print", "205", "--to", sandbox.out.path)
    #expect(refused.status == 3 && refused.text.contains("изменился"), "\(refused.text)")
    let printed = try sandbox.tirazh("print", "204", "--to", sandbox.out.path)
    #expect(printed.status == 0, "\(printed.text)")
  }
}
