import Foundation

/// PDFs of a few objects, written out by hand.
enum SmallPDF {
  /// A file of objects, numbered from 1; the first is the catalogue.
  static func file(_ objects: [String]) -> [UInt8] {
    var text = Data("%PDF-1.7\n".utf8)
    var offsets: [Int] = []
    for (number, object) in zip(1..., objects) {
      offsets.append(text.count)
      text += bytes("\(number) 0 obj\n\(object)\nendobj\n")
    }
    let start = text.count
    text += Data("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
    for offset in offsets { text += Data(String(format: "%010d 00000 n \n", offset).utf8) }
    text += Data(
      "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8)
    return Array(text)
  }

  /// A file of one page, 200 × 300 points; `page` and `root` are more entries of the page and of the
  /// catalogue, `objects` are numbered from 5.
  static func page(
    _ page: String = "", resources: String = "", content: String = "20 30 50 90 re f",
    root: String = "", objects: [String] = []
  ) -> [UInt8] {
    let media = page.contains("/MediaBox") ? "" : "/MediaBox [0 0 200 300]"
    let contents = page.contains("/Contents") ? "" : "/Contents 4 0 R"
    return file(
      [
        "<< /Type /Catalog /Pages 2 0 R \(root) >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 \(media) /Resources << \(resources) >> >>",
        "<< /Type /Page /Parent 2 0 R \(contents) \(page) >>", stream(content),
      ] + objects)
  }

  /// A stream's object.
  static func stream(_ content: String, _ entries: String = "") -> String {
    "<< /Length \(bytes(content).count) \(entries) >>\nstream\n\(content)\nendstream"
  }

  /// Every character is a byte, so that names and strings need not be UTF-8.
  private static func bytes(_ text: String) -> Data {
    text.data(using: .isoLatin1) ?? Data()
  }
}
