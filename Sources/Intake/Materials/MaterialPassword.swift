import Archive
public import Exam

/// A password for materials, as it was typed or read; lives in memory only.
public struct MaterialPassword: Hashable, Sendable {
  /// The bytes that an archive may have been made with: as given, UTF-8, cp866, cp1251.
  public let candidates: [[UInt8]]
  /// The texts to try on a PDF: itself, and its cp1251 and cp866 bytes read as Latin-1.
  public let pdfCandidates: [String]
  /// Whether Russian letters are in it.
  public let hasCyrillic: Bool

  /// Takes what was typed; nil if nothing is left without the blanks around it.
  public init?(_ bytes: [UInt8]) {
    let readings = Self.readings(of: bytes)
    let texts =
      readings.isEmpty ? CodePage.allCases.map { Self.trimmed($0.decode(bytes)) } : readings
    guard texts.contains(where: { !$0.isEmpty }) else { return nil }
    let raw = readings.isEmpty ? [Self.trimmed(bytes)] : []
    let pages = texts.flatMap { text in CodePage.allCases.compactMap { $0.encode(text) } }
    candidates = Self.unique(raw + texts.map { Array($0.utf8) } + pages)
    let narrow = raw + pages.reversed()
    pdfCandidates = Self.unique(texts + narrow.map(Self.latin1))
    hasCyrillic = texts.contains { $0.unicodeScalars.contains { ("Ѐ"..."ӿ").contains($0) } }
  }

  /// The passwords of a file: one a line, blank lines left out.
  public static func all(in bytes: [UInt8]) -> [MaterialPassword] {
    if let text = readings(of: bytes).first {
      return text.split(whereSeparator: \.isNewline).compactMap { Self(Array($0.utf8)) }
    }
    return bytes.split { $0 == 10 || $0 == 13 }.compactMap { Self(Array($0)) }
  }

  /// A complaint about a password that does not fit; Russian letters may be the cause.
  public func hinting(_ complaint: Wording) -> Wording {
    guard hasCyrillic else { return complaint }
    return Wording(
      ru: complaint.ru + ". Введены русские буквы. Переключите раскладку или вставьте пароль",
      en: complaint.en + ". Russian letters were typed. Switch the keyboard or paste the password")
  }

  /// The text, if the bytes are surely UTF-8 or UTF-16; else nothing.
  private static func readings(of bytes: [UInt8]) -> [String] {
    if bytes.starts(with: [0xFF, 0xFE]) {
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
        UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
      }
      return [trimmed(String(decoding: units, as: UTF16.self))]
    }
    return String(validating: bytes, as: UTF8.self).map { [trimmed($0)] } ?? []
  }

  private static func trimmed(_ text: String) -> String {
    func isBlank(_ character: Character) -> Bool {
      character.isWhitespace || ["\u{FEFF}", "\u{200B}", "\0"].contains(character)
    }
    let start = text.drop(while: isBlank)
    return String(start.prefix(start.count - start.reversed().prefix(while: isBlank).count))
  }

  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    let start = bytes.drop { $0 <= 32 }
    return Array(start.prefix(start.count - start.reversed().prefix { $0 <= 32 }.count))
  }

  private static func latin1(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(Unicode.Scalar(byte)) }
    return String(text)
  }

  private static func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }
}

/// Where the passwords for materials come from.
public protocol MaterialKeys: Sendable {
  /// The password to try on a file after `tried` others; nil when there is no other.
  func password(for file: String, after tried: Int) -> MaterialPassword?
}

/// No password at all.
public struct NoMaterialKeys: MaterialKeys {
  /// Makes it.
  public init() {}

  /// None.
  public func password(for file: String, after tried: Int) -> MaterialPassword? { nil }
}
