import Zlib

extension PDFStructure {
  private static let deepestForm = 8
  private static let deepestPage = 32

  /// Whether a picture of a page ends before its last line, as a broken download leaves it: readers draw
  /// what is there and say nothing.
  ///
  /// JPEG, packed and plain data are looked at; readers complain of most other kinds themselves.
  public func hasCutPicture(onPage number: Int) -> Bool {
    guard (1...max(1, pageCount)).contains(number) else { return false }
    var seen: Set<Int> = []
    return hasCutPicture(resources(ofPage: number), level: 1, &seen)
      || operators(ofPage: number).map { InlinePictures($0).areCut } ?? false
  }

  /// A page's resources, which it may have from the pages above it.
  private func resources(ofPage number: Int) -> PDFObject? {
    var node: PDFObject? = page(number)
    for _ in 0..<Self.deepestPage {
      if let resources = node?["/Resources"] { return resources }
      node = node?["/Parent"]
    }
    return nil
  }

  private func hasCutPicture(
    _ resources: PDFObject?, level: Int, _ seen: inout Set<Int>
  ) -> Bool {
    guard level <= Self.deepestForm else { return false }
    for object in resources?["/XObject"]?.values ?? []
    where object.number == 0 || seen.insert(object.number).inserted {
      switch object["/Subtype"]?.name {
      case "/Image":
        if [object, object["/SMask"], object["/Mask"]].contains(where: isCut) { return true }
      case "/Form": if hasCutPicture(object["/Resources"], level: level + 1, &seen) { return true }
      default: break
      }
    }
    return false
  }

  private func isCut(_ picture: PDFObject?) -> Bool {
    guard let picture, picture.isStream else { return false }
    let filter = picture["/Filter"]
    let filters = filter?.name.map { [$0] } ?? (filter?.items ?? []).map { $0.name ?? "" }
    guard var data = picture.raw else { return false }
    if filters.first == "/ASCII85Decode" {
      guard let bytes = ASCII85.bytes(data) else { return false }
      data = bytes
    }
    let least = PictureSize(picture)?.leastBytes
    switch Array(filters.drop { $0 == "/ASCII85Decode" }) {
    case ["/DCTDecode"], ["/DCT"]: return !JPEGData(data).isWhole
    case ["/FlateDecode"], ["/Fl"]:
      return least.map { inflatedSize(data, limit: $0).count < $0 } ?? false
    case []: return least.map { data.count < $0 } ?? false
    default: return false
    }
  }
}

/// How many bytes the dots of a picture take.
private struct PictureSize {
  private let lines: Int
  private let bytesOfLine: Int

  /// More than any picture has.
  private static let most = Double(1 << 31)

  init?(_ picture: PDFObject) {
    guard let width = picture["/Width"]?.number64, let height = picture["/Height"]?.number64,
      (1...Self.most).contains(width), (1...Self.most).contains(height), width * height < Self.most
    else { return nil }
    let isMask = picture["/ImageMask"]?.isTrue == true
    let bits = isMask ? 1 : min(16, max(1, picture["/BitsPerComponent"]?.number64 ?? 1))
    let channels = isMask ? 1 : picture["/ColorSpace"]?.channels ?? 1
    let all = picture["/DecodeParms"]
    let parameters = all?.items.last ?? all
    let isPredicted = (parameters?["/Predictor"]?.number64 ?? 1) >= 10
    bytesOfLine = Int((width * bits * Double(channels) / 8).rounded(.up)) + (isPredicted ? 1 : 0)
    lines = Int(height)
  }

  /// Without the last line, which some writers leave out; one that stands alone has a byte at least.
  var leastBytes: Int { max(1, bytesOfLine * (lines - 1)) }
}

extension PDFObject {
  /// How many numbers a dot of a colour space has; nil where it is not known, as that of a name.
  fileprivate var channels: Int? {
    switch name ?? items.first?.name {
    case "/DeviceRGB", "/RGB", "/CalRGB", "/Lab": 3
    case "/DeviceCMYK", "/CMYK": 4
    case "/ICCBased": items.dropFirst().first?["/N"]?.number64.map { min(4, max(1, Int($0))) }
    case "/DeviceN": items.dropFirst().first.map { max(1, $0.items.count) }
    default: nil
    }
  }
}

/// Bytes written as five signs for four (ISO 32000-1, 7.4.3).
enum ASCII85 {
  /// The bytes; nil where a sign has no place there.
  static func bytes(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 5 * 4 + 4)
    var (group, count) = (0, 0)
    for sign in text where sign > 32 {
      switch sign {
      case UInt8(ascii: "~"): return bytes + rest(group, count)
      case UInt8(ascii: "z") where count == 0: bytes += [0, 0, 0, 0]
      case 33...117:
        (group, count) = (group * 85 + Int(sign) - 33, count + 1)
        guard count == 5 else { continue }
        bytes += four(group)
        (group, count) = (0, 0)
      default: return nil
      }
    }
    return bytes + rest(group, count)
  }

  private static func four(_ group: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: group >> $0) }
  }

  private static func rest(_ group: Int, _ count: Int) -> ArraySlice<UInt8> {
    guard count > 1 else { return [] }
    return four((count..<5).reduce(group) { sum, _ in sum * 85 + 84 }).prefix(count - 1)
  }
}

/// The bytes of a JPEG picture.
private struct JPEGData {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether its end is marked (ISO 10918-1, B.1.1.3); what is no JPEG at all is left to readers.
  ///
  /// Within a scan nothing else looks like that mark.
  var isWhole: Bool {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return true }
    guard var place = scan else { return false }
    while place + 1 < bytes.count {
      if bytes[place] == 0xFF, bytes[place + 1] == 0xD9 { return true }
      place += 1
    }
    return false
  }

  /// Where the first scan begins: behind the segments, which a small picture of its own may hide in.
  private var scan: Int? {
    var place = 2
    while place + 3 < bytes.count {
      guard bytes[place] == 0xFF else { return place }
      let mark = bytes[place + 1]
      if mark == 0xFF {
        place += 1
      } else {
        place += 2 + Int(bytes[place + 2]) << 8 + Int(bytes[place + 3])
        if mark == 0xDA { return place }
      }
    }
    return nil
  }
}
