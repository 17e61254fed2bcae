import Exam

/// The works of exam.yaml and their materials.
enum DescribedWork {
  static func all(_ fields: [DescriptionField]) throws(Trouble) -> [Work] {
    var works: [Work] = []
    for (index, field) in fields.enumerated() {
      let work = try read(try field.block(DescriptionKey.work), number: index + 1)
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

/// The materials of one work of exam.yaml.
enum DescribedMaterial {
  static func all(_ fields: [DescriptionField]) throws(Trouble) -> [Material] {
    var materials: [Material] = []
    for (index, field) in fields.enumerated() {
      let material = try read(try field.block(DescriptionKey.material), number: index + 1)
      guard !materials.contains(where: { $0.id == material.id }) else {
        throw DescriptionTrouble.doubled("yaml.doubled-id", material.id.rawValue, at: field.place)
      }
      materials.append(material)
    }
    return materials
  }

  private static func read(_ block: DescriptionBlock, number: Int) throws(Trouble) -> Material {
    var material = Material(
      id: MaterialID(rawValue: try block.text("id") ?? "m\(number)"),
      give: try block.choice("give", Give.self) ?? .participant, files: try files(block))
    material.pages = try pages(block["pages"])
    material.outline = try block.text("outline")
    if let outline = block["outline"], material.pages != nil {
      throw DescriptionTrouble.twoKeys("pages", "outline", at: outline.place)
    }
    material.split = try block.choice("split", SheetSplit.self)
    material.variant = try block.text("variant").map { Variant(rawValue: $0) }
    material.verified = try block["verified"]?.flag() ?? false
    material.copies = try block.number("copies", in: 1...999) ?? 1
    return material
  }

  private static func files(_ block: DescriptionBlock) throws(Trouble) -> [String] {
    guard let several = block["files"] else { return [try block.required("file").text()] }
    guard block["file"] == nil else {
      throw DescriptionTrouble.twoKeys("file", "files", at: several.place)
    }
    let files = try several.texts()
    guard !files.isEmpty else {
      throw several.wrongType(Wording(ru: "хотя бы один файл", en: "at least one file"))
    }
    return files
  }

  private static func pages(_ field: DescriptionField?) throws(Trouble) -> PageSelection? {
    guard let field else { return nil }
    guard let pages = PageSelection(try field.texts().joined(separator: ","), allowsHalves: true)
    else {
      throw field.wrongType(
        Wording(
          ru: "номера страниц, например 1,4-6, а у разрезанных листов и 7 слева",
          en: "page numbers, for example 1,4-6, and of sheets cut apart also 7 left"))
    }
    return pages
  }
}

/// A class as exam.yaml writes it, brought to one form: «5 "a"» is `5А`.
enum DescribedClass {
  static func normalised(_ text: String) -> ClassName? {
    if let name = CellRepair.className(text) { return ClassName(rawValue: name) }
    let kept = text.uppercased().filter { $0.isLetter || $0.isNumber }
    return kept.isEmpty ? nil : ClassName(rawValue: LookAlikes.cyrillic(kept))
  }
}
