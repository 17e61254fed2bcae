public import Exam
import Yams

/// Reads exam.yaml strictly: whatever it does not understand, it refuses with the line.
public enum DescriptionReader {
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
    return try description(try whole.block(DescriptionKey.exam))
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
    (exam.codes, exam.codePlace) = try codes(block["codes"])
    exam.works = try DescribedWork.all(try block.list("works"))
    if let spares = block["spares"] { exam.spares = try DescribedSpares.read(spares) }
    if let marks = block["marks"] {
      exam.marks = try marks.choice([MarkRule.pages, .first, .none])
    }
    exam.pageSizes = try pageSizes(block["pageSizes"]) ?? exam.pageSizes
    if let printers = block["printers"] { exam.printers = try DescribedPrinter.all(printers) }
    exam.organisers = try block.number("organisers") ?? exam.organisers
    exam.proof = try block["proof"]?.flag() ?? exam.proof
    if let people = try block["people"]?.block(DescriptionKey.people) {
      exam.people.prints = try people["prints"]?.texts() ?? []
      exam.people.checks = try people["checks"]?.texts() ?? []
    }
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
    let block = try field.block(DescriptionKey.columns)
    var columns: [ListColumn: String] = [:]
    for column in ListColumn.allCases {
      if let text = try block.text(column.rawValue) { columns[column] = text }
    }
    return columns
  }

  /// `коды.xlsx`, `rule`, `box`, `mark`, `none`, or a list of them: where codes come from that the list
  /// does not have, and where they stand on pages.
  private static func codes(
    _ field: DescriptionField?
  ) throws(Trouble) -> ([CodeSource], CodeRule?) {
    guard let field else { return ([], nil) }
    var sources: [CodeSource] = []
    var place: CodeRule?
    for text in try field.texts() {
      if let rule = CodeRule(rawValue: text) {
        if let place { throw DescriptionTrouble.twoValues(place.rawValue, text, of: field) }
        place = rule
      } else if text == "rule" {
        sources.append(.rule)
      } else if text.allSatisfy({ $0.isASCII && $0.isLetter }) {
        throw DescriptionTrouble.unknownValue(
          text, of: field.key, known: CodeRule.allCases.map(\.rawValue) + ["rule", "коды.xlsx"],
          at: field.place)
      } else {
        sources.append(.file(text))
      }
    }
    return (sources, place)
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

/// The `printers:` of exam.yaml.
enum DescribedPrinter {
  static func all(_ field: DescriptionField) throws(Trouble) -> [PrinterDescription] {
    var printers: [PrinterDescription] = []
    for field in try field.list() {
      let printer = try read(try field.block(DescriptionKey.printer))
      guard !printers.contains(where: { $0.name == printer.name }) else {
        throw DescriptionTrouble.doubled("yaml.doubled-id", printer.name, at: field.place)
      }
      printers.append(printer)
    }
    return printers
  }

  private static func read(_ block: DescriptionBlock) throws(Trouble) -> PrinterDescription {
    let (address, fallback) = try address(block)
    var printer = PrinterDescription(
      name: try block.text("name") ?? fallback, address: address)
    printer.ppm = try block.number("ppm", in: 1...999) ?? printer.ppm
    printer.tray = try block.number("tray", in: 1...99_999)
    printer.output = try block.number("output", in: 1...99_999)
    printer.order = try block.choice("order", SheetOrder.self)
    if let reserve = try block["reserve"]?.flag(), reserve { printer.reserve = true }
    printer.pages = try block["pages"]?.choice(PageStyle.allCases)
    return printer
  }

  private static func address(
    _ block: DescriptionBlock
  ) throws(Trouble) -> (PrinterAddress, name: String) {
    switch (block["uri"], block["folder"]) {
    case (nil, nil):
      let name = try block.required("name").text()
      return (.queue(name), name)
    case (let uri?, nil):
      let text = try uri.text()
      guard text.hasPrefix("ipp://") || text.hasPrefix("ipps://") else {
        throw uri.wrongType(
          Wording(ru: "адрес ipp://… или ipps://…", en: "an address ipp://… or ipps://…"))
      }
      return (.direct(text), text)
    case (nil, let folder?):
      let text = try folder.text()
      return (.folder(text), text)
    case (let uri?, _?):
      throw Trouble(
        "yaml.two-keys", at: uri.place,
        Wording(
          ru: "нужен один из ключей «uri» и «folder», а не оба",
          en: "one of the keys “uri” and “folder” is needed, not both"))
    }
  }
}

/// The `spares:` of exam.yaml.
enum DescribedSpares {
  static func read(_ field: DescriptionField) throws(Trouble) -> SpareRule {
    let block = try field.block(DescriptionKey.spares)
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
