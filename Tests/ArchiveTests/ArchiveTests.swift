import Testing

@testable import Archive

/// A ZIP of stored files, with the names' raw bytes.
private func zip(_ files: [(name: [UInt8], data: [UInt8])], flags: Int = 0) -> [UInt8] {
  func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) }
  }
  var body: [UInt8] = []
  var directory: [UInt8] = []
  for file in files {
    let common =
      little(20, 2) + little(flags, 2) + little(0, 2) + little(0, 4)
      + little(checksum(file.data), 4)
      + little(file.data.count, 4) + little(file.data.count, 4) + little(file.name.count, 2)
      + little(0, 2)
    directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 2) + little(0, 2)
    directory += little(0, 2) + little(0, 4) + little(body.count, 4) + file.name
    body += [0x50, 0x4B, 3, 4] + common + file.name + file.data
  }
  let end =
    [0x50, 0x4B, 5, 6] + little(0, 4) + little(files.count, 2) + little(files.count, 2)
    + little(directory.count, 4) + little(body.count, 4) + little(0, 2)
  return body + directory + end
}

private func checksum(_ data: [UInt8]) -> Int {
  var sum: UInt32 = 0xFFFF_FFFF
  for byte in data {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }
  return Int(~sum)
}

private func error(
  _ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()
) -> ArchiveError? {
  do {
    _ = try ArchiveReader.entries(of: bytes, limits: limits) { _ in true }
    return nil
  } catch { return error }
}

@Suite("Archives") struct ArchiveTests {
  private let two = zip([(Array("a.txt".utf8), [1, 2, 3]), (Array("b/c".utf8), [4])])

  @Test("chosen entries come in order") func entries() throws {
    let all = try ArchiveReader.entries(of: two) { _ in true }
    #expect(all.map(\.name) == ["a.txt", "b/c"])
    #expect(all.map(\.data) == [[1, 2, 3], [4]])
    #expect(try ArchiveReader.entries(of: two) { $0 == "b/c" }.count == 1)
  }

  @Test("names in UTF-8, with the flag and without, and in cp866") func names() throws {
    let utf8 = Array("Вариант.pdf".utf8)
    let cp866: [UInt8] = [0x82, 0xA0, 0xE0, 0xA8, 0xA0, 0xAD, 0xE2] + Array(".pdf".utf8)
    for bytes in [zip([(utf8, [])]), zip([(utf8, [])], flags: 0x800), zip([(cp866, [])])] {
      let names = try ArchiveReader.entries(of: bytes) { _ in true }.map(\.name)
      #expect(names == ["Вариант.pdf"])
    }
  }

  @Test("errors are told apart") func errors() {
    #expect(error([1, 2, 3]) == .notAnArchive)
    #expect(error([]) == .notAnArchive)
    guard case .damaged = error(Array(two.dropLast(40))) else {
      Issue.record("a cut archive was read")
      return
    }
    #expect(error(two, limits: ArchiveLimits(totalBytes: 3)) == .tooLarge)
    #expect(error(two, limits: ArchiveLimits(count: 1)) == .tooManyEntries)
    let name = Array("a".utf8)
    #expect(error(zip([(name, [1]), (name, [2])])) == .duplicateName("a"))
  }
}
