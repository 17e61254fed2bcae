import Exam

/// What a printer would not get as its author meant it: broken parts, letters without a shape, layers,
/// forms.
struct DrawingChecks {
  var context: MaterialContext
  var pages: [IdentifiedPage]

  func findings() -> [Finding] {
    form() + portfolio() + broken() + glyphs() + fields() + layers() + drawnAnew()
  }

  /// A stop until somebody looked for the participants' pages, a warning for papers.
  private func doubt(
    _ kind: Finding.Kind, _ pages: [IdentifiedPage], _ message: Wording, remedy: Wording? = nil
  ) -> [Finding] {
    context.isForParticipants
      ? context.looked(kind, pages, message, remedy: remedy)
      : context.report(kind, .warn, pages, message)
  }

  private func form() -> [Finding] {
    context.report(
      .materialForm, .stop, pages.filter { $0.facts.document.isDynamicForm || isPleaseWait($0) },
      Wording(
        ru:
          "это форма, которую показывает только Adobe Acrobat (XFA): на бумаге вышла бы заставка. "
          + "Откройте файл там и напечатайте его в PDF, затем положите сюда обычный PDF",
        en:
          "this is a form that only Adobe Acrobat shows (XFA): paper would get its cover. Open it "
          + "there, print it to PDF and put that file here"))
  }

  private func isPleaseWait(_ page: IdentifiedPage) -> Bool {
    let text = MaterialText.folded(page.facts.text)
    return text.hasPrefix("please wait") && text.contains("viewer may not be able to display")
  }

  /// One that holds no PDF, or lies inside another.
  private func portfolio() -> [Finding] {
    let names = pages.first?.facts.document.portfolio ?? []
    guard !names.isEmpty else { return [] }
    let list = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
    return [
      context.report(
        .materialPortfolio, .stop,
        Wording(
          ru: "это папка-портфолио PDF, сами работы внутри неё: \(list). Извлеките их (Acrobat: "
            + "сохранить вложения) и укажите в exam.yaml вместо неё",
          en: "this is a PDF portfolio, the papers are files inside it: \(list). Extract them "
            + "(Acrobat: save attachments) and name them in exam.yaml instead"))
    ]
  }

  private func broken() -> [Finding] {
    let costly = pages.map { page in
      page.facts.complaints.map(Complaint.init).filter { !$0.isHarmless }
    }
    let parts = Set(costly.joined().map(\.part)).sorted { $0.rawValue < $1.rawValue }
    let ru = parts.map(\.words.ru).joined(separator: ", ")
    let en = parts.map(\.words.en).joined(separator: ", ")
    return doubt(
      .materialBroken, zip(pages, costly).filter { !$0.1.isEmpty }.map(\.0),
      Wording(
        ru: "в файле повреждено (\(ru)): на листе может не хватать слов или рисунков",
        en: "the file is damaged (\(en)): words or pictures may be missing on paper"),
      remedy: Remedy.download(context.work, context.policy))
  }

  private func glyphs() -> [Finding] {
    let found = pages.filter { $0.facts.missingGlyphs > 0 }
    let count = found.reduce(0) { $0 + $1.facts.missingGlyphs }
    return doubt(
      .materialGlyphs, found,
      Wording(
        ru: "вместо букв выйдут пустые прямоугольники (\(count)): в шрифте файла этих букв нет",
        en: "empty boxes come out instead of letters (\(count)): the file's font does not have them"
      ),
      remedy: Remedy.download(context.work, context.policy))
  }

  private func fields() -> [Finding] {
    doubt(
      .materialField, pages.filter(\.facts.hasUndrawnField),
      Wording(
        ru: "в форме есть заполненные поля, вид которых в файле не сохранён: слова могут не выйти",
        en: "a form has fields with values whose looks are not in the file: words may be missing"),
      remedy: Wording(
        ru: "Напечатайте файл в PDF и положите сюда новый",
        en: "Print the file to PDF and put that here"))
  }

  private func layers() -> [Finding] {
    let facts = pages.first?.facts.document ?? DocumentFacts()
    let hidden = facts.hiddenLayers.joined(separator: ", ")
    let note =
      hidden.isEmpty
      ? []
      : [
        context.report(
          .materialLayersHidden, .note,
          Wording(
            ru: "в файле есть слои, которые не печатаются: \(hidden)",
            en: "the file has layers that are not printed: \(hidden)"))
      ]
    let doubtful = facts.doubtfulLayers.joined(separator: ", ")
    return note
      + (doubtful.isEmpty
        ? []
        : doubt(
          .materialLayers, pages,
          Wording(
            ru: "о слоях \(doubtful) в файле сказано по-разному: одни программы их напечатали бы, "
              + "другие нет",
            en:
              "the file says two things of the layers \(doubtful): some programs would print them, "
              + "others not")))
  }

  /// Pages that are not printed as they are; of fonts and layers more has been said where it matters.
  private func drawnAnew() -> [Finding] {
    NotAsIs.allCases.flatMap { reason in
      let found = pages.filter { page in
        page.facts.way.reason == reason
          && !(reason == .font && !page.facts.fontsNotEmbedded.isEmpty)
      }
      guard let words = reason.words else { return [Finding]() }
      return context.report(
        .materialDrawn, .note, found,
        Wording(
          ru: "печатается не как есть, а нарисованным заново: \(words.ru)",
          en: "not printed as it is, but drawn anew: \(words.en)"))
    }
  }
}

extension NotAsIs {
  /// The reason for people; nil where it is what they asked for.
  fileprivate var words: Wording? {
    switch self {
    case .half, .asked: nil
    case .unreadable:
      Wording(ru: "устройство страницы не прочитать", en: "the page's structure cannot be read")
    case .font: Wording(ru: "шрифт не встроен в файл", en: "a font is not embedded in the file")
    case .annotation:
      Wording(
        ru: "вид пометки или поля формы в файле не сохранён",
        en: "the looks of an annotation or a form field are not in the file")
    case .jpeg2000: Wording(ru: "рисунок JPEG 2000", en: "a picture is JPEG 2000")
    case .postScript: Wording(ru: "вставка PostScript", en: "a part is PostScript")
    case .layer: Wording(ru: "часть слоёв не печатается", en: "some layers are not printed")
    case .tangled:
      Wording(
        ru: "страница связана с другими страницами или файлами",
        en: "the page hangs together with other pages or files")
    case .differs:
      Wording(
        ru: "принтер показал бы её иначе, чем предпросмотр",
        en: "a printer would show it otherwise than the preview")
    }
  }
}

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
