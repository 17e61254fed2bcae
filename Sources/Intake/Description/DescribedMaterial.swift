import Exam

/// The materials of one work of exam.yaml.
enum DescribedMaterial {
  private static let keys = [
    "id", "give", "file", "files", "pages", "outline", "split", "variant", "verified", "copies",
  ]

  static func all(_ fields: [DescriptionField]) throws(Trouble) -> [Material] {
    var materials: [Material] = []
    for (index, field) in fields.enumerated() {
      let material = try read(try field.block(keys), number: index + 1)
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
