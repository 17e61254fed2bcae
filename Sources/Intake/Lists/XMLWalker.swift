/// Walks an XML text in UTF-8; names come without their prefixes.
///
/// Of XML only what workbooks use: no document type, and so no entities of its own.
final class XMLWalker {
  var onStart: (String, XMLAttributes) -> Void = { _, _ in }
  var onEnd: (String) -> Void = { _ in }
  /// Whether characters are gathered into `text`.
  var isGathering = false
  private var gathered: [UInt8] = []
  private var bytes: [UInt8] = []
  private var index = 0
  /// The names of the open elements, with their prefixes.
  private var open: [Range<Int>] = []
  private var hasRoot = false

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
  func walk(_ text: [UInt8]) -> Bool {
    bytes = text
    index = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count {
      let goesOn = bytes[index] == XML.less ? markup() : characters()
      guard goesOn else { return false }
    }
    return hasRoot && open.isEmpty
  }

  private func characters() -> Bool {
    var end = index
    while end < bytes.count, bytes[end] != XML.less { end += 1 }
    if isGathering, !open.isEmpty {
      guard XML.decode(bytes[index..<end], into: &gathered) else { return false }
    } else if open.isEmpty, bytes[index..<end].contains(where: { $0 > 32 }) {
      return false
    }
    index = end
    return true
  }

  private func markup() -> Bool {
    guard index + 1 < bytes.count else { return false }
    switch bytes[index + 1] {
    case UInt8(ascii: "/"): return endTag()
    case UInt8(ascii: "?"): return skip(past: "?>")
    case UInt8(ascii: "!"):
      if has("<!--") { return skip(past: "-->") }
      return has("<![CDATA[") && section()
    default: return startTag()
    }
  }

  private func section() -> Bool {
    let start = index + 9
    guard !open.isEmpty, skip(past: "]]>") else { return false }
    if isGathering, start <= index - 3 { gathered.append(contentsOf: bytes[start..<index - 3]) }
    return true
  }

  private func startTag() -> Bool {
    let name = nameRange(from: index + 1)
    guard !name.isEmpty, !open.isEmpty || !hasRoot, open.count < XML.depthLimit,
      let end = tagEnd(from: name.upperBound)
    else { return false }
    hasRoot = true
    let isEmptyElement = bytes[end - 1] == UInt8(ascii: "/")
    let attributes = name.upperBound..<(isEmptyElement ? end - 1 : end)
    index = end + 1
    let bare = bare(name)
    onStart(bare, XMLAttributes(bytes: bytes[attributes]))
    if isEmptyElement { onEnd(bare) } else { open.append(name) }
    return true
  }

  private func endTag() -> Bool {
    let name = nameRange(from: index + 2)
    guard let opened = open.popLast(), bytes[opened].elementsEqual(bytes[name]),
      let end = tagEnd(from: name.upperBound)
    else { return false }
    index = end + 1
    onEnd(bare(name))
    return true
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
      } else if byte == XML.quote || byte == XML.apostrophe {
        quote = byte
      } else if byte == XML.less {
        return nil
      }
    }
    return nil
  }

  private func has(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

  private func skip(past text: String) -> Bool {
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

  private func bare(_ name: Range<Int>) -> String {
    let colon = bytes[name].firstIndex(of: XML.colon)
    return String(
      decoding: bytes[(colon.map { $0 + 1 } ?? name.lowerBound)..<name.upperBound], as: UTF8.self)
  }
}
