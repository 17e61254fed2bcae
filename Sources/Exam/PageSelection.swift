/// Pages chosen by a person: `2-3`, `1,4-6`; counted from 1, kept in the order written.
public struct PageSelection: Hashable, Sendable {
  /// The chosen pages as ranges, in order.
  public let ranges: [ClosedRange<Int>]

  /// Makes a selection from ranges.
  public init(ranges: [ClosedRange<Int>]) { self.ranges = ranges }

  /// Reads `1,4-6`; nil where it is not a list of pages.
  public init?(_ text: String) {
    var ranges: [ClosedRange<Int>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
        .map { Int($0.filter { $0 != " " }) }
      guard let first = ends.first, let low = first, low >= 1, ends.count <= 2 else { return nil }
      guard let high = ends.count == 2 ? ends[1] : low, high >= low else { return nil }
      ranges.append(low...high)
    }
    self.init(ranges: ranges)
  }

  /// The pages, each as often as it was written.
  public var pages: [Int] { ranges.flatMap { Array($0) } }

  /// The text form.
  public var text: String {
    ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ",")
  }
}

extension PageSelection: Codable {
  /// Decodes the text form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let selection = PageSelection(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not pages: \(text)")
    }
    self = selection
  }

  /// Encodes the text form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
