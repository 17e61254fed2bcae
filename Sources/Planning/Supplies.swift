import Exam

/// What paper an exam takes, work by work.
public struct Supplies: Hashable, Sendable {
  /// The sheets of one work, or of what belongs to none.
  public struct Line: Hashable, Sendable {
    /// The work's subject; nil for the papers of the packs themselves.
    public var subject: String?
    /// Participants' copies.
    public var copies: Int
    /// Spares.
    public var spares: Int
    /// Sheets of the usual paper.
    public var sheets: Int
    /// Sheets of other paper: the enlarged copies.
    public var large: Int
  }

  /// Sheets of a ream.
  public static let ream = 500

  /// The lines, in the order of the works, the papers last.
  public let lines: [Line]

  /// Counts a plan.
  public init(_ plan: Plan) {
    func sheets(_ pages: Int) -> Int { plan.sides == .one ? pages : (pages + 1) / 2 }
    var works: [WorkID: Line] = [:]
    var papers = Line(subject: nil, copies: 0, spares: 0, sheets: 0, large: 0)
    for pack in plan.packs {
      let isLarge = pack.media != nil
      func add(_ count: Int, to line: inout Line) {
        if isLarge { line.large += count } else { line.sheets += count }
      }
      for copy in pack.copies where copy.carried == nil {
        var line =
          works[copy.work] ?? Line(subject: nil, copies: 0, spares: 0, sheets: 0, large: 0)
        if copy.spare { line.spares += 1 } else { line.copies += 1 }
        add(sheets(copy.pages), to: &line)
        works[copy.work] = line
      }
      for paper in pack.papers {
        guard let work = paper.work else {
          add(sheets(paper.pages), to: &papers)
          continue
        }
        var line = works[work] ?? Line(subject: nil, copies: 0, spares: 0, sheets: 0, large: 0)
        add(sheets(paper.pages), to: &line)
        works[work] = line
      }
    }
    lines =
      plan.works.compactMap { work in
        works[work.id].map { line in
          var line = line
          line.subject = work.subject
          return line
        }
      } + [papers]
  }

  /// All sheets of the usual paper.
  public var sheets: Int { lines.reduce(0) { $0 + $1.sheets } }

  /// All sheets of other paper.
  public var large: Int { lines.reduce(0) { $0 + $1.large } }

  /// Whole reams for so many sheets.
  public static func reams(_ sheets: Int) -> Int { (sheets + ream - 1) / ream }

  /// The lines and their sum as a table's rows.
  func rows(_ language: Language) -> [[String: String]] {
    func say(_ ru: String, _ en: String) -> String { language == .ru ? ru : en }
    func row(_ what: String, _ line: Line) -> [String: String] {
      [
        "what": what, "copies": "\(line.copies)", "spares": "\(line.spares)",
        "sheets": "\(line.sheets)", "large": line.large == 0 ? "" : "\(line.large)",
        "reams": "\(Self.reams(line.sheets))",
      ]
    }
    let sum = Line(
      subject: nil, copies: lines.reduce(0) { $0 + $1.copies },
      spares: lines.reduce(0) { $0 + $1.spares }, sheets: sheets, large: large)
    return lines.map { row($0.subject ?? say("Листы пакетов", "Papers of the packs"), $0) }
      + [row(say("Всего", "Total"), sum)]
  }
}
