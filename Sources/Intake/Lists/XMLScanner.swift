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
