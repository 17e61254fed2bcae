/// One file of an archive.
public struct ArchiveEntry: Hashable, Sendable {
  /// The path inside the archive.
  public var name: String
  /// Whether it is encrypted; without a password the data is then empty.
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

/// Kinds of archives.
public enum ArchiveFormat: Hashable, Sendable, CaseIterable {
  case zip
  case sevenZip
  case rar

  /// The kind that the first bytes tell; nil for anything else.
  public init?(_ bytes: [UInt8]) {
    let found = Self.allCases.first { bytes.starts(with: $0.signature) }
    guard let found else { return nil }
    self = found
  }

  private var signature: [UInt8] {
    switch self {
    case .zip: [0x50, 0x4B]
    case .sevenZip: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]
    case .rar: [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07]
    }
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

  /// Unpacked bytes that an archive of this size may come to.
  public func bytesAllowed(forArchiveOf size: Int) -> Int {
    let (product, overflow) = size.multipliedReportingOverflow(by: ratio)
    return min(totalBytes, overflow ? totalBytes : max(product, 10 << 20))
  }
}

/// Why an archive cannot be read.
public enum ArchiveError: Error, Hashable, Sendable {
  /// The bytes are no archive of an allowed kind.
  case notAnArchive
  /// The archive is cut short or spoilt; libarchive's own words follow.
  case damaged(String)
  /// The archive is packed in a way that cannot be read; libarchive's own words follow.
  case unsupported(String)
  /// The archive is encrypted in a way that no password opens here.
  case cannotDecrypt
  /// The password does not fit.
  case wrongPassword
  /// The password may be wrong, or the archive spoilt: the unpacked bytes fail their check.
  case wrongPasswordOrDamaged
  /// The archive would unpack to more than the limits allow.
  case tooLarge
  /// The archive has more entries than the limits allow.
  case tooManyEntries
  /// Two of the chosen entries have this name.
  case duplicateName(String)
  /// The entry of this name is a link or something else that has no bytes of its own.
  case notAFile(String)
}
