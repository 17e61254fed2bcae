import Exam
import Foundation
import PackProof
import Planning
import Testing

/// The example on real IPP printers behind a real CUPS server.
@Suite(.serialized) struct LabTests {
  @Test func fourPrintersReceiveWhatThePlanSays() throws {
    let (sandbox, lab) = try atLab(printers: 4)
    defer { leave(sandbox, lab) }

    let run = try sandbox.tirazh("print", environment: lab.environment)
    #expect(run.status == 0, "\(run.text)")

    let plan = try sandbox.planJSON().plan()
    let proof = try sandbox.proof()
    var seen = 0
    for printer in ["lab1", "lab2", "lab3", "lab4"] {
      let received = try lab.received(by: printer)
      for pack in plan.packs {
        guard let file = received["tz-7f3a2c-\(pack.id.rawValue.lowercased())-a1"] else { continue }
        seen += 1
        #expect(
          try proof.problems(pdf: file, pack: pack.id, attempt: 1, revision: 1, items: nil) == [])
      }
      for line in lab.engineLog(of: printer) where line.hasPrefix("START") {
        #expect(line.contains("sides=one-sided"))
        #expect(line.contains("color=monochrome"))
      }
    }
    #expect(seen == plan.packs.count)

    let again = try sandbox.tirazh("print", environment: lab.environment)
    #expect(again.status == 0)
    #expect(again.output.contains("Печатать нечего"))
  }

  /// A later part of a pack is not printed as if its files had been.
  @Test func aPackThatLiesInPartInAFileIsLeftOutUntilSomebodySaysWhatOfIt() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    try sandbox.shrink()
    #expect(
      try sandbox.tirazh("print", "--to", sandbox.out.path, environment: lab.environment).status
        == 0)
    let list = sandbox.exam.appendingPathComponent("список.csv")
    let text = try String(contentsOf: list, encoding: .utf8) + "\n50009;5А;205;9А"
    try Data(text.utf8).write(to: list)
    #expect(try sandbox.tirazh("plan", "--freeze", environment: lab.environment).status == 0)
    let run = try sandbox.tirazh("print", environment: lab.environment)
    #expect(run.status == 4 && run.text.contains("записан"), "\(run.text)")
    #expect(try lab.received(by: "lab1").isEmpty)
    #expect(try sandbox.states()["205"] == "partly")
  }

  @Test func anAbortingPrinterIsNeverBelieved() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    try lab.set("fail", of: "lab1", to: "1")
    try lab.set("fail-after", of: "lab1", to: "5")
    let run = try sandbox.tirazh("print", "204", environment: lab.environment)
    #expect(run.status == 2 || run.status == 4, "\(run.text)")
    #expect(try sandbox.states()["204"] != "proved")
  }

  @Test func anAbortedJobOfFewPagesIsNotBelievedEither() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    #expect(try sandbox.tirazh("print", "204", environment: lab.environment).status == 0)
    try lab.set("fail", of: "lab1", to: "1")
    // The slip and one page: the shortest job there is.
    let run = try sandbox.tirazh(
      "reprint", "204", "204-01", "--pages", "1", "--reason", "брак",
      environment: lab.environment)
    #expect(run.status == 2 || run.status == 4, "\(run.text)")
  }

  @Test func paperRunsOutAndPrintingGoesOn() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    try lab.set("empty", of: "lab1", to: "")
    let run = try sandbox.start("print", "205", environment: lab.environment)
    try patiently { try run.errorsSoFar().contains("НЕТ БУМАГИ") }
    #expect(try sandbox.tirazh("status").output.contains("СТОИТ: нет бумаги"))
    try lab.set("empty", of: "lab1", to: nil)
    let ended = try run.end()
    #expect(ended.status == 0, "\(ended.text)")
    #expect(try sandbox.states()["205"] == "proved")
  }

  @Test func largePaperThatNoPrinterTakesKeepsOnlyItsOwnPack() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let rows = ["Код;Класс;Кабинет;ОВЗ", "50001;5А;204;", "50002;5А;204;слабовидящий"]
    try Data(rows.joined(separator: "\n").utf8)
      .write(to: sandbox.exam.appendingPathComponent("список.csv"))
    try sandbox.describe { $0.replacingOccurrences(of: "список.xlsx", with: "список.csv") }
    let lab = try PrintLab(printers: 1)
    defer { lab.end() }
    let run = try sandbox.tirazh("print", environment: lab.environment)
    #expect(run.status == 4, "\(run.text)")
    #expect(run.output.contains("каб. 204 А3: Ни один принтер не печатает на А3"), "\(run.text)")
    #expect(run.output.contains("tirazh print \"204 А3\" --to ПАПКА"))
    #expect(lab.engineLog(of: "lab1").count { $0.hasPrefix("START") } == 1)
    let apart = try sandbox.tirazh("print", "204 А3", "--to", sandbox.out.path)
    #expect(apart.status == 0, "\(apart.text)")
    #expect(Set(try sandbox.statusJSON().packs.map(\.state)) == ["proved"])
  }

  @Test(arguments: [true, false])
  func aPrinterThatTakesNoPDFIsKnownBeforehand(isDirect: Bool) throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    try lab.set("formats", of: "lab1", to: "image/urf,image/pwg-raster")
    try lab.command("kill lab1")
    try lab.command("start lab1")
    let port = try #require(lab.ports["lab1"])
    let address = isDirect ? ", uri: 'ipp://localhost:\(port)/ipp/print'" : ""
    try sandbox.describe { $0 + "\nprinters: [{name: lab1\(address)}]\n" }
    let check = try sandbox.tirazh("check", environment: lab.environment)
    #expect(check.status == 3, "\(check.text)")
    #expect(check.output.contains("не принимает PDF"), "\(check.text)")
    let print = try sandbox.tirazh("print", "205", environment: lab.environment)
    #expect(print.status == 3, "\(print.text)")
    #expect(print.errors.contains("не принимает PDF"), "\(print.text)")
  }

  @Test func aListEditedAfterTheFreezeChangesNothing() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    #expect(try sandbox.tirazh("plan", "--freeze").status == 0)
    let before = try sandbox.planJSON()
    let list = "Код;Кабинет\n59999;204\n"
    try Data(list.utf8).write(to: sandbox.exam.appendingPathComponent("список.xlsx"))
    let run = try sandbox.tirazh("print", "--to", sandbox.out.path)
    #expect(run.status == 4, "\(run.text)")
    #expect(run.errors.contains("Список изменился"))
    let after = try sandbox.planJSON()
    #expect(after.packs.flatMap(\.copies).map(\.code) == before.packs.flatMap(\.copies).map(\.code))
    #expect(after.revision == 1)
  }
}
