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

/// One value of exam.yaml with the key it stands under and its line.
struct DescriptionField {
  var node: Node
  var key: String
  var fileName: String

  var place: String { DescriptionTrouble.place(fileName, line: node.mark?.line) }

  /// Whether nothing is written after the key.
  var isNull: Bool {
    guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else {
      return false
    }
    return ["", "~", "null"].contains(scalar.string)
  }

  func text() throws(Trouble) -> String {
    guard let scalar = node.scalar, !isNull else {
      throw wrongType(Wording(ru: "одно значение, а не список или блок", en: "a single value"))
    }
    return scalar.string
  }

  func number(in range: ClosedRange<Int>) throws(Trouble) -> Int {
    guard let number = Int(try text()), range.contains(number) else {
      let bounds =
        range.upperBound == Int.max
        ? Wording(
          ru: "целое число не меньше \(range.lowerBound)",
          en: "a whole number, at least \(range.lowerBound)")
        : Wording(
          ru: "целое число от \(range.lowerBound) до \(range.upperBound)",
          en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
      throw wrongType(bounds)
    }
    return number
  }

  func flag() throws(Trouble) -> Bool {
    switch try text().lowercased() {
    case "true", "yes", "on", "да": true
    case "false", "no", "off", "нет": false
    default: throw wrongType(Wording(ru: "true или false", en: "true or false"))
    }
  }

  func choice<Value: RawRepresentable<String>>(_ all: [Value]) throws(Trouble) -> Value {
    let text = try text()
    guard let value = Value(rawValue: text), all.contains(where: { $0.rawValue == text }) else {
      throw DescriptionTrouble.unknownValue(
        text, of: key, known: all.map(\.rawValue), at: place)
    }
    return value
  }

  func list() throws(Trouble) -> [DescriptionField] {
    guard let sequence = node.sequence else {
      throw wrongType(
        Wording(ru: "список: строки с «- » или [а, б]", en: "a list: lines with “- ” or [a, b]"))
    }
    return sequence.map { DescriptionField(node: $0, key: key, fileName: fileName) }
  }

  /// The texts of a list; a single value counts as a list of one.
  func texts() throws(Trouble) -> [String] {
    guard node.scalar == nil else { return [try text()] }
    var texts: [String] = []
    for field in try list() { texts.append(try field.text()) }
    return texts
  }

  func block(_ known: DescriptionKey.Block) throws(Trouble) -> DescriptionBlock {
    try DescriptionBlock(self, known: known.names)
  }

  func wrongType(_ expected: Wording) -> Trouble {
    DescriptionTrouble.wrongType(of: key, expected: expected, at: place)
  }
}
