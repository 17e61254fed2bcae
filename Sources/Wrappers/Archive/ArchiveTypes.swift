/// One file of an archive.
public struct ArchiveEntry: Hashable, Sendable {
  /// The path inside the archive.
  public var name: String
  /// Whether a password is needed; the data is then empty.
  public var isEncrypted: Bool
  /// The unpacked bytes.
  public var data: [UInt8]

  /// Makes an entry.
  public init(name: String, isEncrypted: Bool = false, data: [UInt8] = []) {
    self.name = name
    self.isEncrypted = isEncrypted
    self.data = data
  }
}

/// How much an archive may unpack to.
public struct ArchiveLimits: Hashable, Sendable {
  /// Unpacked bytes of the chosen entries together.
  public var totalBytes: Int
  /// Unpacked bytes for each byte of the archive; the first ten megabytes are always allowed.
  public var ratio: Int
  /// Entries, chosen or not.
  public var count: Int

  /// Makes limits; the defaults suit a school's archives.
  public init(totalBytes: Int = 1 << 29, ratio: Int = 200, count: Int = 10_000) {
    self.totalBytes = totalBytes
    self.ratio = ratio
    self.count = count
  }

  func bytesAllowed(forArchiveOf size: Int) -> Int {
    let (product, overflow) = size.multipliedReportingOverflow(by: ratio)
    return min(totalBytes, overflow ? totalBytes : max(product, 10 << 20))
  }
}

/// Why an archive cannot be read.
public enum ArchiveError: Error, Hashable, Sendable {
  /// The bytes are no ZIP archive.
  case notAnArchive
  /// The archive is cut short or spoilt; libarchive's own words follow.
  case damaged(String)
  /// The archive's table of contents itself needs a password.
  case encrypted
  /// The archive would unpack to more than the limits allow.
  case tooLarge
  /// The archive has more entries than the limits allow.
  case tooManyEntries
  /// Two of the chosen entries have this name.
  case duplicateName(String)
}
