/// The pictures that stand inside a page's operators (ISO 32000-1, 8.9.7).
struct InlinePictures {
  private let bytes: [UInt8]

  init(_ operators: [UInt8]) { bytes = operators }

  /// Whether one that is not packed has fewer bytes than its size says.
  var areCut: Bool {
    var place = 0
    while let start = word("B", "I", from: place), let data = word("I", "D", from: start) {
      if let size = size(bytes[start..<data - 2]), isCut(from: data + 1, size) { return true }
      place = data
    }
    return false
  }

  /// Where the next word ends that stands between blanks.
  private func word(_ first: Unicode.Scalar, _ second: Unicode.Scalar, from place: Int) -> Int? {
    guard place + 2 <= bytes.count else { return nil }
    return (place...bytes.count - 2).first {
      bytes[$0] == UInt8(ascii: first) && bytes[$0 + 1] == UInt8(ascii: second)
        && ($0 == 0 || isBlank($0 - 1)) && isBlank($0 + 2)
    }.map { $0 + 2 }
  }

  private func isBlank(_ place: Int) -> Bool { place >= bytes.count || bytes[place] <= 32 }

  /// The word that ends a picture is not where it should be, but before.
  private func isCut(from start: Int, _ size: Int) -> Bool {
    guard let end = word("E", "I", from: start), end - 2 < start + size else { return false }
    return word("E", "I", from: start + size).map { $0 - 2 > start + size + 2 } ?? true
  }

  /// How many bytes a picture has by its keys; nil for a packed one, or where the keys do not tell.
  private func size(_ keys: ArraySlice<UInt8>) -> Int? {
    let words = String(decoding: keys, as: UTF8.self).replacing("/", with: " /")
      .split(whereSeparator: \.isWhitespace)
    guard words.count.isMultiple(of: 2), !words.contains(where: { $0.hasPrefix("[") }) else {
      return nil
    }
    let pairs = stride(from: 0, to: words.count, by: 2).map { (words[$0], words[$0 + 1]) }
    let values = Dictionary(pairs, uniquingKeysWith: { $1 })
    func value(_ short: Substring, _ long: Substring) -> Substring? {
      values[short] ?? values[long]
    }
    guard value("/F", "/Filter") == nil, let width = value("/W", "/Width").flatMap({ Int($0) }),
      let height = value("/H", "/Height").flatMap({ Int($0) }), (1...10_000).contains(width),
      (1...10_000).contains(height)
    else { return nil }
    let isMask = value("/IM", "/ImageMask") == "true"
    let bits = isMask ? 1 : value("/BPC", "/BitsPerComponent").flatMap { Int($0) } ?? 1
    let channels = ["/RGB": 3, "/DeviceRGB": 3, "/CMYK": 4, "/DeviceCMYK": 4]
    let dots = isMask ? 1 : value("/CS", "/ColorSpace").flatMap { channels[String($0)] } ?? 1
    return (width * max(1, min(bits, 16)) * dots + 7) / 8 * height
  }
}
