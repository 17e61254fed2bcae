import Exam

/// The `spares:` of exam.yaml.
enum DescribedSpares {
  static func read(_ field: DescriptionField) throws(Trouble) -> SpareRule {
    let block = try field.block(["perVariant", "percent", "atLeast", "exam"])
    switch block.keys {
    case ["perVariant"]:
      return .perVariant(try block.required("perVariant").number(in: 0...999))
    case ["exam"]:
      return .exam(try block.required("exam").number(in: 0...999))
    case ["percent"], ["atLeast", "percent"]:
      return .percent(
        try block.required("percent").number(in: 0...100),
        atLeast: try block.number("atLeast", in: 0...999) ?? 0)
    default:
      throw field.wrongType(
        Wording(
          ru: "одно из: {perVariant: 1}, {percent: 5, atLeast: 1}, {exam: 2}",
          en: "one of: {perVariant: 1}, {percent: 5, atLeast: 1}, {exam: 2}"))
    }
  }
}
