/// Pages chosen by a person: `2-3`, `1,4-6`, `4 left`.
///
/// Counted from 1, kept in the order written; a half is of a page that is cut apart.
public struct PageSelection: Hashable, Sendable {
  /// A range of pages, or one half of a page.
  public struct Choice: Hashable, Sendable {
    /// The pages.
    public let range: ClosedRange<Int>
    /// The half, where only one is chosen.
    public let half: PageHalf?

    /// Makes a choice.
    public init(_ range: ClosedRange<Int>, half: PageHalf? = nil) {
      self.range = range
      self.half = half
    }
  }

  /// What is chosen, in order.
  public let choices: [Choice]

  /// Reads `1,4-6`; nil where it is not a list of pages, or where a half is named and may not be.
  public init?(_ text: String, allowsHalves: Bool = false) {
    var choices: [Choice] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let choice = Self.choice(part.filter { $0 != " " }),
        allowsHalves || choice.half == nil
      else { return nil }
      choices.append(choice)
    }
    self.choices = choices
  }

  /// No document has more pages.
  private static let most = 100_000

  private static let words: [(word: String, half: PageHalf)] = [
    ("left", .left), ("слева", .left), ("right", .right), ("справа", .right),
  ]

  private static func choice(_ text: String) -> Choice? {
    if let (word, half) = words.first(where: { text.hasSuffix($0.word) }) {
      guard let page = Int(text.dropLast(word.count)), page >= 1 else { return nil }
      return Choice(page...page, half: half)
    }
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = ends.first, let low = first, low >= 1, ends.count <= 2 else { return nil }
    guard let high = ends.count == 2 ? ends[1] : low, low <= high, high <= most else {
      return nil
    }
    return Choice(low...high)
  }

  /// The pages, each as often as it was written.
  public var pages: [Int] { choices.flatMap { Array($0.range) } }

  /// The text form.
  public var text: String {
    choices.map { choice in
      if let half = choice.half { return "\(choice.range.lowerBound) \(half.rawValue)" }
      let (low, high) = (choice.range.lowerBound, choice.range.upperBound)
      return low == high ? "\(low)" : "\(low)-\(high)"
    }.joined(separator: ",")
  }
}

extension PageSelection: Codable {
  /// Decodes the text form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let selection = PageSelection(text, allowsHalves: true) else {
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
