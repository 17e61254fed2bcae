/// What a print file has otherwise than the job that it is; pages are counted from 1.
public enum FileDifference: Hashable, Codable, Sendable {
  /// It has another number of pages.
  case pages(found: Int, expected: Int)
  /// A page carries another mark than it should, or none.
  case mark(page: Int, found: String?, expected: String?)
  /// A page of a material is not that page, operator for operator and picture for picture.
  case material(page: Int)
  /// A paper of the layout, or a line beside a mark, is another.
  case paper(page: Int)
  /// Something was put onto a page, taken from it or moved.
  case content(page: Int)
  /// A page has another size, or says something else of itself.
  case frame(page: Int)

  /// The page; nil for what concerns the file.
  public var page: Int? {
    switch self {
    case .pages: nil
    case .mark(let page, _, _), .material(let page), .paper(let page), .content(let page),
      .frame(let page):
      page
    }
  }
}

/// What came of comparing a print file with the job that it is.
public struct FileComparison: Hashable, Codable, Sendable {
  /// Whether it is that job byte for byte.
  public var isIdentical: Bool
  /// What differs; nothing where all of it is the same though written otherwise.
  public var differences: [FileDifference]

  /// Says what came of it.
  public init(isIdentical: Bool, differences: [FileDifference]) {
    self.isIdentical = isIdentical
    self.differences = differences
  }
}
