/// Reads how many minutes more somebody has: «+30», «30 мин», «1 час 30 минут», «на 0,5 часа».
struct ExtraTime {
  var minutes: Int
  /// The words that said so, as `Headings.bare` gives them.
  var words: Set<String>

  /// Nil where `text` names no time, or not just one.
  init?(_ text: String) {
    let amounts = text.lowercased().matches(of: Self.amount).compactMap { Amount($0.output) }
    let said = amounts.filter { $0.isSigned || $0.isUnited }
    let isTime = Headings.bare(text).split(separator: " ").contains { Self.isTime(String($0)) }
    // Beside a word for time, a number alone is minutes.
    let counted = said.isEmpty && isTime ? amounts : said
    switch counted.count {
    case 1: minutes = counted[0].minutes
    case 2 where counted[0].isHours && counted[1].isUnited && !counted[1].isHours:
      minutes = counted[0].minutes + counted[1].minutes
    default: return nil
    }
    guard Self.likely.contains(minutes) else { return nil }
    words = Set(counted.flatMap { Headings.bare($0.text).split(separator: " ").map(String.init) })
  }

  static func isTime(_ word: String) -> Bool { timeWords.contains { word.hasPrefix($0) } }

  private struct Amount {
    var text: String
    var minutes: Int
    var isSigned: Bool
    var isUnited: Bool
    var isHours: Bool

    init?(_ match: (Substring, Substring?, Substring, Substring?)) {
      guard let number = Double(match.2.replacing(",", with: ".")), number < 1000 else {
        return nil
      }
      text = String(match.0)
      isSigned = match.1 != nil
      isUnited = match.3 != nil
      isHours = match.3.map { $0.hasPrefix("ч") || $0.hasPrefix("h") } ?? false
      minutes = Int((number * (isHours ? 60 : 1)).rounded())
    }
  }

  private static var amount: Regex<(Substring, Substring?, Substring, Substring?)> {
    /(\+\s*)?([0-9]+(?:[.,][0-9]+)?)\s*((?:мин|час|ч|min|hour|h)\p{L}*)?/
  }

  /// Less is a number of something else, more is no exam.
  private static let likely = 5...360

  private static let timeWords = [
    "мин", "час", "время", "времен", "продлен", "увеличен", "дополнительн", "доп", "extra", "time",
    "minute", "min", "hour", "extended",
  ]
}
