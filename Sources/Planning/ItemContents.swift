public import Exam

/// What is drawn on an item's sheets: two that are equal come out the same, whatever revision, attempt,
/// printer or clock.
public struct ItemContent: Hashable, Sendable {
  private enum Kind: Hashable {
    case pages(
      [SourceContents.Page], caption: [String], marks: MarkRule, codes: CodeRule?, places: String)
    case paper(template: String, PaperData)
  }

  private let kind: Kind
  private let sides: Sides
  private let media: String?

  /// Nil for an item that the pack does not have.
  fileprivate init?(
    _ item: ItemID, in pack: Pack, of plan: Plan, _ contents: SourceContents, _ layout: LayoutTexts
  ) {
    sides = plan.sides
    media = pack.media
    if let copy = pack.copy(item) {
      guard let booklet = plan.booklet(copy.booklet) else { return nil }
      kind = .pages(
        contents.pages(of: booklet),
        caption: [copy.serial, copy.code?.rawValue].compactMap(\.self), marks: plan.marks,
        codes: copy.code.map { _ in plan.codes }, places: layout.main)
    } else if let paper = pack.paper(item) {
      if let booklet = paper.booklet.flatMap(plan.booklet) {
        kind = .pages(
          contents.pages(of: booklet), caption: [pack.label], marks: plan.marks,
          codes: nil, places: layout.main)
      } else {
        let data = PaperContents(plan: plan, pack: pack, language: .ru).data(PaperContents.Job())
        let template = layout.paper(paper.paper)
        kind = .paper(template: template, data.drawn(by: template))
      }
    } else {
      return nil
    }
  }
}

/// The texts of a layout, as far as they decide what is drawn.
struct LayoutTexts {
  private let files: [String]

  init(_ files: [String: String]) { self.files = files.sorted { $0.key < $1.key }.map(\.value) }

  /// The file that is no paper: marks and policy.
  var main: String { files.first { Self.name(of: $0) == nil } ?? "" }

  /// The template of a paper.
  func paper(_ name: String) -> String { files.first { Self.name(of: $0) == name } ?? "" }

  private static func name(of text: String) -> String? {
    text.split(separator: "\n").first { $0.hasPrefix("paper:") }
      .map { $0.dropFirst("paper:".count).filter { !$0.isWhitespace && $0 != "\"" } }
  }
}

extension PaperData {
  /// What a template draws of it, but for what only the job knows.
  fileprivate func drawn(by template: String) -> PaperData {
    PaperData(
      fields: fields.filter { name, _ in
        !PaperContents.Job.fields.contains(name)
          && (template.contains("{\(name)}") || template.contains("if: \(name)"))
      },
      tables: tables.filter { table in
        ["table", "grid", "seats", "boxes", "if"].contains {
          template.contains("\($0): \(table.key)")
        }
      })
  }
}

/// A frozen revision as what stands on paper is compared by.
public struct RevisionContents: Sendable {
  /// The plan.
  public let plan: Plan
  private let sources: SourceContents
  private let layout: LayoutTexts

  /// Takes a plan and the texts of the layout it is drawn with.
  public init(plan: Plan, layoutFiles: [String: String]) {
    self.plan = plan
    sources = SourceContents(documents: plan.documents)
    layout = LayoutTexts(layoutFiles)
  }

  /// The items of a pack that would come out the same under another revision.
  public func unchanged(in pack: PackID, under other: RevisionContents) -> Set<ItemID> {
    guard let mine = plan.pack(pack), let theirs = other.plan.pack(pack) else { return [] }
    return Set(
      mine.order.filter { item in
        let content = ItemContent(item, in: mine, of: plan, sources, layout)
        return content != nil
          && content == ItemContent(item, in: theirs, of: other.plan, other.sources, other.layout)
      })
  }
}
