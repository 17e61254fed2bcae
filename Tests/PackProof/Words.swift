import Foundation

/// Where words stand, as poppler's own tool reads them.
enum Words {
  /// For each page the boxes of its words, as high as their letters.
  static func boxes(of pdf: URL, pages: ClosedRange<Int>) throws -> [[String: [PixelBox]]] {
    let text = try Tool.run(
      "pdftotext",
      ["-bbox", "-f", "\(pages.lowerBound)", "-l", "\(pages.upperBound)", pdf.path, "-"])
    let all = text.components(separatedBy: "<page ").dropFirst().map(words)
    return all + Array(repeating: [:], count: max(0, pages.count - all.count))
  }

  private static func words(_ page: String) -> [String: [PixelBox]] {
    var words: [String: [PixelBox]] = [:]
    for line in page.split(separator: "\n") where line.contains("<word ") {
      let edges = line.split(separator: "\"").compactMap { Double($0) }
      guard edges.count == 4, let word = line.split(separator: ">").dropFirst().first else {
        continue
      }
      // What is above and below letters is not theirs.
      let rest = (edges[3] - edges[1]) * 0.2
      words[word.replacingOccurrences(of: "</word", with: ""), default: []].append(
        PixelBox(
          left: pixels(edges[0]) - 1, top: pixels(edges[1] + rest), right: pixels(edges[2]) + 1,
          bottom: pixels(edges[3] - rest)))
    }
    return words
  }

  private static func pixels(_ points: Double) -> Int {
    Int((points / 72 * Double(Rasters.resolution)).rounded())
  }
}
