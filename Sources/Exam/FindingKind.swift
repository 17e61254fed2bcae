extension Finding {
  /// What kinds of things are found; the raw value is what layouts and the journal call it.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case codesAmbiguous = "codes.ambiguous"
    case codesByOrder = "codes.by-order"
    case codesByRule = "codes.by-rule"
    case codesForeign = "codes.foreign"
    case codesTooFew = "codes.too-few"
    case codesUnmatched = "codes.unmatched"
    case fileLooselyNamed = "file.loosely-named"
    case fileUnused = "file.unused"
    case freezeLayoutKept = "freeze.layout-kept"
    case freezeListChanged = "freeze.list-changed"
    case freezeListUnreadable = "freeze.list-unreadable"
    case freezeNotRenewed = "freeze.not-renewed"
    case freezeRenewed = "freeze.renewed"
    case listCell = "list.cell"
    case listClassOdd = "list.class-odd"
    case listCodeDoubled = "list.code-doubled"
    case listCodeGrade = "list.code-grade"
    case listConditions = "list.conditions"
    case listConditionsPartly = "list.conditions.partly"
    case listConditionsUnnamed = "list.conditions.unnamed"
    case listDayDiffers = "list.day-differs"
    case listEncoding = "list.encoding"
    case listGivenClass = "list.given.class"
    case listGivenRoom = "list.given.room"
    case listGivenSubject = "list.given.subject"
    case listHeadingTwice = "list.heading-twice"
    case listHiddenColumns = "list.hidden-columns"
    case listHiddenRows = "list.hidden-rows"
    case listHiddenSheets = "list.hidden-sheets"
    case listNameMixed = "list.name-mixed"
    case listNameOdd = "list.name-odd"
    case listNamesakes = "list.namesakes"
    case listNoCodes = "list.no-codes"
    case listNoGlyph = "list.no-glyph"
    case listNoPerson = "list.no-person"
    case listNoRoom = "list.no-room"
    case listNoSeats = "list.no-seats"
    case listNoSomeCodes = "list.no-some-codes"
    case listNoSomeSeats = "list.no-some-seats"
    case listNoSubject = "list.no-subject"
    case listOpen = "list.open"
    case listRepairClass = "list.repair.class"
    case listRepairCode = "list.repair.code"
    case listRepairConditions = "list.repair.conditions"
    case listRepairName = "list.repair.name"
    case listRepairRoom = "list.repair.room"
    case listRepairSeat = "list.repair.seat"
    case listRepairSubject = "list.repair.subject"
    case listRepairVariant = "list.repair.variant"
    case listRoomUnnumbered = "list.room-unnumbered"
    case listRoomsAlike = "list.rooms-alike"
    case listRoomsDiffer = "list.rooms-differ"
    case listRoomsOfBuildings = "list.rooms-of-buildings"
    case listSeatDoubled = "list.seat-doubled"
    case listSeveralNames = "list.several-names"
    case listSheetRepeated = "list.sheet-repeated"
    case listSheetSkipped = "list.sheet-skipped"
    case listSkippedEmpty = "list.skipped.empty"
    case listSkippedTitle = "list.skipped.title"
    case listSkippedTotal = "list.skipped.total"
    case listSkippedUnclear = "list.skipped.unclear"
    case listStaffSkipped = "list.staff-skipped"
    case listSubjectColumns = "list.subject-columns"
    case listSubjectUnclear = "list.subject-unclear"
    case listTableSkipped = "list.table-skipped"
    case materialAnswersAside = "material.answers-aside"
    case materialArchiveInstruction = "material.archive-instruction"
    case materialArchiveLeftOut = "material.archive-left-out"
    case materialArchiveOther = "material.archive-other"
    case materialBlankPage = "material.blank-page"
    case materialBroken = "material.broken"
    case materialByNeighbours = "material.by-neighbours"
    case materialCriteria = "material.criteria"
    case materialCriteriaInPack = "material.criteria-in-pack"
    case materialDrawn = "material.drawn"
    case materialEmpty = "material.empty"
    case materialField = "material.field"
    case materialFileDoubled = "material.file-doubled"
    case materialFileName = "material.file-name"
    case materialFont = "material.font"
    case materialForm = "material.form"
    case materialGlyphs = "material.glyphs"
    case materialHalfOfWhole = "material.half-of-whole"
    case materialIncomplete = "material.incomplete"
    case materialLandscape = "material.landscape"
    case materialLayers = "material.layers"
    case materialLayersHidden = "material.layers-hidden"
    case materialLevelsMixed = "material.levels-mixed"
    case materialMissing = "material.missing"
    case materialNameDoubled = "material.name-doubled"
    case materialNoCodeBox = "material.no-code-box"
    case materialNoRoomForLine = "material.no-room-for-line"
    case materialNoRoomForMark = "material.no-room-for-mark"
    case materialOutlineUnknown = "material.outline-unknown"
    case materialPageCounts = "material.page-counts"
    case materialPageDoubled = "material.page-doubled"
    case materialPageMedium = "material.page-medium"
    case materialPageMissing = "material.page-missing"
    case materialPageOrder = "material.page-order"
    case materialPageSize = "material.page-size"
    case materialPagesBeyond = "material.pages-beyond"
    case materialPartLeftOut = "material.part-left-out"
    case materialPartMissing = "material.part-missing"
    case materialPartUnverified = "material.part-unverified"
    case materialPartsTogether = "material.parts-together"
    case materialPortfolio = "material.portfolio"
    case materialPortfolioTaken = "material.portfolio-taken"
    case materialRecognised = "material.recognised"
    case materialReplaced = "material.replaced"
    case materialSplit = "material.split"
    case materialSplitNothing = "material.split-nothing"
    case materialSpread = "material.spread"
    case materialTurned = "material.turned"
    case materialUnverified = "material.unverified"
    case materialVariantContradiction = "material.variant-contradiction"
    case materialVariantDoubled = "material.variant-doubled"
    case materialVariantGoesOn = "material.variant-goes-on"
    case materialVariantMissing = "material.variant-missing"
    case materialVariantNeeded = "material.variant-needed"
    case materialVariantUnknown = "material.variant-unknown"
    case materialVariantsFewer = "material.variants-fewer"
    case materialVariantsMixed = "material.variants-mixed"
    case materialVariantsUnknown = "material.variants-unknown"
    case materialWrongWork = "material.wrong-work"
    case planClassEmpty = "plan.class-empty"
    case planLevelUnknown = "plan.level-unknown"
    case planNeighboursAlike = "plan.neighbours-alike"
    case planNoWork = "plan.no-work"
    case planOwnRoom = "plan.own-room"
    case planRoomCrowded = "plan.room-crowded"
    case planSeatsMissing = "plan.seats-missing"
    case planSubjectContradiction = "plan.subject-contradiction"
    case planSubjectUnknown = "plan.subject-unknown"
    case planTwoWorks = "plan.two-works"
    case planUnknownVariant = "plan.unknown-variant"
    case planWorkEmpty = "plan.work-empty"
    case printNoMaterial = "print.no-material"
    /// An error of a file, a printer or the run; its words tell which.
    case trouble
    /// What an older or a newer program found, and this one does not know.
    case other
  }
}

extension Finding.Kind {
  /// Whether a person may say that it is in order after having looked; every other one has to be set right.
  public var isAcceptable: Bool {
    switch self {
    case .materialPageCounts, .materialUnverified, .materialPageMissing,
      .materialPageDoubled, .materialPageOrder, .materialPartUnverified, .materialVariantDoubled,
      .materialBroken, .materialGlyphs, .materialField, .materialLayers, .materialAnswersAside,
      .materialReplaced:
      true
    default: false
    }
  }

  /// Whether a campaign may judge how serious it is; of the others that follows from what they are.
  public var isJudged: Bool {
    switch self {
    case .listCodeGrade, .listNamesakes, .listSeatDoubled, .planRoomCrowded: true
    default: false
    }
  }

  /// Reads what the journal holds; a kind that this program does not know is `other`.
  public init(from decoder: any Decoder) throws {
    self = Self(rawValue: try decoder.singleValueContainer().decode(String.self)) ?? .other
  }
}

extension Finding {
  /// What a kind of findings is about: the first word of its name.
  public enum Area: String, Sendable {
    case list, codes, material, file, plan, freeze, print, trouble, other
  }
}

extension Finding.Kind {
  /// What it is about.
  public var area: Finding.Area {
    Finding.Area(rawValue: String(rawValue.prefix { $0 != "." })) ?? .other
  }
}

extension Finding.Kind: CodingKeyRepresentable {}

extension Finding.Kind: CustomStringConvertible {
  /// As layouts and the journal call it.
  public var description: String { rawValue }
}
