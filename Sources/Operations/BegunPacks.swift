import Exam
import Journal
import Planning

/// Keeps a new plan from changing packs that have been printed: what is printed again has to fit the
/// sheets that are out.
struct BegunPacks {
  let frozen: FrozenRevision
  let plan: Plan
  let layoutSHA256: String

  /// Refuses the new plan if it changes one of these packs.
  func refuseChange(of begun: Set<PackID>) throws(Trouble) {
    for pack in frozen.plan.packs where begun.contains(pack.id) {
      guard let what = difference(of: pack) else { continue }
      throw Trouble(
        "freeze.pack-begun", at: pack.room.rawValue,
        Wording(
          ru: "Пакет кабинета \(pack.room.rawValue) уже печатался, а новый план его меняет: "
            + "\(what.ru). Верните прежнее; новый план не зафиксирован",
          en: "The pack of room \(pack.room.rawValue) has been printed already and the new plan "
            + "would change it: \(what.en). Put back what was; the new plan is not frozen"))
    }
  }

  private func difference(of pack: Pack) -> Wording? {
    guard let now = plan.pack(pack.id), now.room == pack.room else {
      return Wording(ru: "этого пакета в нём нет", en: "it has no such pack")
    }
    // A layout, sides or marks may be why the copies differ: the cause is named first.
    let differences = [
      (layoutSHA256 != frozen.evidence.layoutSHA256, Self.layout),
      (plan.sides != frozen.plan.sides, Self.sides),
      (plan.marks != frozen.plan.marks, Self.marks), (now.media != pack.media, Self.media),
      (now.copies != pack.copies, Self.copies), (now.papers != pack.papers, Self.papers),
    ]
    return differences.first(where: \.0)?.1 ?? replacedFiles(of: pack)
  }

  /// Source pages carry a file's name only; its content is in the plan's documents.
  private func replacedFiles(of pack: Pack) -> Wording? {
    let files = Set(
      Self.sources(of: pack).filter { work, page in
        Self.digests(of: page, work, in: frozen.plan) != Self.digests(of: page, work, in: plan)
      }.map(\.page.file))
    guard !files.isEmpty else { return nil }
    let list = files.sorted().joined(separator: ", ")
    return Wording(ru: "другое содержимое файла \(list)", en: "other content of \(list)")
  }

  private static func sources(of pack: Pack) -> [(work: WorkID, page: SourcePage)] {
    pack.copies.flatMap { copy in copy.source.map { (copy.work, $0) } }
      + pack.papers.flatMap { paper in
        paper.source.compactMap { page in paper.work.map { ($0, page) } }
      }
  }

  private static func digests(of page: SourcePage, _ work: WorkID, in plan: Plan) -> Set<String> {
    Set(
      plan.documents.filter {
        $0.work == work && $0.material == page.material && $0.file == page.file
      }.map(\.sha256))
  }

  private static let copies = Wording(
    ru: "другие экземпляры (участники, варианты или страницы)",
    en: "other copies (participants, variants or pages)")
  private static let papers = Wording(
    ru: "другие служебные листы", en: "other papers of the pack")
  private static let media = Wording(ru: "другой формат бумаги", en: "other paper")
  private static let sides = Wording(
    ru: "другая печать: одно- или двусторонняя", en: "other sides")
  private static let marks = Wording(ru: "другие метки на листах", en: "other marks")
  private static let layout = Wording(ru: "другой макет", en: "another layout")
}
