import Exam
import Testing

@testable import Intake

@Suite("Repairs of cells") struct ListsRepairTests {
  @Test(
    "classes",
    arguments: [
      ("4А", "4А"), ("4 А", "4А"), ("4-а", "4А"), ("4 «А»", "4А"), ("4A", "4А"),
      ("10 б класс", "10Б"), ("4", "4"), ("4.0", "4"), ("класс 4а", "4А"), ("4 класс А", "4А"),
      ("4 \"А\" кл.", "4А"),
    ])
  func classes(text: String, expected: String) {
    #expect(CellRepair.className(text) == expected)
  }

  @Test(
    "rooms",
    arguments: [
      ("204", "204"), ("каб. 204", "204"), ("кабинет 204", "204"), ("№204", "204"),
      ("Кабинет № 204", "204"), ("каб.204", "204"), ("204.0", "204"), ("204 a", "204А"),
      ("спортзал", "Спортзал"), ("204 (2 этаж)", "204"), ("к. 204", "204"),
      ("К. Маркса", "К. Маркса"), ("каб 12б", "12Б"),
    ])
  func rooms(text: String, expected: String) {
    #expect(CellRepair.room(text) == expected)
  }

  @Test(
    "seats",
    arguments: [
      ("1А", "1А"), ("1-А", "1А"), ("1 A", "1А"), ("12б", "12Б"), ("А1", "1А"), ("7", "7"),
      ("7.0", "7"), ("место 3", "3"), ("1/2", "1-2"), ("12 - 3", "12-3"),
    ])
  func seats(text: String, expected: String) {
    #expect(CellRepair.seat(text)?.text == expected)
  }

  @Test(
    "codes",
    arguments: [
      ("40001", "40001"), ("40001.0", "40001"), ("040001", "040001"), ("40 001", "40001"),
      ("4,0001E+04", "40001"), ("4.0001E4", "40001"),
      ("'040001", "040001"), ("=\"040001\"", "040001"),
    ]
  )
  func codes(text: String, expected: String) {
    #expect(CellRepair.code(text) == expected)
  }

  @Test(
    "a date or an error is neither room nor variant", arguments: ["21.04.2026", "#N/A", "#ДЕЛ/0!"])
  func noRooms(text: String) {
    #expect(CellRepair.room(text) == nil)
    #expect(CellRepair.variant(text) == nil)
    #expect(CellRepair.className(text) == nil)
  }

  @Test(
    "what cannot be understood", arguments: ["??", "окно", "1АБВ", "0А", "4,00E+04", "21.04.2026"])
  func gibberish(text: String) {
    #expect(CellRepair.seat(text) == nil)
    #expect(CellRepair.code(text) == nil)
  }
}
