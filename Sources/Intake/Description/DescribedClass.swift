import Exam

/// A class as exam.yaml writes it, brought to one form: «5 "a"» is `5А`.
enum DescribedClass {
  static func normalised(_ text: String) -> ClassName? {
    if let name = CellRepair.className(text) { return ClassName(rawValue: name) }
    let kept = text.uppercased().filter { $0.isLetter || $0.isNumber }
    let cyrillic = String(kept.map { lookalikes[$0] ?? $0 })
    return cyrillic.isEmpty ? nil : ClassName(rawValue: cyrillic)
  }

  private static let lookalikes: [Character: Character] = [
    "A": "А", "B": "В", "C": "С", "E": "Е", "H": "Н", "K": "К", "M": "М", "O": "О", "P": "Р",
    "T": "Т", "X": "Х", "Y": "У",
  ]
}
