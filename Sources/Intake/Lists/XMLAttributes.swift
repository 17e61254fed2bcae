/// The attributes of one start tag, looked for only when asked.
struct XMLAttributes {
  /// From the name's end to the tag's end.
  let bytes: ArraySlice<UInt8>

  /// The value of the first attribute with this name, prefixes aside.
  subscript(name: String) -> String? {
    guard let range = value(of: name) else { return nil }
    let raw = bytes[range]
    guard raw.contains(XML.ampersand) else { return String(decoding: raw, as: UTF8.self) }
    var decoded: [UInt8] = []
    return XML.decode(raw, into: &decoded) ? String(decoding: decoded, as: UTF8.self) : nil
  }

  /// The value as a whole number.
  func number(_ name: String) -> Int? {
    guard let range = value(of: name), !range.isEmpty, range.count <= 15 else { return nil }
    var number = 0
    for byte in bytes[range] {
      guard (48...57).contains(byte) else { return nil }
      number = number * 10 + Int(byte) - 48
    }
    return number
  }

  /// Whether the value says yes, `1` or `true`.
  func isTrue(_ name: String) -> Bool { ["1", "true"].contains(self[name] ?? "") }

  private func value(of wanted: String) -> Range<Int>? {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if XML.endsName(bytes[index]) {
        index += 1
        continue
      }
      var nameStart = index
      while index < bytes.endIndex, bytes[index] != XML.equals, bytes[index] > 32 {
        if bytes[index] == XML.colon { nameStart = index + 1 }
        index += 1
      }
      let name = nameStart..<index
      guard let opening = bytes[index...].firstIndex(where: XML.isQuote),
        let closing = bytes[(opening + 1)...].firstIndex(of: bytes[opening])
      else { return nil }
      if Self.equal(bytes[name], wanted) { return opening + 1..<closing }
      index = closing + 1
    }
    return nil
  }

  private static func equal(_ name: ArraySlice<UInt8>, _ wanted: String) -> Bool {
    name.elementsEqual(wanted.utf8)
  }
}

/// Characters of XML with a meaning.
enum XML {
  static let less = UInt8(ascii: "<")
  static let more = UInt8(ascii: ">")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let ampersand = UInt8(ascii: "&")
  static let equals = UInt8(ascii: "=")
  static let colon = UInt8(ascii: ":")
  /// No workbook nests deeper.
  static let depthLimit = 256

  static func isQuote(_ byte: UInt8) -> Bool { byte == quote || byte == apostrophe }

  /// Whether a name ends before `byte`.
  static func endsName(_ byte: UInt8) -> Bool {
    byte <= 32 || byte == more || byte == less || byte == UInt8(ascii: "/") || byte == equals
  }

  /// Appends `raw` with its entities resolved; false where one is unknown.
  static func decode(_ raw: ArraySlice<UInt8>, into text: inout [UInt8]) -> Bool {
    var rest = raw
    while let ampersand = rest.firstIndex(of: ampersand) {
      text.append(contentsOf: rest[..<ampersand])
      let name = rest[(ampersand + 1)...].prefix { $0 != UInt8(ascii: ";") }
      guard name.endIndex < rest.endIndex, let scalar = scalar(name) else { return false }
      UTF8.encode(scalar).map { text.append(contentsOf: $0) }
      rest = rest[(name.endIndex + 1)...]
    }
    text.append(contentsOf: rest)
    return true
  }

  private static func scalar(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    if name.first == UInt8(ascii: "#") { return numbered(name.dropFirst()) }
    switch String(decoding: name, as: UTF8.self) {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default: return nil
    }
  }

  /// The scalar of `1071` or `x42F`; some programs write every Russian letter so.
  private static func numbered(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let isHex = name.first == UInt8(ascii: "x")
    let digits = isHex ? name.dropFirst() : name
    guard (1...8).contains(digits.count) else { return nil }
    var number: UInt32 = 0
    for digit in digits {
      switch digit {
      case 48...57: number = number * (isHex ? 16 : 10) + UInt32(digit - 48)
      case 65...70 where isHex: number = number * 16 + UInt32(digit - 55)
      case 97...102 where isHex: number = number * 16 + UInt32(digit - 87)
      default: return nil
      }
    }
    return Unicode.Scalar(number)
  }
}
