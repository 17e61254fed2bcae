/// A page of a file, and what it is taken for: what a person who looked at it has vouched for.
public struct PageReference: Hashable, Codable, Sendable {
  /// The SHA-256 of the PDF.
  public var sha256: String
  /// The page, counted from 1.
  public var page: Int
  /// The half, where the page is cut apart.
  public var half: PageHalf?
  /// What it counts as: subject, grade, level, part and variant, as exam.yaml and the file say them.
  public var claim: String

  /// Makes a reference.
  public init(sha256: String, page: Int, half: PageHalf? = nil, claim: String) {
    self.sha256 = sha256
    self.page = page
    self.half = half
    self.claim = claim
  }
}
