import Archive

/// Writes a ZIP whose parts are stored as they are, with right checksums.
struct StoredZIP {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []

  init(_ parts: [ArchiveEntry]) {
    for part in parts { append(part) }
    let start = bytes.count
    bytes += directory
    bytes += [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    for number in [parts.count, parts.count] { bytes += Self.little(number, 2) }
    bytes += Self.little(directory.count, 4) + Self.little(start, 4) + [0, 0]
  }

  private mutating func append(_ part: ArchiveEntry) {
    let name = Array(part.name.utf8)
    let size = Self.little(part.data.count, 4)
    // Version 2.0, names in UTF-8, stored, no time.
    let common: [UInt8] =
      [20, 0, 0, 8, 0, 0, 0, 0, 0, 0] + Self.little(Self.checksum(part.data), 4) + size + size
      + Self.little(name.count, 2) + [0, 0]
    let start = Self.little(bytes.count, 4)
    bytes += [0x50, 0x4B, 3, 4] + common + name + part.data
    directory += [0x50, 0x4B, 1, 2, 20, 0] + common
    directory += [UInt8](repeating: 0, count: 10) + start + name
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func checksum(_ data: [UInt8]) -> Int {
    var sum: UInt32 = .max
    for byte in data { sum = sum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
    return Int(~sum)
  }

  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { sum, _ in sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB8_8320 }
  }
}
