import Exam

/// The works of exam.yaml and their materials.
enum DescribedWork {
  private static let keys = [
    "id", "subject", "grade", "level", "part", "classes", "duration", "pages", "materials",
  ]

  static func all(_ fields: [DescriptionField]) throws(Trouble) -> [Work] {
    var works: [Work] = []
    for (index, field) in fields.enumerated() {
      let work = try read(try field.block(keys), number: index + 1)
      guard !works.contains(where: { $0.id == work.id }) else {
        throw DescriptionTrouble.doubled("yaml.doubled-id", work.id.rawValue, at: field.place)
      }
      works.append(work)
    }
    return works
  }

  private static func read(_ block: DescriptionBlock, number: Int) throws(Trouble) -> Work {
    var work = Work(
      id: WorkID(rawValue: try block.text("id") ?? "w\(number)"),
      subject: try block.required("subject").text())
    work.grade = try block.number("grade", in: 1...12)
    work.level = try block.text("level")
    work.part = try block.number("part", in: 1...9) ?? 1
    work.choosesPart = block["part"] != nil
    work.classes = try classes(block["classes"])
    work.duration = try block.number("duration")
    work.assumedPages = try block.number("pages", in: 1...999)
    work.materials = try DescribedMaterial.all(try block.list("materials"))
    return work
  }

  private static func classes(_ field: DescriptionField?) throws(Trouble) -> [ClassName]? {
    guard let field else { return nil }
    var classes: [ClassName] = []
    for text in try field.texts().flatMap({ $0.split(separator: ",").map(String.init) }) {
      guard let name = DescribedClass.normalised(text) else {
        throw field.wrongType(Wording(ru: "классы: [5А, 5Б]", en: "classes: [5А, 5Б]"))
      }
      if !classes.contains(name) { classes.append(name) }
    }
    return classes
  }
}
