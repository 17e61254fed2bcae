import Exam

/// What is wrong with pages as sheets of paper: size, direction, ink, fonts.
struct SheetChecks {
  var context: MaterialContext
  var pages: [IdentifiedPage]

  func findings() -> [Finding] {
    spreads() + size() + medium() + lying() + turned() + room() + codes() + blank() + fonts()
  }

  private var isA4Only: Bool { context.description.pageSizes == .a4 }

  private func spreads() -> [Finding] {
    guard isA4Only else { return [] }
    return context.report(
      .materialSpread, .stop, pages.filter { $0.facts.half == nil && $0.facts.isSpread },
      Wording(
        ru: "разворот A3. Если это две страницы A4 рядом, напишите у материала split: spreads — "
          + "они будут разрезаны; иначе разрешите: pageSizes: any",
        en:
          "an A3 spread. If it is two A4 pages side by side, write split: spreads for the material "
          + "and they are cut apart; otherwise allow it: pageSizes: any"))
  }

  /// A half is as large as the user's own word makes it.
  private func size() -> [Finding] {
    guard isA4Only else { return [] }
    let odd = pages.filter { $0.facts.half == nil && !$0.facts.isA4 && !$0.facts.isSpread }
    let sizes = odd.map { Self.size(of: $0.facts) }
    return Set(sizes).sorted().flatMap { size in
      context.report(
        .materialPageSize, .stop, zip(odd, sizes).filter { $0.1 == size }.map(\.0),
        Wording(
          ru: "страница не формата A4 (\(size) мм). Замените файл или разрешите: pageSizes: any",
          en: "the page is not A4 (\(size) mm). Replace the file or allow it: pageSizes: any"))
    }
  }

  /// Where any size is allowed: a job has one medium, and a printer would cut off what is larger.
  ///
  /// Files may have it all the same.
  private func medium() -> [Finding] {
    guard !isA4Only, let medium = PaperMedium(name: context.policy.media) else { return [] }
    let other = pages.filter { page in
      page.facts.half == nil && !medium.fits(width: page.facts.width, height: page.facts.height)
    }
    let formats = Set(
      other.map { PaperFormat.name(width: $0.facts.width, height: $0.facts.height) }
    ).sorted { $0.en < $1.en }
    let sizes = Wording(
      ru: formats.map(\.ru).joined(separator: ", "), en: formats.map(\.en).joined(separator: ", "))
    let addresses = context.description.printers?.map(\.address) ?? []
    let isIntoFiles =
      !addresses.isEmpty && addresses.allSatisfy { if case .folder = $0 { true } else { false } }
    let paper = PaperFormat.name(medium)
    let spreads =
      other.contains(where: \.facts.isSpread)
      ? Wording(
        ru:
          " Если это две страницы A4 рядом, напишите у материала split: spreads: они будут разрезаны.",
        en:
          " If these are two A4 pages side by side, write split: spreads for the material and they "
          + "are cut apart.")
      : Wording(same: "")
    return context.report(
      .materialPageMedium, isIntoFiles ? .note : .stop, other,
      Wording(
        ru: "формат страницы \(sizes.ru), а пакет печатается на \(paper.ru): принтер её обрезал бы."
          + spreads.ru + " Сохраните файл в формате \(paper.ru); или печатайте эти пакеты в файлы, "
          + "tirazh print --to ПАПКА, и такие страницы оттуда на их бумаге",
        en:
          "the page is \(sizes.en) and the pack is printed on \(paper.en): a printer would cut it off."
          + spreads.en + " Save the file as \(paper.en); or print these packs to files, "
          + "tirazh print --to DIR, and such pages from there on their own paper"))
  }

  private static func size(of page: PageFacts) -> String {
    [page.width, page.height].map { "\(Int(($0 * 25.4 / 72).rounded()))" }.joined(separator: " × ")
  }

  /// A lying page whose halves both carry a running header is two pages.
  private func lying() -> [Finding] {
    guard context.isForParticipants else { return [] }
    let lying = pages.filter { $0.facts.half == nil && $0.facts.isA4 && $0.facts.isLandscape }
    let double = lying.filter { page in
      page.facts.halves.count == 2
        && page.facts.halves.allSatisfy {
          PageIdentity(facts: $0, patterns: context.policy.pagePatterns).subject != nil
        }
    }
    let single = lying.filter { page in !double.contains { $0.facts.page == page.facts.page } }
    return context.report(
      .materialLandscape, .warn, double,
      Wording(
        ru:
          "на листе две страницы A5 рядом. Чтобы разрезать его, напишите у материала split: two-up",
        en: "the sheet holds two A5 pages side by side. To cut it apart write split: two-up"))
      + context.report(
        .materialLandscape, .note, single,
        Wording(
          ru: "лежачая страница A4. Если это две страницы A5 рядом, напишите split: two-up",
          en: "a lying A4 page. If it is two A5 pages side by side, write split: two-up"))
  }

  private func turned() -> [Finding] {
    let over = pages.filter { $0.facts.turn == 180 }
    let aside = pages.filter { $0.facts.turn == 90 || $0.facts.turn == 270 }
    return context.report(
      .materialTurned, .warn, over,
      Wording(
        ru: "текст вверх ногами: так и напечатается. Поверните страницу в файле "
          + "или скачайте его заново",
        en: "the text is upside down and would be printed so. Turn the page in the file "
          + "or download it again"))
      + context.report(
        .materialTurned, .warn, aside,
        Wording(
          ru:
            "текст лежит боком: посмотрите, так ли задумано; если нет, поверните страницу в файле",
          en:
            "the text lies on its side: look whether it is meant; if not, turn the page in the file"
        ))
  }

  /// With `marks: first` only the first page of a copy has to have a place; `MarkRoom` looks at those.
  private func room() -> [Finding] {
    guard context.description.marks == .pages else { return [] }
    return MarkRoom(context: context).findings(pages)
  }

  /// A copy's pages where its code would stand in a box, and have none.
  private func codes() -> [Finding] {
    guard context.isForParticipants else { return [] }
    let isMarked = context.description.marks == .pages
    return context.report(
      .materialNoCodeBox, isMarked ? .note : .warn,
      // Where not even the line has a place, that is said.
      pages.filter {
        $0.facts.hasCodeBox == false && $0.facts.hasRoomForLine != false && !$0.facts.isBlank
      },
      isMarked
        ? Wording(
          ru: "клетки для кода на странице не нашлось: код встанет рядом с меткой",
          en: "the page has no box for the code: the code will stand beside the mark")
        : Wording(
          ru: "клетки для кода на странице не нашлось: код впишут от руки",
          en: "the page has no box for the code: it is written by hand"))
  }

  /// Of participants' pages a person has to look at them.
  private func blank() -> [Finding] {
    guard !context.isForParticipants else { return [] }
    return context.report(
      .materialBlankPage, .warn, pages.filter(\.facts.isBlank),
      Wording(
        ru: "пустая страница: посмотрите, так ли задумано; лишнюю уберите ключом pages:",
        en: "a blank page: look whether it is meant; leave it out with the key pages:"))
  }

  private func fonts() -> [Finding] {
    let found = pages.filter { !$0.facts.fontsNotEmbedded.isEmpty }
    let names = Set(found.flatMap(\.facts.fontsNotEmbedded)).sorted().joined(separator: ", ")
    return context.report(
      .materialFont, .warn, found,
      Wording(
        ru: "шрифты не встроены в файл (\(names)): сравните предпросмотр с файлом",
        en: "fonts are not embedded (\(names)): compare the preview with the file"))
  }
}

/// Whether the mark and its line find a place on the pages that get one.
struct MarkRoom {
  let context: MaterialContext

  func findings(_ pages: [IdentifiedPage]) -> [Finding] {
    let narrow = pages.filter {
      $0.facts.hasRoomForMark != false && $0.facts.hasRoomForLine == false
    }
    return context.report(
      .materialNoRoomForMark, .stop, pages.filter { $0.facts.hasRoomForMark == false }, without
    )
      + context.report(
        .materialNoRoomForLine, .note, narrow.filter { $0.facts.hasCodeBox == true },
        Wording(
          ru: "рядом с меткой нет места для номера экземпляра; код стоит в своей клетке",
          en: "there is no place beside the mark for the serial; the code stands in its box"))
      + context.report(
        .materialNoRoomForLine, .warn, narrow.filter { $0.facts.hasCodeBox != true },
        Wording(
          ru: "для строки с номером экземпляра и кодом рядом с меткой нет места: на этих страницах "
            + "код впишут от руки",
          en: "there is no place beside the mark for the line with serial and code: on these pages "
            + "the code is written by hand"))
  }

  /// What is set already is no advice.
  private var without: Wording {
    context.description.marks == .pages
      ? Wording(
        ru: "для метки нет свободного места. Печатайте без неё: marks: none; или только на первых "
          + "страницах, если место есть там: marks: first",
        en:
          "there is no free place for the mark. Print without it: marks: none; or only on the first "
          + "pages, if there is a place on those: marks: first")
      : Wording(
        ru: "для метки нет свободного места. Печатайте без неё: marks: none",
        en: "there is no free place for the mark. Print without it: marks: none")
  }
}

/// What people call a sheet: «A3», «Letter», else its sides in millimetres.
enum PaperFormat {
  private static let named: [(name: String, medium: String)] = [
    ("A3", "iso_a3_297x420mm"), ("A4", "iso_a4_210x297mm"), ("A5", "iso_a5_148x210mm"),
    ("Letter", "na_letter_8.5x11in"), ("Legal", "na_legal_8.5x14in"),
  ]

  /// Of a page; its sides are in points.
  static func name(width: Double, height: Double) -> Wording {
    let found = named.first {
      PaperMedium(name: $0.medium)?.fits(width: width, height: height) == true
    }
    let sides = [width, height].map { "\(Int(($0 * 25.4 / 72).rounded()))" }
    let size = sides.joined(separator: " × ")
    return found.map { Wording(same: $0.name) } ?? Wording(ru: size + " мм", en: size + " mm")
  }

  /// Of a medium.
  static func name(_ medium: PaperMedium) -> Wording {
    name(width: medium.short * 72 / 25.4, height: medium.long * 72 / 25.4)
  }
}
