import Archive
import Exam
import Glibc
import Intake
import Layout

/// The readers of what people bring.
enum FuzzedReader: String, CaseIterable {
  case xlsx, ods, csv, yaml, archive, layout, page

  /// The one that the first argument names.
  static let chosen: FuzzedReader = {
    let names = allCases.map { "--\($0.rawValue)" }
    guard let place = names.firstIndex(of: CommandLine.arguments.dropFirst().first ?? "") else {
      // Not a trap: libFuzzer would keep the input as a find.
      print("the first argument must be one of: \(names.joined(separator: " "))")
      exit(64)
    }
    return allCases[place]
  }()

  /// Beginnings of names of the parts of a ZIP that are read; nil where the input is no ZIP.
  var parts: [String]? {
    switch self {
    case .xlsx: ["xl/worksheets/", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/_rels/"]
    case .ods: ["mimetype", "META-INF/", "content.xml"]
    case .archive: [""]
    case .csv, .yaml, .layout, .page: nil
    }
  }

  /// Reads an input to its end.
  func read(_ bytes: [UInt8]) {
    do throws(any Error) {
      switch self {
      case .xlsx, .ods, .csv:
        _ = try ListReader.read(bytes: bytes, fileName: "list.\(rawValue)")
      case .yaml:
        _ = try DescriptionReader.read(yaml: text(bytes), fileName: "exam.yaml")
      case .archive:
        let material = Material(id: MaterialID(rawValue: "m"), give: .participant, files: ["a.zip"])
        _ = try MaterialFiles.expand(material: material, keys: OneKey()) { _ in bytes }
      case .layout:
        try readLayout(text(bytes))
      case .page:
        let text = text(bytes)
        _ = PageIdentity(
          facts: PageFacts(page: 1, width: 595, height: 842, text: text, top: text, bottom: text))
      }
    } catch {
      // Refusing is what a reader should do with most inputs.
    }
  }

  /// The same text as the layout's head and as one of its papers.
  private func readLayout(_ text: String) throws {
    _ = try? LayoutProfile.parse(name: "a", files: ["a-layout.yaml": text])
    _ = try LayoutProfile.parse(
      name: "a", files: ["a-layout.yaml": "marks: [{right: 5, top: 5}]", "a-paper.yaml": text])
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// The password of the fixtures.
private struct OneKey: MaterialKeys {
  func password(for file: String, after tried: Int) -> MaterialPassword? {
    tried == 0 ? MaterialPassword(Array("Kabinet-204".utf8)) : nil
  }
}
