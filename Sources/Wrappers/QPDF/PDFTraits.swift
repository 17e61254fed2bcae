/// What an object has, itself and in the values that stand inside it.
public struct PDFTraits: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: Int

  /// Makes a set of the bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// A JPEG 2000 picture.
  public static let jpeg2000 = PDFTraits(rawValue: 1 << 0)
  /// A program in PostScript.
  public static let postScript = PDFTraits(rawValue: 1 << 1)
  /// A blend mode, a soft mask or a knockout group.
  public static let blending = PDFTraits(rawValue: 1 << 2)
  /// A stream that lies outside the file, or is encrypted in a way of its own.
  public static let foreignStream = PDFTraits(rawValue: 1 << 3)
  /// A page, or the catalogue: the object belongs to more than what is drawn.
  public static let pageTree = PDFTraits(rawValue: 1 << 4)
  /// A form or font that uses the names of the page it is drawn on.
  public static let borrowedNames = PDFTraits(rawValue: 1 << 5)
  /// Layers of which something else than their being shown decides.
  public static let layerCondition = PDFTraits(rawValue: 1 << 6)
}

/// What a value is made of, as far as it decides how it can be printed.
public struct PDFMakeup: Hashable, Sendable {
  /// What it has.
  public var traits: PDFTraits
  /// The names of fonts whose letters are not in the file; empty for one without a plain name.
  public var missingFonts: Set<String>

  /// Nothing in particular.
  public init() { (traits, missingFonts) = ([], []) }

  /// Adds what another value is made of.
  public mutating func formUnion(_ other: PDFMakeup) {
    traits.formUnion(other.traits)
    missingFonts.formUnion(other.missingFonts)
  }
}

extension PDFStructure {
  /// What an object is made of, down to the references in it.
  public func makeup(_ reference: PDFReference) -> PDFMakeup {
    var makeup = PDFMakeup()
    object(reference).collect(into: &makeup, level: 1)
    return makeup
  }
}

extension PDFObject {
  private static let deepest = 30

  /// Goes through a value; objects that it refers to are looked at by themselves.
  func collect(into makeup: inout PDFMakeup, level: Int) {
    // What is nested deeper than anything that is meant is not embedded.
    guard level <= Self.deepest else {
      makeup.traits.insert(.pageTree)
      return
    }
    if isDictionary {
      makeup.traits.formUnion(kindTraits.union(paintTraits))
      if let font = missingFont { makeup.missingFonts.insert(font) }
    }
    for value in isDictionary ? values : items
    where value.reference == nil && value.isContainer {
      value.collect(into: &makeup, level: level + 1)
    }
  }

  /// By `Type` and `Subtype` (ISO 32000-1, 7.7, 8.8, 8.11, 9.5).
  private var kindTraits: PDFTraits {
    switch self["/Type"]?.name {
    case "/Page", "/Pages", "/Catalog", "/StructTreeRoot", "/StructElem": return .pageTree
    case "/OCMD": return isPlainLayerSet ? [] : .layerCondition
    default: break
    }
    switch self["/Subtype"]?.name {
    case "/Type3": return self["/Resources"] == nil ? .borrowedNames : []
    case "/Form" where isStream:
      let own: PDFTraits = self["/Resources"] == nil ? .borrowedNames : []
      return self["/Subtype2"]?.name == "/PS" ? own.union(.postScript) : own
    case "/PS": return .postScript
    default: return []
    }
  }

  /// The name of a font whose letters are not in the file.
  private var missingFont: String? {
    guard let kind = self["/Subtype"]?.name, Self.fonts.contains(kind),
      self["/BaseFont"] != nil || self["/FontDescriptor"] != nil
    else { return nil }
    let descriptor = self["/FontDescriptor"]
    let isThere = ["/FontFile", "/FontFile2", "/FontFile3"].contains {
      descriptor?[$0]?.isStream == true
    }
    guard !isThere else { return nil }
    // Readers call fonts of many letters, and odd names, in their own ways.
    let name = self["/BaseFont"]?.name?.dropFirst() ?? ""
    let isPlain = name.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-,".contains($0))
    }
    return isPlain && !kind.hasPrefix("/CID") ? String(name) : ""
  }

  private static let fonts: Set = [
    "/Type1", "/TrueType", "/MMType1", "/CIDFontType0", "/CIDFontType2",
  ]

  /// Shown where any of its layers is, which is so if none of them is hidden.
  private var isPlainLayerSet: Bool {
    self["/VE"] == nil && ["/AnyOn", "/AllOn"].contains(self["/P"]?.name ?? "/AnyOn")
  }

  private var paintTraits: PDFTraits {
    var traits: PDFTraits = []
    if isStream {
      let filter = self["/Filter"]
      let filters = filter?.name.map { [$0] } ?? (filter?.items ?? []).map { $0.name ?? "" }
      if filters.contains("/JPXDecode") { traits.insert(.jpeg2000) }
      if filters.contains("/Crypt") || self["/F"] != nil { traits.insert(.foreignStream) }
    } else {
      if let mode = self["/BM"], !mode.isPlainBlendMode { traits.insert(.blending) }
      if let mask = self["/SMask"], mask.isDictionary, !mask.isStream { traits.insert(.blending) }
      if self["/S"]?.name == "/Transparency", self["/K"]?.isTrue == true {
        traits.insert(.blending)
      }
    }
    return traits
  }

  private var isPlainBlendMode: Bool {
    let modes = name.map { [$0] } ?? items.map { $0.name ?? "" }
    return modes.allSatisfy { $0 == "/Normal" || $0 == "/Compatible" }
  }
}
