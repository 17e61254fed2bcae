import Exam
import Foundation
import PackProof
import Planning
import Testing

/// Power cuts, dead servers and impatient people: what is printed is known afterwards, or a person looks.
@Suite(.serialized) struct FailureTests {
  @Test func aProgramThatIsKilledGoesOnWhereItWas() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    try lab.set("delay", of: "lab1", to: "3")
    let killed = try sandbox.start("print", "204", environment: lab.environment)
    try lab.engine("lab1", says: "START")
    kill(killed.pid, SIGKILL)
    _ = try killed.end()
    try Data("Код;Кабинет\n59999;204\n".utf8)
      .write(to: sandbox.exam.appendingPathComponent("список.csv"))

    let run = try sandbox.tirazh("print", "204", environment: lab.environment)
    // What was frozen is printed; that the list changed is for a person to decide.
    #expect(run.status == 4, "\(run.text)")
    #expect(run.errors.contains("Смотрю, чем кончилось начатое раньше: 204"))
    #expect(lab.engineLog(of: "lab1").count { $0.hasPrefix("START") } == 1)
    #expect(try sandbox.states()["204"] == "proved")
    let plan = try sandbox.planJSON().plan()
    let file = try #require(try lab.received(by: "lab1")["tz-7f3a2c-p01-a1"])
    #expect(
      try sandbox.proof().problems(
        pdf: file, pack: try #require(plan.packs.first).id, attempt: 1, revision: 1, items: nil)
        == [])
  }

  @Test func aServerThatIsKilledLeavesThePackToAPerson() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    try lab.set("delay", of: "lab1", to: "4")
    let run = try sandbox.start("print", "205", environment: lab.environment)
    try lab.engine("lab1", says: "START")
    try lab.command("kill-cupsd")
    try lab.command("start-cupsd")
    let ended = try run.end()
    #expect(ended.status == 4, "\(ended.text)")
    #expect(try sandbox.states()["205"] == "person")
    // Nothing is sent again by itself.
    let again = try sandbox.tirazh("print", "205", environment: lab.environment)
    #expect(again.status == 4, "\(again.text)")
    #expect(lab.engineLog(of: "lab1").count { $0.contains("-P02-A2") } == 0)
  }

  @Test func aPrinterSwitchedOffAndOnInTheMiddleNeedsAPerson() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    try lab.set("delay", of: "lab1", to: "4")
    let run = try sandbox.start("print", "205", environment: lab.environment)
    try lab.engine("lab1", says: "START")
    try lab.command("kill lab1")
    try lab.command("start lab1")
    let ended = try run.end()
    #expect(ended.status == 4, "\(ended.text)")
    #expect(try sandbox.states()["205"] == "person")
  }

  @Test func aPrinterThatDiesAndStaysDeadIsSaidAndCanBeLeft() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    try lab.set("delay", of: "lab1", to: "8")
    let run = try sandbox.start("print", "205", environment: lab.environment)
    try lab.engine("lab1", says: "START")
    try lab.command("kill lab1")
    try patiently { try run.errorsSoFar().contains("ПРИНТЕР НЕ ОТВЕЧАЕТ") }
    kill(run.pid, SIGINT)
    try patiently { try run.errorsSoFar().contains("СТОП") }
    kill(run.pid, SIGINT)
    let ended = try run.end()
    #expect(ended.status == 4, "\(ended.text)")
    #expect(try sandbox.states()["205"] == "person")
    #expect(try sandbox.states()["204"] == "waiting")
  }

  @Test func twoInterruptsEndARunWhosePrinterNeverEnds() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    try lab.set("empty", of: "lab1", to: "")
    let run = try sandbox.start("print", "205", environment: lab.environment)
    try lab.engine("lab1", says: "BLOCKED")
    try patiently { try run.errorsSoFar().contains("НЕТ БУМАГИ") }
    kill(run.pid, SIGINT)
    try patiently { try run.errorsSoFar().contains("СТОП") }
    kill(run.pid, SIGINT)
    let ended = try run.end()
    #expect(ended.status == 4, "\(ended.text)")
    #expect(try sandbox.states()["205"] == "person")
  }

  /// After a jam the tray decides: what is whole stands, the rest is printed under a slip of its own.
  @Test func thePackGoesOnAfterWhatLiesInTheTray() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    try lab.set("fail", of: "lab1", to: "1")
    try lab.set("fail-after", of: "lab1", to: "5")
    #expect(try sandbox.tirazh("print", "205", environment: lab.environment).status == 4)
    #expect(try sandbox.states()["205"] == "person")
    try lab.set("fail", of: "lab1", to: nil)

    let plan = try sandbox.planJSON().plan()
    let pack = try #require(plan.packs.first { $0.room.rawValue == "205" })
    let number = "\(try #require(try sandbox.statusJSON().questions.first).number)"
    let refused = try sandbox.tirazh("answer", number, "205-99")
    #expect(refused.status == 3, "\(refused.text)")
    let answer = try sandbox.tirazh("answer", number, "205-02")
    #expect(answer.status == 0, "\(answer.text)")
    #expect(try sandbox.states()["205"] == "partly")

    let run = try sandbox.tirazh("print", "205", environment: lab.environment)
    #expect(run.status == 0, "\(run.text)")
    #expect(try sandbox.states()["205"] == "proved")
    let second = try #require(pack.copies.first { $0.serial == "205-02" })
    let place = try #require(pack.order.firstIndex(of: second.id))
    let file = try #require(
      try lab.received(by: "lab1")["tz-7f3a2c-\(pack.id.rawValue.lowercased())-a2"])
    #expect(
      try sandbox.proof().problems(
        pdf: file, pack: pack.id, attempt: 2, revision: 1,
        items: Array(pack.order.dropFirst(place + 1))) == [])
    let again = try sandbox.tirazh("print", "205", environment: lab.environment)
    #expect(again.output.contains("Печатать нечего"), "\(again.text)")
  }

  @Test func aPrinterAddressedDirectlyReceivesWhatThePlanSays() throws {
    let (sandbox, lab) = try atLab(printers: 1)
    defer { leave(sandbox, lab) }
    let port = try #require(lab.ports["lab1"])
    try sandbox.describe {
      $0 + "\nprinters:\n  - {name: прямой, uri: 'ipp://localhost:\(port)/ipp/print'}\n"
    }
    let run = try sandbox.tirazh("print", "205", environment: ["CUPS_SERVER": "/nonexistent"])
    #expect(run.status == 0, "\(run.text)")
    #expect(try sandbox.states()["205"] == "proved")
    let plan = try sandbox.planJSON().plan()
    let pack = try #require(plan.packs.first { $0.room.rawValue == "205" })
    let file = try #require(
      try lab.received(by: "lab1")["tz-7f3a2c-\(pack.id.rawValue.lowercased())-a1"])
    #expect(
      try sandbox.proof().problems(
        pdf: file, pack: pack.id, attempt: 1, revision: 1, items: nil) == [])
  }

  @Test func aDiskThatIsFullLeavesNoPartAndIsFilledLater() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    // A limit on the size of files fails the writing as a full disk does.
    let limited = try Program.run(
      URL(fileURLWithPath: "/bin/bash"),
      [
        "-c", "trap '' XFSZ; ulimit -f 600; exec \"$@\"", "bash", Program.executable().path,
        "print", "-C", sandbox.exam.path, "--to", sandbox.out.path,
      ])
    #expect(limited.status == 2 || limited.status == 4, "\(limited.text)")
    #expect(limited.text.contains("Проверьте место на диске"))
    let left = try FileManager.default.contentsOfDirectory(atPath: sandbox.out.path)
    #expect(!left.contains { $0.hasSuffix(".part") })
    let rest = try sandbox.tirazh("print", "--to", sandbox.out.path)
    #expect(rest.status == 0, "\(rest.text)")
    #expect(try Set(sandbox.states().values) == ["proved"])
  }
}

extension PrintLab {
  /// Waits until a printer's engine has logged a line with this beginning.
  func engine(_ printer: String, says word: String) throws {
    try patiently { engineLog(of: printer).contains { $0.hasPrefix(word) } }
  }
}
