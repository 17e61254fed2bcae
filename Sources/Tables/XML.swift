/// Takes an XML text apart, piece by piece.
///
/// Of XML only what workbooks use: UTF-8, no document type, and so no entities of its own.
struct XMLScanner {
  enum Piece {
    /// `isWhole` where the tag is its own end: `<a/>`.
    case start(name: Range<Int>, attributes: Range<Int>, isWhole: Bool)
    case end(name: Range<Int>)
    case characters(Range<Int>)
    /// Characters without entities.
    case section(Range<Int>)
    case remark
    case damage
  }

  let bytes: [UInt8]
  private var index: Int
  /// The names of the open elements, with their prefixes.
  private var open: [Range<Int>] = []
  private var hasRoot = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Whether a piece of text now would stand inside an element.
  var isInside: Bool { !open.isEmpty }

  /// The next piece; nil at the end, which is damage where elements are still open.
  mutating func next() -> Piece? {
    guard index < bytes.count else {
      return hasRoot && open.isEmpty ? nil : .damage
    }
    return bytes[index] == XML.less ? markup() : characters()
  }

  /// A name without its prefix.
  func bare(_ name: Range<Int>) -> String {
    var start = name.lowerBound
    for position in name where bytes[position] == XML.colon { start = position + 1 }
    return String(decoding: bytes[start..<name.upperBound], as: UTF8.self)
  }

  private mutating func characters() -> Piece {
    let start = index
    while index < bytes.count, bytes[index] != XML.less { index += 1 }
    if open.isEmpty, bytes[start..<index].contains(where: { $0 > 32 }) { return .damage }
    return .characters(start..<index)
  }

  private mutating func markup() -> Piece {
    guard index + 1 < bytes.count else { return .damage }
    switch bytes[index + 1] {
    case UInt8(ascii: "/"): return endTag()
    case UInt8(ascii: "?"): return skip(past: "?>") ? .remark : .damage
    case UInt8(ascii: "!"): return declaration()
    default: return startTag()
    }
  }

  private mutating func declaration() -> Piece {
    if has("<!--") { return skip(past: "-->") ? .remark : .damage }
    let start = index + 9
    guard has("<![CDATA["), isInside, skip(past: "]]>"), start <= index - 3 else { return .damage }
    return .section(start..<index - 3)
  }

  private mutating func startTag() -> Piece {
    let name = nameRange(from: index + 1)
    guard !name.isEmpty, isInside || !hasRoot, open.count < XML.depthLimit,
      let end = tagEnd(from: name.upperBound)
    else { return .damage }
    hasRoot = true
    let isWhole = bytes[end - 1] == UInt8(ascii: "/")
    index = end + 1
    if !isWhole { open.append(name) }
    return .start(
      name: name, attributes: name.upperBound..<(isWhole ? end - 1 : end), isWhole: isWhole)
  }

  private mutating func endTag() -> Piece {
    let name = nameRange(from: index + 2)
    guard let opened = open.popLast(), bytes[opened].elementsEqual(bytes[name]),
      let end = tagEnd(from: name.upperBound)
    else { return .damage }
    index = end + 1
    return .end(name: name)
  }

  private func nameRange(from start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, !XML.endsName(bytes[end]) { end += 1 }
    return start..<end
  }

  /// Where the tag's `>` stands; one inside quotes does not count.
  private func tagEnd(from start: Int) -> Int? {
    var quote: UInt8 = 0
    for position in start..<bytes.count {
      let byte = bytes[position]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == XML.more {
        return position
      } else if XML.isQuote(byte) {
        quote = byte
      } else if byte == XML.less {
        return nil
      }
    }
    return nil
  }

  private func has(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

  private mutating func skip(past text: String) -> Bool {
    let wanted = Array(text.utf8)
    var position = index
    while position + wanted.count <= bytes.count {
      if bytes[position] == wanted[0], bytes[position...].starts(with: wanted) {
        index = position + wanted.count
        return true
      }
      position += 1
    }
    return false
  }
}

/// Walks an XML text, telling of elements by their names without prefixes.
final class XMLWalker {
  var onStart: (String, XMLAttributes) -> Void = { _, _ in }
  var onEnd: (String) -> Void = { _ in }
  /// Whether characters are gathered into `text`.
  var isGathering = false
  private var gathered: [UInt8] = []

  /// What was gathered since it was last set.
  var text: String {
    get { String(decoding: gathered, as: UTF8.self) }
    set {
      gathered.removeAll(keepingCapacity: true)
      gathered.append(contentsOf: newValue.utf8)
    }
  }

  var hasText: Bool { !gathered.isEmpty }

  func append(_ text: String) { gathered.append(contentsOf: text.utf8) }

  /// Whether the text was well-formed to its end.
  func walk(_ bytes: [UInt8]) -> Bool {
    var scanner = XMLScanner(bytes)
    while let piece = scanner.next() {
      switch piece {
      case .start(let name, let attributes, let isWhole):
        let bare = scanner.bare(name)
        onStart(bare, XMLAttributes(bytes: bytes[attributes]))
        if isWhole { onEnd(bare) }
      case .end(let name): onEnd(scanner.bare(name))
      case .characters(let range):
        guard !isGathering || XML.decode(bytes[range], into: &gathered) else { return false }
      case .section(let range):
        if isGathering { gathered.append(contentsOf: bytes[range]) }
      case .remark: break
      case .damage: return false
      }
    }
    return true
  }
}

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
