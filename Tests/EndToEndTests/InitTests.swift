import Foundation
import Testing

/// `init` on three folders: what is said, what is asked, what is written.
@Suite struct InitTests {
  @Test func aFolderWithOneWorkNeedsOneQuestion() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try FileManager.default.removeItem(at: sandbox.exam.appendingPathComponent("exam.yaml"))
    let run = try sandbox.initialise(input: "21.04.2026 10:00\n")
    #expect(run.status == 0, "\(run.text)")
    #expect(
      run.output.hasPrefix(
        """
        Нашёл: список.xlsx — 58 участников, 3 кабинета, 5А 5Б
               instruction.pdf — инструкция, 1 страница
               variant-1.pdf — Математика 5 класс, вариант 1, 9 страниц
               variant-2.pdf — Математика 5 класс, вариант 2, 9 страниц
               принтеров нет
        Вопрос 1 из 1. Дата и звонок, например 
        """), "\(run.output)")
    #expect(run.output.contains("Записал exam.yaml (12 строк)."))
    #expect(run.output.hasSuffix("Дальше:  tirazh plan\n"), "\(run.output)")
    let yaml = try sandbox.yaml()
    #expect(yaml.contains("date: 21.04.2026\nstarts: \"10:00\""))
    #expect(yaml.contains("{give: participant, files: [variant-1.pdf, variant-2.pdf]},"))
    #expect(yaml.contains("{id: инструкция, give: organiser, file: instruction.pdf}"))
    let plan = try sandbox.planJSON()
    #expect(plan.packs.count == 3)
    #expect(plan.findings.allSatisfy { $0.severity != "stop" }, "\(plan.findings)")
  }

  @Test(arguments: [("2\n", 3), ("", 3), ("2\n21.04.2026\n", 0)])
  func severalListsAreAskedFor(input: String, status: Int32) throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.twoSubjects()
    try FileManager.default.removeItem(at: sandbox.exam.appendingPathComponent("physics-8.pdf"))
    let newer = sandbox.exam.appendingPathComponent("Список новый.csv")
    try Data("ФИО;Класс;Кабинет\nЧижов Илья;8А;301\n".utf8).write(to: newer)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: 60)], ofItemAtPath: newer.path)
    try Data("код;кабинет\n".utf8).write(to: sandbox.exam.appendingPathComponent("пусто.csv"))
    let run = try sandbox.initialise(input: input)
    #expect(run.status == status, "\(run.text)")
    #expect(
      run.output.contains(
        "Списков несколько, какой взять?   1 Список новый.csv   2 Список 8 кл.csv: "))
    #expect(run.text.contains("Не отвечено") == (status == 3), "\(run.text)")
    if status == 0 { #expect(try sandbox.yaml().contains("list: Список 8 кл.csv")) }
  }

  @Test func classesThatMayWriteSeveralWorksAreAskedFor() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.twoSubjects()
    let run = try sandbox.initialise(input: "2\nглупость\n\nгеогр\n21.04.2026\n")
    #expect(run.status == 0, "\(run.text)")
    #expect(
      run.output.contains("Вопрос 1 из 2. Кто что пишет?   1 География 8 класс   2 Физика 8 класс"))
    #expect(
      run.output.contains(
        "   8А:    8Б:    Не понял «глупость».\n   8Б:    Enter ничего не выбирает"))
    let yaml = try sandbox.yaml()
    #expect(yaml.contains("{subject: География, grade: 8, classes: [8Б], materials: ["), "\(yaml)")
    #expect(yaml.contains("{subject: Физика, grade: 8, classes: [8А], materials: ["), "\(yaml)")

    // A second run changes nothing without a word; what would change is shown in words.
    try Data("ФИО;Класс;Кабинет\nЧижов Илья;8А;301\n".utf8)
      .write(to: sandbox.exam.appendingPathComponent("Список новый.csv"))
    let again = try sandbox.initialise(input: "")
    #expect(again.output.contains("Оставил exam.yaml как есть"), "\(again.text)")
    #expect(
      again.output.contains("  список: вместо «Список 8 кл.csv» будет «Список новый.csv»"),
      "\(again.text)")
    #expect(!again.output.contains("Вопрос"))
    #expect(try sandbox.yaml() == yaml)
    #expect(try sandbox.initialise(input: "1\n").status == 0)
    #expect(try sandbox.yaml() == yaml.replacing("Список 8 кл.csv", with: "Список новый.csv"))
  }

  @Test func theOtherVariantIsAddedToItsWork() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let second = sandbox.exam.appendingPathComponent("variant-2.pdf")
    let kept = sandbox.folder.appendingPathComponent("variant-2.pdf")
    try FileManager.default.moveItem(at: second, to: kept)
    try sandbox.describe {
      $0.replacingOccurrences(
        of: "files: [variant-1.pdf, variant-2.pdf]", with: "file: variant-1.pdf")
    }
    try FileManager.default.moveItem(at: kept, to: second)
    let run = try sandbox.initialise(input: "1\n")
    #expect(
      run.output.contains("  Математика 5 класс: к файлам добавится variant-2.pdf (вариант 2)"),
      "\(run.text)")
    #expect(try sandbox.yaml().contains("files: [variant-1.pdf, variant-2.pdf]"))
    #expect(try sandbox.initialise(input: "").output.contains("менять в нём нечего"))
  }

  @Test func theEveningBeforeHasAWayOut() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    let exam = sandbox.exam.appendingPathComponent("exam.yaml")
    try FileManager.default.removeItem(at: exam)
    let variants = ["variant-1.pdf", "variant-2.pdf"]
    let away = try variants.map { name in
      let file = sandbox.exam.appendingPathComponent(name)
      let kept = sandbox.folder.appendingPathComponent(name)
      try FileManager.default.moveItem(at: file, to: kept)
      return (kept, file)
    }
    let refused = try sandbox.initialise(input: "")
    #expect(refused.status == 3 && refused.errors.contains("Не отвечено: дата"), "\(refused.text)")
    #expect(!FileManager.default.fileExists(atPath: exam.path))
    #expect(try sandbox.initialise(input: "21.04.2026\n").status == 0)
    let plan = try sandbox.tirazh("plan")
    #expect(plan.output.contains("≈"))
    #expect(!plan.output.contains("Дальше:  tirazh print"), "\(plan.output)")

    for (kept, file) in away { try FileManager.default.moveItem(at: kept, to: file) }
    #expect(
      try sandbox.tirazh("check").output.contains(
        "Положите материалы в папку. Дальше:  tirazh init"))
    let taken = try sandbox.initialise(input: "1\n")
    #expect(taken.output.contains("новая работа: Математика 5 класс"), "\(taken.text)")
    #expect(taken.output.hasSuffix("Дальше:  tirazh plan\n"), "\(taken.text)")
    let nothing = try sandbox.initialise(input: "")
    #expect(nothing.output.contains("менять в нём нечего"), "\(nothing.text)")
  }

  @Test func materialsOfAnotherGradeAreNoticed() throws {
    let sandbox = try Sandbox()
    defer { sandbox.remove() }
    try sandbox.twoSubjects()
    try Data("ФИО;Класс;Кабинет\nДроздов Олег;6А;201\n".utf8)
      .write(to: sandbox.exam.appendingPathComponent("Список 8 кл.csv"))
    let run = try sandbox.initialise(input: "21.04.2026\n")
    #expect(
      run.output.contains("Физика 8 класс: классов этой параллели в списке нет"), "\(run.text)")
  }

  @Test func anEmptyFolderGetsAListToFillIn() throws {
    let folder = try Sandbox.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try Program.run(
      ["init", "-C", folder.path], environment: ["CUPS_SERVER": "/nonexistent"])
    #expect(run.status == 0)
    #expect(
      run.output == """
        Нашёл: принтеров нет
        Записал «Список участников.xlsx». Заполните его, сохраните и наберите:  tirazh init
        Архив с материалами — в личном кабинете ФИС ОКО, раздел «Ход ВПР»: скачайте его в эту папку.

        """)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files == ["Список участников.xlsx"])
    // The list is one that the program itself understands, empty as it is.
    let check = try Program.run(
      ["init", "-C", folder.path], environment: ["CUPS_SERVER": "/nonexistent"])
    #expect(check.output.contains("Список участников.xlsx — "), "\(check.output)")
  }
}

extension Sandbox {
  fileprivate func initialise(input: String) throws -> Program.Run {
    try Program.Running(
      Program.executable(), ["init", "-C", exam.path],
      environment: ["CUPS_SERVER": "/nonexistent"], input: input
    ).end()
  }

  fileprivate func yaml() throws -> String {
    try String(contentsOf: exam.appendingPathComponent("exam.yaml"), encoding: .utf8)
  }

  /// A school's folder with two subjects of grade 8, in place of the example.
  fileprivate func twoSubjects() throws {
    for file in try FileManager.default.contentsOfDirectory(atPath: exam.path) {
      try FileManager.default.removeItem(at: exam.appendingPathComponent(file))
    }
    for name in ["geography-8.pdf", "physics-8.pdf"] {
      try replace(name, with: "pdf/\(name)")
    }
    let rows = ["ФИО;Класс;Кабинет", "Дроздов Олег;8А;201", "Синицына Анна;8Б;202"]
    try Data(rows.joined(separator: "\n").utf8)
      .write(to: exam.appendingPathComponent("Список 8 кл.csv"))
  }
}
