import Foundation

/// Draws pages with mupdf: another renderer than the one under test.
struct Rasters {
  /// Dots per inch.
  static let resolution = 200

  /// How many pages a PDF has.
  static func pageCount(_ pdf: URL) throws -> Int {
    let output = try Tool.run("mutool", ["info", "-M", pdf.path])
    guard let line = output.split(separator: "\n").first(where: { $0.hasPrefix("Pages: ") }),
      let count = Int(line.dropFirst(7).trimmingCharacters(in: .whitespaces))
    else { throw Tool.Failure(program: "mutool info", status: 0, output: output) }
    return count
  }

  /// Lends a file with every page of a PDF cut down the middle, the left half first.
  static func cutInHalves<T>(_ pdf: URL, _ use: (URL) throws -> T) throws -> T {
    let halves = FileManager.default.temporaryDirectory
      .appendingPathComponent("packproof-\(UUID().uuidString).pdf")
    defer { try? FileManager.default.removeItem(at: halves) }
    _ = try Tool.run("mutool", ["poster", "-x", "2", "-y", "1", pdf.path, halves.path])
    return try use(halves)
  }

  /// Draws pages and hands their pictures to `use`; they exist only meanwhile.
  static func draw<T>(
    _ pdf: URL, pages: ClosedRange<Int>, _ use: ([URL]) throws -> T
  ) throws -> T {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("packproof-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try Tool.run(
      "mutool",
      [
        "draw", "-q", "-r", "\(resolution)", "-c", "gray", "-F", "pnm",
        "-o", folder.appendingPathComponent("%d.pgm").path, pdf.path,
        "\(pages.lowerBound)-\(pages.upperBound)",
      ])
    return try use(pages.map { folder.appendingPathComponent("\($0).pgm") })
  }
}
