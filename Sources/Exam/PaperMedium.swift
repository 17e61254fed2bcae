/// A sheet of paper by its self-describing name (PWG 5101.1): `iso_a4_210x297mm`, `na_letter_8.5x11in`.
public struct PaperMedium: Hashable, Sendable {
  /// The name, as IPP `media` has it.
  public let name: String
  /// The shorter side in millimetres.
  public let short: Double
  /// The longer side in millimetres.
  public let long: Double

  /// Reads a name; nil where it does not end with a size.
  public init?(name: String) {
    guard let size = name.split(separator: "_").last else { return nil }
    let factor = size.hasSuffix("in") ? 25.4 : size.hasSuffix("mm") ? 1 : 0
    let sides = size.dropLast(2).split(separator: "x").compactMap { Double($0) }
    guard factor > 0, sides.count == 2, sides[0] > 0, sides[1] > 0 else { return nil }
    self.name = name
    (short, long) = (min(sides[0], sides[1]) * factor, max(sides[0], sides[1]) * factor)
  }

  /// Whether a page fits it within 2 mm, upright or lying; the page's sides are in points.
  public func fits(width: Double, height: Double) -> Bool {
    let sides = [width, height].sorted().map { $0 * 25.4 / 72 }
    return abs(sides[0] - short) <= 2 && abs(sides[1] - long) <= 2
  }
}
