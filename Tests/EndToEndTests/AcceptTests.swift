import Foundation
import Testing

/// A second download that differs is an alarm until a person accepts it.
@Suite struct AcceptTests {
  private func finding(_ sandbox: Sandbox, _ words: String) throws -> PlanJSON.FindingLine? {
    let run = try sandbox.tirazh("check", "-v")
    let line = run.output.split(separator: "\n").first { $0.contains(words) }
    let number = line?.split(separator: " ").first.flatMap { Int($0) }
    guard let line, let number else { return nil }
    let stops = run.output.components(separatedBy: "ОСТАНОВКИ").last ?? ""
    let isStop = run.output.contains("ОСТАНОВКИ") && stops.prefix(200).contains(line)
    return PlanJSON.FindingLine(
      number: number, code: 0, severity: isStop ? "stop" : "other", scope: "", id: "",
      message: String(line), where: "")
  }

  @Test func aReplacedFileStopsItsWorkUntilAccepted() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    #expect(try sandbox.tirazh("plan", "--freeze").status == 0)
    #expect(try finding(sandbox, "не тот файл") == nil)
    try sandbox.replace("variant-2.pdf", with: "pdf/variant-2-short.pdf")
    #expect(try sandbox.tirazh("print", "--to", sandbox.out.path).status == 3)

    let alarm = try #require(try finding(sandbox, "variant-2.pdf: это не тот файл"))
    #expect(alarm.severity == "stop")
    #expect(try sandbox.tirazh("plan", "--freeze").status == 0)
    let stopped = try sandbox.tirazh("print", "--to", sandbox.out.path)
    #expect(stopped.status == 4, "\(stopped.text)")
    #expect(sandbox.printed() == [])

    #expect(try sandbox.tirazh("accept", "\(alarm.number)").status == 64)
    #expect(try sandbox.tirazh("accept", "\(alarm.number)", "--reason", " ").status == 64)
    let accepted = try sandbox.tirazh("accept", "\(alarm.number)", "--reason", "пришла замена")
    #expect(accepted.status == 0, "\(accepted.text)")
    let note = try #require(try finding(sandbox, "принято («пришла замена»)"))
    #expect(note.severity == "other")
    let twice = try sandbox.tirazh("accept", "\(note.number)", "--reason", "ещё раз")
    #expect(twice.status == 3 && twice.text.contains("уже принята"), "\(twice.text)")
    let printed = try sandbox.tirazh("print", "--to", sandbox.out.path)
    #expect(printed.status == 0, "\(printed.text)")
    #expect(sandbox.printed().count == 1)
  }

  /// What is looked at together is accepted together: the numbers are those of one check.
  @Test func severalFindingsAreAcceptedAtOnce() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    #expect(try sandbox.tirazh("plan", "--freeze").status == 0)
    for name in ["variant-1.pdf", "variant-2.pdf"] {
      let file = sandbox.exam.appendingPathComponent(name)
      try (Data(contentsOf: file) + Data("% A\n".utf8)).write(to: file)
    }
    let numbers = try ["variant-1.pdf: это не тот", "variant-2.pdf: это не тот"].map {
      "\(try #require(try finding(sandbox, $0)).number)"
    }
    let run = try sandbox.tirazh("accept", numbers[0], numbers[1], "--reason", "замена")
    #expect(run.status == 0, "\(run.text)")
    #expect(try sandbox.tirazh("check").status == 0)
    let one = try sandbox.tirazh("accept", numbers[0], "999", "--reason", "замена")
    #expect(one.status == 3, "\(one.text)")
  }

  /// `verified: true` is a word about the file that lay there when it was first read.
  @Test func aWordInTheDescriptionDoesNotCoverAnotherFile() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    try sandbox.describe {
      $0.replacingOccurrences(
        of: "files: [variant-1.pdf, variant-2.pdf]",
        with: "files: [variant-1.pdf, variant-2.pdf]\n        verified: true")
    }
    #expect(try sandbox.tirazh("check").status == 0)
    try sandbox.replace("variant-2.pdf", with: "pdf/variant-2-short.pdf")
    #expect(try finding(sandbox, "variant-2.pdf: это не тот файл")?.severity == "stop")
  }

  @Test func whatWasAcceptedDoesNotCoverAnotherReplacement() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    let words = "variant-2.pdf: это не тот файл"
    #expect(try sandbox.tirazh("plan", "--freeze").status == 0)
    try sandbox.replace("variant-2.pdf", with: "pdf/variant-2-short.pdf")
    let alarm = try #require(try finding(sandbox, words))
    #expect(
      try sandbox.tirazh("accept", "\(alarm.number)", "--reason", "замена").status == 0)
    try sandbox.replace("variant-2.pdf", with: "pdf/misnamed-variant-1.pdf")
    #expect(try finding(sandbox, words)?.severity == "stop")
  }

  @Test func whatCameAfterTheFreezeIsWatchedToo() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    let file = sandbox.exam.appendingPathComponent("instruction.pdf")
    let away = sandbox.folder.appendingPathComponent("instruction.pdf")
    try FileManager.default.moveItem(at: file, to: away)
    #expect(try sandbox.tirazh("plan", "--freeze").status == 0)
    try FileManager.default.moveItem(at: away, to: file)
    #expect(try finding(sandbox, "не тот файл") == nil)
    try sandbox.replace("instruction.pdf", with: "pdf/blank-page.pdf")
    #expect(try finding(sandbox, "instruction.pdf: это не тот файл")?.severity == "stop")
  }

  @Test func aFileUnderAnotherNameIsNoticed() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.shrink()
    #expect(try sandbox.tirazh("plan", "--freeze").status == 0)
    try sandbox.describe { $0.replacingOccurrences(of: "variant-2.pdf", with: "new.pdf") }
    try FileManager.default.moveItem(
      at: sandbox.exam.appendingPathComponent("variant-2.pdf"),
      to: sandbox.exam.appendingPathComponent("new.pdf"))
    #expect(try finding(sandbox, "не тот файл") == nil)
    try sandbox.describe { $0.replacingOccurrences(of: "new.pdf", with: "newer.pdf") }
    try sandbox.replace("newer.pdf", with: "pdf/variant-2-short.pdf")
    #expect(try finding(sandbox, "не тот файл")?.message.contains("newer.pdf") == true)
  }

  @Test(arguments: [
    ("variant-2.pdf", "pdf/criteria.pdf", "Система оценивания", "участникам не печатают"),
    ("variant-2.pdf", "pdf/a5.pdf", "не формата A4", "нужно исправить"),
  ])
  func someStopsAreNeverAccepted(
    _ name: String, fixture: String, words: String, refusal: String
  ) throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.replace(name, with: fixture)
    let stop = try #require(try finding(sandbox, words))
    let run = try sandbox.tirazh("accept", "\(stop.number)", "--reason", "так надо")
    #expect(run.status == 3)
    #expect(run.text.contains(refusal), "\(run.text)")
  }

  @Test func aDoubledCodeIsNeverAccepted() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.replace("list.csv", with: "lists/doubled-code.csv")
    try sandbox.describe { $0.replacingOccurrences(of: "список.xlsx", with: "list.csv") }
    #expect(try sandbox.tirazh("check").status == 3)
    let run = try sandbox.tirazh("accept", "1", "--reason", "так надо")
    #expect(run.status == 3 && run.text.contains("работы перепутаются"), "\(run.text)")
    #expect(try sandbox.tirazh("accept", "99", "--reason", "так надо").status == 3)
  }

  @Test func aWarningMayBeAcceptedBeforeAnythingIsFrozen() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.replace("variant-2.pdf", with: "pdf/variant-2-short.pdf")
    let warning = try #require(try finding(sandbox, "разное число страниц"))
    let named = try sandbox.tirazh(
      "accept", "\(warning.number)", "--reason", "разрешила Берёзкина и Абрикосов")
    #expect(named.status == 3 && named.text.contains("назв"), "\(named.text)")
    #expect(
      try sandbox.tirazh("accept", "\(warning.number)", "--reason", "сверено").status == 0)
    #expect(try finding(sandbox, "принято («сверено»)") != nil)
  }

  @Test func aFindingHasACodeThatStaysWhateverElseIsFound() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.replace("variant-2.pdf", with: "pdf/variant-2-short.pdf")
    func code() throws -> Int {
      let all = try sandbox.planJSON().findings
      return try #require(all.first { $0.message.contains("разное число страниц") }).code
    }
    let before = try code()
    try Data("%PDF-1.4 другое".utf8).write(
      to: sandbox.exam.appendingPathComponent("лишний.pdf"))
    #expect(try code() == before)
    #expect(try sandbox.tirazh("check", "-v").output.contains("[\(before)]"))
    let other = try sandbox.tirazh("accept", "99999", "--reason", "help")
    #expect(other.status == 3, "\(other.text)")
    let run = try sandbox.tirazh("accept", "\(before)", "--reason", "сверено")
    #expect(run.status == 0, "\(run.text)")
  }
}
