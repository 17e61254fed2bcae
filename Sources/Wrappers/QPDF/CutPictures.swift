extension PDFStructure {
  private static let deepestForm = 8
  private static let deepestPage = 32

  /// Whether a picture of a page ends before its last line, as a broken download leaves it: readers draw
  /// what is there and say nothing.
  ///
  /// JPEG and plain data are looked at; readers complain of the other kinds themselves.
  public func hasCutPicture(onPage number: Int) -> Bool {
    guard (1...max(1, pageCount)).contains(number) else { return false }
    var seen: Set<Int> = []
    return hasCutPicture(resources(ofPage: number), level: 1, &seen)
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
      case "/Image": if isCut(object) { return true }
      case "/Form": if hasCutPicture(object["/Resources"], level: level + 1, &seen) { return true }
      default: break
      }
    }
    return false
  }

  private func isCut(_ picture: PDFObject) -> Bool {
    let filter = picture["/Filter"]
    let filters = filter?.name.map { [$0] } ?? (filter?.items ?? []).map { $0.name ?? "" }
    switch filters {
    case ["/DCTDecode"], ["/DCT"]: return picture.raw.map { !JPEGData($0).isWhole } ?? false
    case []: return isShort(picture)
    default: return false
    }
  }

  /// Plain lines of dots, fewer than the height says; counted as one bit a dot, which is the least.
  private func isShort(_ picture: PDFObject) -> Bool {
    guard let width = picture["/Width"]?.number64, let height = picture["/Height"]?.number64,
      let data = picture.raw
    else { return false }
    let bits =
      picture["/ImageMask"]?.isTrue == true ? 1 : picture["/BitsPerComponent"]?.number64 ?? 1
    let dots: Double = picture["/ColorSpace"]?.name == "/DeviceRGB" ? 3 : 1
    return Double(data.count) < (width * bits * dots / 8).rounded(.up) * (height - 1)
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
