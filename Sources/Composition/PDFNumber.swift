/// Numbers as they are written into a job.
enum PDFNumber {
  /// Six places behind the point, as few as are needed.
  static func text(_ value: Double) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let parts = 1_000_000

  /// The same, onto bytes.
  static func append(_ value: Double, to bytes: inout [UInt8]) {
    let scaled = Int((min(max(value, -1e9), 1e9) * Double(parts)).rounded())
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = abs(scaled).quotientAndRemainder(dividingBy: parts)
    bytes += Array(String(whole).utf8)
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var left = rest
    var place = parts / 10
    while left > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(left / place))
      left %= place
      place /= 10
    }
  }
}
