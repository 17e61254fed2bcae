import Exam
import Foundation

/// Reads the marks of pictures with zbar.
enum MarkReader {
  /// The marks of each picture.
  static func read(_ pictures: [URL]) throws -> [[Mark]] {
    guard !pictures.isEmpty else { return [] }
    // Status 4 means that some picture has no symbol.
    let output = try Tool.run(
      "zbarimg",
      ["--nodbus", "--xml", "-q", "-Sdisable", "-Sqrcode.enable"]
        + pictures.map(\.path), accepting: [0, 4])
    return parse(output, count: pictures.count)
  }

  /// The marks of each source in zbar's document; other symbols are left out.
  static func parse(_ xml: String, count: Int) -> [[Mark]] {
    let sources = xml.components(separatedBy: "<source ").dropFirst().map { source in
      source.components(separatedBy: "<symbol ").dropFirst().compactMap(mark)
    }
    return sources + Array(repeating: [], count: max(0, count - sources.count))
  }

  private static func mark(_ symbol: String) -> Mark? {
    between("<![CDATA[", "]]>", in: symbol).flatMap { Mark($0) }
  }

  private static func between(_ start: String, _ end: String, in text: String) -> String? {
    guard let from = text.range(of: start),
      let to = text.range(of: end, range: from.upperBound..<text.endIndex)
    else { return nil }
    return String(text[from.upperBound..<to.lowerBound])
  }
}
