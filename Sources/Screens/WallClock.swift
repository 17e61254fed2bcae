public import Exam
import Foundation

/// The clock on the wall.
public enum WallClock {
  /// The day, so many days from today.
  public static func day(after days: Double = 0) -> CivilDate {
    let day = Date().addingTimeInterval(days * 24 * 3600)
    let parts = Calendar.current.dateComponents([.year, .month, .day], from: day)
    guard let year = parts.year, let month = parts.month, let number = parts.day,
      let date = CivilDate(year: year, month: month, day: number)
    else { preconditionFailure("the calendar has this day") }
    return date
  }

  /// The time.
  public static var time: ClockTime {
    let parts = Calendar.current.dateComponents([.hour, .minute], from: Date())
    return ClockTime(minutes: (parts.hour ?? 0) * 60 + (parts.minute ?? 0))
  }
}
