/// The building that stands beside a room: «204 (корпус 2)», «2-й корпус, 204», «к2-204».
public struct RoomBuilding: Sendable {
  /// A number, or a capital.
  let building: String
  /// What the text says besides.
  let rest: String

  /// Finds the one building that a text tells; nil where there is none, or it may be either of two numbers.
  public init?(_ text: String) {
    let found = [Self.behindWord(text), Self.beforeWord(text)].compactMap(\.self)
    guard found.count < 2, let only = found.first ?? Self.short(text) else { return nil }
    let rest = only.rest.replacing(/\(\s*[,;]*\s*\)/, with: " ")
    let plain = rest.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    self.rest = Self.trimmed(plain)
    building =
      Int(only.building).map(String.init) ?? LookAlikes.cyrillic(only.building.uppercased())
    guard self.rest.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
  }

  /// Whether a text speaks of a building, so that it cannot be left out: «204 (новый корпус)».
  public static func isNamed(in text: some StringProtocol) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }
    return words.contains { word in
      stems.contains(where: word.hasPrefix) || streets.contains(String(word))
    }
  }

  /// The room with its building: «2-204», as schools with several of them number it.
  public func name(of room: RoomName) -> RoomName {
    let isNumbered = room.rawValue.first?.isNumber == true
    return RoomName(
      rawValue: isNumbered
        ? "\(building)-\(room.rawValue)" : "\(room.rawValue), корпус \(building)")
  }

  private typealias Parts = (building: String, rest: String)

  /// «корпус 2», «здание А».
  private static func behindWord(_ text: String) -> Parts? {
    let pattern =
      /(^|[^\p{L}])(?:корпус[еа]?|корп|здани[ея]|зд|строение|building|bldg)\.?\s*[№#]?\s*([0-9]{1,2}|[a-zа-я])(?![0-9a-zа-яё])/
    guard let match = text.firstMatch(of: pattern.ignoresCase()) else { return nil }
    return (
      String(match.output.2), text.replacingCharacters(in: match.range, by: match.output.1)
    )
  }

  /// «2 корпус», «2-й корпус».
  private static func beforeWord(_ text: String) -> Parts? {
    let pattern =
      /(^|[^0-9])([0-9]{1,2})\s?-?\s?(?:й|ый|ой|ий|ом|м|е|ое)?\s*(?:корпус[еа]?|корп|здани[еи]|зд)(?!\p{L})\.?/
    guard let match = text.firstMatch(of: pattern.ignoresCase()) else { return nil }
    return (
      String(match.output.2), text.replacingCharacters(in: match.range, by: match.output.1)
    )
  }

  /// «к2-204», «2к-204», «204 к2»: the letter is the building's where two numbers stand by it.
  private static func short(_ text: String) -> Parts? {
    let first =
      /[кk]\.?\s*([0-9])(?:\s*[,;\-–—\/]\s*|\s+)(?:(?:кабинет|каб|ауд)\.?\s*[№#]?\s*)?([0-9]{2,}.*)/
    let second =
      /([0-9])\s?[кk]\.?\s*(?:[,;\-–—\/]\s*)?(?:(?:кабинет|каб|ауд)\.?\s*[№#]?\s*)?([0-9]{2,}.*)/
    let last = /(\D*[0-9]{2,}[а-я]?)\s*[,;\-–—\/(]?\s*[кk]\.?\s?([0-9])\)?/
    if let match = text.wholeMatch(of: first.ignoresCase())
      ?? text.wholeMatch(of: second.ignoresCase())
    {
      return (String(match.output.1), String(match.output.2))
    }
    return text.wholeMatch(of: last.ignoresCase()).map {
      (String($0.output.2), String($0.output.1))
    }
  }

  /// Without what stood between the room and its building.
  private static func trimmed(_ text: String) -> String {
    let marks: Set<Character> = [" ", ",", ";", "-", "–", "—", "/"]
    let end = text.reversed().drop { marks.contains($0) }.reversed()
    return String(String(end).drop { marks.contains($0) })
  }

  private static let stems = ["корп", "здан", "строен", "филиал", "крыл", "building", "wing"]
  private static let streets: Set<String> = ["зд", "ул", "улица", "просп", "проспект", "пер"]
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, by text: Substring) -> String {
    "\(self[..<range.lowerBound])\(text) \(self[range.upperBound...])"
  }
}
