import Exam
import Planning
import Testing

@Suite("What people type")
struct QueryTests {
  private func plan() throws -> Plan {
    let people = Samples.people(4, room: "204") + Samples.people(1, room: "Спортзал", from: 9)
    return Planner.plan(try Samples.input(people)).plan
  }

  @Test(
    "a room",
    arguments: [
      "204", "каб. 204", "Каб.204", "кабинет № 204", "№204", "204/1", "p01", "204 каб.",
      "204-й кабинет",
      "2 этаж, 204",
    ])
  func room(_ text: String) throws {
    #expect(RoomQuery(text).packs(in: try plan()).map(\.id.rawValue) == ["P01"])
  }

  @Test("a room with a name, and one that is not there")
  func names() throws {
    #expect(RoomQuery("СПОРТЗАЛ").packs(in: try plan()).map(\.id.rawValue) == ["P02"])
    #expect(RoomQuery("20").packs(in: try plan()).isEmpty)
  }

  @Test(
    "a copy by anything on its sheet",
    arguments: [
      "204-02", "50002", "1Б", "1-б", "C002", "с002", "TZ1:7F3A2C:1:P01:C002:5/11:2",
      "ЕЯ1Ж7А3Ф2СЖ1ЖЗ01ЖС002Ж5.11Ж2", "ея1ж7а3ф2сж1жз01жс002ж5.11ж2",
    ])
  func copy(_ text: String) throws {
    let pack = try #require(try plan().packs.first)
    #expect(CopyQuery(text).item(in: pack)?.rawValue == "C002")
  }

  @Test("a spare with a Latin letter, and marks of other packs and exams")
  func others() throws {
    let pack = try #require(try plan().packs.first)
    #expect(CopyQuery("204-P1").item(in: pack)?.rawValue == "C005")
    #expect(CopyQuery("TZ1:7F3A2C:1:P02:C001:5/11:2").item(in: pack) == nil)
    let mark = CopyQuery("TZ1:ZZZZZZ:1:P01:C001:5/11:2")
    #expect(mark.item(in: pack, exam: ExamID(rawValue: "7F3A2C")) == nil)
    #expect(CopyQuery("204-77").item(in: pack) == nil)
  }

  @Test("plan --json writes null where there is nothing")
  func report() throws {
    let plan = try plan()
    let text = try PlanReport(
      plan: plan, schedule: [:], revision: 1, frozen: true,
      findings: [
        Finding(
          .other, .stop, .room(RoomName(rawValue: "204")), at: "x", Wording(ru: "да", en: "yes"))
      ], language: .en
    ).json()
    for part in [
      #""printer":null"#, #""seat":null"#, #""code":null"#, #""class":null"#, #""where":"x""#,
      #""scope":"room""#, #""id":"204""#, #""message":"yes""#, #""number":1"#, #""frozen":true"#,
      #""totals":{"copies":9,"participants":5,"sheets":114}"#,
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!text.contains("Иванов"))
  }
}
