import Exam

/// A text and whether it differs from what the cell says.
struct Repaired<Value> {
  var value: Value
  var isChanged: Bool
}

/// Repairs each different text once: lists repeat classes, rooms and seats.
struct RepairCache {
  private var classes: [String: Repaired<String>?] = [:]
  private var rooms: [String: Repaired<String>?] = [:]
  private var seats: [String: Repaired<String>?] = [:]
  private var variants: [String: Repaired<String>?] = [:]
  private var conditions: [String: ConditionWords.Reading] = [:]
  private var messages: [ListColumn: [String: Wording]] = [:]
  /// The first spelling of each room, by its small letters.
  private var spellings: [String: String] = [:]

  func code(_ text: String) -> Repaired<String>? {
    CellRepair.code(text).map { Repaired(value: $0, isChanged: $0 != text) }
  }

  mutating func className(_ text: String) -> Repaired<String>? {
    Self.cached(text, in: &classes, CellRepair.className)
  }

  mutating func seat(_ text: String) -> Repaired<String>? {
    Self.cached(text, in: &seats) { CellRepair.seat($0)?.text }
  }

  mutating func variant(_ text: String) -> Repaired<String>? {
    Self.cached(text, in: &variants, CellRepair.variant)
  }

  mutating func room(_ text: String) -> Repaired<String>? {
    if let known = rooms[text] { return known }
    let repaired = CellRepair.room(text).map { room in
      let key = Headings.bare(room)
      let value = spellings[key] ?? room
      spellings[key] = value
      return Repaired(value: value, isChanged: value != text)
    }
    rooms.updateValue(repaired, forKey: text)
    return repaired
  }

  mutating func conditions(_ text: String) -> ConditionWords.Reading {
    if let known = conditions[text] { return known }
    let reading = ConditionWords.read(text)
    conditions[text] = reading
    return reading
  }

  /// What a repair says, kept once: a list may repeat it a hundred thousand times.
  mutating func message(_ column: ListColumn, as value: String?) -> Wording {
    if let known = messages[column]?[value ?? ""] { return known }
    let message = ListFinding.repaired(column, as: value)
    // Every code is another one.
    if column != .code { messages[column, default: [:]][value ?? ""] = message }
    return message
  }

  private static func cached(
    _ text: String, in cache: inout [String: Repaired<String>?], _ repair: (String) -> String?
  ) -> Repaired<String>? {
    if let known = cache[text] { return known }
    let repaired = repair(text).map { Repaired(value: $0, isChanged: $0 != text) }
    cache.updateValue(repaired, forKey: text)
    return repaired
  }
}
