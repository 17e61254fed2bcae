import Exam
import Intake
import Testing

/// Columns of subjects under any heading, and titles that speak of subject, day and bell.
@Suite struct ListsSubjectColumnTests {
  private static func list(_ headings: String, _ rows: String...) throws -> ListResult {
    let people = ["Иванов Пётр", "Котов Илья", "Зуев Олег"]
    let lines = zip(people, rows).map { "\($0);5А;204;\($1)" }
    return try Fixture.list(
      csv: (["ФИО;Класс;Кабинет;\(headings)"] + lines).joined(separator: "\n") + "\n")
  }

  @Test(arguments: [
    "Предметы", "Дисциплина/предмет", "Название работы", "ВПР", "Экзамен", "Что сдаёт", "Столбец 5",
  ])
  func aColumnOfSubjectsIsReadWhateverItsHeading(heading: String) throws {
    let result = try Self.list(heading, "История", "Русский язык", "матем.")
    #expect(result.participants.map(\.subject) == ["История", "Русский язык", "матем."])
  }

  @Test func anUnusualHeadingIsSaidAtItsCell() throws {
    let found = try Self.list("Что сдаёт", "История", "История", "История").findings
      .filter { $0.severity == .warn }
    #expect(found.map(\.kind) == [.listGivenSubject])
    #expect(found.map(\.place.ru) == ["список.csv, строка 1, столбец D"])
  }

  @Test(arguments: [
    ("Предмет 1;Предмет 2", "Математика;История", true),
    ("Предмет;Экзамен", "Математика;История", true),
    ("Предмет;Название", "Математика;математика", false),
    ("Предмет;Иностранный язык", "Математика;Английский", false),
    ("Предмет;Профиль", "Математика;История", false),
  ])
  func twoColumnsOfSubjectsStop(headings: String, cells: String, isStopped: Bool) throws {
    let result = try Self.list(headings, cells, cells)
    let stops = result.findings.filter { $0.severity == .stop }.map(\.kind)
    #expect(stops == (isStopped ? [.listSubjectColumns] : []))
  }

  @Test func subjectsOfAFewAreSaidAndNotRead() throws {
    let result = try Self.list("Заметки", "История", "", "")
    #expect(result.participants.map(\.subject) == [nil, nil, nil])
    #expect(result.findings.contains { $0.kind == .listSubjectUnclear && $0.severity == .warn })
  }

  @Test(arguments: ["м", "да", "12.05.2015", "Петрова А.П.", "+7 900 000-00-00"])
  func otherColumnsAreNoSubjects(text: String) throws {
    let result = try Self.list("Прочее", text, text, text)
    #expect(result.participants.map(\.subject) == [nil, nil, nil])
    #expect(!result.findings.contains { $0.kind.rawValue.contains("subject") })
  }

  @Test(
    arguments: [
      ("Список участников ВПР по русскому языку 02.12.2026", "Русский язык"),
      ("ВПР по русскому языку. 5 класс. 03.12.2026, начало в 10:00", "Русский язык"),
      ("Список участников ВПР по истории 5 класс", "История"),
      ("ВПР. Математика. 5 класс", "Математика"),
      ("Контрольная работа по окружающему миру", "Окружающий мир"),
      ("ВПР по математике, углублённый уровень", "Математика (углублённый)"),
      ("ВПР по математике и русскому языку", nil), ("Рассадка по кабинетам", nil),
      ("Списки по классам и по алфавиту", nil), ("Кабинет истории", nil),
      ("Ответственный за ВПР по химии Котова", nil),
    ] as [(String, String?)])
  func aTitleSpeaksOfItsSubject(title: String, subject: String?) throws {
    let result = try Fixture.list(csv: title + "\nФИО;Класс;Кабинет\nИванов Пётр;5А;204\n")
    #expect(result.participants.map(\.subject) == [subject])
  }

  @Test(
    arguments: [
      ("ВПР по математике", ["Математика"], nil), ("ВПР по математике", [], "Математика"),
      ("Предмет: история", ["Математика"], "история"),
      ("ВПР по математике", ["Математика", "История"], "Математика"),
      ("ВПР по математике, базовый уровень", ["Математика"], "Математика (базовый)"),
    ] as [(String, [String], String?)])
  func aTitleOfTheOnlyWorkSaysNothingNew(title: String, works: [String], subject: String?) throws {
    let text = title + "\nФИО;Класс;Кабинет\nИванов Пётр;5А;204\n"
    let result = try ListReader.read(
      bytes: Array(text.utf8), fileName: "список.csv", subjects: works)
    #expect(result.participants.map(\.subject) == [subject])
  }

  /// A title may be left over from another work: it is said, and gives nobody a work that there is not.
  @Test func aTitleOfAnotherWorkIsSaid() throws {
    let text = "Список участников ВПР по истории\nФИО;Класс;Кабинет\nИванов Пётр;5А;204\n"
    let result = try ListReader.read(
      bytes: Array(text.utf8), fileName: "список.csv", subjects: ["Математика"])
    #expect(result.participants.map(\.subject) == [nil])
    let finding = result.findings.first { $0.kind == .listSubjectUnclear }
    #expect(finding?.severity == .warn && finding?.message.ru.contains("«История»") == true)
  }

  @Test func titlesOfTwoBuildingsAreTwoRooms() throws {
    let result = try Fixture.list(
      csv: "ФИО;Класс\nКабинет 204, корпус 1;\nИванов Пётр;5А\n"
        + "Корпус 2, кабинет 204;\nКотов Илья;5А\n")
    #expect(result.participants.map(\.room.rawValue) == ["1-204", "2-204"])
  }

  @Test(
    arguments: [
      ("ВПР 03.12.2026, 10:00", "10:00"), ("ВПР 03.12.2026 г. в 8:30", "8:30"),
      ("ВПР 03.12.2026", nil), ("Выгружено 03.12.2026 14:35", nil),
    ] as [(String, String?)])
  func aBellMayStandBehindTheDay(title: String, bell: String?) throws {
    let result = try Fixture.list(csv: title + "\nФИО;Класс;Кабинет\nИванов Пётр;5А;204\n")
    #expect(result.starts?.text == bell)
  }

  @Test(
    arguments: [
      ("ВПР 03.12.2026, 10:00", "03.12.2026 10:00"), ("ВПР 02.12.2026, 10:00", "10:00"),
      ("ВПР 03.12.2026", "03.12.2026"), ("ВПР 02.12.2026, 9:00", nil), ("ВПР", nil),
    ] as [(String, String?)])
  func anotherDayThanExamYAMLsIsSaid(title: String, said: String?) throws {
    let result = try Fixture.list(csv: title + "\nФИО;Класс;Кабинет\nИванов Пётр;5А;204\n")
    let exam = ExamDescription(
      date: CivilDate(year: 2026, month: 12, day: 2), starts: ClockTime(hour: 9, minute: 0))
    let found = result.dayFindings(exam, at: "список.csv")
    #expect(found.map(\.kind) == (said == nil ? [] : [.listDayDiffers]))
    #expect(found.first?.message.ru.contains(said ?? "") ?? true)
  }

  @Test(arguments: [("5 гимн.", true), ("5А", false), ("10СОЦ", false), ("5кл.А", false)])
  func aClassThatMayBeARemarkIsDoubted(name: String, isDoubted: Bool) throws {
    let result = try Fixture.list(csv: "ФИО;Класс;Кабинет\nИванов Пётр;\(name);204\n")
    #expect(result.findings.contains { $0.kind == .listClassOdd } == isDoubted)
  }

  @Test(arguments: [
    (["Спортзал", "Спорт. зал"], true), (["Спортзал", "Спортивный зал"], true),
    (["Актовый зал", "Акт. зал"], true), (["204 (новый корпус)", "204"], true),
    (["204 (новый корпус)", "204 (нов. корп.)"], true),
    (["204 (корп. 1)", "204 (корп. 2)"], false),
  ])
  func roomsThatMayBeOneAreSaid(rooms: [String], isSaid: Bool) throws {
    let rows = rooms.map { "Иванов Пётр;\($0)\n" }.joined()
    let result = try Fixture.list(csv: "ФИО;Кабинет\n" + rows)
    #expect(Set(result.participants.map(\.room)).count == 2)
    #expect(result.findings.contains { $0.kind == .listRoomsAlike } == isSaid)
  }
}
