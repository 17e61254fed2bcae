import Exam
import Yams

/// Reads a layout's YAML strictly: an unknown key or a value of another kind is refused with its line.
struct YAMLNode {
  private let node: Node
  private let file: String

  private init(_ node: Node, file: String) {
    self.node = node
    self.file = file
  }

  static func parse(_ text: String, file: String) throws -> YAMLNode {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw Self.trouble(file, nil, Wording(ru: "Файл пуст", en: "The file is empty"))
      }
      return YAMLNode(node, file: file)
    } catch let error as YamlError {
      throw Self.trouble(
        file, nil, Wording(ru: "Это не YAML: \(error)", en: "This is not YAML: \(error)"))
    }
  }

  /// The value of each key; keys outside `known` are refused.
  func map(_ known: Set<String>) throws -> [String: YAMLNode] {
    guard let mapping = node.mapping else {
      throw wrong(
        Wording(ru: "Здесь нужны пары «ключ: значение»", en: "Pairs key: value are needed"))
    }
    var result: [String: YAMLNode] = [:]
    for (key, value) in mapping {
      guard let name = key.string, known.contains(name) else {
        let names = known.sorted().joined(separator: ", ")
        throw YAMLNode(key, file: file).wrong(
          Wording(
            ru: "Неизвестный ключ «\(key.string ?? "?")». Есть: \(names)",
            en: "Unknown key “\(key.string ?? "?")”. There are: \(names)"))
      }
      result[name] = YAMLNode(value, file: file)
    }
    return result
  }

  /// The keys of a mapping.
  func names() throws -> [String] {
    guard let mapping = node.mapping else {
      throw wrong(
        Wording(ru: "Здесь нужны пары «ключ: значение»", en: "Pairs key: value are needed"))
    }
    return mapping.keys.compactMap(\.string)
  }

  /// The text, where the value is one.
  var words: String? { node.scalar?.string }

  func list() throws -> [YAMLNode] {
    guard let sequence = node.sequence else {
      throw wrong(Wording(ru: "Здесь нужен список", en: "A list is needed"))
    }
    return sequence.map { YAMLNode($0, file: file) }
  }

  func text() throws -> String {
    guard let scalar = node.scalar else {
      throw wrong(Wording(ru: "Здесь нужен текст", en: "A text is needed"))
    }
    return scalar.string
  }

  func number() throws -> Double {
    guard let number = Double(try text()), (0...10_000).contains(number) else {
      throw wrong(
        Wording(ru: "Здесь нужно число от 0 до 10000", en: "A number from 0 to 10000 is needed"))
    }
    return number
  }

  func flag() throws -> Bool {
    switch try text() {
    case "true": return true
    case "false": return false
    default: throw wrong(Wording(ru: "Здесь нужно true или false", en: "true or false is needed"))
    }
  }

  func oneOf<Value: RawRepresentable & CaseIterable>(
    _: Value.Type
  ) throws -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: try text()) else {
      let names = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw wrong(Wording(ru: "Здесь нужно одно из: \(names)", en: "One of: \(names)"))
    }
    return value
  }

  func wrong(_ message: Wording) -> Trouble { Self.trouble(file, node.mark?.line, message) }

  private static func trouble(_ file: String, _ line: Int?, _ message: Wording) -> Trouble {
    Trouble(
      "layout.yaml", at: line.map { "\(file):\($0)" } ?? file, message)
  }
}
