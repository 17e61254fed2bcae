import Archive
import Foundation
import Testing

private func fixture(_ name: String) throws -> [UInt8] {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/archives/\(name)")
  return [UInt8](try Data(contentsOf: file))
}

private func read(
  _ bytes: [UInt8], password: [UInt8]? = nil
) throws(ArchiveError) -> [ArchiveEntry] {
  try ArchiveReader.entries(
    of: bytes, formats: Set(ArchiveFormat.allCases), password: password
  ) { _ in true }
}

private func error(_ bytes: [UInt8], password: [UInt8]? = nil) -> ArchiveError? {
  do {
    _ = try read(bytes, password: password)
    return nil
  } catch { return error }
}

@Suite("Archives made by real programs") struct ArchiveFixtureTests {
  private static let locked = ["zipcrypto.zip", "aes.zip"]

  @Test(arguments: locked) func opensWithThePassword(_ name: String) throws {
    let entries = try read(fixture(name), password: Array("Kabinet-204".utf8))
    #expect(entries.map(\.name) == ["variant-1.pdf", "variant-2.pdf"])
    #expect(entries.allSatisfy { $0.isEncrypted && $0.data.starts(with: Array("%PDF".utf8)) })
    #expect(entries.map(\.data.count) == [315, 315])
  }

  @Test(arguments: locked) func withoutPasswordThereIsNoData(_ name: String) throws {
    #expect(try read(fixture(name)).allSatisfy { $0.isEncrypted && $0.data.isEmpty })
  }

  /// ZipCrypto checks one byte of a password: a few wrong ones are only found out by the sums.
  @Test(arguments: locked) func aWrongPasswordNeverYieldsBytes(_ name: String) throws {
    let bytes = try fixture(name)
    var failures: Set<ArchiveError> = []
    for number in 0..<600 {
      let failure = try #require(error(bytes, password: Array("wrong-\(number)".utf8)))
      failures.insert(failure)
    }
    #expect(failures.isSubset(of: [.wrongPassword, .wrongPasswordOrDamaged]))
    #expect(failures.contains(.wrongPassword))
    for odd in [[], [0], Array("Kabinet-204\0".utf8)] as [[UInt8]] {
      #expect(error(bytes, password: odd) == .wrongPassword)
    }
  }

  @Test(arguments: ["names-cp866.zip", "names-cp1251.zip", "names-utf8.zip", "names-flag.zip"])
  func namesAreRussian(_ name: String) throws {
    #expect(try read(fixture(name)).map(\.name) == ["Вариант 1.pdf", "Вариант 2.pdf"])
  }

  @Test func sevenZipIsReadWhereAllowed() throws {
    let bytes = try fixture("plain.7z")
    #expect(try read(bytes).map(\.data.count) == [315, 315])
    #expect(throws: ArchiveError.notAnArchive) {
      try ArchiveReader.entries(of: bytes) { _ in true }
    }
  }

  @Test(arguments: ["encrypted.7z", "hidden.7z"])
  func lockedSevenZipIsToldFromDamage(_ name: String) throws {
    let bytes = try fixture(name)
    #expect(error(bytes) == .cannotDecrypt)
    #expect(error(bytes, password: Array("Kabinet-204".utf8)) == .cannotDecrypt)
  }

  /// What `rar` writes cannot be made here; the empty archive of each version is a few known bytes.
  @Test(
    arguments: [
      [
        0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x00, 0xCF, 0x90, 0x73, 0, 0, 0x0D, 0, 0, 0, 0, 0, 0, 0,
        0xC4, 0x3D, 0x7B, 0x00, 0x40, 0x07, 0x00,
      ],
      [
        0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x01, 0x00, 0x33, 0x92, 0xB5, 0xE5, 0x0A, 0x01, 0x05,
        0x06, 0, 0x05, 0x01, 0x01, 0x80, 0x80, 0, 0x1D, 0x77, 0x56, 0x51, 0x03, 0x05, 0x04, 0x00,
      ],
    ] as [[UInt8]])
  func rarIsReadByItsReader(_ bytes: [UInt8]) throws {
    #expect(ArchiveFormat(bytes) == .rar)
    #expect(try read(bytes).isEmpty)
  }

  @Test(arguments: [
    ("bomb.zip", ArchiveError.tooLarge), ("doubled.zip", .duplicateName("variant-1.pdf")),
    ("link.zip", .notAFile("variant-3.pdf")),
    ("bomb-lying.zip", .damaged("longer than its header tells")),
  ])
  func trapsAreRefusedAtOnce(_ name: String, _ expected: ArchiveError) throws {
    let bytes = try fixture(name)
    let time = ContinuousClock().measure { #expect(error(bytes) == expected) }
    #expect(time < .seconds(1))
  }

  /// Cut or spoilt anywhere: refused, or the bytes are those that were packed.
  @Test(arguments: ["names-utf8.zip", "plain.7z", "zipcrypto.zip", "aes.zip"])
  func damageNeverChangesBytes(_ name: String) throws {
    let whole = try fixture(name)
    let password = Array("Kabinet-204".utf8)
    let data = Set(try read(whole, password: password).map(\.data))
    for place in whole.indices {
      var spoilt = whole
      spoilt[place] ^= 0x21
      for bytes in [spoilt, Array(whole[..<place])] {
        guard let found = try? read(bytes, password: password) else { continue }
        #expect(found.allSatisfy { data.contains($0.data) }, "\(name), byte \(place)")
      }
    }
  }
}
