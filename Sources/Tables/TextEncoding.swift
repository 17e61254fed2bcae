import Archive
import Foundation

/// How the bytes of a text list stand for letters.
public enum TextEncoding: Sendable {
  case utf8, utf16, cp1251, cp866, koi8, macCyrillic

  /// Whether it was not said by the bytes, but guessed from what they would mean.
  public var isGuessed: Bool { ![.utf8, .utf16].contains(self) }

  /// What people call it.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16: "UTF-16"
    case .cp1251: "cp1251"
    case .cp866: "cp866 (DOS)"
    case .koi8: "KOI8-R"
    case .macCyrillic: "Mac"
    }
  }

  /// Finds the encoding of a text and its text in UTF-8; nil where none makes sense of it.
  static func read(
    _ bytes: [UInt8], _ isHeading: (String) -> Bool
  ) -> (encoding: TextEncoding, text: [UInt8])? {
    if let text = wide(bytes) { return (.utf16, text) }
    let plain = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard !plain.contains(0) else { return nil }
    if String(validating: plain, as: UTF8.self) != nil { return (.utf8, plain) }
    let candidates = [cp1251, cp866, koi8, macCyrillic].map { encoding in
      (encoding, encoding.decode(plain))
    }
    let best = candidates.max { score($0.1, isHeading) < score($1.1, isHeading) }
    return best.map { ($0.0, Array($0.1.utf8)) }
  }

  /// The first line with letters that are no UTF-8, in a text that is UTF-8 otherwise; nil for other texts.
  static func brokenLine(_ bytes: [UInt8]) -> Int? {
    let text = String(decoding: bytes, as: UTF8.self)
    let broken = text.unicodeScalars.count { $0 == "\u{FFFD}" }
    let whole = text.unicodeScalars.count { (0x400...0x4FF).contains($0.value) }
    guard broken > 0, broken * 10 < whole else { return nil }
    let before = text.unicodeScalars.prefix { $0 != "\u{FFFD}" }
    return 1 + before.count { $0 == "\n" }
  }

  /// Whether texts look like words in Russian: no signs that lists do not have, no capitals inside words.
  public static func isSensible(_ texts: some Sequence<String>) -> Bool {
    var letters = 0
    var odd = 0
    var before: Character = " "
    for character in texts.joined(separator: " ") {
      defer { before = character }
      guard !character.isASCII else { continue }
      let isCapital = ("А"..."Я").contains(character)
      let isUsual =
        isCapital || ("а"..."я").contains(character) || "ёЁ№«»–—…“”„\u{A0}".contains(character)
      if !isUsual || (isCapital && ("а"..."я").contains(before)) { odd += 1 }
      letters += 1
    }
    return odd * 8 <= letters
  }

  private func decode(_ bytes: [UInt8]) -> String {
    switch self {
    case .cp866: CodePage.cp866.decode(bytes)
    case .koi8: Self.koi8Text(bytes)
    case .macCyrillic: Self.macText(bytes)
    case .utf8, .utf16, .cp1251: CodePage.cp1251.decode(bytes)
    }
  }

  /// UTF-16 with a mark, or without one where every other byte says so.
  private static func wide(_ bytes: [UInt8]) -> [UInt8]? {
    let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let head = bytes.prefix(4096)
    let even = head.enumerated().count { $0.offset % 2 == 0 && $0.element <= 4 }
    let odd = head.enumerated().count { $0.offset % 2 == 1 && $0.element <= 4 }
    let half = max(1, head.count / 2)
    let encoding: String.Encoding
    if isMarked {
      encoding = .utf16
    } else if odd * 10 > half * 8, even * 10 < half * 5 {
      encoding = .utf16LittleEndian
    } else if even * 10 > half * 8, odd * 10 < half * 5 {
      encoding = .utf16BigEndian
    } else {
      return nil
    }
    let whole = bytes.count % 2 == 0 ? bytes : Array(bytes.dropLast())
    return String(bytes: whole, encoding: encoding).map { Array($0.utf8) }
  }

  /// How much a text looks like a list: known headings count most, then letters in words of one case.
  private static func score(_ text: String, _ isHeading: (String) -> Bool) -> Int {
    let head = String(text.prefix(20_000))
    let cells = head.split { ";,\t|\n\r\"".contains($0) }.prefix(400)
    let headings = cells.count { $0.count < 60 && isHeading(String($0)) }
    var letters = 0
    var before: Character = " "
    for character in head {
      // In a wrong encoding capitals stand inside words, and signs between letters.
      if ("а"..."я").contains(character) { letters += 1 }
      if ("А"..."Я").contains(character), ("а"..."я").contains(before) { letters -= 3 }
      before = character
    }
    return headings * 1000 + letters
  }

  /// As Excel for Mac writes texts; what is no letter and no usual sign is one that no list has.
  private static func macText(_ bytes: [UInt8]) -> String {
    let signs: [UInt8: Character] = [
      0xC7: "«", 0xC8: "»", 0xCA: "\u{A0}", 0xD0: "–", 0xD1: "—", 0xD2: "“", 0xD3: "”", 0xD7: "„",
      0xDC: "№",
      0xDD: "Ё", 0xDE: "ё", 0xDF: "я",
    ]
    return String(
      bytes.map { byte -> Character in
        switch byte {
        case 0..<0x80: Character(Unicode.Scalar(byte))
        case 0x80...0x9F: Character(Unicode.Scalar(0x410 + UInt16(byte - 0x80)) ?? " ")
        case 0xE0...0xFE: Character(Unicode.Scalar(0x430 + UInt16(byte - 0xE0)) ?? " ")
        default: signs[byte] ?? "¤"
        }
      })
  }

  /// RFC 1489; what is no letter is a blank.
  private static func koi8Text(_ bytes: [UInt8]) -> String {
    let small = Array("юабцдефгхийклмнопярстужвьызшэщчъ")
    let capital = Array("ЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ")
    return String(
      bytes.map { byte -> Character in
        switch byte {
        case 0..<0x80: Character(Unicode.Scalar(byte))
        case 0xA3: "ё"
        case 0xB3: "Ё"
        case 0xC0...0xDF: small[Int(byte) - 0xC0]
        case 0xE0...0xFF: capital[Int(byte) - 0xE0]
        default: " "
        }
      })
  }
}
