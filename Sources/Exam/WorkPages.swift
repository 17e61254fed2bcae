/// One page of a material: where a printed page comes from.
public struct SourcePage: Hashable, Codable, Sendable {
  /// The material.
  public var material: MaterialID
  /// The PDF's name; inside an archive, its name there.
  public var file: String
  /// The page, counted from 1 in that file.
  public var page: Int
  /// The half of that page, where it is cut apart; left out of JSON where the page is whole.
  public var half: PageHalf?

  enum CodingKeys: String, CodingKey {
    case material
    case file
    case page
    case half
  }

  /// Makes a reference to a page, or to a half of it.
  public init(material: MaterialID, file: String, page: Int, half: PageHalf? = nil) {
    self.material = material
    self.file = file
    self.page = page
    self.half = half
  }
}

/// The pages of one variant that a participant receives.
public struct VariantPages: Hashable, Codable, Sendable {
  /// The variant; nil where the work has none.
  public var variant: Variant?
  /// The pages in the order of the copy; empty while they are only assumed.
  public var pages: [SourcePage]
  /// How many pages a copy has, known or assumed.
  public var count: Int

  /// Makes a variant of known pages.
  public init(variant: Variant?, pages: [SourcePage]) {
    self.variant = variant
    self.pages = pages
    count = pages.count
  }

  /// Makes a variant of which only a number of pages is assumed.
  public init(variant: Variant?, assumed count: Int) {
    self.variant = variant
    pages = []
    self.count = count
  }
}

/// The pages of one material that is a paper of packs.
public struct PaperPages: Hashable, Codable, Sendable {
  /// The material.
  public var material: MaterialID
  /// Who gets it.
  public var give: Give
  /// How many for each room, organiser or exam.
  public var copies: Int
  /// The pages in order.
  public var pages: [SourcePage]

  /// Makes a paper.
  public init(material: MaterialID, give: Give, copies: Int, pages: [SourcePage]) {
    self.material = material
    self.give = give
    self.copies = copies
    self.pages = pages
  }
}

/// What is printed for one work.
public struct WorkPages: Hashable, Codable, Sendable {
  /// The work.
  public var work: WorkID
  /// What participants receive, sorted by variant.
  public var variants: [VariantPages]
  /// What rooms, organisers and the exam receive.
  public var papers: [PaperPages]
  /// Whether the participants' material is not there yet and its pages are assumed.
  public var assumed: Bool

  /// Makes the pages of a work.
  public init(
    work: WorkID, variants: [VariantPages] = [], papers: [PaperPages] = [], assumed: Bool = false
  ) {
    self.work = work
    self.variants = variants
    self.papers = papers
    self.assumed = assumed
  }
}
