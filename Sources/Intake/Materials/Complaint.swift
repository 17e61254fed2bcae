import Exam

/// What poppler complains of while it reads or draws a page, and whether paper would show it.
///
/// Poppler goes on whatever is broken. Only what is known to cost no ink is harmless; a complaint that
/// nobody has met yet is not.
struct Complaint: Hashable {
  /// The words without the kind and the place in the file.
  private let words: Substring
  private let isWarning: Bool

  /// Takes it as it was logged: `Syntax error at position 12: No font in show`.
  init(_ text: String) {
    let start = text.firstRange(of: ": ")?.upperBound ?? text.startIndex
    words = text[start...]
    isWarning = text[..<start].hasPrefix("Syntax warning")
  }

  /// Whether nothing is missing on paper for it: poppler calls what it can put right a warning.
  var isHarmless: Bool {
    isWarning || Self.beginnings.contains(where: words.hasPrefix)
      || Self.topics.contains(where: words.contains)
  }

  private static let beginnings = [
    // Set and perhaps never used; text that would be drawn in it brings a complaint of its own.
    "Unknown font tag '",
    // There is nothing that it would close or restore.
    "No current point in closepath", "Restoring state when no valid states to pop",
    "There's a form with more Q than q", "There's a form with more q than Q",
    // Where links lead, and what happens on a screen.
    "Bad annotation destination", "Illegal annotation destination",
    "Annotation destination array is too short", "Unknown annotation destination type",
    "Bad named destination value", "Illegal URI-type link", "parseAction: ", "LinkResetForm: ",
    "Invalid OCGState action", "Invalid Rendition ", "Movie action ", "Page transition object ",
    "Page duration object ", "Page thumb object ", "Page additional action object ",
    // The list of a form's fields; what stands on a page is found by the page.
    "Can't get Fields array", "Reference in Fields array ", "Direct object in rootFields",
    "Direct object in CO",
    // What the file says of itself for readers aloud.
    "MarkInfo object ", "Marked object ", "Suspects object ", "UserProperties object ",
    "Unknown Metadata type",
    // Another way of reading the picture follows; when none is left, that is said.
    "Malformed JP2 file format: first box must be JPEG 2000 signature box",
  ]

  private static let topics = [
    // What letters mean when they are copied.
    "ToUnicode CMap", "'nameToUnicode' file",
    // What helps to read a file before all of it has come.
    " hints table", " hint tables", " in linearization table",
  ]

  /// What is broken, as people would say it.
  enum Part: String {
    case font
    case picture
    case content

    var words: Wording {
      switch self {
      case .font: Wording(ru: "шрифт", en: "a font")
      case .picture: Wording(ru: "рисунок", en: "a picture")
      case .content: Wording(ru: "содержимое страницы", en: "the page's content")
      }
    }
  }

  /// What it is about.
  var part: Part {
    let text = words.lowercased()
    let isOf = { (topics: [String]) in topics.contains(where: text.contains) }
    if isOf(["font", "glyph", "charproc", "cid", "language pack", "character collection"]) {
      return .font
    }
    let isPicture = isOf(["image", "jpeg", "dct", "jpx", "jp2", "jbig2", "ccitt", "bitmap"])
    return isPicture ? .picture : .content
  }
}
