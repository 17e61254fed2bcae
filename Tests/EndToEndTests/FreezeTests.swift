import Exam
import Foundation
import PackProof
import Planning
import Testing

/// What a change of the folder may do to a plan that is frozen.
@Suite struct FreezeTests {
  /// Six participants in room 205, printed; the list as it is then.
  private func printed() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.shrink()
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 0)
    return sandbox
  }

  /// Writes the list anew.
  private func list(_ sandbox: Sandbox, _ rows: [String]) throws {
    let text = (["Код участника;Класс;Кабинет;Место"] + rows).joined(separator: "\n")
    try Data(text.utf8).write(to: sandbox.exam.appendingPathComponent("список.csv"))
  }

  /// The rows of room 205; those of some participants in another room.
  private func rows(moving: [Int] = [], to room: String = "301", without: [Int] = []) -> [String] {
    (1...6).filter { !without.contains($0) }.map { number in
      "5000\(number);5А;\(moving.contains(number) ? room : "205");"
        + "\((number + 1) / 2)\(number % 2 == 1 ? "А" : "Б")"
    }
  }

  @Test func aReplacedFileIsPrintedAgainAndNothingElse() throws {
    let sandbox = try printed()
    defer { sandbox.remove() }
    try sandbox.resave("variant-2.pdf", "B")
    try sandbox.acceptAlarm()
    let delta = try sandbox.tirazh("plan", "--delta")
    #expect(delta.output.contains("другие страницы: вариант 2"), "\(delta.text)")
    let run = try sandbox.tirazh("plan", "--freeze")
    #expect(run.status == 0, "\(run.text)")
    #expect(try sandbox.states()["205"] == "partly")
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 0)
    #expect(try sandbox.states()["205"] == "proved")
    let plan = try sandbox.planJSON().plan()
    let pack = try #require(plan.packs.first)
    let second = pack.order.filter { pack.copy($0)?.variant?.rawValue == "2" }
    let end = try #require(pack.order.last)
    let file = try sandbox.file(of: pack.id, attempt: 2)
    #expect(
      try sandbox.proof().problems(
        pdf: file, pack: pack.id, attempt: 2, revision: 2, items: second + [end]) == [])
    let again = try sandbox.tirazh("print", "--to", sandbox.out.path)
    #expect(again.output.contains("Печатать нечего"), "\(again.text)")
  }

  @Test func anotherLayoutIsTakenOnlyWhenItIsAskedFor() throws {
    let sandbox = try printed()
    defer { sandbox.remove() }
    try sandbox.describe { $0.replacingOccurrences(of: "layout: vpr", with: "layout: plain") }
    let kept = try sandbox.tirazh("plan", "--freeze")
    #expect(kept.status == 0 && kept.text.contains("--layout"), "\(kept.text)")
    #expect(try sandbox.states()["205"] == "proved")
    #expect(try sandbox.tirazh("plan", "--freeze", "--layout").status == 0)
    #expect(try sandbox.states()["205"] == "partly")
  }

  @Test func otherMarksStaleEveryCopy() throws {
    let sandbox = try printed()
    defer { sandbox.remove() }
    try sandbox.describe {
      $0.replacingOccurrences(of: "spares: {", with: "marks: none\nspares: {")
    }
    let run = try sandbox.tirazh("plan", "--freeze")
    #expect(run.status == 0 && run.text.contains("другие метки"), "\(run.text)")
    #expect(try sandbox.states()["205"] == "partly")
  }

  @Test func oneSpareMoreIsOneCopyMore() throws {
    let sandbox = try printed()
    defer { sandbox.remove() }
    try sandbox.describe {
      $0.replacingOccurrences(of: "spares: {perVariant: 1}", with: "spares: {perVariant: 2}")
    }
    #expect(try sandbox.tirazh("plan", "--freeze").status == 0)
    let needed = try #require(try sandbox.statusJSON().packs.first?.needed)
    // The packing sheet, the separator and two spares.
    #expect(needed == 4)
  }

  @Test func aLateParticipantIsAddedAndALeaverTakenOut() throws {
    let sandbox = try printed()
    defer { sandbox.remove() }
    try list(sandbox, rows(without: [5]) + ["50009;5А;205;9А"])
    let old = try sandbox.tirazh("print", "--to", sandbox.out.path)
    #expect(old.status == 4, "\(old.text)")
    let delta = try sandbox.tirazh("plan", "--delta")
    for words in ["участник 50009: новый", "участник 50005: больше не в списке", "изъять: 205-05"] {
      #expect(delta.output.contains(words), "\(delta.text)")
    }
    #expect(try sandbox.tirazh("plan", "--freeze").status == 0)
    #expect(try sandbox.states()["205"] == "partly")
    #expect(try sandbox.tirazh("status").output.contains("каб. 205: изъять 205-05"))
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 0)
    let plan = try sandbox.planJSON().plan()
    let pack = try #require(plan.packs.first)
    let late = try #require(pack.copies.first { $0.serial == "205-07" })
    let sheet = try #require(pack.order.first)
    let end = try #require(pack.order.last)
    let file = try sandbox.file(of: pack.id, attempt: 2)
    #expect(
      try sandbox.proof().problems(
        pdf: file, pack: pack.id, attempt: 2, revision: 2, items: [sheet, late.id, end]) == [])
    #expect(try sandbox.states()["205"] == "proved")
    // The slip has said it.
    #expect(try !sandbox.tirazh("status").output.contains("изъять"))
  }

  @Test func aCopyThatIsReplacedGoesAlongWithNobody() throws {
    let sandbox = try printed()
    defer { sandbox.remove() }
    try sandbox.resave("variant-2.pdf", "B")
    try sandbox.acceptAlarm()
    #expect(try sandbox.tirazh("plan", "--freeze").status == 0)
    try list(sandbox, rows(moving: [5, 6]))
    let run = try sandbox.tirazh("plan", "--freeze")
    // 205-05 has variant 1 and stands; of 205-06 only the former pages are on paper.
    #expect(run.text.contains("экземпляр 205-05 перенести"), "\(run.text)")
    #expect(!run.text.contains("экземпляр 205-06 перенести"), "\(run.text)")
  }

  @Test func whoMovesTakesTheCopyAlong() throws {
    let sandbox = try printed()
    defer { sandbox.remove() }
    try list(sandbox, rows(moving: [6]))
    let run = try sandbox.tirazh("plan", "--freeze")
    #expect(run.status == 0 && run.text.contains("экземпляр 205-06 перенести"), "\(run.text)")
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 0)
    let plan = try sandbox.planJSON().packs
    let new = try #require(plan.first { $0.room == "301" })
    let carried = try #require(new.copies.first { $0.code == "50006" })
    let file = try sandbox.file(of: PackID(rawValue: new.pack), attempt: 1)
    let text = try Program.run(URL(fileURLWithPath: "/usr/bin/pdftotext"), [file.path, "-"]).output
    #expect(carried.serial == "205-06")
    #expect(!text.contains("205-06 · 50006"), "its pages are printed already: \(text)")
    #expect(text.contains("205-06"), "the packing sheet names the copy that comes along")
    #expect(Set(try sandbox.states().values) == ["proved"])
  }

  @Test func aRoomThatMovesAsAWholeNeedsOnlyItsPackingSheet() throws {
    let sandbox = try printed()
    defer { sandbox.remove() }
    try list(sandbox, rows(moving: Array(1...6), to: "Актовый зал"))
    let run = try sandbox.tirazh("plan", "--freeze")
    #expect(run.status == 0 && run.text.contains("тот же пакет"), "\(run.text)")
    let line = try #require(try sandbox.statusJSON().packs.first)
    #expect(line.room == "Актовый зал" && line.state == "partly")
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 0)
    #expect(try sandbox.states() == ["Актовый зал": "proved"])
  }

  @Test func aParticipantIsCarriedBeforeTheListSaysSo() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    try list(sandbox, rows(moving: [5, 6]))
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 0)
    let carry = try sandbox.tirazh("carry", "205-01", "301")
    #expect(carry.status == 0 && carry.text.contains("205-01 перенести"), "\(carry.text)")
    #expect(try Set(sandbox.states().values) == ["partly"])
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 0)
    #expect(try Set(sandbox.states().values) == ["proved"])
    let plan = try sandbox.planJSON()
    let copy = try #require(
      plan.packs.first { $0.room == "301" }?.copies.first { $0.code == "50001" })
    #expect(copy.serial == "205-01")
    // The list still has them where they were, and what a person said holds.
    #expect(try sandbox.tirazh("plan", "--delta").output.contains("Ничего не изменилось"))
    let spare = try sandbox.tirazh("carry", "205-Р1", "301")
    #expect(spare.status == 3, "\(spare.text)")
    let nowhere = try sandbox.tirazh("carry", "205-02", "999")
    #expect(nowhere.status == 3 && nowhere.text.contains("205, 301"), "\(nowhere.text)")
  }

  @Test func aRoomGetsAnotherDoorByName() throws {
    let sandbox = try printed()
    defer { sandbox.remove() }
    let run = try sandbox.tirazh("room", "205", "Актовый зал")
    #expect(run.status == 0 && run.text.contains("тот же пакет"), "\(run.text)")
    #expect(try sandbox.statusJSON().packs.map(\.room) == ["Актовый зал"])
    #expect(try sandbox.tirazh("plan", "--delta").output.contains("Ничего не изменилось"))
    #expect(try sandbox.tirazh("print", "актовый зал", "--to", sandbox.out.path).status == 0)
    let file = try sandbox.file(of: PackID(number: 1), attempt: 2)
    let text = try Program.run(URL(fileURLWithPath: "/usr/bin/pdftotext"), [file.path, "-"]).output
    #expect(text.contains("пакет 205"), "\(text)")
    let back = try sandbox.tirazh("room", "актовый зал", "205")
    #expect(back.status == 0, "\(back.text)")
    #expect(try sandbox.states()["205"] == "partly")
  }

  /// Room 205 is printed; 301 waits for files that have come since.
  private func lateMaterials() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.shrink()
    try list(sandbox, rows() + ["50007;5Б;301;1А", "50008;5Б;301;1Б"])
    try sandbox.describe {
      $0.replacingOccurrences(of: "[5А, 5Б]", with: "[5А]").replacingOccurrences(
        of: "spares:",
        with: """
            - id: late
              subject: Математика
              grade: 5
              classes: [5Б]
              materials:
                - {id: work, give: participant, files: [late-1.pdf, late-2.pdf]}
          spares:
          """)
    }
    let first = try sandbox.tirazh("print", "--to", sandbox.out.path)
    #expect(first.status == 4, "\(first.text)")
    #expect(first.text.contains("Дальше:  tirazh check, затем  tirazh print"), "\(first.text)")
    for number in 1...2 {
      try FileManager.default.copyItem(
        at: sandbox.exam.appendingPathComponent("variant-\(number).pdf"),
        to: sandbox.exam.appendingPathComponent("late-\(number).pdf"))
    }
    return sandbox
  }

  @Test func materialsThatComeLateArePrintedAsCheckSays() throws {
    let sandbox = try lateMaterials()
    defer { sandbox.remove() }
    #expect(try sandbox.states() == ["205": "proved", "301": "waiting"])
    let check = try sandbox.tirazh("check")
    #expect(check.status == 0, "\(check.text)")
    let run = try sandbox.tirazh("print", "--to", sandbox.out.path)
    #expect(run.status == 0 && run.text.contains("ред. 2"), "\(run.text)")
    #expect(try sandbox.states() == ["205": "proved", "301": "proved"])
  }

  @Test func lateMaterialsTakeNothingElseAlongInSilence() throws {
    let sandbox = try lateMaterials()
    defer { sandbox.remove() }
    try sandbox.describe {
      $0.replacingOccurrences(of: "spares: {perVariant: 1}", with: "marks: none")
    }
    let run = try sandbox.tirazh("print", "--to", sandbox.out.path)
    #expect(run.status == 4 && run.text.contains("plan --delta"), "\(run.text)")
    #expect(try sandbox.planJSON().revision == 1)
    #expect(try sandbox.states() == ["205": "proved", "301": "waiting"])
  }

  @Test func aPersonAtATerminalTakesTheNewListAtOnce() throws {
    let sandbox = try printed()
    defer { sandbox.remove() }
    try list(sandbox, rows() + ["50009;5А;205;9А"])
    let talk = try Terminal.run(
      ["print", "-C", sandbox.exam.path, "--to", sandbox.out.path], answers: ["1\n"],
      prompt: "по-прежнему")
    #expect(talk.status == 0, "\(talk.screen)")
    #expect(try sandbox.planJSON().revision == 2)
    #expect(try sandbox.states()["205"] == "proved")
  }

  @Test(arguments: ["exam.yaml", "список.csv"])
  func whatIsFrozenIsPrintedWhileAFileCannotBeRead(_ name: String) throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    #expect(try sandbox.tirazh("plan", "--freeze").status == 0)
    let file = sandbox.exam.appendingPathComponent(name)
    if name == "exam.yaml" {
      try sandbox.describe { $0 + "\nмусор: [" }
    } else {
      try FileManager.default.removeItem(at: file)
    }
    let run = try sandbox.tirazh("print", "--to", sandbox.out.path)
    #expect(run.status == 0 && run.text.contains("не читается"), "\(run.text)")
    #expect(try sandbox.states()["205"] == "proved")
  }

  @Test func aDoubtIsAskedAndWithoutATerminalNothingIsFrozen() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    func names(_ name: String) throws {
      let text = "ФИО;Класс;Кабинет\n\(name);5А;205\nБелов Ян;5А;205\n"
      try Data(text.utf8).write(to: sandbox.exam.appendingPathComponent("список.csv"))
    }
    try sandbox.describe { $0.replacingOccurrences(of: "список.xlsx", with: "список.csv") }
    try names("Ковалева Анна")
    #expect(try sandbox.tirazh("plan", "--freeze").status == 0)
    try names("Соколова Инна")
    let refused = try sandbox.tirazh("plan", "--freeze")
    #expect(refused.status == 3 && refused.text.contains("N001"), "\(refused.text)")
    #expect(!refused.text.contains("Соколова"))
    let talk = try Terminal.run(
      ["plan", "-C", sandbox.exam.path, "--freeze"], answers: ["1\n"], prompt: "2 другой")
    #expect(talk.status == 0, "\(talk.screen)")
    #expect(try sandbox.planJSON().revision == 1)
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
    #expect(try !sandbox.tirazh("plan").output.contains("Список изменился"))
    let print = try sandbox.tirazh("print", "--to", sandbox.out.path)
    #expect(print.status == 0 && print.output.contains("Печатать нечего"), "\(print.text)")
    #expect(try sandbox.planJSON().revision == 1)
    let named = try sandbox.tirazh(
      "reprint", "205", "--reason", "просила Коваленко", "--yes", "--to", sandbox.out.path)
    #expect(named.status == 2 && named.text.contains("названа фамилия"), "\(named.text)")
  }

  @Test func papersOfTheExamAreNoChangeOfTheList() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    try sandbox.describe {
      $0.replacingOccurrences(of: "give: organiser", with: "give: exam")
    }
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 0)
    #expect(try sandbox.states().count == 2)
    try list(sandbox, rows() + [""])
    let run = try sandbox.tirazh("print", "--to", sandbox.out.path)
    #expect(run.status == 0 && run.output.contains("Печатать нечего"), "\(run.text)")
  }

  @Test func aWindowThatPrintsAndDoesNotAnswerKeepsThePlanAsItIs() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    #expect(try sandbox.tirazh("plan", "--freeze").status == 0)
    let lock = sandbox.exam.appendingPathComponent(".tirazh/print.lock")
    let file = try FileHandle(forUpdating: lock)
    #expect(flock(file.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
    // What is frozen already needs nobody.
    #expect(try sandbox.tirazh("plan", "--freeze").status == 0)
    try list(sandbox, rows(without: [6]))
    let run = try sandbox.tirazh("plan", "--freeze")
    #expect(run.status == 3 && run.text.contains("не отвечает"), "\(run.text)")
    #expect(try sandbox.planJSON().revision == 1)
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
