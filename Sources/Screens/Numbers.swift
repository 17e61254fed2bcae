public import Exam

/// Numbers and dates as people read them.
public enum Numbers {
  /// `1 022`: thousands apart by a no-break space.
  public static func grouped(_ number: Int) -> String {
    let digits = String(number)
    return digits.enumerated().map { index, digit in
      let left = digits.count - index
      return index > 0 && left % 3 == 0 ? "\u{00A0}\(digit)" : "\(digit)"
    }.joined()
  }

  /// How long something lasts: «40 секунд», «3 минуты».
  public static func span(_ seconds: Int) -> Wording {
    guard seconds >= 60 else {
      return Wording(
        ru: plural(seconds, "секунду", "секунды", "секунд"), en: "\(seconds) seconds")
    }
    let minutes = seconds / 60
    return Wording(
      ru: plural(minutes, "минуту", "минуты", "минут"),
      en: minutes == 1 ? "1 minute" : "\(minutes) minutes")
  }

  /// Russian plural: 1 лист, 2 листа, 5 листов.
  public static func plural(_ number: Int, _ one: String, _ few: String, _ many: String) -> String {
    let word: String
    switch (number % 10, number % 100) {
    case (_, 11...14): word = many
    case (1, _): word = one
    case (2...4, _): word = few
    default: word = many
    }
    return "\(grouped(number)) \(word)"
  }
}
