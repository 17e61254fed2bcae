import Exam
import Intake
import Testing

/// Subjects that titles give, seats of three columns, and cells by which things are found.
@Suite struct ListsSubjectTests {
  private static let people = "ФИО;Класс;Кабинет\nИванов Пётр;5А;204\nКотов Илья;5А;204\n"

  @Test(arguments: [
    ("Предмет: Математика", "Математика"), ("Предмет;Математика", "Математика"),
    ("Предмет: Русский язык, 5 класс", "Русский язык"), ("ПРЕДМЕТ – физика", "физика"),
    ("Список участников ВПР по предмету «Русский язык»", "Русский язык"),
    ("Учебный предмет: Окружающий мир", "Окружающий мир"), ("Математика", "Математика"),
    ("Subject: Mathematics", "Mathematics"), ("Класс 5А, предмет Математика", "Математика"),
  ])
  func aTitleRowGivesTheSubject(title: String, subject: String) throws {
    for text in [title + "\n" + Self.people, title + "\n\n" + Self.people] {
      let result = try Fixture.list(csv: text)
      #expect(result.participants.map(\.subject) == [subject, subject])
      #expect(result.findings.contains { $0.kind == .listGivenSubject && $0.severity == .note })
    }
  }

  @Test func titlesBetweenPeopleGiveTheSubjectOfThoseBelow() throws {
    let result = try Fixture.list(
      csv: "ФИО;Класс;Кабинет\nПредмет: Математика;;\nИванов Пётр;5А;204\nРусский язык;;\n"
        + "Котов Илья;5Б;205\nПредмет: русский, литература;;\nЗуев Олег;5В;206\n")
    #expect(result.participants.map(\.subject) == ["Математика", "Русский язык", nil])
    #expect(result.participants.map(\.name) == ["Иванов Пётр", "Котов Илья", "Зуев Олег"])
    #expect(
      result.findings.filter { $0.kind == .listSubjectUnclear }.map(\.place.ru) == [
        "список.csv, строка 6"
      ])
  }

  @Test(arguments: [
    "Предмет: математика, физика", "Предмет: математика / физика",
    "Предметы и предмет: русский и химия",
    "Предмет № 5 по выбору",
  ])
  func aTitleThatIsNotClearOfOneSubjectIsSaid(title: String) throws {
    let result = try Fixture.list(csv: title + "\n" + Self.people)
    #expect(result.participants.map(\.subject) == [nil, nil])
    #expect(
      result.findings.filter { $0.kind == .listSubjectUnclear }.map(\.severity) == [.warn])
  }

  @Test(arguments: [
    "Учитель по предмету: Синицына А.П.", "Предмет: ________", "Список участников", "ВПР 2026",
  ])
  func otherTitlesSayNothingOfSubjects(title: String) throws {
    let result = try Fixture.list(csv: title + "\n" + Self.people)
    #expect(result.participants.map(\.subject) == [nil, nil])
    #expect(!result.findings.contains { $0.kind.rawValue.contains("subject") })
  }

  @Test func aColumnOfSubjectsIsStrongerThanATitle() throws {
    let result = try Fixture.list(
      csv:
        "Предмет: Математика\nФИО;Предмет;Кабинет\nИванов Пётр;Физика;204\nКотов Илья;Химия;204\n")
    #expect(result.participants.map(\.subject) == ["Физика", "Химия"])
  }

  @Test(arguments: [
    ("Ряд;Парта;Место", ["1;2;1", "1;2;2", "2;2;1", "1;10;1"]),
    ("Парта;Место;Ряд", ["2;1;1", "2;2;1", "2;1;2", "10;1;1"]),
    ("Место;Парта;Ряд", ["1;2;1", "2;2;1", "1;2;2", "1;10;1"]),
    ("Row;Desk;Seat", ["ряд 1;парта 2;место 1", "1;2;2", "2;2;1", "1;10;1"]),
  ])
  func rowDeskAndPlaceAreOneSeat(heading: String, cells: [String]) throws {
    let rows = cells.enumerated().map {
      "Иванов \(["Пётр", "Илья", "Олег", "Юрий"][$0]);\($1);204\n"
    }
    let result = try Fixture.list(csv: "ФИО;\(heading);Кабинет\n" + rows.joined())
    #expect(result.participants.map(\.seat?.text) == ["1-2-1", "1-2-2", "2-2-1", "1-10-1"])
    #expect(result.findings.allSatisfy { $0.severity == .note }, "\(result.findings)")
    let sorted = result.participants.compactMap(\.seat).sorted().map(\.text)
    #expect(sorted == ["1-2-1", "1-2-2", "1-10-1", "2-2-1"])
  }

  @Test(arguments: [(";2;1", "list.cell"), ("1;;1", "list.cell"), ("1;2;у окна", "list.cell")])
  func aSeatThatLacksOneOfThreeIsRefused(cells: String, kind: String) throws {
    let result = try Fixture.list(csv: "ФИО;Ряд;Парта;Место;Кабинет\nИванов Пётр;\(cells);204\n")
    #expect(result.participants.map(\.seat) == [nil])
    let stop = try #require(
      result.findings.first { $0.kind.rawValue == kind && $0.severity == .stop })
    #expect(stop.message.ru.hasPrefix("ячейка пуста") == !cells.contains("окна"))
  }

  @Test func cellsAreFoundByTheirColumns() throws {
    let person = try #require(
      Fixture.list(csv: "Предмет;ФИО;Кабинет\nХимия;Иванов Пётр;204\n").participants.first)
    #expect(person.place(.subject).ru == "список.csv, строка 2, столбец A")
    #expect(person.place(.room).en == "список.csv, row 2, column C")
    #expect(person.place(.seat) == person.place)
  }
}
