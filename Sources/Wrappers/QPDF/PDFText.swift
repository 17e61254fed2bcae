/// An object of a file: its number and generation.
public struct PDFReference: Hashable, Sendable {
  /// The object's number.
  public let number: Int
  /// Its generation; 0 as a rule.
  public let generation: Int

  /// Names an object.
  public init(number: Int, generation: Int = 0) {
    self.number = number
    self.generation = generation
  }
}

/// A value as it is written in a PDF, with a gap for every reference in it.
///
/// It is as libqpdf writes values: keys sorted, one blank between parts, names and strings in one form. So two
/// values are equal if their texts are, and their references lead to equal values.
public struct PDFText: Hashable, Sendable {
  /// The text without the references.
  public private(set) var bytes: [UInt8] = []
  /// Where in `bytes` a reference stands, and to what.
  public private(set) var gaps: [Gap] = []

  /// A reference's place.
  public struct Gap: Hashable, Sendable {
    /// The offset of the byte that follows.
    public let offset: Int
    /// The object.
    public let target: PDFReference
  }

  /// Makes an empty text.
  public init() {}

  /// Takes a text that has no references.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// Makes a reference.
  public init(to target: PDFReference) { gaps = [Gap(offset: 0, target: target)] }

  /// Finds the references in what libqpdf wrote.
  init(written: UnsafeBufferPointer<UInt8>) {
    var scanner = unsafe ReferenceScanner(text: written)
    bytes.reserveCapacity(written.count)
    while let part = scanner.next() {
      switch part {
      case .text(let range): unsafe bytes.append(contentsOf: written[range])
      case .reference(let target): gaps.append(Gap(offset: bytes.count, target: target))
      }
    }
  }

  /// The text with what stands in the place of each reference.
  public func replacingReferences(_ replace: (PDFReference) -> PDFText) -> PDFText {
    var text = PDFText()
    var place = 0
    for gap in gaps {
      text.bytes += bytes[place..<gap.offset]
      text += replace(gap.target)
      place = gap.offset
    }
    text.bytes += bytes[place...]
    return text
  }

  /// Writes on.
  public static func += (text: inout PDFText, other: PDFText) {
    for gap in other.gaps {
      text.gaps.append(Gap(offset: text.bytes.count + gap.offset, target: gap.target))
    }
    text.bytes += other.bytes
  }

  /// Writes on.
  public static func += (text: inout PDFText, other: String) { text.bytes += Array(other.utf8) }
}

/// Goes through a text that libqpdf wrote and finds `12 0 R` outside of strings.
@safe private struct ReferenceScanner {
  private let text: UnsafeBufferPointer<UInt8>
  private var place = 0
  private var pending: PDFReference?

  enum Part {
    case text(Range<Int>)
    case reference(PDFReference)
  }

  init(text: UnsafeBufferPointer<UInt8>) { unsafe self.text = text }

  mutating func next() -> Part? {
    if let found = pending {
      pending = nil
      return .reference(found)
    }
    let start = place
    while unsafe place < text.count {
      switch unsafe text[place] {
      case UInt8(ascii: "("): skipString()
      case UInt8(ascii: "/"): skipName()
      case UInt8(ascii: "<"):
        if byte(place + 1) == UInt8(ascii: "<") { place += 2 } else { skipHex() }
      case UInt8(ascii: "0")...UInt8(ascii: "9") where isTokenStart:
        let here = place
        guard let found = reference() else { continue }
        if here == start { return .reference(found) }
        pending = found
        return .text(start..<here)
      default: place += 1
      }
    }
    return start < place ? .text(start..<place) : nil
  }

  private func byte(_ index: Int) -> UInt8? {
    unsafe index < text.count && index >= 0 ? text[index] : nil
  }

  private var isTokenStart: Bool {
    guard let before = byte(place - 1) else { return true }
    return before == UInt8(ascii: " ") || before == UInt8(ascii: "[")
  }

  /// Reads a reference, or goes past the number that is none.
  private mutating func reference() -> PDFReference? {
    guard let number = integer() else { return nil }
    let behind = place
    guard byte(place) == UInt8(ascii: " ") else { return nil }
    place += 1
    guard let generation = integer(), byte(place) == UInt8(ascii: " "),
      byte(place + 1) == UInt8(ascii: "R"),
      [nil, UInt8(ascii: " "), UInt8(ascii: "]")].contains(byte(place + 2))
    else {
      place = behind
      return nil
    }
    place += 2
    return PDFReference(number: number, generation: generation)
  }

  private mutating func integer() -> Int? {
    var value = 0
    let start = place
    while let digit = byte(place), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) {
      let (more, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      value = isTooLarge || more > Int.max - 9 ? Int.max : more + Int(digit - UInt8(ascii: "0"))
      place += 1
    }
    return place > start && value < Int(Int32.max) ? value : nil
  }

  private mutating func skipString() {
    var depth = 0
    while let next = byte(place) {
      place += next == UInt8(ascii: "\\") ? 2 : 1
      if next == UInt8(ascii: "(") { depth += 1 }
      if next == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { break }
    }
    unsafe place = min(place, text.count)
  }

  private mutating func skipName() {
    while let next = byte(place), next != UInt8(ascii: " "), next != UInt8(ascii: "]") {
      place += 1
    }
  }

  private mutating func skipHex() {
    while let next = byte(place) {
      place += 1
      if next == UInt8(ascii: ">") { return }
    }
  }
}
