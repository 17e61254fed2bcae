import Testing

@testable import Tables

@Suite("Numbers and dates of workbooks") struct NumberFormatTests {
  @Test(
    "formats",
    arguments: [
      ("00000", "00042"), ("0", "42"), ("General", "42"), ("\"каб. \"0", "каб. 42"),
      ("000\\-00", "000-42"), ("0\" А\"", "42 А"), ("#,##0", "42"), ("0.00", "42"),
      ("[Red]0000;\"нет\"", "0042"), ("№ 0", "№ 42"), ("@", "42"), ("0-0", "4-2"),
      ("0-0-0", "0-4-2"), ("[h]:mm", "date"), ("[$-419]d mmm yyyy", "date"), ("dd.mm.yy", "date"),
    ])
  func formats(code: String, shown: String) {
    let text =
      switch NumberFormat(code: code) {
      case .general, .decimals: "42"
      case .date: "date"
      case .pattern(let marks): NumberFormat.show("42", in: marks)
      }
    #expect(text == shown)
  }

  @Test(
    "days",
    arguments: [
      (1.0, false, "01.01.1900"), (59, false, "28.02.1900"), (61, false, "01.03.1900"),
      (46133.75, false, "21.04.2026"), (44671, true, "21.04.2026"), (45351, false, "29.02.2024"),
    ])
  func days(serial: Double, since1904: Bool, text: String) {
    #expect(SerialDate.text(serial, since1904: since1904) == text)
  }

  @Test("no days", arguments: [0, -5, .infinity, 3e6]) func noDays(serial: Double) {
    #expect(SerialDate.text(serial, since1904: false) == nil)
  }
}
