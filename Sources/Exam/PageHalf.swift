/// A half of a lying page that is cut down the middle.
public enum PageHalf: String, Codable, Sendable, CaseIterable {
  /// Read first.
  case left
  /// Read second.
  case right
}

/// How a file's lying pages are cut apart.
public enum SheetSplit: String, Codable, Sendable, CaseIterable {
  /// A3 spreads into A4 pages.
  case spreads
  /// A4 sheets of two A5 pages.
  case twoUp = "two-up"

  /// Whether a page is one of those that are cut; the others stay whole.
  public func cuts(_ page: PageFacts) -> Bool {
    switch self {
    case .spreads: page.isSpread
    case .twoUp: page.isA4 && page.isLandscape
    }
  }
}

/// A line of a file's outline, kept with the page it points to.
public struct OutlineEntry: Hashable, Codable, Sendable {
  /// The line's text.
  public var title: String
  /// How deep it stands; 1 is the outermost.
  public var level: Int

  /// Makes an entry.
  public init(title: String, level: Int) {
    self.title = title
    self.level = level
  }
}
