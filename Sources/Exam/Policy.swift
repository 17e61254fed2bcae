/// One side or both.
public enum Sides: String, Codable, Sendable {
  /// IPP `one-sided`.
  case one = "one-sided"
  /// IPP `two-sided-long-edge`.
  case two = "two-sided-long-edge"
}

/// What a campaign prescribes, read from its layout.
public struct Policy: Hashable, Codable, Sendable {
  /// IPP `sides`.
  public var sides: Sides
  /// IPP `media`.
  public var media: String
  /// IPP `media` of the second copy for low vision, twice as large; nil if none is prescribed.
  public var enlargedMedia: String?
  /// IPP `print-color-mode`.
  public var printColorMode: String
  /// IPP `print-scaling`.
  public var printScaling: String
  /// Pages assumed for a copy while neither material nor exam.yaml tells.
  public var usualPages: Int
  /// The variants of a work whose material is not there yet.
  public var usualVariants: [Variant]
  /// What the exam's own pack is called where a room's name would stand: `Штаб`.
  public var examPackName: String
  /// What the sets are called that are printed before all others, to be looked at; nil if none are.
  public var proofPackName: String?
  /// The letter that marks a spare in serials: `Р` in «202-Р1».
  public var spareLetter: String
  /// Phrases that only criteria, keys and solutions carry.
  public var forbiddenPhrases: [String]
  /// How pages say what they are, where the layout tells.
  public var pages: PagePatterns?
  /// Where materials are downloaded, as a sentence goes on after the work's name.
  public var materialsFrom: String?
  /// Most participants a room may have; nil for no limit.
  public var roomLimit: Int?
  /// How serious findings are by kind, where the campaign judges otherwise than usual.
  public var severities: [Finding.Kind: Severity]?

  /// How pages say what they are: as the layout tells, else the strictest.
  public var pagePatterns: PagePatterns { pages ?? .usual }

  /// The finding as serious as the campaign takes it.
  public func judge(_ finding: Finding) -> Finding {
    var judged = finding
    judged.severity = severities?[finding.kind] ?? finding.severity
    return judged
  }

  /// Makes a policy; the defaults are the strictest.
  public init(
    sides: Sides = .one, media: String = "iso_a4_210x297mm",
    enlargedMedia: String? = "iso_a3_297x420mm", printColorMode: String = "monochrome",
    printScaling: String = "none", usualPages: Int = 12,
    usualVariants: [Variant] = [Variant(rawValue: "1"), Variant(rawValue: "2")],
    examPackName: String = "Штаб", proofPackName: String? = nil, spareLetter: String = "Р",
    forbiddenPhrases: [String] = [],
    pages: PagePatterns? = nil, materialsFrom: String? = nil, roomLimit: Int? = nil,
    severities: [Finding.Kind: Severity]? = nil
  ) {
    self.sides = sides
    self.media = media
    self.enlargedMedia = enlargedMedia
    self.printColorMode = printColorMode
    self.printScaling = printScaling
    self.usualPages = usualPages
    self.usualVariants = usualVariants
    self.examPackName = examPackName
    self.proofPackName = proofPackName
    self.spareLetter = spareLetter
    self.forbiddenPhrases = forbiddenPhrases
    self.pages = pages
    self.materialsFrom = materialsFrom
    self.roomLimit = roomLimit
    self.severities = severities
  }
}
