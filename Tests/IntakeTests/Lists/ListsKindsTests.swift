import Exam
import Foundation
import Intake
import Testing

/// Lists as schools and their programs write them: each kind with its neighbours.
@Suite struct ListsKindsTests {
  @Test(arguments: [
    ("5/1", "5/1"), ("5-1", "5/1"), ("1-1", "1/1"), ("10.2", "10/2"), ("5 / 2 класс", "5/2"),
    ("кл. 11-3", "11/3"), ("5А", "5А"), ("5 \"а\"", "5А"), ("10", "10"),
  ])
  func classesMayBeNumbered(text: String, name: String) throws {
    let result = try Fixture.list(
      csv: "ФИО;Класс;Кабинет\nИванов Пётр;\(text.replacing("\"", with: "«"));204\n")
    #expect(result.participants.map(\.className?.rawValue) == [name])
    #expect(result.participants.first?.className?.grade == Int(name.prefix { $0.isNumber }))
  }

  @Test(arguments: [
    ("Класс;Литера", "5;А", "5А"), ("Параллель;Буква класса", "10;б", "10Б"),
    ("Класс / курс;Литера класса (буква)", "5;A", "5А"), ("Класс;Литера", "5А;А", "5А"),
    ("Класс;Литера", "5;", "5"),
  ])
  func classAndLetterMayStandApart(heading: String, cells: String, name: String) throws {
    let result = try Fixture.list(csv: "ФИО;\(heading);Кабинет\nИванов Пётр;\(cells);204\n")
    #expect(result.participants.map(\.className?.rawValue) == [name])
  }

  @Test(arguments: [
    "каб. 204", "204 каб.", "204 каб", "204 кабинет", "204-й", "204-й кабинет", "кабинет №204",
    "каб.204", "комната 204", "ауд. 204", "Room 204", "№ 204", "204 (2 этаж)",
  ])
  func oneDoorIsOneRoom(text: String) throws {
    let result = try Fixture.list(csv: "ФИО;Кабинет\nИванов Пётр;\(text)\nКотов Илья;204\n")
    #expect(Set(result.participants.map(\.room.rawValue)) == ["204"])
  }

  @Test(arguments: ["204А", "204-2", "204/1", "Спортзал", "Кабинет химии"])
  func otherDoorsStayThemselves(text: String) throws {
    let result = try Fixture.list(csv: "ФИО;Кабинет\nИванов Пётр;\(text)\nКотов Илья;204\n")
    #expect(Set(result.participants.map(\.room.rawValue)).count == 2)
  }

  @Test(arguments: [
    "Room No.", "Hall", "Комната", "Аудитория №", "Кабинет №", "Номер кабинета", "Venue",
  ])
  func roomsAreHeadedInManyWays(heading: String) throws {
    let result = try Fixture.list(csv: "Name;\(heading)\nИванов Пётр;204\n")
    #expect(result.participants.map(\.room.rawValue) == ["204"])
  }

  @Test(arguments: [
    ("1.12", "1-12"), ("11.2", "11-2"), ("1-12", "1-12"), ("1/12", "1-12"),
    ("ряд 1 место 12", "1-12"),
    ("1 ряд, 2 место", "1-2"), ("р.1 м.12", "1-12"), ("место 12, ряд 1", "1-12"), ("1А", "1А"),
    ("12", "12"), ("12.0", "12"), ("место 7", "7"),
  ])
  func rowAndPlaceAreNeverJoined(text: String, seat: String) throws {
    let result = try Fixture.list(csv: "ФИО;Кабинет;Место\nИванов Пётр;204;\"\(text)\"\n")
    #expect(result.participants.map(\.seat?.text) == [seat])
  }

  @Test func rowAndPlaceMayHaveColumns() throws {
    let result = try Fixture.list(
      csv: "ФИО;Кабинет;Ряд;Место\nИванов Пётр;204;1;12\nКотов Илья;204;11;2\n")
    #expect(result.participants.map(\.seat?.text) == ["1-12", "11-2"])
    #expect(try #require(Seat("1-2")) < #require(Seat("1-12")))
  }

  @Test(arguments: [
    ("I", "1"), ("II", "2"), ("вар. 2", "2"), ("В-1", "1"), ("2 вариант", "2"), ("А", "А"),
  ])
  func variantsAreNamedAsPagesNameThem(text: String, variant: String) throws {
    let result = try Fixture.list(csv: "ФИО;Кабинет;Вариант\nИванов Пётр;204;\(text)\n")
    #expect(result.participants.map(\.variant?.rawValue) == [variant])
  }

  @Test(arguments: [
    "ФИО;Класс;Кабинет;Адрес\nИванов Пётр;5А;204;г. Пермь, ул. Садовая, д. 1, кв. 2\n",
    "ФИО,Класс,Кабинет,Примечание\nИванов Пётр,5А,204,а; б; в; г; д; е\n",
    "ФИО\tКласс\tКабинет\tПримечание\nИванов Пётр\t5А\t204\tа, б; в, г; д, е, ж\n",
    "ФИО|Класс|Кабинет\nИванов Пётр|5А|204\n",
    "Школа № 0, список, класс 5А, кабинеты, места\n;;\nФИО;Класс;Кабинет\nИванов Пётр;5А;204\n",
  ])
  func theDelimiterGivesKnownHeadings(text: String) throws {
    let result = try Fixture.list(csv: text)
    #expect(result.participants.map(\.room.rawValue) == ["204"])
    #expect(result.participants.map(\.className?.rawValue) == ["5А"])
  }

  private static let list = "ФИО;Класс;Кабинет\nСоловьёв Пётр;5А;204\nЖукова Юлия;5Б;Актовый зал\n"

  @Test(arguments: [
    (String.Encoding.windowsCP1251, "cp1251" as String?), (.utf16, nil), (.utf16LittleEndian, nil),
    (.utf16BigEndian, nil), (.utf8, nil),
  ])
  func encodingsAreTold(encoding: String.Encoding, said: String?) throws {
    let bytes = try #require(Self.list.data(using: encoding))
    try check(Array(bytes), said)
  }

  @Test func theOldEncodingsAreTold() throws {
    let koi = Array("ЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ")
    try check(
      Self.list.map { character in
        if character == "ё" { return 0xA3 }
        let capital = koi.firstIndex(of: Character(character.uppercased()))
        guard let place = capital else { return character.asciiValue ?? 0x20 }
        return UInt8(place + (character.isUppercase ? 0xE0 : 0xC0))
      }, "KOI8-R")
    let dos = Array("АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп")
    let dosEnd = Array("рстуфхцчшщъыьэюя")
    try check(
      Self.list.map { character in
        if character == "ё" { return 0xF1 }
        if let place = dos.firstIndex(of: character) { return UInt8(0x80 + place) }
        if let place = dosEnd.firstIndex(of: character) { return UInt8(0xE0 + place) }
        return character.asciiValue ?? 0x20
      }, "cp866 (DOS)")
  }

  private func check(_ bytes: [UInt8], _ said: String?) throws {
    let result = try ListReader.read(bytes: bytes, fileName: "список.csv")
    #expect(result.participants.map(\.name) == ["Соловьёв Пётр", "Жукова Юлия"])
    let notes = result.findings.filter { $0.kind == .listEncoding }
    #expect(notes.map { $0.message.ru.contains(said ?? "-") } == (said == nil ? [] : [true]))
  }

  @Test(arguments: [
    "<html><body><table><tr><th>ФИО</th><th>Класс</th><th>Кабинет</th></tr><tr><td>Иванов&nbsp;Пётр</td><td>5А</td><td>204</td></tr></table></body></html>",
    "<table border=1>\n<TR><TD colspan=\"3\">Список</TD></TR><TR><TD>ФИО<TD>Класс<TD>Кабинет<TR><TD>Иванов<br>Пётр<TD>5А<TD>204</table>",
    "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"Лист1\"><Table><Row><Cell><Data ss:Type=\"String\">ФИО</Data></Cell><Cell><Data ss:Type=\"String\">Класс</Data></Cell><Cell ss:Index=\"4\"><Data ss:Type=\"String\">Кабинет</Data></Cell></Row><Row><Cell><Data ss:Type=\"String\">Иванов Пётр</Data></Cell><Cell><Data ss:Type=\"String\">5А</Data></Cell><Cell ss:Index=\"4\"><Data ss:Type=\"Number\">204</Data></Cell></Row></Table></Worksheet></Workbook>",
    "ФИО\tКласс\tКабинет\nИванов Пётр\t5А\t204\n",
  ])
  func whatProgramsSaveAsAnOldWorkbookIsRead(text: String) throws {
    let result = try Fixture.list(csv: text, name: "список.xls")
    #expect(result.participants.map(\.name) == ["Иванов Пётр"])
    #expect(result.participants.map(\.room.rawValue) == ["204"])
    #expect(result.participants.map(\.className?.rawValue) == ["5А"])
  }

  @Test(arguments: ["capital-parts.xlsx", "absolute-parts.xlsx"])
  func partsOfAWorkbookAreFoundByTheirRelations(name: String) throws {
    let result = try Fixture.list(name)
    #expect(result.participants.count == 8)
  }

  @Test(arguments: [
    ("ВПР 21.04.2026, начало в 9:00", "2026-04-21", "9:00"),
    ("Список на 21 апреля 2026 г. Начало: 09.30", "2026-04-21", "9:30"),
    ("Проведение 2026-05-12", "2026-05-12", nil), ("Начало работы — 8:15", nil, "8:15"),
    ("Список участников", nil, nil),
  ])
  func titleRowsGiveDayAndBell(title: String, date: String?, starts: String?) throws {
    let result = try Fixture.list(csv: "\"\(title)\";;\nФИО;Класс;Кабинет\nИванов Пётр;5А;204\n")
    #expect(result.date?.iso == date)
    #expect(result.starts?.text == starts)
  }
}
