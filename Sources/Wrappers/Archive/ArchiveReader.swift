/// Reads ZIP archives from memory; never writes anything.
public enum ArchiveReader {
  /// Unpacks the entries that `select` chooses by name, in the archive's order.
  ///
  /// Folders are left out. Entries that need a password come without data.
  public static func entries(
    of bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits(), select: (String) -> Bool
  ) throws(ArchiveError) -> [ArchiveEntry] {
    guard bytes.starts(with: [0x50, 0x4B]) else { throw .notAnArchive }
    let stream = try ArchiveStream()
    return try unsafe bytes.withUnsafeBufferPointer {
      (buffer) throws(ArchiveError) -> [ArchiveEntry] in
      try unsafe stream.open(buffer)
      return try read(stream, of: bytes.count, limits: limits, select: select)
    }
  }

  private static func read(
    _ stream: ArchiveStream, of size: Int, limits: ArchiveLimits, select: (String) -> Bool
  ) throws(ArchiveError) -> [ArchiveEntry] {
    var left = limits.bytesAllowed(forArchiveOf: size)
    var found: [ArchiveEntry] = []
    var names: Set<String> = []
    var count = 0
    while let header = try stream.next() {
      count += 1
      guard count <= limits.count else { throw .tooManyEntries }
      guard !header.isFolder, select(header.name) else { continue }
      guard names.insert(header.name).inserted else { throw .duplicateName(header.name) }
      let data = header.isEncrypted ? [] : try stream.data(atMost: left)
      left -= data.count
      found.append(ArchiveEntry(name: header.name, isEncrypted: header.isEncrypted, data: data))
    }
    return found
  }
}
