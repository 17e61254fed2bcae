/// A date of the calendar on the wall, without a time zone.
public struct CivilDate: Hashable, Codable, Sendable, Comparable {
  /// The year, for example 2026.
  public let year: Int
  /// The month, 1…12.
  public let month: Int
  /// The day of the month, 1…31.
  public let day: Int

  /// Makes a date, or nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// `2026-04-21`.
  public var iso: String { "\(year)-\(twoDigits(month))-\(twoDigits(day))" }

  /// `21.04.2026`.
  public var dotted: String { "\(twoDigits(day)).\(twoDigits(month)).\(year)" }

  /// The day of the week: 1 is Monday, 7 is Sunday.
  public var weekday: Int {
    // Sakamoto's method counts from Sunday = 0.
    let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let y = month < 3 ? year - 1 : year
    let fromSunday = (y + y / 4 - y / 100 + y / 400 + offsets[month - 1] + day) % 7
    return fromSunday == 0 ? 7 : fromSunday
  }

  /// `вторник 21.04.2026`.
  public func withWeekday(_ language: Language) -> String {
    let names =
      switch language {
      case .ru:
        ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"]
      case .en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
      }
    return names[weekday - 1] + " " + dotted
  }

  /// Earlier dates come first.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// A time of day, in whole minutes since midnight.
public struct ClockTime: Hashable, Codable, Sendable, Comparable {
  /// Minutes since midnight, 0…1439.
  public let minutes: Int

  /// Makes a time, or nil where no clock shows it.
  public init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    minutes = hour * 60 + minute
  }

  /// The time `minutes` after midnight; days wrap around.
  public init(minutes: Int) {
    self.minutes = ((minutes % 1440) + 1440) % 1440
  }

  /// `9:00`.
  public var text: String { "\(minutes / 60):\(twoDigits(minutes % 60))" }

  /// Earlier times come first.
  public static func < (left: ClockTime, right: ClockTime) -> Bool { left.minutes < right.minutes }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
