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
    let dates = Set(titles.flatMap(Self.dates))
    let times = Set(titles.flatMap(Self.times))
    date = dates.count == 1 ? dates.first : nil
    starts = times.count == 1 ? times.first : nil
  }

  /// Every day a text names; one that no calendar has is none.
  private static func dates(in text: String) -> [CivilDate] {
    let text = text.lowercased()
    let numbers = text.matches(
      of: /(?:^|\D)(\d{1,2}[.\/]\d{1,2}[.\/](?:20)?\d\d|20\d\d-\d\d-\d\d)(?!\d)/
    ).compactMap { match in
      let parts = match.1.split(separator: /[.\/]/)
      guard parts.count == 3 else { return CivilText.date(String(match.1)) }
      let year = parts[2].count == 2 ? "20\(parts[2])" : String(parts[2])
      return CivilText.date("\(parts[0]).\(parts[1]).\(year)")
    }
    let words = text.matches(of: /(?:^|\D)(\d{1,2})["»”]?\s+([а-я]{3,8})\s+(20\d\d)/)
      .compactMap { match -> CivilDate? in
        guard let day = Int(match.1), let year = Int(match.3),
          let month = months.firstIndex(where: { match.2.hasPrefix($0) })
        else { return nil }
        return CivilDate(year: year, month: month + 1, day: day)
      }
    return numbers + words
  }

  private static let months = [
    "янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
  ]

  /// Every time that a text calls a beginning.
  private static func times(in text: String) -> [ClockTime] {
    let pattern =
      /(?:начал\S*|звонок|старт|starts?|begins?|время\s*:|время проведения)\D{0,20}?(\d{1,2})(?:[:.\-](\d\d)(?!\.?\d)|\s*ч(?:ас\S*)?\.?(?:\s*(\d\d)\s*мин)?)/
    return text.lowercased().matches(of: pattern).compactMap { match in
      guard let hour = Int(match.1), let minute = Int(match.2 ?? match.3 ?? "0") else { return nil }
      return ClockTime(hour: hour, minute: minute)
    }
  }
}
