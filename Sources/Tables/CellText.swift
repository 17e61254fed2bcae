/// What the text of a cell is, whoever wrote it.
public enum CellText {
  /// Stands for a formula whose result the file does not hold.
  public static let notComputed = "#CALC!"

  /// Whether it is what formulas show where they have no result.
  public static func isError(_ text: String) -> Bool {
    if text.hasPrefix("Err:") { return true }
    guard text.hasPrefix("#"), let last = text.last else { return false }
    return last == "!" || last == "?" || text == "#N/A" || text == "#Н/Д"
  }

  /// Whether there are digits of ASCII and nothing else.
  @inlinable public static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// Whether `text` is a date as this reading writes it.
  public static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy(isDigits) else { return false }
    return parts[0].count <= 2 && parts[1].count <= 2 && [2, 4].contains(parts[2].count)
  }

  /// Whether `text` is a date with the month as a word, as programs show what was typed as 5/1:
  /// «05.янв», «янв.05», «5-Jan», «1 мая».
  public static func isSpokenDate(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0 != "г" }
    guard (2...3).contains(words.count), words.contains(where: isDigits) else {
      return false
    }
    let isMonth = words.map { $0.wholeMatch(of: month) != nil }
    return isMonth.count { $0 } == 1
      && zip(words, isMonth).allSatisfy { $1 || isDigits($0) }
  }

  /// Whether `text` is a time: «02:04», «2:04:00».
  public static func isTime(_ text: String) -> Bool {
    text.wholeMatch(of: /[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?/) != nil
  }

  private static var month: Regex<Substring> {
    /янв(?:ар[ья])?|февр?(?:ал[ья])?|март?а?|апр(?:ел[ья])?|ма[йя]|ию[нл][ья]?|авг(?:уста?)?|сент?(?:ябр[ья])?|окт(?:ябр[ья])?|нояб?(?:р[ья])?|дек(?:абр[ья])?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?/
  }
}

/// Dates as workbooks count them: days since the end of 1899 or the start of 1904.
enum SerialDate {
  /// `21.04.2026` for 46133, `02:04` for a time without a day; nil where the number is neither.
  static func text(_ serial: Double, since1904: Bool) -> String? {
    if serial > 0, serial < 1 {
      let minutes = Int((serial * 1440).rounded()) % 1440
      return "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
    }
    let days = serial + (since1904 ? 1462 : 0)
    guard days.isFinite, days >= 1, days < 2_958_466 else { return nil }
    // The 29th of February 1900 is counted, though it never was.
    let whole = Int(days)
    let date = civil(daysSince1970: whole - 25_569 + (whole < 60 ? 1 : 0))
    return text(year: date.year, month: date.month, day: date.day)
  }

  /// `21.04.2026` for `2026-04-21` and `2026-04-21T00:00:00`.
  static func text(iso: String) -> String? {
    let parts = iso.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    return text(year: parts[0], month: parts[1], day: parts[2])
  }

  private static func text(year: Int, month: Int, day: Int) -> String {
    "\(twoDigits(day)).\(twoDigits(month)).\(year)"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }

  /// The Gregorian date of a day, by eras of 400 years that begin in March.
  private static func civil(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let ofEra = shifted - era * 146_097
    let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let month = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * month + 2) / 5 + 1
    let calendarMonth = month < 10 ? month + 3 : month - 9
    return (year + era * 400 + (calendarMonth <= 2 ? 1 : 0), calendarMonth, day)
  }
}
