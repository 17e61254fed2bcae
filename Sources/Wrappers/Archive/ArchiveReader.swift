/// Reads archives from memory; never writes anything.
public enum ArchiveReader {
  /// Unpacks the entries that `select` chooses by name, in the archive's order.
  ///
  /// Folders are left out. Without a password, encrypted entries come without data.
  ///
  /// - Parameters:
  ///   - bytes: The whole archive.
  ///   - formats: The kinds of archives that are read; the others are refused.
  ///   - password: The password as the bytes that the archive was made with.
  ///   - limits: What the archive may unpack to.
  ///   - select: Whether the entry of this name is wanted.
  /// - Returns: The chosen entries.
  /// - Throws: Why the archive is refused as a whole.
  public static func entries(
    of bytes: [UInt8], formats: Set<ArchiveFormat> = [.zip], password: [UInt8]? = nil,
    limits: ArchiveLimits = ArchiveLimits(), select: (String) -> Bool
  ) throws(ArchiveError) -> [ArchiveEntry] {
    guard let format = ArchiveFormat(bytes), formats.contains(format) else { throw .notAnArchive }
    return try unsafe bytes.withUnsafeBufferPointer {
      (buffer) throws(ArchiveError) -> [ArchiveEntry] in
      var reading = ArchiveReading(
        format: format, hasPassword: password != nil, limits: limits, size: bytes.count)
      if format == .zip {
        let headers = try unsafe scan(buffer, limits.count)
        try reading.expect(headers, select: select)
      }
      let stream = try unsafe ArchiveStream(buffer, password: password)
      return try reading.entries(stream, select: select)
    }
  }

  /// What the archive's directory says; in a ZIP, looking is cheap.
  private static func scan(
    _ buffer: UnsafeBufferPointer<UInt8>, _ most: Int
  ) throws(ArchiveError) -> [ArchiveStream.Header] {
    let stream = try unsafe ArchiveStream(buffer, password: nil)
    var headers: [ArchiveStream.Header] = []
    while let header = try stream.next() {
      guard headers.count < most else { throw .tooManyEntries }
      headers.append(header)
    }
    return headers
  }
}
