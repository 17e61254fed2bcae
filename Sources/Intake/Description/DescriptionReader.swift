public import Exam
import Yams

/// Reads exam.yaml strictly: whatever it does not understand, it refuses with the line.
public enum DescriptionReader {
  private static let keys = [
    "id", "title", "date", "starts", "ready", "layout", "language", "school", "phone", "list",
    "columns", "codes", "works", "spares", "marks", "pageSizes", "printers", "organisers",
  ]

  /// The exam that `yaml` describes.
  public static func read(yaml: String, fileName: String) throws(Trouble) -> ExamDescription {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      throw DescriptionTrouble.syntax(error, yaml: yaml, fileName: fileName)
    }
    guard let root else { return ExamDescription() }
    let whole = DescriptionField(node: root, key: fileName, fileName: fileName)
    if whole.isNull { return ExamDescription() }
    return try description(try whole.block(keys))
  }

  private static func description(_ block: DescriptionBlock) throws(Trouble) -> ExamDescription {
    var exam = ExamDescription()
    exam.id = try id(block["id"])
    exam.title = try block.text("title") ?? exam.title
    exam.date = try date(block["date"])
    exam.starts = try time(block["starts"])
    exam.ready = try time(block["ready"])
    exam.layout = try block.text("layout") ?? exam.layout
    exam.language = try block.choice("language", Language.self)
    exam.school = try block.text("school")
    exam.phone = try block.text("phone")
    exam.list = try block.text("list")
    exam.columns = try columns(block["columns"])
    exam.codes = try codes(block["codes"])
    exam.works = try DescribedWork.all(try block.list("works"))
    if let spares = block["spares"] { exam.spares = try DescribedSpares.read(spares) }
    if let marks = block["marks"] {
      exam.marks = try marks.choice([MarkRule.pages, .first, .none])
    }
    exam.pageSizes = try pageSizes(block["pageSizes"]) ?? exam.pageSizes
    if let printers = block["printers"] { exam.printers = try DescribedPrinter.all(printers) }
    exam.organisers = try block.number("organisers") ?? exam.organisers
    return exam
  }

  private static func id(_ field: DescriptionField?) throws(Trouble) -> ExamID? {
    guard let field else { return nil }
    let text = try field.text()
    guard let id = ExamID(rawValue: text) else {
      throw Trouble(
        "yaml.bad-id", at: field.place,
        Wording(
          ru: "номер проведения «\(text)» не годится: нужны ровно шесть заглавных латинских букв "
            + "или цифр, например 7F3A2C",
          en:
            "the exam's id “\(text)” will not do: exactly six Latin capitals or digits are needed, "
            + "for example 7F3A2C"))
    }
    return id
  }

  private static func date(_ field: DescriptionField?) throws(Trouble) -> CivilDate? {
    guard let field else { return nil }
    let text = try field.text()
    guard let date = CivilText.date(text) else {
      throw Trouble(
        "yaml.bad-date", at: field.place,
        Wording(
          ru: "«\(text)» — не дата: напишите, например, 21.04.2026",
          en: "“\(text)” is no date: write, for example, 2026-04-21"))
    }
    return date
  }

  private static func time(_ field: DescriptionField?) throws(Trouble) -> ClockTime? {
    guard let field else { return nil }
    let text = try field.text()
    guard let time = CivilText.time(text) else {
      throw Trouble(
        "yaml.bad-time", at: field.place,
        Wording(
          ru: "«\(text)» — не время: напишите, например, 9:00",
          en: "“\(text)” is no time: write, for example, 9:00"))
    }
    return time
  }

  private static func columns(
    _ field: DescriptionField?
  ) throws(Trouble) -> [ListColumn: String] {
    guard let field else { return [:] }
    let block = try field.block(ListColumn.allCases.map(\.rawValue))
    var columns: [ListColumn: String] = [:]
    for column in ListColumn.allCases {
      if let text = try block.text(column.rawValue) { columns[column] = text }
    }
    return columns
  }

  /// `коды.xlsx`, `rule`, `none`, or a list of files and `rule`.
  private static func codes(_ field: DescriptionField?) throws(Trouble) -> [CodeSource] {
    guard let texts = try field?.texts() else { return [] }
    return texts.filter { $0 != "none" }.map { $0 == "rule" ? .rule : .file($0) }
  }

  private static func pageSizes(_ field: DescriptionField?) throws(Trouble) -> PageSizeRule? {
    guard let field else { return nil }
    let names = try field.texts()
    switch names.map({ $0.uppercased() }) {
    case ["A4"], ["А4"]: return .a4
    case ["ANY"]: return .any
    default:
      throw DescriptionTrouble.unknownValue(
        names.joined(separator: ", "), of: field.key, known: ["[A4]", "any"], at: field.place)
    }
  }
}
