import Exam

/// Missing and doubled pages of one variant, by printed numbers and by text.
struct PageSequence {
  var work: Work
  var material: Material
  var description: ExamDescription
  var policy: Policy
  /// The pages of one variant in the order of the copy.
  var pages: [TakenPage]
  /// Every number printed on a page of the material, whatever its variant.
  var allNumbers: Set<Int>

  func findings() -> [Finding] {
    let doubled = sameText()
    guard let runs = numbered() else { return doubled }
    let isSaid = !doubled.isEmpty
    return doubled + runs.flatMap(gaps) + beginning(runs) + ending(runs)
      + (isSaid ? [] : runs.flatMap(sameNumber)) + runs.flatMap(disorder)
  }

  private typealias Numbered = (taken: TakenPage, number: Int)

  /// Whether the first page carries no number, as title pages do.
  private var hasTitlePage: Bool { pages.first.map { $0.page.identity.number == nil } ?? false }

  /// The pages with their numbers, anew from each 1; nil where a page other than the first carries
  /// none, or where the numbers cannot be those of pages.
  private func numbered() -> [[Numbered]]? {
    var runs: [[Numbered]] = []
    for taken in pages.dropFirst(hasTitlePage ? 1 : 0) where !taken.page.facts.isBlank {
      guard let number = taken.page.identity.number?.page else { return nil }
      if number == 1 || runs.isEmpty { runs.append([]) }
      runs[runs.count - 1].append((taken, number))
    }
    let arePages = runs.allSatisfy { run in
      let numbers = run.map(\.number)
      return (numbers.max() ?? 0) - (numbers.min() ?? 0) <= 2 * run.count
    }
    return arePages && pages.count > 1 ? runs : nil
  }

  /// Numbers left out between neighbours, unless the file's pages were left out by hand.
  private func gaps(_ run: [Numbered]) -> [Finding] {
    let there = Set(run.map(\.number))
    return zip(run, run.dropFirst()).flatMap { last, next -> [Finding] in
      let isCut = material.pages != nil && !last.taken.isFollowed(by: next.taken)
      guard !isCut, next.number > last.number + 1 else { return [] }
      let missing = ((last.number + 1)..<next.number).filter { !there.contains($0) }
      return missing.isEmpty ? [] : lacks(missing, before: next.taken)
    }
  }

  private func lacks(_ missing: [Int], before next: TakenPage) -> [Finding] {
    let list = MaterialText.list(missing)
    return context(next).looked(
      .materialPageMissing, [next.page],
      Wording(
        ru: "перед этой страницей не хватает страницы с номером \(list)\(ofVariant(next).ru)",
        en: "before this page the page numbered \(list) is missing\(ofVariant(next).en)"),
      remedy: Remedy.download(work, policy))
  }

  private var isChosen: Bool {
    material.pages != nil || material.outline != nil || work.choosesPart
  }

  /// A first number that is too high, unless another variant's or file's pages come before it.
  private func beginning(_ runs: [[Numbered]]) -> [Finding] {
    let expected = hasTitlePage ? 2 : 1
    guard let first = runs.first?.first, first.number > expected, !isChosen,
      !allNumbers.contains(first.number - 1)
    else { return [] }
    return lacks(Array(expected..<first.number), before: first.taken)
  }

  /// «3 из 9» on the last page.
  private func ending(_ runs: [[Numbered]]) -> [Finding] {
    guard let last = runs.last?.last, let total = last.taken.page.identity.number?.of, !isChosen,
      total > last.number, !allNumbers.contains(last.number + 1)
    else { return [] }
    let list = MaterialText.list(Array((last.number + 1)...total))
    return context(last.taken).looked(
      .materialPageMissing, [last.taken.page],
      Wording(
        ru: "после этой страницы не хватает страницы с номером \(list)\(ofVariant(last.taken).ru)",
        en: "after this page the page numbered \(list) is missing\(ofVariant(last.taken).en)"),
      remedy: Remedy.download(work, policy))
  }

  /// Short texts, as of pages for notes, may come again.
  private static let fewestWords = 20

  private func sameText() -> [Finding] {
    var seen: [String: TakenPage] = [:]
    var doubles: [(page: TakenPage, twin: TakenPage)] = []
    for taken in pages {
      let text = MaterialText.folded(taken.page.facts.text)
      guard text.split(separator: " ").count >= Self.fewestWords else { continue }
      if let twin = seen[text] {
        if !twin.isSame(as: taken) { doubles.append((taken, twin)) }
      } else {
        seen[text] = taken
      }
    }
    return Self.byFiles(doubles).flatMap(same)
  }

  /// The doubles of one file by another in one group.
  private static func byFiles(
    _ doubles: [(page: TakenPage, twin: TakenPage)]
  ) -> [[(page: TakenPage, twin: TakenPage)]] {
    doubles.reduce(into: []) { groups, double in
      let index = groups.firstIndex {
        $0[0].page.document.sha256 == double.page.document.sha256
          && $0[0].twin.document.sha256 == double.twin.document.sha256
      }
      if let index { groups[index].append(double) } else { groups.append([double]) }
    }
  }

  private func same(_ group: [(page: TakenPage, twin: TakenPage)]) -> [Finding] {
    let (first, twin) = group[0]
    let place = MaterialText.place(twin.document, of: group.map(\.twin.page.facts))
    return context(first).looked(
      .materialPageDoubled, group.map(\.page.page),
      Wording(
        ru: "слово в слово то же, что \(place.ru)\(ofVariant(first).ru)",
        en: "word for word the same as \(place.en)\(ofVariant(first).en)"),
      remedy: Wording(
        ru: "Уберите лишнее ключом pages: или скачайте файл заново",
        en: "Leave it out with the key pages: or download the file again"))
  }

  private func sameNumber(_ run: [Numbered]) -> [Finding] {
    zip(run, run.dropFirst()).flatMap { last, next -> [Finding] in
      guard last.number == next.number, !last.taken.isSame(as: next.taken) else { return [] }
      return context(next.taken).looked(
        .materialPageDoubled, [next.taken.page],
        Wording(
          ru: "номер \(next.number) стоит и на предыдущей странице: проверьте, нет ли лишней",
          en: "the page before has the number \(next.number) too: check that none is too many"))
    }
  }

  private func disorder(_ run: [Numbered]) -> [Finding] {
    guard material.pages == nil else { return [] }
    return zip(run, run.dropFirst()).flatMap { last, next in
      context(next.taken).looked(
        .materialPageOrder, next.number < last.number ? [next.taken.page] : [],
        Wording(
          ru: "страница \(next.number) идёт после страницы \(last.number)",
          en: "page \(next.number) follows page \(last.number)"),
        remedy: Wording(
          ru: "Задайте порядок ключом pages: или замените файл",
          en: "Set the order with the key pages: or replace the file"))
    }
  }

  private func ofVariant(_ taken: TakenPage) -> Wording {
    guard let variant = taken.variant else { return Wording(same: "") }
    return Wording(ru: " (вариант \(variant.rawValue))", en: " (variant \(variant.rawValue))")
  }

  private func context(_ taken: TakenPage) -> MaterialContext {
    MaterialContext(
      work: work, material: material, document: taken.document, description: description,
      policy: policy)
  }
}
