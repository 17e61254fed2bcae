/// One pass over an archive within its limits.
struct ArchiveReading {
  let format: ArchiveFormat
  let hasPassword: Bool
  let count: Int
  private var left: Int
  private var page = CodePage.cp866
  /// The chosen entries of a directory that was looked at, by their place in it.
  private var chosen: [Bool]?

  init(format: ArchiveFormat, hasPassword: Bool, limits: ArchiveLimits, size: Int) {
    self.format = format
    self.hasPassword = hasPassword
    count = limits.count
    left = limits.bytesAllowed(forArchiveOf: size)
  }

  /// Looks at a directory before anything is unpacked: the names' code page, and the sizes told.
  mutating func expect(
    _ headers: [ArchiveStream.Header], select: (String) -> Bool
  ) throws(ArchiveError) {
    page = EntryName.codePage(of: headers.map(\.name))
    var told = 0
    let wanted = headers.map { !$0.isFolder && select(name(of: $0)) }
    chosen = wanted
    for (header, isWanted) in zip(headers, wanted) where isWanted {
      let (sum, overflow) = told.addingReportingOverflow(header.size ?? 0)
      guard !overflow, sum <= left else { throw .tooLarge }
      told = sum
    }
  }

  /// Unpacks the chosen entries.
  mutating func entries(
    _ stream: ArchiveStream, select: (String) -> Bool
  ) throws(ArchiveError) -> [ArchiveEntry] {
    var found: [ArchiveEntry] = []
    var names: Set<String> = []
    var seen = 0
    while let header = try stream.next() {
      seen += 1
      guard seen <= count else { throw .tooManyEntries }
      let name = name(of: header)
      guard chosen.map({ seen <= $0.count && $0[seen - 1] }) ?? (!header.isFolder && select(name))
      else {
        try skip(header)
        continue
      }
      guard names.insert(name).inserted else { throw .duplicateName(name) }
      guard header.isFile else { throw .notAFile(name) }
      found.append(try entry(name, header, stream))
    }
    return found
  }

  private mutating func entry(
    _ name: String, _ header: ArchiveStream.Header, _ stream: ArchiveStream
  ) throws(ArchiveError) -> ArchiveEntry {
    guard header.isEncrypted else {
      return ArchiveEntry(name: name, data: try data(of: header, stream))
    }
    guard format == .zip else { throw .cannotDecrypt }
    guard hasPassword else { return ArchiveEntry(name: name, isEncrypted: true) }
    do {
      return ArchiveEntry(name: name, isEncrypted: true, data: try data(of: header, stream))
    } catch .damaged(_) {
      throw .wrongPasswordOrDamaged
    }
  }

  /// An entry that unpacks to more than its header tells is spoilt, or a trap.
  private mutating func data(
    of header: ArchiveStream.Header, _ stream: ArchiveStream
  ) throws(ArchiveError) -> [UInt8] {
    guard let size = header.size else {
      let data = try stream.data(atMost: left)
      left -= data.count
      return data
    }
    guard size <= left else { throw .tooLarge }
    let data: [UInt8]
    do {
      data = try stream.data(atMost: size)
    } catch .tooLarge {
      throw .damaged("longer than its header tells")
    }
    guard data.count == size else { throw .damaged("shorter than its header tells") }
    left -= size
    return data
  }

  /// What is passed over must be unpacked all the same, but in a ZIP.
  private mutating func skip(_ header: ArchiveStream.Header) throws(ArchiveError) {
    guard format != .zip, let size = header.size else { return }
    guard size <= left else { throw .tooLarge }
    left -= size
  }

  private func name(of header: ArchiveStream.Header) -> String {
    EntryName.decode(header.name, page)
  }
}
