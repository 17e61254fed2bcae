import Exam
import Tables

/// Reads special conditions as schools write them: «слабовидящий, +30 минут, отдельный кабинет».
enum ConditionWords {
  struct Reading: Equatable {
    var conditions = Conditions()
    var understanding = Understanding.whole
  }

  enum Understanding: Equatable {
    /// Every word.
    case whole
    /// Only that there are conditions.
    case unnamed
    /// Some words beside the conditions found, or none of the words at all.
    case partly
  }

  static func read(_ text: String) -> Reading {
    let bare = Headings.bare(text)
    if nothing.contains(bare) || bare.isEmpty && !text.contains("+") { return Reading() }
    var reading = Reading()
    var words = withoutLongerTime(bare).split(separator: " ").map(String.init)
    // «зрение не нарушено», «без А3»: what is denied is for a person to say.
    guard !words.contains(where: negations.contains) else {
      reading.understanding = .partly
      return reading
    }
    reading.conditions.lowVision = remove(&words, beginning: lowVision)
    if let time = ExtraTime(text) {
      reading.conditions.extraMinutes = time.minutes
      words.removeAll { ExtraTime.isTime($0) || time.words.contains($0) }
    }
    reading.conditions.ownRoom = remove(&words, beginning: ownRoom)
    let unknown = words.filter { word in
      !fillers.contains(word) && !(stems + kinds).contains { word.hasPrefix($0) }
    }
    if !unknown.isEmpty {
      reading.understanding = .partly
    } else if reading.conditions.isEmpty {
      reading.understanding = .unnamed
    }
    return reading
  }

  /// Takes the words that begin so; whether there were any.
  private static func remove(_ words: inout [String], beginning: [String]) -> Bool {
    let before = words.count
    words.removeAll { word in beginning.contains { word.hasPrefix($0) } }
    return words.count < before
  }

  /// «увеличенное время» is about minutes, not about large print.
  private static func withoutLongerTime(_ bare: String) -> String {
    bare.replacing(/увеличенн[а-я]* (?=врем|продолжит|длит)/, with: "")
  }

  private static let negations: Set<String> = ["не", "без", "нет", "no", "not", "without"]
  private static let nothing: Set<String> = [
    "нет", "no", "0", "false", "не требуется", "не требуются", "не нуждается", "без условий",
    "отсутствуют",
  ]
  private static let lowVision = [
    "слабовид", "зрени", "а3", "a3", "крупн", "укрупн", "увеличенн", "low", "vision", "large",
  ]
  private static let ownRoom = ["отдельн", "отд", "own", "separate"]
  /// Kinds of health that change nothing of what is printed.
  private static let kinds = [
    "инвалид", "ассистент", "слабослыш", "глух", "слух", "опорн", "двигат", "аутиз", "аутист",
    "речи",
    "речев", "развити", "задержк", "психич", "диабет", "коляс", "тяжел",
  ]
  private static let fillers: Set<String> = [
    "и", "с", "на", "по", "в", "для", "а4", "a4", "каб", "in", "and", "room", "print", "copy",
    "copies", "овз", "да", "yes", "true", "x", "х", "1", "зпр", "тнр", "нода", "рас",
  ]
  private static let stems = [
    "формат", "нарушени", "печат", "материал", "услови", "экземпляр", "обучающ", "участник",
    "кабинет",
    "аудитори", "шрифт",
  ]
}

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
