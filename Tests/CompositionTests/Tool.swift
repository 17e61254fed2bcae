import Cairo
import Foundation

/// Programs that see a PDF as others do.
enum Tool {
  /// Runs a program on a PDF and returns what it writes.
  static func run(
    _ name: String, _ options: [String], _ pdf: [UInt8], _ last: String? = nil
  ) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("tirazh-composition-\(UUID().uuidString).pdf")
    try Data(pdf).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let behind = [last, name == "pdftotext" ? "-" : nil].compactMap(\.self)
    process.arguments = [name] + options + [file.path] + behind
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(output)
  }

  /// A lying page of which only the right half has ink, drawn by cairo.
  static func halfEmptySheet() throws -> [UInt8] {
    var pdf: [UInt8] = []
    let surface = try unsafe PDFSurface(
      width: 842, height: 595, creationDate: "2000-01-01T00:00:00Z",
      write: { unsafe pdf.append(contentsOf: $0) })
    surface.context.rectangle(x: 500, y: 100, width: 50, height: 50)
    surface.context.fill()
    try surface.showPage()
    try surface.finish()
    return pdf
  }

  /// A page as grey pixels with the head of a PGM.
  static func raster(_ pdf: [UInt8], page: Int) throws -> [UInt8] {
    try run("pdftoppm", ["-gray", "-r", "50", "-f", "\(page)", "-l", "\(page)"], pdf)
  }

  /// The first page in colour, as MuPDF draws it: the witness of what poppler and we do.
  static func drawn(_ pdf: [UInt8], dpi: Int = 72) throws -> [UInt8] {
    try run("mutool", ["draw", "-q", "-r", "\(dpi)", "-F", "ppm", "-o", "-"], pdf, "1")
  }

  /// A Python with pdfium, where `make pdfium` has made one.
  static let pdfium: URL? = {
    let python = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(".build/pdfium/bin/python")
    return FileManager.default.isExecutableFile(atPath: python.path) ? python : nil
  }()

  /// Whether pdfium draws the same first page of two PDFs, dot by dot; nil where there is no pdfium.
  static func isSameForPdfium(_ one: [UInt8], _ other: [UInt8]) throws -> Bool? {
    guard let pdfium else { return nil }
    let script = """
      import sys, pypdfium2
      def drawn(name):
          picture = pypdfium2.PdfDocument(name)[0].render(scale=1, optimize_mode="print")
          return picture.width, picture.height, bytes(picture.buffer)
      print(drawn(sys.argv[1]) == drawn(sys.argv[2]))
      """
    let files = try [one, other].map { pdf in
      let file = FileManager.default.temporaryDirectory
        .appendingPathComponent("tirazh-pdfium-\(UUID().uuidString).pdf")
      try Data(pdf).write(to: file)
      return file
    }
    defer { files.forEach { try? FileManager.default.removeItem(at: $0) } }
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = pdfium
    process.arguments = ["-c", script] + files.map(\.path)
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self).hasPrefix("True")
  }

  /// The mean difference of two rasters, 0…1; 1 where the sizes differ.
  static func difference(_ left: [UInt8], _ right: [UInt8]) -> Double {
    guard left.count == right.count, !left.isEmpty else { return 1 }
    let sum = zip(left, right).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
    return Double(sum) / Double(left.count) / 255
  }
}
