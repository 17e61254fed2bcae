/// What a page says of itself, found out by the render worker.
public struct PageFacts: Hashable, Codable, Sendable {
  /// The page, counted from 1.
  public var page: Int
  /// The width as shown, in points (1/72 inch).
  public var width: Double
  /// The height as shown, in points.
  public var height: Double
  /// The text in reading order, lines separated by `\n`.
  public var text: String
  /// Whether nothing at all is drawn.
  public var isBlank: Bool
  /// Whether one of the layout's places for the mark is free of ink; nil if not asked.
  public var hasRoomForMark: Bool?
  /// Names of fonts that are not embedded.
  public var fontsNotEmbedded: [String]

  /// Makes facts.
  public init(
    page: Int, width: Double, height: Double, text: String, isBlank: Bool = false,
    hasRoomForMark: Bool? = nil, fontsNotEmbedded: [String] = []
  ) {
    self.page = page
    self.width = width
    self.height = height
    self.text = text
    self.isBlank = isBlank
    self.hasRoomForMark = hasRoomForMark
    self.fontsNotEmbedded = fontsNotEmbedded
  }

  /// Whether the page is A4 within 2 mm, upright or lying.
  public var isA4: Bool { Self.isA4(width, height) || Self.isA4(height, width) }

  /// Whether the page lies on its side.
  public var isLandscape: Bool { width > height }

  private static func isA4(_ width: Double, _ height: Double) -> Bool {
    let tolerance = 2.0 / 25.4 * 72
    return abs(width - 595.276) <= tolerance && abs(height - 841.890) <= tolerance
  }
}
