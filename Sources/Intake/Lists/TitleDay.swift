import Exam

/// The day and the bell that the rows above the tables give: «ВПР 21.04.2026, начало в 9:00».
struct TitleDay {
  /// The day; nil where none is given, or several.
  let date: CivilDate?
  /// The bell; nil where none is given, or several.
  let starts: ClockTime?

  private static let height = 12

  init(grid: Grid, tables: [ListTable]) {
    let titles = tables.flatMap { table in
      grid.sheets[table.sheet].rows.filter { $0.number < table.headerRow }.suffix(Self.height)
        .map { $0.texts.filter { !$0.isEmpty }.joined(separator: " ") }
    }
    let dates = Set(titles.compactMap(Self.date))
    let times = Set(titles.compactMap(Self.time))
    date = dates.count == 1 ? dates.first : nil
    starts = times.count == 1 ? times.first : nil
  }

  private static func date(in text: String) -> CivilDate? {
    if let match = text.firstMatch(of: /(\d{1,2}\.\d{1,2}\.20\d\d|20\d\d-\d\d-\d\d)/) {
      return CivilText.date(String(match.1))
    }
    guard let match = text.lowercased().firstMatch(of: /(\d{1,2})\s+([а-я]{3,8})\s+(20\d\d)/),
      let day = Int(match.1), let year = Int(match.3),
      let month = months.firstIndex(where: { match.2.hasPrefix($0) })
    else { return nil }
    return CivilDate(year: year, month: month + 1, day: day)
  }

  private static let months = [
    "янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
  ]

  private static func time(in text: String) -> ClockTime? {
    let pattern =
      /(?:начал\S*|звонок|старт|starts?|begins?|время)\D{0,20}?(\d{1,2})[:.\-](\d\d)(?!\.?\d)/
    guard let match = text.lowercased().firstMatch(of: pattern), let hour = Int(match.1),
      let minute = Int(match.2)
    else { return nil }
    return ClockTime(hour: hour, minute: minute)
  }
}
