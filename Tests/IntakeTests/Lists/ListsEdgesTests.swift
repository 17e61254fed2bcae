import Exam
import Foundation
import Testing

@testable import Intake

/// What stands beside the usual ways to write a list: read rightly, or stopped at its cell.
@Suite struct ListsEdgesTests {
  @Test(arguments: [
    ("1_12", "1-12"), ("1\\12", "1-12"), ("2 парта, 1 ряд", "1-2"), ("парта 2 ряд 1", "1-2"),
    ("1-й ряд, 2-е место", "1-2"), ("р1м12", "1-12"), ("парта 3 место 2", "3-2"), ("м. 12", "12"),
    ("12 место", "12"), ("№ 12", "12"), ("ряд 1 место А", "1А"), ("1.20", "1-20"),
    ("01-02", "1-2"),
  ])
  func seatsAreReadByTheirWords(text: String, seat: String) {
    #expect(CellRepair.seat(text)?.text == seat)
  }

  @Test(arguments: [
    "1.1.2", "1-1-2", "1-2А", "1.2А", "0.1", "ряд 1", "ряд А место 5", "12.янв", "5-Jan",
    "место 1 место 2", "1½",
  ])
  func whatMayBeSeveralSeatsIsNone(text: String) {
    #expect(CellRepair.seat(text) == nil)
  }

  @Test(
    arguments: [
      ("1", "12", "1-12"), ("1 ряд", "2 место", "1-2"), ("1", "А", "1А"), ("1", "1А", "1А"),
      ("1.0", "2.0", "1-2"), ("2", "1А", nil), ("1.2", "3", nil), ("", "3", nil),
    ] as [(String, String, String?)])
  func rowAndPlaceOfTwoColumns(row: String, place: String, seat: String?) throws {
    let result = try Fixture.list(csv: "ФИО;Кабинет;Ряд;Место\nИванов Пётр;204;\(row);\(place)\n")
    #expect(result.participants.map(\.seat?.text) == [seat])
    let stops = result.findings.filter { $0.severity == .stop }
    #expect(stops.map(\.rooms) == (seat == nil ? [[RoomName(rawValue: "204")]] : []))
  }

  @Test func aDeskAndThePlaceAtItAreTwoColumns() throws {
    let result = try Fixture.list(
      csv: "ФИО;Кабинет;Парта;Место\nИванов Пётр;204;1;2\nКотов Илья;204;2;1\n")
    #expect(result.participants.map(\.seat?.text) == ["1-2", "2-1"])
  }

  @Test(arguments: [
    ("5 (1)", "5/1"), ("5 №1", "5/1"), ("5 класс № 1", "5/1"), ("5∕1", "5/1"), ("5-й А", "5А"),
    ("10-ый «Б»", "10Б"), ("5_2", "5/2"),
  ])
  func classesAreReadByTheirWords(text: String, name: String) {
    #expect(CellRepair.className(text) == name)
  }

  @Test(arguments: ["05.янв", "янв.05", "5-Jan", "Jan-05", "1 мая", "05.янв.26", "5.01.2026"])
  func aDateIsNoClass(text: String) throws {
    let result = try Fixture.list(
      csv: "ФИО;Класс;Кабинет\nИванов Пётр;\(text);204\nКотов Илья;5А;205\n")
    let stops = result.findings.filter { $0.severity == .stop }
    #expect(stops.map(\.rooms) == [[RoomName(rawValue: "204")]])
    #expect(stops.first?.message.ru.contains("дата") == true)
    #expect(stops.first?.place.ru == "список.csv, строка 2, столбец B")
  }

  @Test(arguments: [("5", "1", "5/1"), ("5", "нет", "5"), ("5", "—", "5"), ("5.0", "2.0", "5/2")])
  func theLetterMayBeANumberOrNone(grade: String, letter: String, name: String) throws {
    let result = try Fixture.list(
      csv: "ФИО;Класс;Литера;Кабинет\nИванов Пётр;\(grade);\(letter);204\n")
    #expect(result.participants.map(\.className?.rawValue) == [name])
  }

  @Test(arguments: [
    "204 учебный кабинет", "уч. каб. 204", "204-я аудитория", "204й", "204 к.", "2 этаж, 204",
    "204, 2-й этаж", "Room No. 204", "помещение 204", "Rm. 204", "204-м кабинете",
  ])
  func wordsAroundTheNumberAreNoRoom(text: String) {
    #expect(CellRepair.room(text) == "204")
  }

  @Test(arguments: ["204Й", "204к", "204-204А", "корп. 2 каб. 204", "204 и 205", "Зал 204"])
  func otherRoomsStayOthers(text: String) {
    #expect(CellRepair.room(text) != "204")
  }

  @Test(arguments: [
    (["204", "0204"], true), (["204", "204 химия"], true), (["Лаборатория 204", "204"], true),
    (["204", "204А"], false), (["204", "204-2"], false), (["204", "Зал 2"], false),
    (["Корпус 1 204", "204"], false),
  ])
  func roomsThatMayBeOneDoorAreSaid(rooms: [String], isSaid: Bool) throws {
    let rows = rooms.map { "Иванов Пётр;\($0)\n" }.joined()
    let result = try Fixture.list(csv: "ФИО;Кабинет\n" + rows)
    #expect(result.findings.contains { $0.kind == .listRoomsAlike } == isSaid)
    #expect(Set(result.participants.map(\.room)).count == 2)
  }

  @Test(arguments: [("Корпус", true), ("Здание", true), ("Building", true), ("Школа", false)])
  func roomsOfTwoBuildingsAreNotOne(heading: String, isStopped: Bool) throws {
    let result = try Fixture.list(
      csv: "ФИО;\(heading);Кабинет\nИванов Пётр;1;204\nКотов Илья;2;204\nЛев Ян;2;205\n")
    let stops = result.findings.filter { $0.severity == .stop }
    #expect(stops.map(\.rooms) == (isStopped ? [[RoomName(rawValue: "204")]] : []))
  }

  @Test func numbersOfAWorkbookAreReadAsShown() throws {
    let result = try Fixture.list("fractions.xlsx")
    #expect(
      result.participants.map(\.seat?.text) == ["1-20", "1-2", "11-2", nil, "1-2", "1-12"])
    #expect(
      result.participants.map(\.className?.rawValue) == ["5/10", "5/1", "5/2", "5/3", "5/1", "5/1"])
    let stops = result.findings.filter { $0.severity == .stop }
    #expect(stops.map(\.place.ru) == ["fractions.xlsx, лист «Список», ячейка E5"])
    #expect(stops.first?.message.ru.contains("1.1") == true)
  }

  @Test func mergedCellsHoldForAllTheirRows() throws {
    let result = try Fixture.list("merged-columns.xlsx")
    #expect(result.participants.map(\.className?.rawValue) == ["5А", "5А", "5Б"])
    #expect(result.participants.map(\.subject) == ["Математика", "Математика", "Русский язык"])
    #expect(result.participants.map(\.seat?.text) == ["1-1", "1-2", "2-1"])
  }

  @Test(arguments: [("", "warn"), ("—", "warn"), ("123", "stop")])
  func aSubjectThatIsMissingIsSaid(subject: String, severity: String) throws {
    let result = try Fixture.list(
      csv: "ФИО;Предмет;Кабинет\nИванов Пётр;\(subject);204\nКотов Илья;Химия;205\n")
    let found = result.findings.filter { $0.place.ru == "список.csv, строка 2, столбец B" }
    #expect(found.map(\.severity.rawValue) == [severity])
  }

  @Test func cellsOfAWebTableReachDown() throws {
    let result = try Fixture.list(
      csv:
        "<table><tr><th>ФИО<th>Класс<th>Кабинет<th>Место<tr><td>Иванов Пётр<td rowspan=3>5&laquo;А&raquo;"
        + "<td>204<td>1А<tr><td>Котов Илья<td>205<td>1Б<tr style='display: none'><td>Лев Ян<td>206<td>1А"
        + "<!-- <tr><td>x --></table>", name: "список.xls")
    #expect(result.participants.map(\.className?.rawValue) == ["5А", "5А"])
    #expect(result.participants.map(\.room.rawValue) == ["204", "205"])
    #expect(result.findings.contains { $0.kind == .listHiddenRows })
  }

  @Test(arguments: [String.Encoding.utf8, .windowsCP1251, .utf16])
  func aSpreadsheetOf2003IsReadInItsEncoding(encoding: String.Encoding) throws {
    func row(_ cells: [String]) -> String {
      "<Row>" + cells.map { "<Cell><Data ss:Type=\"String\">\($0)</Data></Cell>" }.joined()
        + "</Row>"
    }
    let merged = row(["Иванов Пётр", "5А", "204"])
      .replacingOccurrences(
        of: "<Cell><Data ss:Type=\"String\">5А",
        with:
          "<Cell ss:MergeDown=\"1\"><Data ss:Type=\"String\">5А")
    let name = encoding == .windowsCP1251 ? "windows-1251" : encoding == .utf16 ? "utf-16" : "utf-8"
    let text =
      "<?xml version=\"1.0\" encoding=\"\(name)\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\""
      + " xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"Л\"><Table>"
      + row(["ФИО", "Класс", "Кабинет"]) + merged
      + "<Row><Cell><Data ss:Type=\"String\">Котов Илья</Data></Cell><Cell ss:Index=\"3\"><Data"
      + " ss:Type=\"Number\">205</Data></Cell></Row></Table></Worksheet></Workbook>"
    let bytes = try #require(text.data(using: encoding))
    let result = try ListReader.read(bytes: Array(bytes), fileName: "список.xls")
    #expect(result.participants.map(\.name) == ["Иванов Пётр", "Котов Илья"])
    #expect(result.participants.map(\.className?.rawValue) == ["5А", "5А"])
  }

  @Test(arguments: ["sheet", "text"])
  func aWorkbookThatLacksAPartIsNotReadWithoutIt(what: String) throws {
    let trouble = #expect(throws: Trouble.self) { try Fixture.list("lacks-\(what).xlsx") }
    #expect(trouble?.kind == "list.damaged")
  }

  @Test(arguments: [
    ("{\\rtf1 ФИО", "RTF"), ("%PDF-1.7", "PDF"), ("MIME-Version: 1.0\n\n<html>", "веб-архив"),
    ("ID;PWXL;N;E\n", "SYLK"), ("<?xml version=\"1.0\"?><a/>", "XML"),
    ("<html><body>403</body></html>", "без таблицы"),
    (" \n\n", "ни одного участника"), ("ФИО;Класс;Кабинет\n\"Иванов;5А;204\n", "кавычка"),
  ])
  func whatIsNoListIsNamed(text: String, word: String) {
    let trouble = #expect(throws: Trouble.self) { try Fixture.list(csv: text, name: "список.xls") }
    #expect(trouble?.message.ru.contains(word) == true)
  }

  @Test(arguments: [String.Encoding.windowsCP1251, .utf8])
  func aListWithoutHeadingsIsNotCalledMisread(encoding: String.Encoding) throws {
    let bytes = try #require("Первый;Второй\nСоловьёв Пётр;5А\n".data(using: encoding))
    let trouble = #expect(throws: Trouble.self) {
      try ListReader.read(bytes: Array(bytes), fileName: "список.csv")
    }
    #expect(trouble?.message.ru.contains("нет строки заголовков") == true)
  }

  @Test func lettersOfAnUnknownEncodingAreNamed() throws {
    let list = "ФИО;Класс;Кабинет\nСоловьёв Пётр;5А;204\nЖукова Юлия;5Б;Актовый зал\n"
    // ISO 8859-5: capitals from B0, small letters from D0.
    let bytes = list.unicodeScalars.map { scalar -> UInt8 in
      switch scalar.value {
      case 0x410...0x44F: UInt8(scalar.value - 0x410 + 0xB0)
      case 0x451: 0xF1
      default: UInt8(scalar.value)
      }
    }
    let trouble = #expect(throws: Trouble.self) {
      try ListReader.read(bytes: bytes, fileName: "список.csv")
    }
    #expect(trouble?.message.ru.contains("кодировка не распознана") == true)
    let broken = Array(list.utf8) + [0xD0, 0x0A]
    let other = #expect(throws: Trouble.self) {
      try ListReader.read(bytes: broken, fileName: "список.csv")
    }
    #expect(other?.place.ru == "список.csv, строка 4")
  }

  @Test(arguments: [
    "sep=,\nФИО;Класс;Кабинет\nИванов Пётр;5А;204\n",
    "\"ФИО;Класс;Кабинет\"\n\"Иванов Пётр;5А;204\"\n",
    "SEP=|\nФИО|Класс|Кабинет\nИванов Пётр|5А|204\n",
  ])
  func aDelimiterThatGivesNothingIsNotTaken(text: String) throws {
    let result = try Fixture.list(csv: text)
    #expect(result.participants.map(\.room.rawValue) == ["204"])
  }

  @Test(
    arguments: [
      ("Приказ от 12.03.2026. ВПР 21.04.2026", nil, nil),
      ("«21» апреля 2026 года", "2026-04-21", nil),
      ("21.04.26, начало в 9 часов", "2026-04-21", "9:00"), ("31.02.2026", nil, nil),
      ("Начало регистрации 8:30, начало экзамена 9:00", nil, nil), ("№ 121.04.2026", nil, nil),
      ("2025/2026 учебный год, 21/04/2026", "2026-04-21", nil),
      ("Дата и время формирования: 20.04.2026 14:35", "2026-04-20", nil),
    ] as [(String, String?, String?)])
  func aDoubtfulDayOrBellIsNotTaken(title: String, date: String?, starts: String?) throws {
    let result = try Fixture.list(csv: "\"\(title)\";;\nФИО;Класс;Кабинет\nИванов Пётр;5А;204\n")
    #expect(result.date?.iso == date)
    #expect(result.starts?.text == starts)
  }
}
