import Exam
import Testing

@testable import Intake

@Suite("Files of lists") struct ListsFixtureTests {
  @Test(
    "every format gives participants without a stop",
    arguments: [
      "plain.xlsx", "openpyxl.xlsx", "utf8-bom.csv", "cp1251.csv", "comma.csv", "tab.csv",
      "three-name-columns.csv",
    ])
  func formats(name: String) throws {
    let result = try Fixture.list(name)
    #expect(!result.participants.isEmpty)
    #expect(!result.findings.contains { $0.severity == .stop })
    #expect(result.participants.map(\.ordinal) == Array(1...result.participants.count))
  }

  @Test("the example list reads whole") func example() throws {
    let result = try ListReader.read(
      bytes: Fixture.bytes("examples/vpr-math-5/список.xlsx"), fileName: "список.xlsx")
    #expect(result.participants.count == 58)
    #expect(!result.findings.contains { $0.severity == .stop })
  }

  @Test("a list without rooms is refused") func noRoom() {
    #expect(throws: Trouble.self) { try Fixture.list("no-room.xlsx") }
  }

  @Test(
    "a stop is found",
    arguments: [
      ("doubled-code.csv", "list.code-doubled"), ("seat-twice.csv", "list.seat-doubled"),
      ("bad-cell.csv", "list.cell"),
    ])
  func stops(name: String, kind: String) throws {
    let stops = try Fixture.list(name).findings.filter { $0.severity == .stop }
    #expect(stops.contains { $0.kind.rawValue == kind })
  }
}

@Suite("Reading of rows") struct ListsRowTests {
  @Test("title rows, totals and empty rows are no participants") func noise() throws {
    let result = try Fixture.list(
      csv: """
        Список участников ВПР;;;
        № п/п;ФИО;Класс;Кабинет
        1;Иванов Иван;4А;204

        2;Петров Пётр;4А;204
        Итого;2;;
        """)
    #expect(result.participants.map(\.name) == ["Иванов Иван", "Петров Пётр"])
    #expect(result.participants[1].place.ru == "список.csv, строка 5")
    let kinds = Set(result.findings.map(\.kind))
    #expect(
      kinds == [.listSkippedTotal, .listSkippedEmpty, .listNoSeats, .listNoCodes])
  }

  @Test("people counted in the cell of the name are people") func counted() throws {
    let result = try Fixture.list(
      csv: "Кабинет 204\nФИО;Класс\n1. Иванов Иван;\n2) Петров Пётр;\n3 Яшин Лев;\n")
    #expect(result.participants.map(\.name) == ["Иванов Иван", "Петров Пётр", "Яшин Лев"])
    #expect(result.findings.count { $0.kind == .listRepairName } == 3)
  }

  @Test(
    "lone texts below a table",
    arguments: [
      ("Подпись ______", "list.skipped.title"), ("Отсутствуют: 2", "list.skipped.title"),
      ("Директор Иванова", "list.skipped.title"), ("Сдано 24", "list.skipped.unclear"),
      ("24 человека писали", "list.skipped.unclear"), ("Иванов Иван", "list.no-room"),
    ])
  func lone(text: String, kind: String) throws {
    let result = try Fixture.list(csv: "ФИО;Класс;Кабинет\nА Б;4А;204\nВ Г;4А;204\n\(text);;\n")
    #expect(result.participants.count == 2)
    #expect(result.findings.contains { $0.kind.rawValue == kind })
  }

  @Test("quoted cells may hold delimiters, quotes and line breaks") func quotes() throws {
    let result = try Fixture.list(csv: "Код;ФИО;Кабинет\r\n1;\"И;\"\"я\"\"\r\nк\";5\r\n2;Б;х\r\n")
    #expect(result.participants[0].name == "И;\"я\" к")
    #expect(result.participants[1].place.ru == "список.csv, строка 4")
  }

  @Test("rooms written once are carried down") func blocks() throws {
    let result = try Fixture.list(csv: "ФИО;Кабинет\nА;204\nБ;\nВ;\nГ;205\nД;\n")
    #expect(result.participants.map(\.room.rawValue) == ["204", "204", "204", "205", "205"])
    #expect(result.findings.filter { $0.kind == .listRepairRoom }.count == 2)
  }

  @Test("a single missing room stops its participant") func missingRoom() throws {
    let result = try Fixture.list(csv: "ФИО;Кабинет\nА;204\nБ;204\nВ;\nГ;204\n")
    #expect(result.participants.map(\.ordinal) == [1, 2, 4])
    let stop = result.findings.first { $0.severity == .stop }
    #expect(stop?.kind == .listNoRoom)
    #expect(stop?.scope == .person("#3"))
    #expect(stop?.place.ru == "список.csv, строка 4, столбец B")
  }

  @Test("a doubled code names both cells and both rooms, and nobody") func doubledCode() throws {
    let result = try Fixture.list(csv: "Код;ФИО;Кабинет\n40001;Иванов;204\n40001;Петров;203\n")
    let stop = try #require(result.findings.first { $0.kind == .listCodeDoubled })
    #expect(stop.scope == .person("40001"))
    #expect(stop.rooms.map(\.rawValue) == ["203", "204"])
    #expect(stop.place.ru == "список.csv, строка 2, столбец A; строка 3, столбец A")
    #expect(stop.place.en == "список.csv, row 2, column A; row 3, column A")
    #expect(!stop.message.ru.contains("Иванов"))
  }

  @Test("columns are named by heading or letter") func columns() throws {
    let text = "Ребёнок;Где пишет;Класс\nА;204;4А\n"
    #expect(throws: Trouble.self) { try Fixture.list(csv: text) }
    let byHeading = try Fixture.list(csv: text, columns: [.name: "ребенок", .room: "Где пишет"])
    #expect(byHeading.participants[0].room.rawValue == "204")
    let byLetter = try Fixture.list(csv: text, columns: [.name: "A", .room: "b"])
    #expect(byLetter.participants.last?.room.rawValue == "204")
  }

  @Test("what is no list is refused by kind")
  func refusals() {
    func kind(_ bytes: [UInt8], _ name: String) -> String? {
      do {
        _ = try ListReader.read(bytes: bytes, fileName: name)
        return nil
      } catch { return error.kind }
    }
    #expect(kind([0xD0, 0xCF, 0x11, 0xE0], "a.xls") == "list.xls")
    #expect(kind(Array("PK\u{3}\u{4}".utf8), "a.xlsx") == "list.damaged")
    #expect(kind(Array("ФИО;Класс\nА;4А".utf8), "a.csv") == "list.no-room-column")
    #expect(kind(Array("ФИО;Кабинет\n".utf8), "a.csv") == "list.empty")
    #expect(kind(Array("раз;два\n".utf8), "a.csv") == "list.no-heading")
    #expect(kind(Array("ФИО;Каб\nА;\"2\n".utf8), "a.csv") == "list.open-quote")
  }

  @Test("the old format is refused with advice") func oldExcel() {
    let trouble = #expect(throws: Trouble.self) { try Fixture.list("old.xls") }
    #expect(trouble?.kind == "list.xls")
    #expect(trouble?.message.ru.contains(".xlsx") == true)
  }

  @Test("a list with a password is refused", arguments: ["password.xlsx", "password.ods"])
  func password(name: String) {
    let trouble = #expect(throws: Trouble.self) { try Fixture.list(name) }
    #expect(trouble?.kind == "list.password")
  }

  @Test("special conditions come with their participants") func conditions() throws {
    let people = try Fixture.list("conditions.ods").participants
    #expect(people[0].conditions == Conditions(lowVision: true, extraMinutes: 30))
    #expect(people[1].conditions == Conditions(extraMinutes: 90, ownRoom: true))
    #expect(people[6].conditions.isEmpty)
  }

  @Test("places are told in both languages") func places() throws {
    let result = try Fixture.list("doubts.xlsx")
    let stop = result.findings.first { $0.kind == .listNoRoom }
    #expect(stop?.place.en == "doubts.xlsx, sheet “Список”, cell D9")
    #expect(result.participants[0].place.en == "doubts.xlsx, sheet “Список”, row 2")
  }

  @Test("a campaign may judge namesakes, and nothing that would spoil a print") func policy() {
    let policy = Policy(severities: [.listNamesakes: .stop])
    let finding = Finding(.listNamesakes, .warn, at: "", Wording(same: ""))
    #expect(policy.judge(finding).severity == .stop)
    #expect(!Finding.Kind.listCodeDoubled.isJudged)
  }

  @Test("a district of twenty thousand rows is read") func scale() throws {
    var text = "Код;ФИО;Класс;Кабинет;Место\n"
    for index in 0..<20_000 {
      text += "\(100_000 + index);Фамилия Имя;4А;\(index / 30);\(index % 30 + 1)\n"
    }
    #expect(try Fixture.list(csv: text).participants.count == 20_000)
  }
}
