import Exam

/// Reads the sheets of an XLSX workbook from its parts.
enum XLSXFile {
  static func isPart(_ name: String) -> Bool {
    name.hasPrefix("xl/") && (name.hasSuffix(".xml") || name.hasSuffix(".xml.rels"))
      && !name.hasPrefix("xl/theme") && !name.hasPrefix("xl/drawings")
  }

  static func read(_ parts: [String: [UInt8]], fileName: String) throws(Trouble) -> Grid {
    guard let workbook = parts["xl/workbook.xml"] else { throw ListTrouble.notXLSX(fileName) }
    let targets = try relations(parts["xl/_rels/workbook.xml.rels"] ?? [], fileName)
    let contents = try contents(workbook, fileName)
    var book = XLSXBook()
    book.strings = try XLSXStrings.read(parts["xl/sharedStrings.xml"], fileName)
    book.formats = try XLSXStyles.read(parts["xl/styles.xml"], fileName)
    book.since1904 = contents.since1904
    book.needsComputing = contents.needsComputing
    var grid = Grid(kind: .workbook, fileName: fileName, sheets: [])
    for sheet in contents.sheets {
      if sheet.isHidden {
        grid.hiddenSheets += 1
        continue
      }
      guard let target = targets[sheet.relation] else { throw ListTrouble.damaged(fileName) }
      // A sheet of another kind, a chart, is not unpacked.
      guard let part = parts[target] else { continue }
      grid.sheets.append(try XLSXSheet(name: sheet.name, book: book).read(part, fileName))
    }
    return grid
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

  private static func relations(
    _ part: [UInt8], _ fileName: String
  ) throws(Trouble) -> [String: String] {
    let walker = XMLWalker()
    var targets: [String: String] = [:]
    walker.onStart = { name, attributes in
      guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"]
      else { return }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
    guard walker.walk(part) else { throw ListTrouble.damaged(fileName) }
    return targets
  }

  private static func contents(_ part: [UInt8], _ fileName: String) throws(Trouble) -> Contents {
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
    guard walker.walk(part) else { throw ListTrouble.damaged(fileName) }
    return contents
  }
}
