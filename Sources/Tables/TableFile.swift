import Archive

/// Reads a file of tables, whatever its name says it is.
public enum TableFile {
  /// The tables of `bytes`; of a text, the delimiter and the encoding are those that give cells for which
  /// `isHeading` holds.
  public static func read(
    _ bytes: [UInt8], fileName: String, isHeading: (String) -> Bool
  ) throws(TableError) -> Grid {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      // Excel puts a workbook with a password into such a container.
      let isLocked = bytes.contains(
        sequence: Array("EncryptedPackage".utf16.flatMap { [UInt8($0), 0] }))
      throw TableError(isLocked ? .password : .oldExcel, fileName)
    }
    if bytes.starts(with: [0x50, 0x4B]) { return try workbook(bytes, fileName) }
    if let kind = ForeignKind.of(bytes) { throw TableError(.foreign(kind), fileName) }
    guard bytes.contains(where: { $0 > 32 && $0 != 0xA0 }) else {
      throw TableError(.empty, fileName)
    }
    // What programs save under the name of a workbook.
    if let text = SpreadsheetMLFile.text(bytes, isHeading) {
      return try SpreadsheetMLFile.read(text, fileName: fileName)
    }
    if HTMLTableFile.isOne(bytes, isHeading) {
      return try HTMLTableFile.read(bytes, fileName: fileName, isHeading)
    }
    if bytes.starts(with: "<?xml".utf8) { throw TableError(.foreign(.xml), fileName) }
    let name = fileName.lowercased()
    if name.hasSuffix(".xlsx") || name.hasSuffix(".ods") {
      throw TableError(.notWorkbook, fileName)
    }
    return try CSVFile.read(bytes, fileName: fileName, isHeading)
  }

  /// Reads a workbook, a ZIP archive of XML parts.
  private static func workbook(
    _ bytes: [UInt8], _ fileName: String
  ) throws(TableError) -> Grid {
    let parts = try unpack(bytes, fileName)
    return ODSFile.isOpenDocument(parts)
      ? try ODSFile.read(parts, fileName: fileName) : try XLSXFile.read(parts, fileName: fileName)
  }

  private static func unpack(
    _ bytes: [UInt8], _ fileName: String
  ) throws(TableError) -> [String: [UInt8]] {
    let entries: [ArchiveEntry]
    do {
      let limits = ArchiveLimits(totalBytes: 1 << 28)
      entries = try ArchiveReader.entries(of: bytes, limits: limits) {
        XLSXFile.isPart($0) || ODSFile.isPart($0)
      }
    } catch ArchiveError.tooLarge, ArchiveError.tooManyEntries {
      throw TableError(.tooLarge, fileName)
    } catch {
      throw TableError(.damaged, fileName)
    }
    guard !entries.contains(where: \.isEncrypted) else { throw TableError(.password, fileName) }
    return Dictionary(entries.map { ($0.name, $0.data) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Files of kinds that are not read, told by how they begin.
public enum ForeignKind: Hashable, Sendable {
  case pdf, rtf, webArchive, sylk, dif, veryOldExcel, packed, picture, utf32, xml

  /// What a file is; nil where nothing tells that it holds no tables.
  static func of(_ bytes: [UInt8]) -> ForeignKind? {
    starts.first { bytes.starts(with: $0.start) }?.kind
  }

  private static let starts: [(start: [UInt8], kind: ForeignKind)] = [
    (Array("%PDF".utf8), .pdf), (Array("{\\rtf".utf8), .rtf),
    (Array("MIME-Version:".utf8), .webArchive), (Array("From: <Saved by".utf8), .webArchive),
    (Array("ID;P".utf8), .sylk),
    (Array("TABLE\r\n0,1".utf8), .dif), (Array("TABLE\n0,1".utf8), .dif),
    ([0x09, 0x08], .veryOldExcel), ([0x09, 0x04], .veryOldExcel), ([0x09, 0x02], .veryOldExcel),
    ([0x1F, 0x8B], .packed), (Array("Rar!".utf8), .packed), (Array("7z".utf8) + [0xBC], .packed),
    ([0x89, 0x50, 0x4E, 0x47], .picture), ([0xFF, 0xD8, 0xFF], .picture),
    ([0xFF, 0xFE, 0x00, 0x00], .utf32), ([0x00, 0x00, 0xFE, 0xFF], .utf32),
  ]
}

extension [UInt8] {
  fileprivate func contains(sequence: [UInt8]) -> Bool {
    guard let first = sequence.first, count >= sequence.count else { return false }
    return (0...count - sequence.count).contains {
      self[$0] == first && self[$0..<$0 + sequence.count].elementsEqual(sequence)
    }
  }
}
