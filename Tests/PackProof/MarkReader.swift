import Exam
import Foundation

/// A mark on a page, and where it stands.
struct FoundMark: Hashable, Sendable {
  let mark: Mark
  let box: PixelBox?
}

/// Reads the marks of pictures with zbar.
enum MarkReader {
  /// The marks of each picture.
  static func read(_ pictures: [URL]) throws -> [[FoundMark]] {
    guard !pictures.isEmpty else { return [] }
    // Status 4 means that some picture has no symbol.
    let output = try Tool.run(
      "zbarimg",
      ["--nodbus", "--xml", "--polygon", "-q", "-Sdisable", "-Sqrcode.enable"]
        + pictures.map(\.path), accepting: [0, 4])
    return parse(output, count: pictures.count)
  }

  /// The marks of each source in zbar's document; other symbols are left out.
  static func parse(_ xml: String, count: Int) -> [[FoundMark]] {
    let sources = xml.components(separatedBy: "<source ").dropFirst().map { source in
      source.components(separatedBy: "<symbol ").dropFirst().compactMap(mark)
    }
    return sources + Array(repeating: [], count: max(0, count - sources.count))
  }

  private static func mark(_ symbol: String) -> FoundMark? {
    guard let text = between("<![CDATA[", "]]>", in: symbol), let mark = Mark(text) else {
      return nil
    }
    return FoundMark(mark: mark, box: between("points='", "'", in: symbol).flatMap(box))
  }

  private static func box(_ points: String) -> PixelBox? {
    let pairs = points.split(separator: " ").map { point in
      point.split(separator: ",").compactMap { Int($0) }
    }
    let xs = pairs.compactMap(\.first)
    let ys = pairs.compactMap(\.last)
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else {
      return nil
    }
    return PixelBox(left: left, top: top, right: right, bottom: bottom)
  }

  private static func between(_ start: String, _ end: String, in text: String) -> String? {
    guard let from = text.range(of: start),
      let to = text.range(of: end, range: from.upperBound..<text.endIndex)
    else { return nil }
    return String(text[from.upperBound..<to.lowerBound])
  }
}
