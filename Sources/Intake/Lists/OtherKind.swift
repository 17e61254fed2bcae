import Exam

/// Files of kinds that are not read, told by how they begin.
enum OtherKind {
  /// What a file is; nil where nothing tells that it is no list.
  static func of(_ bytes: [UInt8]) -> Wording? {
    kinds.first { bytes.starts(with: $0.start) }?.name
  }

  private static let kinds: [(start: [UInt8], name: Wording)] = [
    (Array("%PDF".utf8), Wording(ru: "файл PDF", en: "a PDF")),
    (Array("{\\rtf".utf8), Wording(ru: "документ RTF", en: "an RTF document")),
    (Array("MIME-Version:".utf8), webArchive),
    (Array("From: <Saved by".utf8), webArchive),
    (Array("ID;P".utf8), Wording(ru: "таблица SYLK (.slk)", en: "a SYLK table (.slk)")),
    (Array("TABLE\r\n0,1".utf8), Wording(ru: "таблица DIF", en: "a DIF table")),
    (Array("TABLE\n0,1".utf8), Wording(ru: "таблица DIF", en: "a DIF table")),
    ([0x09, 0x08], oldExcel), ([0x09, 0x04], oldExcel), ([0x09, 0x02], oldExcel),
    ([0x1F, 0x8B], packed), (Array("Rar!".utf8), packed), (Array("7z".utf8) + [0xBC], packed),
    ([0x89, 0x50, 0x4E, 0x47], picture), ([0xFF, 0xD8, 0xFF], picture),
    ([0xFF, 0xFE, 0x00, 0x00], wide), ([0x00, 0x00, 0xFE, 0xFF], wide),
  ]

  private static let webArchive = Wording(ru: "веб-архив (.mht)", en: "a web archive (.mht)")
  private static let oldExcel = Wording(
    ru: "очень старый формат Excel", en: "a very old Excel format")
  private static let packed = Wording(ru: "архив", en: "an archive")
  private static let picture = Wording(ru: "картинка", en: "a picture")
  private static let wide = Wording(ru: "текст в кодировке UTF-32", en: "a text in UTF-32")
}
