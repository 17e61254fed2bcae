import Archive
import Exam

/// Reads the sheets of an XLSX workbook.
enum XLSXFile {
  static func read(_ bytes: [UInt8], fileName: String) throws(Trouble) -> Grid {
    let parts = try unpack(bytes, fileName)
    guard let workbook = parts["xl/workbook.xml"] else { throw ListTrouble.notXLSX(fileName) }
    let targets = try relations(parts["xl/_rels/workbook.xml.rels"] ?? [], fileName)
    let strings = try XLSXStrings.read(parts["xl/sharedStrings.xml"], fileName)
    var grid = Grid(kind: .workbook, fileName: fileName, sheets: [])
    for sheet in try sheets(workbook, fileName) {
      if sheet.isHidden {
        grid.hiddenSheets += 1
        continue
      }
      guard let target = targets[sheet.relation] else { throw ListTrouble.damaged(fileName) }
      // A sheet of another kind, a chart, is not unpacked.
      guard let part = parts[target] else { continue }
      let read = try XLSXSheet(name: sheet.name, strings: strings).read(part, fileName)
      grid.sheets.append(read)
    }
    return grid
  }

  private static func unpack(
    _ bytes: [UInt8], _ fileName: String
  ) throws(Trouble) -> [String: [UInt8]] {
    do {
      let entries = try ArchiveReader.entries(of: bytes) {
        $0.hasPrefix("xl/") && ($0.hasSuffix(".xml") || $0.hasSuffix(".xml.rels"))
          && !$0.hasPrefix("xl/theme") && !$0.hasPrefix("xl/drawings")
      }
      return Dictionary(entries.map { ($0.name, $0.data) }, uniquingKeysWith: { first, _ in first })
    } catch {
      switch error {
      case .tooLarge, .tooManyEntries: throw ListTrouble.tooLarge(fileName)
      default: throw ListTrouble.damaged(fileName)
      }
    }
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

  private static func sheets(
    _ part: [UInt8], _ fileName: String
  ) throws(Trouble) -> [(name: String, relation: String, isHidden: Bool)] {
    let walker = XMLWalker()
    var sheets: [(name: String, relation: String, isHidden: Bool)] = []
    walker.onStart = { name, attributes in
      guard name == "sheet" else { return }
      let relation = attributes.first { $0.key.hasSuffix(":id") }?.value ?? ""
      let isHidden = attributes["state"].map { $0 != "visible" } ?? false
      sheets.append((attributes["name"] ?? "", relation, isHidden))
    }
    guard walker.walk(part) else { throw ListTrouble.damaged(fileName) }
    return sheets
  }
}
