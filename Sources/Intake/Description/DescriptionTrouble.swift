import Exam
import Yams

/// What is wrong with a place in exam.yaml, in words.
enum DescriptionTrouble {
  static func unknownKey(_ key: String, known: [String], at place: String) -> Trouble {
    let wording =
      if let nearest = EditDistance.nearest(to: key, among: known) {
        Wording(
          ru: "нет ключа «\(key)», есть «\(nearest)»",
          en: "there is no key “\(key)”, there is “\(nearest)”")
      } else {
        Wording(
          ru: "нет ключа «\(key)», есть: \(known.joined(separator: ", "))",
          en: "there is no key “\(key)”, there are: \(known.joined(separator: ", "))")
      }
    return Trouble("yaml.unknown-key", at: place, wording)
  }

  static func unknownValue(
    _ value: String, of key: String, known: [String], at place: String
  ) -> Trouble {
    let all = known.joined(separator: ", ")
    return Trouble(
      "yaml.unknown-value", at: place,
      Wording(
        ru: "«\(key)» не может быть «\(value)»; бывает: \(all)",
        en: "“\(key)” cannot be “\(value)”; it can be: \(all)"))
  }

  static func wrongType(of key: String, expected: Wording, at place: String) -> Trouble {
    Trouble(
      "yaml.wrong-type", at: place,
      Wording(
        ru: "в «\(key)» должно быть \(expected.ru)",
        en: "“\(key)” must be \(expected.en)"))
  }

  static func missingKey(_ key: String, at place: String) -> Trouble {
    Trouble(
      "yaml.missing-key", at: place,
      Wording(
        ru: "здесь не хватает ключа «\(key)»: допишите его",
        en: "the key “\(key)” is missing here: add it"))
  }

  static func twoKeys(_ one: String, _ other: String, at place: String) -> Trouble {
    Trouble(
      "yaml.two-keys", at: place,
      Wording(
        ru: "нужен один из ключей «\(one)» и «\(other)», а не оба",
        en: "one of the keys “\(one)” and “\(other)” is needed, not both"))
  }

  static func twoValues(_ one: String, _ other: String, of field: DescriptionField) -> Trouble {
    Trouble(
      "yaml.two-values", at: field.place,
      Wording(
        ru: "в «\(field.key)» нужно одно из «\(one)» и «\(other)», а не оба",
        en: "“\(field.key)” takes one of “\(one)” and “\(other)”, not both"))
  }

  static func doubled(_ kind: String, _ value: String, at place: String) -> Trouble {
    Trouble(
      kind, at: place,
      Wording(
        ru: "«\(value)» встречается второй раз: оставьте один или переименуйте",
        en: "“\(value)” appears for the second time: keep one or rename it"))
  }

  /// The trouble behind an error of the YAML parser.
  static func syntax(_ error: any Error, yaml: String, fileName: String) -> Trouble {
    let problem = Wording(
      ru: "файл не читается как YAML: проверьте отступы (только пробелы), кавычки и скобки",
      en: "this is not valid YAML: check the indents (spaces only), quotes and brackets")
    switch error as? YamlError {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      return Trouble("yaml.syntax", at: place(fileName, line: mark.line), problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let key = duplicates.min() ?? ""
      let line = lineOfDoubled(key, in: yaml, blockAt: context.mark.line)
      return doubled("yaml.doubled-key", key, at: place(fileName, line: line))
    default:
      return Trouble("yaml.syntax", at: fileName, problem)
    }
  }

  /// The parser knows only where the block begins; the key's second line is looked for below it.
  private static func lineOfDoubled(_ key: String, in yaml: String, blockAt first: Int) -> Int {
    let lines = yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var indent: Int?
    for (index, line) in lines.enumerated().dropFirst(first - 1) {
      let blanks = line.prefix { $0 == " " || $0 == "-" }.count
      guard line.dropFirst(blanks).hasPrefix("\(key):") else { continue }
      if indent == blanks { return index + 1 }
      if indent == nil { indent = blanks }
    }
    return first
  }

  static func place(_ fileName: String, line: Int?) -> String {
    line.map { "\(fileName), строка \($0)" } ?? fileName
  }
}
