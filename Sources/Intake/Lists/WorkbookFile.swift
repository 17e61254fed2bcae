import Archive
import Exam

/// Reads a workbook, a ZIP archive of XML parts.
enum WorkbookFile {
  static func read(_ bytes: [UInt8], fileName: String) throws(Trouble) -> Grid {
    let parts = try unpack(bytes, fileName)
    if ODSFile.isOpenDocument(parts) { return try ODSFile.read(parts, fileName: fileName) }
    return try XLSXFile.read(parts, fileName: fileName)
  }

  private static func unpack(
    _ bytes: [UInt8], _ fileName: String
  ) throws(Trouble) -> [String: [UInt8]] {
    do {
      let limits = ArchiveLimits(totalBytes: 1 << 28)
      let entries = try ArchiveReader.entries(of: bytes, limits: limits) {
        XLSXFile.isPart($0) || ODSFile.isPart($0)
      }
      guard !entries.contains(where: \.isEncrypted) else { throw ListTrouble.password(fileName) }
      return Dictionary(entries.map { ($0.name, $0.data) }, uniquingKeysWith: { first, _ in first })
    } catch let trouble as Trouble {
      throw trouble
    } catch ArchiveError.tooLarge, ArchiveError.tooManyEntries {
      throw ListTrouble.tooLarge(fileName)
    } catch {
      throw ListTrouble.damaged(fileName)
    }
  }
}
