import Exam
import Yams

/// A block of keys and values of which every key is known.
struct DescriptionBlock {
  let place: String
  private let fields: [String: DescriptionField]

  init(_ field: DescriptionField, known: [String]) throws(Trouble) {
    guard let mapping = field.node.mapping else {
      throw field.wrongType(
        Wording(ru: "ключи и значения: «ключ: значение»", en: "keys and values: “key: value”"))
    }
    var fields: [String: DescriptionField] = [:]
    for (keyNode, value) in mapping {
      let line = DescriptionTrouble.place(field.fileName, line: keyNode.mark?.line)
      let key = keyNode.scalar?.string ?? ""
      guard known.contains(key) else {
        throw DescriptionTrouble.unknownKey(key, known: known, at: line)
      }
      fields[key] = DescriptionField(node: value, key: key, fileName: field.fileName)
    }
    place = field.place
    self.fields = fields
  }

  /// The keys that stand here with a value.
  var keys: [String] { fields.keys.filter { self[$0] != nil }.sorted() }

  /// The value of a key; nil where it is left out or empty.
  subscript(key: String) -> DescriptionField? {
    fields[key].flatMap { $0.isNull ? nil : $0 }
  }

  func required(_ key: String) throws(Trouble) -> DescriptionField {
    guard let field = self[key] else { throw DescriptionTrouble.missingKey(key, at: place) }
    return field
  }

  func text(_ key: String) throws(Trouble) -> String? {
    guard let field = self[key] else { return nil }
    return try field.text()
  }

  func number(_ key: String, in range: ClosedRange<Int> = 1...Int.max) throws(Trouble) -> Int? {
    guard let field = self[key] else { return nil }
    return try field.number(in: range)
  }

  func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ type: Value.Type
  ) throws(Trouble) -> Value? {
    guard let field = self[key] else { return nil }
    return try field.choice(Array(type.allCases))
  }

  func list(_ key: String) throws(Trouble) -> [DescriptionField] {
    guard let field = self[key] else { return [] }
    return try field.list()
  }
}
