import Exam

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
    let bare = Headings.bare(text.replacing("½", with: ",5"))
    if nothing.contains(bare) || bare.isEmpty && !text.contains("+") { return Reading() }
    var reading = Reading()
    var words = bare.split(separator: " ").map(String.init)
    reading.conditions.lowVision = remove(&words, beginning: lowVision)
    reading.conditions.extraMinutes = minutes(text, &words)
    reading.conditions.ownRoom = remove(&words, beginning: ownRoom)
    let unknown = words.filter { word in
      !fillers.contains(word) && !(stems + kinds).contains { word.hasPrefix($0) }
    }
    if !unknown.isEmpty || (reading.conditions.isEmpty && words.contains { isTime($0) }) {
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

  /// `30` for «+30», «30 мин», «продление на 0,5 часа».
  private static func minutes(_ text: String, _ words: inout [String]) -> Int? {
    let durations = text.lowercased().matches(of: duration).map(\.output)
    let said = durations.first { $0.1 != nil || $0.3 != nil }
    guard
      let (_, _, number, unit) = said ?? (words.contains(where: isTime) ? durations.first : nil),
      let amount = Double(number.replacing(",", with: "."))
    else { return nil }
    let isHours = unit.map { $0.hasPrefix("ч") || $0.hasPrefix("h") } ?? false
    let minutes = amount * (isHours ? 60 : 1)
    guard (1...360).contains(minutes) else { return nil }
    let parts = number.split { $0 == "," || $0 == "." }.map(String.init)
    words.removeAll { word in
      isTime(word) || parts.contains(word) || unit.map { word.hasPrefix("\(number)\($0)") } ?? false
    }
    return Int(minutes.rounded())
  }

  private static func isTime(_ word: String) -> Bool { time.contains { word.hasPrefix($0) } }

  private static var duration: Regex<(Substring, Substring?, Substring, Substring?)> {
    /(\+\s*)?([0-9]+(?:[.,][0-9]+)?)\s*(мин|час|ч|min|hour|h)?/
  }

  private static let nothing: Set<String> = [
    "нет", "no", "0", "false", "не требуется", "без условий",
  ]
  private static let lowVision = [
    "слабовид", "зрени", "а3", "a3", "крупн", "укрупн", "увеличенн", "low", "vision", "large",
  ]
  private static let ownRoom = ["отдельн", "отд", "own", "separate"]
  private static let time = [
    "мин", "час", "время", "времен", "продлен", "увеличен", "дополнительн", "доп", "extra", "time",
    "minute", "min", "hour", "extended",
  ]
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
