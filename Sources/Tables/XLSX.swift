/// Reads the sheets of an XLSX workbook from its parts.
enum XLSXFile {
  /// The names of parts are compared without case (ECMA-376 part 2); some programs write «\\».
  static func isPart(_ name: String) -> Bool {
    let part = partName(name)
    guard part.hasSuffix(".xml") || part.hasSuffix(".rels") else { return false }
    return !["/theme/", "/drawings/", "/media/", "/charts/", "docprops/"].contains {
      ("/" + part).contains($0)
    }
  }

  private static func partName(_ name: String) -> String {
    let plain = name.lowercased().replacing("\\", with: "/")
    return plain.hasPrefix("/") ? String(plain.dropFirst()) : plain
  }

  static func read(_ files: [String: [UInt8]], fileName: String) throws(TableError) -> Grid {
    let parts = Dictionary(
      files.map { (partName($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    let start = try relations(of: "", in: parts, fileName).first { $0.isOf("officedocument") }
    let main = start?.target ?? "xl/workbook.xml"
    guard let workbook = parts[main] ?? parts["xl/workbook.xml"] else {
      throw TableError(.notWorkbook, fileName)
    }
    let relations = try relations(
      of: parts[main] == nil ? "xl/workbook.xml" : main, in: parts, fileName)
    let related = Dictionary(
      relations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let contents = try contents(workbook, fileName)
    let book = try book(contents, relations, parts, fileName)
    var grid = Grid(kind: .workbook, fileName: fileName, sheets: [])
    for sheet in contents.sheets {
      if sheet.isHidden {
        grid.hiddenSheets += 1
        continue
      }
      guard let relation = related[sheet.relation] else { throw TableError(.damaged, fileName) }
      guard let part = parts[relation.target] else {
        // A sheet of another kind, a chart, may be left out; one of people may not.
        guard !relation.isOf("worksheet") else { throw TableError(.damaged, fileName) }
        continue
      }
      grid.sheets.append(try XLSXSheet(name: sheet.name, book: book).read(part, fileName))
    }
    return grid
  }

  /// What the sheets share.
  private static func book(
    _ contents: Contents, _ relations: [Relation], _ parts: [String: [UInt8]], _ fileName: String
  ) throws(TableError) -> XLSXBook {
    func part(_ kind: String) -> [UInt8]? {
      relations.first { $0.isOf(kind) }.flatMap { parts[$0.target] }
    }
    var book = XLSXBook()
    let strings = part("sharedstrings") ?? parts["xl/sharedstrings.xml"]
    if strings == nil, relations.contains(where: { $0.isOf("sharedstrings") }) {
      throw TableError(.damaged, fileName)
    }
    book.strings = try XLSXStrings.read(strings, fileName)
    book.formats = try XLSXStyles.read(part("styles") ?? parts["xl/styles.xml"], fileName)
    book.since1904 = contents.since1904
    book.needsComputing = contents.needsComputing
    return book
  }

  private struct Contents {
    struct Sheet {
      var name: String
      var relation: String
      var isHidden: Bool
    }

    var sheets: [Sheet] = []
    var since1904 = false
    var needsComputing = false
  }

  /// What a part names as belonging to it.
  private struct Relation {
    var id: String
    var type: String
    var target: String

    func isOf(_ kind: String) -> Bool { type.lowercased().hasSuffix("/" + kind) }
  }

  /// The relations of a part, or of the package; targets from the package's root.
  private static func relations(
    of part: String, in parts: [String: [UInt8]], _ fileName: String
  ) throws(TableError) -> [Relation] {
    let path = part.split(separator: "/").map(String.init)
    let folder = Array(path.dropLast())
    let name = (folder + ["_rels", "\(path.last ?? "").rels"]).joined(separator: "/")
    let walker = XMLWalker()
    var relations: [Relation] = []
    walker.onStart = { element, attributes in
      guard element == "Relationship", let id = attributes["Id"], let target = attributes["Target"]
      else { return }
      relations.append(
        Relation(
          id: id, type: attributes["Type"] ?? "", target: resolved(target, in: folder)))
    }
    guard walker.walk(parts[name] ?? []) else { throw TableError(.damaged, fileName) }
    return relations
  }

  private static func resolved(_ target: String, in folder: [String]) -> String {
    let plain = target.replacing("\\", with: "/").lowercased()
    var path = plain.hasPrefix("/") ? [] : folder
    for step in plain.split(separator: "/") where step != "." {
      if step == ".." { _ = path.popLast() } else { path.append(String(step)) }
    }
    return path.joined(separator: "/")
  }

  private static func contents(_ part: [UInt8], _ fileName: String) throws(TableError) -> Contents {
    let walker = XMLWalker()
    var contents = Contents()
    walker.onStart = { name, attributes in
      switch name {
      case "sheet":
        let isHidden = attributes["state"].map { $0 != "visible" } ?? false
        contents.sheets.append(
          Contents.Sheet(
            name: attributes["name"] ?? "", relation: attributes["id"] ?? "", isHidden: isHidden))
      case "workbookPr": contents.since1904 = attributes.isTrue("date1904")
      case "calcPr": contents.needsComputing = attributes.isTrue("fullCalcOnLoad")
      default: break
      }
    }
    guard walker.walk(part) else { throw TableError(.damaged, fileName) }
    return contents
  }
}

/// Reads the shared strings, rich text joined, readings of hieroglyphs left out.
enum XLSXStrings {
  static func read(_ part: [UInt8]?, _ fileName: String) throws(TableError) -> [String] {
    guard let part else { return [] }
    let walker = XMLWalker()
    var strings: [String] = []
    var readings = 0
    walker.onStart = { [unowned walker] name, _ in
      switch name {
      case "si": walker.text = ""
      case "rPh": readings += 1
      case "t": walker.isGathering = readings == 0
      default: break
      }
    }
    walker.onEnd = { [unowned walker] name in
      switch name {
      case "si": strings.append(unescaped(walker.text))
      case "rPh": readings -= 1
      case "t": walker.isGathering = false
      default: break
      }
    }
    guard walker.walk(part) else { throw TableError(.damaged, fileName) }
    return strings
  }

  /// Workbooks write characters that XML forbids as `_x000D_`.
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    var result = ""
    var rest = Substring(text)
    while let character = rest.first {
      let escape = rest.prefix(7)
      if character == "_", escape.count == 7, escape.dropFirst().first == "x", escape.last == "_",
        let scalar = UInt32(escape.dropFirst(2).dropLast(), radix: 16).flatMap(Unicode.Scalar.init)
      {
        result.unicodeScalars.append(scalar)
        rest = rest.dropFirst(7)
      } else {
        result.append(character)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}

/// Reads how cells show numbers, by style.
enum XLSXStyles {
  static func read(_ part: [UInt8]?, _ fileName: String) throws(TableError) -> [NumberFormat] {
    guard let part else { return [] }
    let walker = XMLWalker()
    var own: [Int: NumberFormat] = [:]
    var formats: [NumberFormat] = []
    var isInside = false
    walker.onStart = { name, attributes in
      switch name {
      case "numFmt":
        guard let id = attributes.number("numFmtId"), let code = attributes["formatCode"]
        else { return }
        own[id] = NumberFormat(code: code)
      case "cellXfs": isInside = true
      case "xf" where isInside:
        let id = attributes.number("numFmtId") ?? 0
        formats.append(own[id] ?? NumberFormat(builtIn: id))
      default: break
      }
    }
    walker.onEnd = { if $0 == "cellXfs" { isInside = false } }
    guard walker.walk(part) else { throw TableError(.damaged, fileName) }
    return formats
  }
}
