import Exam

/// The `printers:` of exam.yaml.
enum DescribedPrinter {
  private static let keys = ["name", "ppm", "tray", "output", "uri", "folder"]

  static func all(_ field: DescriptionField) throws(Trouble) -> [PrinterDescription] {
    var printers: [PrinterDescription] = []
    for field in try field.list() {
      let printer = try read(try field.block(keys))
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
