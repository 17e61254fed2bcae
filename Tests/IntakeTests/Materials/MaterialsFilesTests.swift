import Archive
import Exam
import Intake
import Testing

private func material(_ files: String...) -> Material {
  Material(id: MaterialID(rawValue: "work"), give: .participant, files: files)
}

private func archive(_ name: String) throws -> [UInt8] {
  try Fixture.bytes("Tests/Fixtures/archives/\(name)")
}

/// Passwords that are tried one after another.
private struct Keys: MaterialKeys {
  var passwords: [MaterialPassword]

  init(_ texts: String...) { passwords = texts.compactMap { MaterialPassword(Array($0.utf8)) } }

  func password(for file: String, after tried: Int) -> MaterialPassword? {
    tried < passwords.count ? passwords[tried] : nil
  }
}

@Suite struct MaterialsFilesTests {
  @Test func aPDFIsItself() throws {
    let found = try MaterialFiles.expand(material: material("a.pdf", "b.pdf")) {
      Array("%PDF \($0)".utf8)
    }
    #expect(found.files.map(\.file) == ["a.pdf", "b.pdf"])
    #expect(found.files.allSatisfy { $0.container == nil })
  }

  @Test(arguments: [("PK\u{3}\u{4}broken", "material.archive-damaged"), ("", "material.not-pdf")])
  func refusesWhatIsNoMaterial(content: String, kind: String) {
    let trouble = #expect(throws: Trouble.self) {
      try MaterialFiles.expand(material: material("materials.zip")) { _ in Array(content.utf8) }
    }
    #expect(trouble?.kind == kind)
    #expect(trouble?.place.ru == "materials.zip")
  }

  @Test(arguments: [
    ("zipcrypto.zip", "Kabinet-204"), ("aes.zip", "Kabinet-204"), ("aes.zip", " Kabinet-204\r\n"),
    ("aes.zip", "\u{FEFF}Kabinet-204\u{A0}"), ("cyrillic-cp866.zip", "Кабинет-204"),
    ("cyrillic-cp1251.zip", "Кабинет-204"), ("cyrillic-utf8.zip", "Кабинет-204"),
    ("cyrillic-aes-cp1251.zip", "Кабинет-204"), ("plain.7z", "any"), ("names-flag.zip", "any"),
  ])
  func opens(_ name: String, password: String) throws {
    let found = try MaterialFiles.expand(material: material(name), keys: Keys("x", password)) {
      try archive($0)
    }
    #expect(found.files.count == 2)
    #expect(found.files.allSatisfy { $0.container == name && $0.bytes.count == 315 })
  }

  @Test func archivesInsideAreOpened() throws {
    let found = try MaterialFiles.expand(material: material("nested.zip")) { try archive($0) }
    #expect(
      found.files.map(\.file) == [
        "запас/работа.7z/variant-1.pdf", "запас/работа.7z/variant-2.pdf",
        "математика.zip/variant-1.pdf", "математика.zip/variant-2.pdf",
      ])
    #expect(Set(found.files.map(\.container)) == ["nested.zip"])
    let locked = try MaterialFiles.expand(
      material: material("nested-password.zip"), keys: Keys("Kabinet-204")
    ) { try archive($0) }
    #expect(locked.files.map(\.file).first == "материалы.zip/variant-1.pdf")
  }

  @Test func whatIsNotPrintedIsTold() throws {
    let found = try MaterialFiles.expand(material: material("others.zip")) { try archive($0) }
    #expect(found.files.map(\.file) == ["variant-1.pdf"])
    #expect(found.ignored == ["others.zip": ["форма.xlsx"]])
  }

  @Test(arguments: [
    ("aes.zip", "material.password-needed", "aes.zip"),
    ("nested-password.zip", "material.password-needed", "nested-password.zip: материалы.zip"),
    ("encrypted.7z", "material.password-unsupported", "encrypted.7z"),
    ("hidden.7z", "material.password-unsupported", "hidden.7z"),
    ("deep.zip", "material.archive-too-deep", "deep.zip: inside.zip/inside.zip/inside.zip"),
    ("bomb.zip", "material.archive-too-large", "bomb.zip"),
    ("bomb-lying.zip", "material.archive-damaged", "bomb-lying.zip"),
    ("nested-bomb.zip", "material.archive-too-large", "nested-bomb.zip: a.zip"),
    ("path-up.zip", "material.archive-path", "path-up.zip"),
    ("path-absolute.zip", "material.archive-path", "path-absolute.zip"),
    ("path-drive.zip", "material.archive-path", "path-drive.zip"),
    ("path-control.zip", "material.archive-path", "path-control.zip"),
    ("doubled.zip", "material.archive-doubled", "doubled.zip"),
    ("link.zip", "material.archive-link", "link.zip"),
    ("no-pdf.zip", "material.no-pdf", "no-pdf.zip"),
  ])
  func refusesByName(_ name: String, kind: String, place: String) throws {
    let bytes = try archive(name)
    let time = ContinuousClock().measure {
      let trouble = #expect(throws: Trouble.self) {
        try MaterialFiles.expand(material: material(name)) { _ in bytes }
      }
      #expect(trouble?.kind == kind)
      #expect(trouble?.place.ru == place)
      #expect(trouble?.message.ru.contains("\u{1B}") == false)
    }
    #expect(time < .seconds(1))
  }

  @Test(arguments: [("Kabinet", false), ("Лфиште", true)])
  func aWrongPasswordIsRefused(_ password: String, isRussian: Bool) throws {
    let trouble = #expect(throws: Trouble.self) {
      try MaterialFiles.expand(material: material("aes.zip"), keys: Keys(password)) {
        try archive($0)
      }
    }
    #expect(trouble?.kind == "material.password-wrong")
    #expect(trouble?.message.ru.contains("раскладку") == isRussian)
  }

  @Test func limitsHoldForAllArchivesInside() throws {
    let limits = ArchiveLimits(totalBytes: 900)
    let trouble = #expect(throws: Trouble.self) {
      try MaterialFiles.expand(material: material("nested.zip"), limits: limits) {
        try archive($0)
      }
    }
    #expect(trouble?.kind == "material.archive-too-large")
  }
}

@Suite struct MaterialsPasswordTests {
  @Test(arguments: [[], [32, 13, 10], [0xEF, 0xBB, 0xBF]] as [[UInt8]])
  func blankIsNoPassword(_ bytes: [UInt8]) {
    #expect(MaterialPassword(bytes) == nil)
    #expect(MaterialPassword.all(in: bytes).isEmpty)
  }

  @Test func latinHasOneReading() throws {
    let password = try #require(MaterialPassword(Array(" a b \n".utf8)))
    #expect(password.candidates == [Array("a b".utf8)])
    #expect(!password.hasCyrillic)
  }

  /// «да» typed in UTF-8, read from a file in cp1251, and from one in UTF-16.
  @Test(
    arguments: [
      [0xD0, 0xB4, 0xD0, 0xB0], [0xE4, 0xE0, 0x0D, 0x0A], [0xFF, 0xFE, 0x34, 0x04, 0x30, 0x04],
    ] as [[UInt8]])
  func cyrillicHasThree(_ bytes: [UInt8]) throws {
    let password = try #require(MaterialPassword(bytes))
    #expect(password.hasCyrillic)
    for candidate in [[0xD0, 0xB4, 0xD0, 0xB0], [0xA4, 0xA0], [0xE4, 0xE0]] as [[UInt8]] {
      #expect(password.candidates.contains(candidate))
    }
    #expect(password.pdfCandidates.contains("да"))
    #expect(password.pdfCandidates.contains("äà"))
  }

  @Test func aFileMayHoldSeveral() {
    let passwords = MaterialPassword.all(in: Array("one\r\n\r\n two\n".utf8))
    #expect(passwords.map(\.candidates) == [[Array("one".utf8)], [Array("two".utf8)]])
  }
}
