/// A page number as it is printed.
///
/// It stands on a line of its own: «3», «— 3 —», «Стр. 3», «3 из 9».
public struct PrintedNumber: Hashable, Sendable {
  /// The page.
  public var page: Int
  /// How many there are, where that is printed too.
  public var of: Int?

  /// Makes a number.
  public init(page: Int, of: Int? = nil) {
    self.page = page
    self.of = of
  }

  /// Looks for a line of its own: the lowest at the bottom, else the uppermost at the top.
  public init?(top: String, bottom: String) {
    let lowest = Self.lines(of: bottom).reversed().lazy.compactMap(Self.read).first
    let uppermost = Self.lines(of: top).lazy.compactMap(Self.read).first
    guard let number = lowest ?? uppermost else { return nil }
    self = number
  }

  private static func lines(of text: String) -> [Substring] {
    MaterialText.thinned(text).split(separator: "\n")
  }

  private static func read(_ line: Substring) -> PrintedNumber? {
    let pattern =
      /\s*[–—-]?\s*(?:(?i:стр(?:аница|\.)?|с\.)\s*)?(\d{1,3})(?:\s*(?:из|\/)\s*(\d{1,3}))?\s*[–—-]?\s*/
    guard let match = line.wholeMatch(of: pattern), let page = Int(match.1), page > 0 else {
      return nil
    }
    let total = match.2.flatMap { Int($0) }
    guard total.map({ $0 >= page }) ?? true else { return nil }
    return PrintedNumber(page: page, of: total)
  }
}
