import Exam

/// Dates and times as people write them.
enum CivilText {
  /// `21.04.2026` or `2026-04-21`.
  static func date(_ text: String) -> CivilDate? {
    if let dotted = numbers(text, separator: "."), dotted.count == 3, dotted[2] >= 1000 {
      return CivilDate(year: dotted[2], month: dotted[1], day: dotted[0])
    }
    if let dashed = numbers(text, separator: "-"), dashed.count == 3, dashed[0] >= 1000 {
      return CivilDate(year: dashed[0], month: dashed[1], day: dashed[2])
    }
    return nil
  }

  /// `9:00`, `09:00` or `09.00`.
  static func time(_ text: String) -> ClockTime? {
    for separator in [":", "."] as [Character] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[1].count == 2 else { continue }
      guard let hour = number(parts[0]), let minute = number(parts[1]) else { continue }
      return ClockTime(hour: hour, minute: minute)
    }
    return nil
  }

  private static func numbers(_ text: String, separator: Character) -> [Int]? {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false).map(number)
    let known = parts.compactMap(\.self)
    return known.count == parts.count ? known : nil
  }

  private static func number(_ text: Substring) -> Int? {
    text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
  }
}
