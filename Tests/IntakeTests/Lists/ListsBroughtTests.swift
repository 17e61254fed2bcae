import Exam
import Testing

@testable import Intake

/// What lists hold beside people, rooms and codes, and what programs and hands make of these.
@Suite struct ListsBroughtTests {
  private static func stops(_ result: ListResult) -> [String] {
    result.findings.filter { $0.severity == .stop }.map(\.place.ru)
  }

  @Test(arguments: [
    "нет", "болеет", "Н/Я", "не участвует", "освобождена", "отсутствует", "на дому", "уточнить",
    "см. приказ", "там же", "204 или 205", "-//-", "?", "04.фев", "2 апр", "апр.26", "02:04",
    "2:04:00", "no", "TBD", "204 (перенос в 205)", "204 -> 205", "204→205",
  ])
  func whatIsNoRoomStopsItsCell(text: String) throws {
    let result = try Fixture.list(
      csv: "ФИО;Класс;Кабинет\nИванов Пётр;5А;204\nКотов Илья;5А;\(text)\n")
    #expect(result.participants.map(\.room.rawValue) == ["204"])
    #expect(Self.stops(result) == ["список.csv, строка 3, столбец C"])
  }

  @Test(arguments: [
    ("Спортзал", false), ("актовый зал", false), ("Кабинет химии", false), ("Hall", false),
    ("204А", false), ("II", false), ("Точка роста", true), ("Иванова", true), ("Нева", true),
  ])
  func aRoomThatIsNotCalledSoIsDoubted(text: String, isDoubted: Bool) throws {
    let result = try Fixture.list(
      csv: "ФИО;Класс;Кабинет\nИванов Пётр;5А;\(text)\nКотов Илья;5А;\(text)\n")
    #expect(result.participants.count == 2)
    let doubts = result.findings.filter { $0.kind == .listRoomUnnumbered }
    #expect(doubts.map(\.place.ru) == (isDoubted ? ["список.csv, строка 2, столбец C"] : []))
    #expect(!doubts.contains { $0.message.ru.contains(text) })
  }

  @Test(arguments: [
    ("Иванов Пётр\nКотова Анна", true), ("Иванов Пётр, Котова Анна", true),
    ("Иванов Пётр; Котова Анна; Лев Ян", true), ("Иванов П.\nКотова А.", true),
    ("Иванов Пётр Ильич / Котова Анна Львовна", true), ("Иванов\nПётр Ильич", false),
    ("Петров Водкин\nКузьма Сергеевич", false), ("Мамедов Али\nВагиф оглы", false),
    ("Иванов Пётр / Ivanov Petr", false), ("Иванов, Пётр Ильич", false), ("Иванов Пётр, 5А", false),
    ("Иванов Пётр (Котов)", false),
  ])
  func severalPeopleInACellAreNotOne(text: String, isStopped: Bool) throws {
    let result = try Fixture.list(csv: "ФИО,Кабинет\n\"\(text)\",204\nЛев Ян,205\n")
    #expect(
      result.findings.filter { $0.kind == .listSeveralNames }.map(\.rooms)
        == (isStopped ? [[RoomName(rawValue: "204")]] : []))
  }

  @Test(
    arguments: [
      ("50 001", "50001"), ("1 050 001", "1050001"), ("50001 50002", nil), ("50001\n50002", nil),
      ("5 0001", nil), ("50\u{A0}001", "50001"), ("50001.0", "50001"),
    ] as [(String, String?)])
  func codesAreNeverJoined(text: String, code: String?) throws {
    let result = try Fixture.list(csv: "Код;ФИО;Кабинет\n\"\(text)\";Иванов Пётр;204\n")
    #expect(result.participants.map(\.code?.rawValue) == [code])
    #expect(Self.stops(result).isEmpty == (code != nil))
  }

  @Test(arguments: [
    ";;;204 Итог", ";2;;204 Количество", ";2;;Общее количество", "Количество участников;2;;",
    "Кол-во;;2;", "Участников: 2;;;", "Общий итог;;;", ";2;;204 Total", "Итого по 5А:;;2;",
    "Grand Count;2;;",
  ])
  func rowsThatCountAreNobody(row: String) throws {
    let result = try Fixture.list(
      csv: "Код;ФИО;Класс;Кабинет\n50001;Иванов Пётр;5А;204\n\(row)\n50002;Котов Илья;5А;205\n")
    #expect(result.participants.map(\.room.rawValue) == ["204", "205"])
    #expect(result.findings.map(\.kind) == [.listSkippedTotal, .listNoSeats])
  }

  @Test(arguments: ["Количеева Анна", "Итогов Пётр", "Общий Лев", "Числов Иван", "Всеволод Ян"])
  func namesThatBeginSoAreNames(name: String) throws {
    let result = try Fixture.list(csv: "ФИО;Кабинет\n\(name);204\nКотов Илья;205\n")
    #expect(result.participants.map(\.room.rawValue) == ["204", "205"])
  }

  @Test(arguments: [
    "Организаторы в аудитории:;;\nФИО;Код;Кабинет\nЗайцева Ольга;;204\n",
    "Дежурные учителя;;\nФИО;Кабинет;\nЗайцева Ольга;204;\n",
    "Организаторы:;;\nЗайцева Ольга;;204\n", "Список организаторов;;\nЗайцева Ольга;;204\n",
  ])
  func staffBelowTheListAreNoParticipants(below: String) throws {
    let result = try Fixture.list(
      csv: "ФИО;Класс;Кабинет\nИванов Пётр;5А;204\nКотов Илья;5А;205\n;;\n\(below)")
    #expect(result.participants.map(\.name) == ["Иванов Пётр", "Котов Илья"])
    #expect(result.findings.filter { $0.kind == .listStaffSkipped }.map(\.severity) == [.warn])
  }

  @Test func whereNothingTellsStaffFromParticipantsTheirRoomWaits() throws {
    let result = try Fixture.list(
      csv: "№;ФИО\nКабинет 204;\n1;Иванов Пётр\nКабинет 205;\nОрганизаторы:;\n1;Котов Илья\n")
    #expect(result.participants.map(\.room.rawValue) == ["204"])
    let stops = result.findings.filter { $0.severity == .stop }
    #expect(stops.map(\.rooms) == [[RoomName(rawValue: "205")]])
    #expect(stops.map(\.place.ru) == ["список.csv, строка 5"])
  }

  @Test(arguments: [
    "Организатор: Зайцева Ольга;;\nЛев Ян;;206\n", "Организаторы:;;\nЛев Ян;5А;206\n",
    "Организаторы: Зайцева, Белкина;;\nФИО;Кабинет;\nЛев Ян;206;\n",
    "Организаторы:;;\nКабинет 206;;\nЛев Ян;;206\n", "Учителя 5А;;\nФИО;Кабинет;\nЛев Ян;206;\n",
  ])
  func participantsBelowSuchWordsAreKept(below: String) throws {
    let result = try Fixture.list(
      csv: "ФИО;Класс;Кабинет\nИванов Пётр;5А;204\nКотов Илья;5А;205\n;;\n\(below)")
    #expect(result.participants.map(\.name) == ["Иванов Пётр", "Котов Илья", "Лев Ян"])
  }

  @Test(arguments: [
    ("№;ФИО;Класс;Кабинет;;№;ФИО;Кабинет", "1;А Б;5А;204;;1;В Г;205"),
    ("№;ФИО;Кабинет;№;ФИО;Кабинет", "1;А Б;204;1;В Г;205"),
    ("ФИО;Кабинет;;ФИО;Кабинет;Место", "А Б;204;;В Г;205;1А"),
    ("№;Кабинет;ФИО;№;Кабинет;ФИО", "1;204;А Б;2;205;В Г"),
  ])
  func tablesSideBySideNeedNotBeEqual(heading: String, row: String) throws {
    let result = try Fixture.list(csv: heading + "\n" + row + "\n")
    let isRead = !heading.hasSuffix("Место")
    #expect(result.participants.map(\.room.rawValue) == (isRead ? ["204", "205"] : ["204"]))
    #expect(result.findings.contains { $0.kind == .listHeadingTwice } != isRead)
  }

  @Test(arguments: [
    (["5А", "5А"], true), (["5А", ""], true), (["", ""], true), (["5А", "5Б"], false),
    (["5А", "5Б", ""], true), (["5А", "5Б", "5Б"], true),
  ])
  func namesakesAreSaidAlsoWhereAClassIsMissing(classes: [String], isSaid: Bool) throws {
    let rows = classes.enumerated().map { "Иванов Пётр;\($0.element);\(204 + $0.offset)\n" }
    let result = try Fixture.list(csv: "ФИО;Класс;Кабинет\n" + rows.joined())
    #expect(result.findings.contains { $0.kind == .listNamesakes } == isSaid)
  }

  @Test(arguments: [
    ("Кабинет 204;\nРезервный кабинет: 301;", ["204"], false),
    ("Штаб: кабинет 101;\nКабинет 204;", ["204"], false),
    ("Кабинет 204;\nОтветственный Зайцева, каб. 210;", ["210"], true),
    ("Кабинет 204, резерв;", ["204"], false),
    ("Кабинет 204;\nКабинет 205;", ["205"], true), ("Кабинет 204;\nкаб. № 204;", ["204"], false),
    ("Количество участников: 2, кабинет 204;", ["204"], false),
  ])
  func aTitleNamesOneRoom(title: String, rooms: [String], isStopped: Bool) throws {
    let people = "\nФИО;Класс\nИванов Пётр;5А\nКотов Илья;5А\n"
    let result = try Fixture.list(csv: title + people)
    #expect(Set(result.participants.map(\.room.rawValue)) == Set(rooms))
    #expect(result.findings.contains { $0.severity == .stop } == isStopped)
    let byColumn = try Fixture.list(
      csv: title + "\nФИО;Класс;Кабинет\nИванов Пётр;5А;206\nКотов Илья;5А;206\n")
    #expect(Set(byColumn.participants.map(\.room.rawValue)) == ["206"])
    #expect(!byColumn.findings.contains { $0.severity == .stop })
  }

  @Test func aRowThatCountsMayNameTheNextRoom() throws {
    let result = try Fixture.list(
      csv: "Кабинет 204;\nФИО;Класс\nИванов Пётр;5А\nКоличество: 1, кабинет 205;\nКотов Илья;5А\n")
    #expect(result.participants.map(\.room.rawValue) == ["204", "205"])
  }

  @Test(arguments: [
    ("50001", "050001", true), ("50001", "50001", true), ("50001", "50010", false),
    ("050001", "0050001", true),
  ])
  func aCodeWithZerosIsTheSameCode(one: String, other: String, isDoubled: Bool) throws {
    let result = try Fixture.list(
      csv: "Код;ФИО;Кабинет\n\(one);Иванов Пётр;204\n\(other);Котов Илья;205\n")
    #expect(result.findings.contains { $0.kind == .listCodeDoubled } == isDoubled)
  }

  @Test(arguments: [
    ("2О4", true), ("2O4", true), ("З04", false), ("204З", false), ("204О", false),
  ])
  func lettersTypedForDigitsAreSaid(room: String, isSaid: Bool) throws {
    let result = try Fixture.list(csv: "ФИО;Кабинет\nИванов Пётр;\(room)\nКотов Илья;204\n")
    #expect(result.findings.contains { $0.kind == .listRoomsAlike } == isSaid)
  }

  @Test(
    arguments: [
      ("5А → 5Б", nil), ("5А, 5Б", nil), ("5А/5Б", nil), ("5 «А», 6 «Б»", nil), ("5А", "5А"),
      ("10А1", "10А1"), ("5 «А» класс", "5А"), ("5-й А", "5А"), ("11 физмат", "11ФИЗМАТ"),
    ] as [(String, String?)])
  func twoClassesAreNone(text: String, name: String?) {
    #expect(CellRepair.className(text) == name)
  }

  @Test(arguments: [
    "Кабинет 204 (ответственный Зайцева О. П.)", "Кабинет 204", "Кабинет (204)", "каб. № 204",
    "Кабинет: 204, 5 класс",
  ])
  func aTitleBelowTheHeadingIsNoHeading(title: String) throws {
    let result = try Fixture.list(
      csv: "№;ФИО;Класс\n\(title);;\n1;Иванов Пётр;5А\nКабинет 205;;\n2;Котов Илья;5А\n")
    let rooms = result.participants.map(\.room.rawValue)
    #expect(!rooms.contains("1") && !rooms.contains("2"))
    #expect(rooms.last == "205")
  }

  @Test(
    arguments: [
      ("Код участника ВПР 2026", ListColumn.code), ("Кабинет 204", nil), ("Класс 5", nil),
      ("Кабинет", .room), ("ФИО участника 2026 год", .name), ("Код 2", nil),
    ] as [(String, ListColumn?)])
  func aYearIsNoPartOfAHeadingAnotherNumberIs(text: String, column: ListColumn?) {
    #expect(Headings.column(heading: text) == column)
  }

  @Test(arguments: [
    "Кабинет;Участников;\n204;2;\n", "Кабинет;Класс;Количество\n204;5А;2\n205;5Б;0\n",
    "№ п/п;Кабинет;Всего\n1;204;2\n",
  ])
  func aTableWithoutPeopleBelowIsSkipped(below: String) throws {
    let people = "ФИО;Класс;Кабинет\nИванов Пётр;5А;204\nКотов Илья;5А;204\n;;\n"
    let result = try Fixture.list(csv: people + below)
    #expect(result.participants.count == 2)
    #expect(result.findings.filter { $0.severity == .stop }.isEmpty)
    #expect(result.findings.contains { $0.kind == .listTableSkipped })
    let more = try Fixture.list(
      csv: people + below + ";;\nФИО;Класс;Кабинет\nЛев Ян;5А;206\n")
    #expect(more.participants.map(\.name).last == "Лев Ян")
  }

  @Test(arguments: [
    ("резерв", true), ("свободно", true), ("б/н", true), ("иванов пётр", false), ("Иванов", false),
    ("ИВАНОВ ПЁТР", false), ("Ли Ю", false),
  ])
  func aNameThatMayBeARemarkIsDoubted(name: String, isDoubted: Bool) throws {
    let result = try Fixture.list(csv: "ФИО;Кабинет\n\(name);204\nКотов Илья;205\n")
    #expect(result.participants.count == 2)
    #expect(result.findings.contains { $0.kind == .listNameOdd } == isDoubted)
  }

  @Test(arguments: [
    ("Математика", "Кабинет математики", true), ("Спортзал", "спортзал", false),
    ("Химия", "Физика", false), ("Актовый зал", "Актового зала", false),
    ("Библиотека", "Библиотеки", true),
  ])
  func roomsThatDifferByEndingAreSaid(one: String, other: String, isSaid: Bool) throws {
    let result = try Fixture.list(csv: "ФИО;Кабинет\nИванов Пётр;\(one)\nКотов Илья;\(other)\n")
    #expect(result.findings.contains { $0.kind == .listRoomsAlike } == isSaid)
  }
}
